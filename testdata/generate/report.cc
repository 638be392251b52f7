// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/report.h"

#include <algorithm>
#include <cmath>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

struct AgencyKind {
  const char* type;
  const char* prefix;
  const char* short_prefix;
};

constexpr AgencyKind kSubdistrictKinds[] = {
    {"subdistrict_administrative_organization", "องค์การบริหารส่วนตำบล", "อบต."},
    {"subdistrict_municipality", "เทศบาลตำบล", "ทต."},
    {"town_municipality", "เทศบาลเมือง", "ทม."},
    {"city_municipality", "เทศบาลนคร", "ทน."},
};

struct NamedAgency {
  const char* type;
  const char* name;
  const char* short_name;
};

constexpr NamedAgency kNamedAgencies[] = {
    {"central_agency", "กรมชลประทาน", "กรมฯ"},       {"central_agency", "กรมการขนส่งทางบก", "กรมฯ"},
    {"central_agency", "กรมพัฒนาที่ดิน", "กรมฯ"},        {"university", "มหาวิทยาลัยแม่โจ้", "มหาวิทยาลัย"},
    {"university", "มหาวิทยาลัยวลัยลักษณ์", "มหาวิทยาลัย"},
};

Agency local_agency(const AgencyKind& kind, const Place& place) {
  Agency agency;
  agency.kind = kind.prefix;
  agency.gold = {.name = kind.prefix + place.subdistrict,
                 .type = kind.type,
                 .subdistrict = place.subdistrict,
                 .district = place.district,
                 .province = place.province,
                 .province_code = place.province_code,
                 .variants = {place.subdistrict}};
  agency.short_name = kind.short_prefix + place.subdistrict;
  agency.address = "อำเภอ" + place.district + " จังหวัด" + place.province;
  return agency;
}

Agency make_agency(const Facts& facts, Random& random) {
  const int roll = random.below(100);
  const Place& place = random.pick(facts.places);
  if (roll < 55) return local_agency(kSubdistrictKinds[0], place);
  if (roll < 80) return local_agency(kSubdistrictKinds[1], place);
  if (roll < 86) return local_agency(kSubdistrictKinds[2], place);
  if (roll < 88) return local_agency(kSubdistrictKinds[3], place);
  if (roll < 94) {
    Agency agency;
    agency.kind = "องค์การบริหารส่วนจังหวัด";
    agency.gold = {.name = agency.kind + place.province,
                   .type = "provincial_administrative_organization",
                   .subdistrict = {},
                   .district = {},
                   .province = place.province,
                   .province_code = place.province_code,
                   .variants = {place.province}};
    agency.short_name = "อบจ." + place.province;
    agency.address = "จังหวัด" + place.province;
    return agency;
  }
  const auto& named = kNamedAgencies[random.below(std::size(kNamedAgencies))];
  Agency agency;
  agency.gold.name = named.name;
  agency.gold.type = named.type;
  agency.gold.variants = {named.name};
  agency.short_name = named.short_name;
  agency.kind = named.name;
  return agency;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

// The mean of `people` answers of five steps, or of yes and no, near `quality`.
double survey_score(int people, bool yes_no, double quality, Random& random) {
  const int steps = people * (yes_no ? 1 : 5);
  const double target = std::clamp(quality + (random.unit() - 0.5) * 14, 12.0, 100.0);
  const int sum = std::clamp(static_cast<int>(std::lround(target / 100 * steps)), 0, steps);
  return 100.0 * sum / steps;
}

class Scorer {
 public:
  Scorer(const YearFacts& facts, Random& random) : facts_(facts), random_(random) {}

  Scores run() {
    items();
    for (int number = 1; number <= 10; ++number) exact_[number] = indicator(number);
    Scores scores;
    for (const auto& [code, value] : item_scores_) scores.items[code] = round_score(value);
    for (int number = 1; number <= 10; ++number) {
      scores.indicators[number] = round_score(exact_[number]);
    }
    const double iit = mean({exact_[1], exact_[2], exact_[3], exact_[4], exact_[5]});
    const double eit = mean({exact_[6], exact_[7], exact_[8]});
    const double oit = mean({exact_[9], exact_[10]});
    const double overall = 0.3 * iit + 0.3 * eit + 0.4 * oit;
    scores.instruments = {round_score(iit), round_score(eit), round_score(oit)};
    scores.overall = round_score(overall);
    scores.level = level_of(scores.overall, scores.instruments);
    return scores;
  }

 private:
  void items() {
    const int inside = random_.between(18, 90);
    const int outside = random_.between(25, 160);
    const double quality = 74 + random_.unit() * 25;
    const double openness = random_.chance(0.3) ? 1.0 : 0.75 + random_.unit() * 0.25;
    for (const ItemFact& item : facts_.items) {
      double score = 0;
      if (item.instrument == "OIT") {
        score = random_.unit() < openness ? 100 : 0;
      } else {
        double wanted = item.yes_no ? quality + 6 : quality;
        if (item.code == "e9" && random_.chance(0.6)) wanted = 15 + random_.unit() * 50;
        score =
            survey_score(item.instrument == "IIT" ? inside : outside, item.yes_no, wanted, random_);
      }
      item_scores_[item.code] = score;
    }
    outside_ = outside;
  }

  double indicator(int number) {
    std::vector<double> values;
    std::map<std::string, std::vector<double>> groups;
    for (const ItemFact& item : facts_.items) {
      if (item.indicator != number) continue;
      values.push_back(item_scores_[item.code]);
      groups[item.sub_indicator].push_back(item_scores_[item.code]);
    }
    if (number >= 6 && number <= 8) {
      // The second part of the external survey is not printed item by item.
      return (mean(values) + survey_score(3 * outside_, false, mean(values) - 4, random_)) / 2;
    }
    if (number < 9) return mean(values);
    std::vector<double> means;
    means.reserve(groups.size());
    for (const auto& [name, group] : groups) means.push_back(mean(group));
    return mean(means);
  }

  const YearFacts& facts_;
  Random& random_;
  std::map<std::string, double> item_scores_;
  std::array<double, 11> exact_{};
  int outside_ = 0;
};

}  // namespace

std::string level_of(double overall, const std::array<double, 3>& instruments) {
  const double least = *std::ranges::min_element(instruments);
  if (overall >= 95 && least >= 95) return "ผ่านดีเยี่ยม";
  if (overall >= 85 && least >= 85) return "ผ่านดี";
  if (overall >= 85) return "ผ่าน";
  return overall >= 70 ? "ต้องปรับปรุง" : "ต้องปรับปรุงโดยด่วน";
}

std::vector<const ItemFact*> Report::items_of(int issue) const {
  std::vector<const ItemFact*> out;
  for (const ItemFact& item : facts->items) {
    if (!item.text.empty() && std::ranges::count(item.issues, issue) > 0) out.push_back(&item);
  }
  return out;
}

double Report::average_of(int issue) const {
  std::vector<double> values;
  for (const ItemFact* item : items_of(issue)) values.push_back(scores.item(item->code));
  return round_score(mean(values));
}

Report make_report(const Facts& facts, int year, Random& random) {
  Report report;
  report.agency = make_agency(facts, random);
  report.assessed_year = year;
  report.plan_year = year + 1;
  report.facts = &facts.years.at(year);
  report.scores = Scorer(*report.facts, random).run();
  report.last_year = Scorer(*report.facts, random).run();
  report.limitations = facts.sentences_for("limitation", 0);
  random.shuffle(report.limitations);
  report.limitations.resize(static_cast<std::size_t>(random.between(2, 4)));
  return report;
}

}  // namespace prongsai::testdata
