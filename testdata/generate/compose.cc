// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/compose.h"

#include <algorithm>
#include <cstdio>
#include <variant>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

std::string two_decimals(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Composer::Composer(const Facts& source, int year, bool thai_digits, Random generator)
    : facts(source), random(generator), report(make_report(source, year, random)) {
  document.thai_digits = thai_digits;
  static const std::vector<std::string> kFamilies = {"Laksaman", "Laksaman", "Laksaman", "Garuda",
                                                     "Norasi",   "Loma",     "Waree",    "Kinnari",
                                                     "Umpush",   "Sawasdee"};
  document.family = random.pick(kFamilies);
  // Laksaman is drawn small, like Sarabun; the others are not.
  document.size = document.family == "Laksaman" ? 15 : 11;
  document.rule_style = static_cast<RuleStyle>(random.below(3));
  document.footer = static_cast<Footer>(random.below(4));
  document.fake_bold = random.chance(0.1);
  if (random.chance(0.12)) document.watermark = random.chance(0.5) ? "สำเนา" : "เผยแพร่";
  if (random.chance(0.25)) {
    document.running_header = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส " + report.agency.short_name;
  }
  static const std::vector<CodeStyle> kCodes = {
      {"ข้อ ", false, false, false, " "}, {"", false, false, false, " "},
      {"", true, false, false, " "},     {"", false, false, true, " "},
      {"", false, false, false, ": "},   {"ข้อ ", true, false, false, " "},
  };
  style.code = random.pick(kCodes);
  if (thai_digits && random.chance(0.4)) style.code.thai_zero = true;
  if (style.code.thai_zero) style.code.upper = false;
  style.short_hundred = random.chance(0.4);
  style.period_form = random.below(16);
  style.heading = static_cast<HeadingStyle>(random.below(3));
  static const std::vector<std::string> kMarks = {". ", ".", ") "};
  style.step_mark = random.pick(kMarks);
  gold.agency = report.agency.gold;
  if (!gold.agency.subdistrict.empty()) gold.accept.emplace_back("subdistrict", "null");
}

std::string Composer::code(const ItemFact& item) const {
  std::string letter(1, item.code[0]);
  if (style.code.upper) letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
  if (style.code.thai_zero && item.instrument == "OIT") letter = "๐";
  return style.code.word + letter +
         (style.code.padded ? two(item.number) : std::to_string(item.number));
}

// A letter taken for a digit: ๐5 for o5, 1๑2 for o12, ๑13 for i13.
std::string Composer::misread(const ItemFact& item) {
  const std::string number = std::to_string(item.number);
  if (item.instrument == "OIT" && misreading_.chance(0.7)) return "๐" + number;
  if (item.instrument == "EIT" || number.size() < 2) return code(item);
  return misreading_.chance(0.5) ? "๑" + number
                                 : "1" + to_thai_digits(number.substr(0, 1)) + number.substr(1);
}

std::string Composer::code_and_text(const ItemFact& item) {
  const bool wrong = style.misread_codes && misreading_.chance(0.25);
  return (wrong ? style.code.word + misread(item) : code(item)) + style.code.after + item.text;
}

std::string Composer::number(double score) const {
  if (style.short_hundred && (score == 100 || score == 0)) return score == 0 ? "0" : "100";
  return two_decimals(score);
}

std::string Composer::issue_title(int issue) const {
  return facts.issue_titles[static_cast<std::size_t>(issue) - 1];
}

std::string Composer::issue_heading(int issue) const {
  const std::string number = std::to_string(issue);
  switch (style.heading) {
    case HeadingStyle::kBrackets:
      return "(" + number + ") " + issue_title(issue);
    case HeadingStyle::kNumber:
      return number + ". " + issue_title(issue);
    default:
      return "ประเด็นที่ " + number + " " + issue_title(issue);
  }
}

std::string Composer::year_phrase(int year) const {
  return "ประจำปีงบประมาณ พ.ศ. " + std::to_string(year);
}

std::string Composer::sentence(const std::string& kind, int issue) {
  auto text = random.pick(facts.sentences_for(kind, issue));
  return replace_all(std::move(text), "{agency}", report.agency.gold.name);
}

std::string Composer::indicator_name(int number) const {
  return report.facts->indicators[static_cast<std::size_t>(number) - 1].name;
}

std::string Composer::full_agency() const {
  const std::string& address = report.agency.address;
  return report.agency.gold.name + (address.empty() ? "" : " " + address);
}

void Composer::say_item(int issue, const ItemFact& item, const std::string& level) {
  gold.issue(issue).items.push_back(
      {item.code, item.instrument, {report.scores.item(item.code), level}});
}

void Composer::say_finding(int issue, std::string kind, std::vector<std::string> codes,
                           std::string text) {
  gold.issue(issue).findings.push_back({std::move(kind), std::move(codes), std::move(text), {}});
}

void Composer::say_years() {
  gold.assessed_year = report.assessed_year;
  gold.plan_year = report.plan_year;
  gold.framework = std::to_string(report.assessed_year);
}

void Composer::cover(const std::string& title) {
  add(Space{120});
  Para big = centred(title, true);
  big.size = document.size * 1.4;
  add(big);
  add(Space{160});
  add(centred(misspelt_name(), true));
  if (!report.agency.address.empty()) add(centred(report.agency.address, true));
  add(PageBreak{});
}

void Composer::analysis_title() {
  add(centred("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ", true));
  add(centred(full_agency() + " " + year_phrase(report.assessed_year), true));
  add(Space{6});
}

void Composer::overall_paragraph() {
  const std::string score = number(report.scores.overall);
  static const std::vector<std::string> kForms = {
      "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {y} ของ{a} มีคะแนนภาพรวม {s} คะแนน อยู่ในระดับ {l}",
      "{a} ได้คะแนนเฉลี่ยรวม {s} คะแนน ผลการประเมินระดับ{l} ในปีงบประมาณ พ.ศ. {y}",
      "ในปีงบประมาณ พ.ศ. {y} คะแนนภาพรวมของ{a}อยู่ที่ {s} คะแนน และอยู่ในระดับ{l}"};
  std::string line = random.pick(kForms);
  line = replace_all(line, "{y}", std::to_string(report.assessed_year));
  line = replace_all(line, "{a}", misspelt_name());
  line = replace_all(line, "{s}", score);
  line = replace_all(line, "{l}", report.scores.level);
  Para para = text(line);
  para.first = 36;
  add(para);
  gold.overall = GoldScore{report.scores.overall, report.scores.level};
}

double Composer::print_indicator(int number) {
  double score = report.scores.indicators[static_cast<std::size_t>(number)];
  if (planted_indicator == number) {
    const double right = score;
    score = score > 50 ? score - 5.5 : score + 5.5;
    score = round_score(score);
    gold.planted.push_back({"/indicators/" + std::to_string(number) + "/score", two_decimals(score),
                            two_decimals(right), true});
  }
  const auto& fact = report.facts->indicators[static_cast<std::size_t>(number) - 1];
  gold.indicators.push_back({number, fact.instrument, {score, ""}});
  return score;
}

void Composer::indicator_table(const std::vector<std::string>& header) {
  Table table;
  table.widths = {1.4, 1, 6, 1.6};
  Row head;
  for (const auto& name : header) head.cells.push_back(cell(name, Align::kCentre, true));
  table.rows.push_back(head);
  for (int n = 1; n <= 10; ++n) {
    Row row;
    if (n == 1 || n == 6 || n == 9) {
      Cell instrument = cell(n == 1 ? "IIT" : n == 6 ? "EIT" : "OIT", Align::kCentre);
      instrument.rows = n == 1 ? 5 : n == 6 ? 3 : 2;
      row.cells.push_back(instrument);
    }
    row.cells.push_back(cell(std::to_string(n), Align::kCentre));
    row.cells.push_back(cell(indicator_name(n)));
    row.cells.push_back(cell(number(print_indicator(n)), Align::kCentre));
    table.rows.push_back(row);
  }
  add(table);
}

void Composer::limitations() {
  add(heading("ข้อจำกัด"));
  int order = 0;
  for (const auto& one : report.limitations) {
    Para para = text(std::to_string(++order) + ". " + one);
    para.left = 18;
    add(para);
    gold.limitations.push_back(one);
  }
}

void Composer::plant_indicator() {
  static const std::vector<int> kChecked = {1, 2, 3, 4, 5, 9, 10};
  planted_indicator = random.pick(kChecked);
}

void Composer::plant_agency() {
  // A mark or the last letter but one is lost: no place of the district is spelt so.
  auto name = code_points(report.agency.gold.subdistrict);
  if (name.size() < 4) return;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (!is_mark(name[i])) continue;
    name.erase(i, 1);
    break;
  }
  const std::string wrong = to_utf8(name);
  if (wrong == report.agency.gold.subdistrict) return;
  const bool exists = std::ranges::any_of(facts.places, [&](const Place& place) {
    return place.subdistrict == wrong && place.district == report.agency.gold.district;
  });
  if (exists) return;
  planted_name_ = report.agency.kind + wrong;
}

std::string Composer::misspelt_name() {
  if (planted_name_.empty()) return report.agency.gold.name;
  if (gold.planted.empty()) {
    gold.agency.variants.push_back(planted_name_.substr(report.agency.kind.size()));
    gold.planted.push_back({"/agency/name", planted_name_, report.agency.gold.name, false});
  }
  return planted_name_;
}

namespace {

struct ToThai {
  void operator()(Para& para) const {
    // A bold beginning is counted in bytes, and a Thai digit has three.
    const std::string label = to_thai_digits(para.text.substr(0, para.bold_bytes));
    para.text = label + to_thai_digits(para.text.substr(para.bold_bytes));
    para.bold_bytes = static_cast<int>(label.size());
  }
  void operator()(Table& table) const {
    for (Row& row : table.rows) {
      for (Cell& one : row.cells) {
        for (Para& para : one.paras) (*this)(para);
      }
    }
  }
  template <typename T>
  void operator()(T& /*other*/) const {}
};

}  // namespace

void use_thai_digits(Document& document) {
  for (Element& element : document.elements) std::visit(ToThai{}, element);
}

}  // namespace prongsai::testdata
