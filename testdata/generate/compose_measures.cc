// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "testdata/generate/compose.h"

namespace prongsai::testdata {
namespace {

constexpr int kToCommonEra = 543;
constexpr const char* kSecondTitle = " 2. ";

std::string iso(int year, int month, int day) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year - kToCommonEra) + "-" + two(month) + "-" + two(day);
}

struct PeriodForm {
  const char* text;  // {P} the year before, {Y} the plan's year, {p} and {y} their last two digits
  int start_year;    // 0: the plan's year, -1: the year before
  int start_month;
  int end_year;
  int end_month;
};

constexpr PeriodForm kPeriods[] = {
    {"1 ต.ค.{p} - 30 ก.ย.{y}", -1, 10, 0, 9},
    {"1 ตุลาคม {P} – 30 กันยายน {Y}", -1, 10, 0, 9},
    {"ต.ค. {p} ถึง ก.ย. {y}", -1, 10, 0, 9},
    {"ต.ค. {p} ถึง มี.ค. {y}", -1, 10, 0, 3},
    {"ตุลาคม {P} - กันยายน {Y}", -1, 10, 0, 9},
    {"มกราคม - มีนาคม {Y}", 0, 1, 0, 3},
    {"เมษายน - พฤษภาคม {Y}", 0, 4, 0, 5},
    {"ตุลาคม - กันยายน {Y}", -1, 10, 0, 9},
    {"สิงหาคม {Y}", 0, 8, 0, 8},
    {"ต.ค.{p}-ก.ย.{y}", -1, 10, 0, 9},
    {"ตุลาคม {p} - กันยายน {y}", -1, 10, 0, 9},
    {"ไตรมาส 1", -1, 10, -1, 12},
    {"ไตรมาสที่ 3", 0, 4, 0, 6},
    {"ไตรมาส 1-2", -1, 10, 0, 3},
    {"ไตรมาสแรก", -1, 10, -1, 12},
    {"ตลอดปีงบประมาณ", -1, 10, 0, 9},
    {"ธ.ค. {P} - ก.พ. {Y}", -1, 12, 0, 2},
    {"ปีงบประมาณ พ.ศ. {Y}", -1, 10, 0, 9},
};

int last_day(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = month == 2 && (year - kToCommonEra) % 4 == 0;
  return kDays[month - 1] + (leap ? 1 : 0);
}

std::string fill(std::string text, const std::string& key, const std::string& value) {
  for (auto at = text.find(key); at != std::string::npos; at = text.find(key)) {
    text.replace(at, key.size(), value);
  }
  return text;
}

struct Owner {
  std::vector<std::string> lines;  // as printed
  std::vector<std::string> parts;  // as understood
};

const std::vector<Owner>& owners() {
  static const std::vector<Owner> kOwners = {
      {{"สำนักปลัด"}, {"สำนักปลัด"}},
      {{"กองคลัง"}, {"กองคลัง"}},
      {{"กองช่าง"}, {"กองช่าง"}},
      {{"ทุกสำนัก/กอง"}, {"ทุกสำนัก/กอง"}},
      {{"ทุกส่วนราชการ"}, {"ทุกส่วนราชการ"}},
      {{"งานบริหารทั่วไป/ สำนักปลัด"}, {"งานบริหารทั่วไป", "สำนักปลัด"}},
      {{"งานนโยบายและแผน/ สำนักปลัด"}, {"งานนโยบายและแผน", "สำนักปลัด"}},
      {{"งานพัสดุ/ กองคลัง"}, {"งานพัสดุ", "กองคลัง"}},
      {{"หน่วยตรวจสอบภายใน"}, {"หน่วยตรวจสอบภายใน"}},
      {{"- กองคลัง", "- กองช่าง"}, {"กองคลัง", "กองช่าง"}},
      {{"- สำนักปลัด", "- กองการศึกษา"}, {"สำนักปลัด", "กองการศึกษา"}},
  };
  return kOwners;
}

std::vector<std::string> some(std::vector<std::string> from, int count, Random& random) {
  random.shuffle(from);
  from.resize(std::min(from.size(), static_cast<std::size_t>(count)));
  return from;
}

Cell centred_cell(const std::string& content) { return cell(content, Align::kCentre); }

}  // namespace

