// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace prongsai {
namespace {

constexpr double kHalfUnit = 0.005;  // printed to two decimals
constexpr double kNoise = 1e-6;      // of binary arithmetic

bool is_rounded(double value) { return std::abs(value - std::round(value)) > kNoise; }

// A printed value that checks can confirm or contradict.
struct Place {
  Sourced<double>* score = nullptr;
  std::string path;  // JSON Pointer
};

// All places of the record's scores.
class Places {
 public:
  explicit Places(Record& record) {
    overall = {&record.overall.score, "/overall/score"};
    for (size_t i = 0; i < record.indicators.size(); ++i) {
      indicators[*record.indicators[i].number.value] = {&record.indicators[i].result.score,
                                                        fmt::format("/indicators/{}/score", i)};
    }
    for (size_t i = 0; i < record.issues.size(); ++i) {
      IssueResult& issue = record.issues[i];
      averages[*issue.number.value] = {&issue.average.score,
                                       fmt::format("/issues/{}/average/score", i)};
      for (size_t j = 0; j < issue.items.size(); ++j) {
        if (!issue.items[j].result.score.value) continue;
        items[*issue.items[j].code.value].push_back(
            {&issue.items[j].result.score, fmt::format("/issues/{}/items/{}/score", i, j)});
        by_issue[*issue.number.value].push_back(items[*issue.items[j].code.value].back());
        issue_of[items[*issue.items[j].code.value].back().path] = *issue.number.value;
      }
    }
  }

  Place overall;
  std::map<int, Place> indicators;
  std::map<int, Place> averages;
  std::map<ItemCode, std::vector<Place>> items;
  std::map<int, std::vector<Place>> by_issue;
  std::map<std::string, int> issue_of;
};

void confirm(const Place& place) {
  Trust& trust = place.score->evidence.trust;
  if (trust == Trust::kPlausible) trust = Trust::kVerified;
}

void contradict(const Place& place) { place.score->evidence.trust = Trust::kConflicting; }

// The mean of printed values with the bound within which its printed form must lie.
struct Mean {
  double value = 0;
  double bound = kHalfUnit;  // of the result's own rounding, and of the rounded terms
  bool complete = true;
};

Mean mean_of(const std::vector<double>& values) {
  Mean mean;
  if (values.empty()) return {0, 0, false};
  double rounded = 0;
  for (const double value : values) {
    mean.value += value;
    rounded += is_rounded(value) ? 1 : 0;
  }
  const auto count = static_cast<double>(values.size());
  mean.value /= count;
  mean.bound += kHalfUnit * rounded / count;
  return mean;
}

class Checker {
 public:
  Checker(const Framework& framework, Record& record)
      : framework_(framework), record_(record), places_(record) {}

  void run() {
    doubt_weak_readings();
    indicators_from_items();
    overall_from_indicators();
    issue_averages();
    restatements();
    level_of_overall();
    names_and_years();
  }

 private:
  // A reading of little confidence is doubtful, and no check can make it more.
  void doubt_weak_readings() {
    constexpr double kWeak = 0.6;
    const auto doubt = [](const Place& place) {
      if (place.score->value && place.score->evidence.confidence < kWeak)
        place.score->evidence.trust = Trust::kDoubtful;
    };
    doubt(places_.overall);
    for (const auto& [number, place] : places_.indicators) doubt(place);
    for (const auto& [number, place] : places_.averages) doubt(place);
    for (const auto& [code, places] : places_.items)
      std::for_each(places.begin(), places.end(), doubt);
  }

  bool add(std::string rule, const Place& place, double computed, double bound,
           const std::string& message) {
    Check check;
    check.rule = std::move(rule);
    check.path = place.path;
    check.reported = *place.score->value;
    check.computed = std::round(computed * 10000) / 10000;
    check.agrees = std::abs(*place.score->value - computed) <= bound + kNoise;
    check.message = fmt::format("{}: printed {:.2f}, computed {:.4f} (within {:.4f})", message,
                                *place.score->value, computed, bound);
    record_.checks.push_back(check);
    return check.agrees;
  }

  // The score of an item, if it is printed and always the same.
  std::optional<double> item_score(ItemCode code) const {
    const auto it = places_.items.find(code);
    if (it == places_.items.end()) return std::nullopt;
    const double first = *it->second.front().score->value;
    for (const Place& place : it->second) {
      if (*place.score->value != first) return std::nullopt;
    }
    return first;
  }

  std::vector<ItemCode> items_of(int indicator) const {
    std::vector<ItemCode> codes;
    for (const Item& item : framework_.items) {
      if (item.indicator == indicator) codes.push_back(item.code);
    }
    return codes;
  }

  std::optional<Mean> mean_of_items(const std::vector<ItemCode>& codes) const {
    std::vector<double> values;
    for (const ItemCode& code : codes) {
      const auto score = item_score(code);
      if (!score) return std::nullopt;
      values.push_back(*score);
    }
    if (values.empty()) return std::nullopt;
    return mean_of(values);
  }

  // Indicator 9 is the mean of its sub-indicators where the codebook knows their items.
  std::optional<Mean> mean_of_sub_indicators(int indicator) const {
    Mean total{0, kHalfUnit, true};
    double count = 0;
    for (const SubIndicator& sub : framework_.sub_indicators) {
      if (sub.indicator != indicator) continue;
      const auto mean = mean_of_items(sub.items);
      if (!mean) return std::nullopt;
      total.value += mean->value;
      ++count;
    }
    if (count == 0) return std::nullopt;
    total.value /= count;
    return total;
  }