Period Composer::period(int form) const {
  const PeriodForm& source = kPeriods[static_cast<std::size_t>(form) % std::size(kPeriods)];
  const int year = report.plan_year;
  std::string text = source.text;
  text = fill(text, "{P}", std::to_string(year - 1));
  text = fill(text, "{Y}", std::to_string(year));
  text = fill(text, "{p}", std::to_string((year - 1) % 100));
  text = fill(text, "{y}", std::to_string(year % 100));
  const int end = year + source.end_year;
  return {text, iso(year + source.start_year, source.start_month, 1),
          iso(end, source.end_month, last_day(end, source.end_month))};
}

Measure Composer::make_measure(int issue) {
  auto titles = facts.sentences_for("title", issue);
  std::erase_if(titles, [&](const std::string& title) {
    return std::ranges::count(used_titles_, title) > 0;
  });
  Measure measure;
  measure.issue = issue;
  measure.title = titles.empty() ? sentence("topic", issue) + "ระยะที่สอง" : random.pick(titles);
  used_titles_.push_back(measure.title);
  measure.steps = some(facts.sentences_for("step", issue), random.between(2, 5), random);
  measure.period = period(random.chance(0.7) ? style.period_form : random.below(18));
  measure.responsible = random.pick(owners()).parts;
  measure.results = some(facts.sentences_for("result", issue), random.between(1, 3), random);
  measure.outcomes = some(facts.sentences_for("outcome", issue), random.between(1, 3), random);
  return measure;
}

void Composer::double_title(Measure& measure) {
  if (!random.chance(0.25)) return;
  const std::string first = measure.title;
  measure.title = "1. " + first + kSecondTitle + make_measure(measure.issue).title;
}

std::vector<Para> Composer::list_paras(const std::vector<std::string>& entries,
                                       bool numbered) const {
  std::vector<Para> paras;
  int order = 0;
  for (const auto& entry : entries) {
    ++order;
    paras.push_back(text(numbered ? std::to_string(order) + style.step_mark + entry : entry));
  }
  return paras;
}

Cell Composer::measure_cell(const Measure& measure, Column column, int order) {
  switch (column) {
    case Column::kIssue:
      return cell(std::to_string(measure.issue) + ". " + issue_title(measure.issue));
    case Column::kOrder:
      return centred_cell(std::to_string(order));
    case Column::kTitle: {
      const std::size_t second = measure.title.find(kSecondTitle);
      if (second == std::string::npos) return cell(measure.title);
      return Cell{
          .paras = {text(measure.title.substr(0, second)), text(measure.title.substr(second + 1))}};
    }
    case Column::kSteps:
      return Cell{.paras = list_paras(measure.steps, true)};
    case Column::kPeriod:
      return centred_cell(measure.period.text);
    case Column::kResponsible: {
      Cell out;
      for (const Owner& owner : owners()) {
        if (owner.parts != measure.responsible) continue;
        for (const auto& line : owner.lines) out.paras.push_back(text(line));
      }
      return out;
    }
    case Column::kResults:
      return Cell{.paras = list_paras(measure.results, measure.results.size() > 1)};
    case Column::kOutcomes:
      return Cell{.paras = list_paras(measure.outcomes, measure.outcomes.size() > 1)};
  }
  return {};
}

void Composer::measures_table(const std::vector<Measure>& measures,
                              const std::vector<Column>& columns,
                              const std::vector<std::string>& headers,
                              const std::vector<double>& widths) {
  Table table;
  table.widths = widths;
  table.size = document.size * 0.92;
  Row head;
  for (const auto& name : headers) {
    Cell one = cell(name, Align::kCentre, true);
    one.middle = true;
    head.cells.push_back(one);
  }
  table.rows.push_back(head);
  int order = 0;
  int last_issue = 0;
  for (const Measure& measure : measures) {
    ++order;
    Row row;
    for (const Column column : columns) {
      if (column == Column::kIssue && measure.issue == last_issue) continue;
      Cell one = measure_cell(measure, column, order);
      if (column == Column::kIssue) {
        one.rows = static_cast<int>(std::ranges::count(measures, measure.issue, &Measure::issue));
      }
      row.cells.push_back(one);
    }
    last_issue = measure.issue;
    table.rows.push_back(row);
    Measure said = measure;
    const auto has = [&](Column column) { return std::ranges::count(columns, column) > 0; };
    if (!has(Column::kResults)) said.results.clear();
    if (!has(Column::kOutcomes)) said.outcomes.clear();
    gold.measures.push_back(said);
  }
  add(table);
}

}  // namespace prongsai::testdata