  void indicators_from_items() {
    // Confirmed for these years; the EIT has a second part that reports do not print by item.
    if (framework_.fiscal_year < 2567 || framework_.fiscal_year > 2568) return;
    for (const auto& [number, place] : places_.indicators) {
      const Indicator* indicator = framework_.find_indicator(number);
      if (!place.score->value || indicator == nullptr || indicator->instrument == Instrument::kEit)
        continue;
      const std::vector<ItemCode> codes = items_of(number);
      std::optional<Mean> mean =
          indicator->instrument == Instrument::kOit ? mean_of_sub_indicators(number) : std::nullopt;
      if (!mean) mean = mean_of_items(codes);
      if (!mean) continue;
      if (add("indicator_from_items", place, mean->value, mean->bound,
              fmt::format("indicator {} is the mean of its items", number))) {
        confirm(place);
        for (const ItemCode& code : codes) {
          for (const Place& item : places_.items.at(code)) confirm(item);
        }
      } else {
        contradict(place);
      }
    }
  }

  void overall_from_indicators() {
    if (!places_.overall.score->value) return;
    double total = 0;
    for (const InstrumentInfo& info : codebook().instruments) {
      double sum = 0;
      for (const int number : info.indicators) {
        const auto it = places_.indicators.find(number);
        if (it == places_.indicators.end() || !it->second.score->value) return;
        sum += *it->second.score->value;
      }
      total += info.weight * sum / static_cast<double>(info.indicators.size());
    }
    if (add("overall_from_indicators", places_.overall, total, 2 * kHalfUnit,
            "overall is 30/30/40 of the instruments")) {
      confirm(places_.overall);
      for (const auto& [number, place] : places_.indicators) confirm(place);
    } else {
      contradict(places_.overall);
    }
  }

  void issue_averages() {
    for (const auto& [number, place] : places_.averages) {
      const auto items = places_.by_issue.find(number);
      if (!place.score->value || items == places_.by_issue.end()) continue;
      std::vector<double> values;
      for (const Place& item : items->second) values.push_back(*item.score->value);
      const Mean mean = mean_of(values);
      if (add("issue_average", place, mean.value, mean.bound,
              fmt::format("average of issue {} over its {} items", number, values.size()))) {
        confirm(place);
        for (const Place& item : items->second) confirm(item);
      } else {
        contradict(place);
      }
    }
  }

  const Place* restated_place(const Restatement& again) {
    switch (again.of) {
      case Restatement::Of::kOverall:
        return &places_.overall;
      case Restatement::Of::kIndicator: {
        const auto it = places_.indicators.find(again.indicator);
        return it == places_.indicators.end() ? nullptr : &it->second;
      }
      case Restatement::Of::kIssueAverage: {
        const auto it = places_.averages.find(again.issue);
        return it == places_.averages.end() ? nullptr : &it->second;
      }
      case Restatement::Of::kItem:
        break;
    }
    const auto it = places_.items.find(again.code);
    if (it == places_.items.end()) return nullptr;
    for (const Place& place : it->second) {
      if (places_.issue_of.at(place.path) == again.issue) return &place;
    }
    return &it->second.front();
  }

  void restatements() {
    for (const Restatement& again : record_.restatements) {
      const Place* place = restated_place(again);
      if (place == nullptr || place->score->value == std::nullopt) continue;
      const std::string where = fmt::format("printed again on page {} as \"{}\"",
                                            again.evidence.page, again.evidence.text);
      if (add("restated_score", *place, again.score, kNoise, where)) {
        confirm(*place);
      } else {
        contradict(*place);
      }
    }
  }

  void level_of_overall() {
    const Result& overall = record_.overall;
    if (!overall.score.value || !overall.level.value) return;
    for (const LevelSet& set : codebook().level_sets) {
      if (std::find(set.years.begin(), set.years.end(), framework_.fiscal_year) == set.years.end())
        continue;
      const auto level = std::find_if(set.levels.begin(), set.levels.end(), [&](const Level& l) {
        return l.name == *overall.level.value;
      });
      if (level == set.levels.end() || !level->least) continue;
      const auto right = std::find_if(set.levels.begin(), set.levels.end(), [&](const Level& l) {
        return l.least && *overall.score.value >= *l.least;
      });
      if (right == set.levels.end()) continue;
      add_text("level_matches_score", "/overall/level", *overall.level.value, right->name,
               "level of the overall score");
    }
  }

  void add_text(std::string rule, std::string path, std::string reported, std::string computed,
                std::string message) {
    Check check;
    check.rule = std::move(rule);
    check.path = std::move(path);
    check.agrees = reported == computed;
    check.reported_text = std::move(reported);
    check.computed_text = std::move(computed);
    check.message = std::move(message);
    record_.checks.push_back(std::move(check));
  }

  void names_and_years() {
    Agency& agency = record_.agency;
    if (agency.name.value) {
      const auto other =
          std::find_if(agency.variants.begin(), agency.variants.end(),
                       [&](const Agency::Variant& v) { return v.text != *agency.name.value; });
      const bool same = other == agency.variants.end();
      add_text("agency_consistent", "/agency/name", *agency.name.value,
               same ? *agency.name.value : other->text,
               same ? "one spelling throughout" : fmt::format("also printed \"{}\"", other->text));
    }
    if (record_.assessed_year.value && record_.framework.value) {
      Check check;
      check.rule = "year_consistent";
      check.path = "/assessed_year";
      check.reported = *record_.assessed_year.value;
      check.computed = *record_.framework.value;
      check.agrees = check.reported == check.computed;
      check.message = "the items are those of this fiscal year";
      if (!check.agrees) record_.assessed_year.evidence.trust = Trust::kConflicting;
      record_.checks.push_back(std::move(check));
    }
  }

  const Framework& framework_;
  Record& record_;
  Places places_;
};

}  // namespace

void run_checks(const Framework& framework, Record& record) { Checker(framework, record).run(); }

}  // namespace prongsai
