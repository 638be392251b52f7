// SPDX-License-Identifier: GPL-3.0-or-later
// Other tables of item scores: other columns, other rules, one for all issues.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "testdata/generate/layouts.h"
#include "testdata/generate/parts.h"

namespace prongsai::testdata {
namespace {

// Everything before the items.
void print_front(Composer& c) {
  c.say_years();
  if (c.random.chance(0.5)) {
    c.cover("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " +
            c.year_phrase(c.report.assessed_year));
  }
  c.analysis_title();
  Para intro = text(c.sentence("intro", 0));
  intro.first = 36;
  c.add(intro);
  c.overall_paragraph();
}

void print_back(Composer& c) {
  print_measures(c, some_measure_form(c));
  if (c.random.chance(0.4)) c.limitations();
}

Row header_row(const std::vector<std::string>& names) {
  Row row;
  for (const auto& name : names) {
    Cell one = cell(name, Align::kCentre, true);
    one.middle = true;
    row.cells.push_back(one);
  }
  return row;
}

std::string score_of(Composer& c, const ItemFact& item) {
  return c.number(c.report.scores.item(item.code));
}

std::string difference(double now, double before) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%+.2f", now - before);
  return buffer;
}

void print_average(Composer& c, int issue) {
  const double average = c.report.average_of(issue);
  c.gold.issue(issue).average = GoldScore{average, ""};
}

}  // namespace

void compose_score_first(Composer& c) {
  print_front(c);
  const FindingForm findings = some_finding_form(c);
  c.style.code.word.clear();
  const bool with_level = c.random.chance(0.6);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    Table table;
    table.widths = {0.9, 1, 1.3, 6};
    table.rows.push_back(header_row({"ลำดับ", "ข้อ", "คะแนน", "ข้อคำถาม"}));
    if (with_level) {
      table.widths = {0.9, 1, 1.3, 1.8, 5.5};
      table.rows[0] = header_row({"ลำดับ", "ข้อ", "คะแนน", "ระดับ", "ข้อคำถาม"});
    }
    int order = 0;
    for (const ItemFact* item : c.report.items_of(issue)) {
      const std::string level = own_level(c.report.scores.item(item->code));
      Row row;
      row.cells = {cell(std::to_string(++order), Align::kCentre),
                   cell(c.code(*item), Align::kCentre), cell(score_of(c, *item), Align::kCentre)};
      if (with_level) row.cells.push_back(cell(level, Align::kCentre));
      row.cells.push_back(cell(item->text));
      table.rows.push_back(row);
      c.say_item(issue, *item, with_level ? level : "");
    }
    c.add(table);
    print_findings(c, issue, findings);
  }
  print_back(c);
}

void compose_long_table(Composer& c) {
  print_front(c);
  c.add(heading("สรุปผลการประเมินรายตัวชี้วัด " + c.year_phrase(c.report.assessed_year)));
  c.indicator_table({"แบบวัด", "ลำดับ", "รายละเอียดตัวชี้วัด", "คะแนน"});
  c.add(heading("ผลคะแนนรายข้อคำถามแยกตามประเด็น"));
  const bool averages = c.random.chance(0.5);
  Table table;
  table.widths = {1.5, 7, 1.4};
  table.rows.push_back(header_row({"เครื่องมือ", "ประเด็น/ข้อคำถาม", "คะแนน"}));
  for (int issue = 1; issue <= 7; ++issue) {
    Cell title = cell(c.issue_heading(issue), Align::kLeft, true);
    title.columns = 3;
    table.rows.push_back({.cells = {title}, .keep_next = true});
    for (const ItemFact* item : c.report.items_of(issue)) {
      table.rows.push_back(
          {.cells = {cell(item->instrument, Align::kCentre), cell(c.code_and_text(*item)),
                     cell(score_of(c, *item), Align::kCentre)}});
      c.say_item(issue, *item);
    }
    if (!averages) continue;
    Cell label = cell("คะแนนเฉลี่ย", Align::kRight, true);
    label.columns = 2;
    table.rows.push_back(
        {.cells = {label, cell(c.number(c.report.average_of(issue)), Align::kCentre, true)}});
    print_average(c, issue);
  }
  c.add(table);
  print_back(c);
}

void compose_issue_column(Composer& c) {
  print_front(c);
  c.document.landscape = c.random.chance(0.5);
  c.style.heading = HeadingStyle::kNumber;
  Table table;
  table.widths = {2.4, 1.2, 5.6, 1.4};
  table.rows.push_back(header_row({"ประเด็น", "แบบวัด", "ข้อคำถาม", "คะแนน"}));
  for (int issue = 1; issue <= 7; ++issue) {
    const auto items = c.report.items_of(issue);
    for (const ItemFact* item : items) {
      Row row;
      if (item == items.front()) {
        Cell title = cell(c.issue_heading(issue));
        title.rows = static_cast<int>(items.size());
        row.cells.push_back(title);
      }
      add_instrument(row, items, *item);
      row.cells.push_back(cell(c.code_and_text(*item)));
      row.cells.push_back(cell(score_of(c, *item), Align::kCentre));
      table.rows.push_back(row);
      c.say_item(issue, *item);
    }
  }
  c.add(table);
  print_back(c);
}

void compose_ruleless(Composer& c) {
  print_front(c);
  const FindingForm findings = some_finding_form(c);
  c.style.code.after = " ";
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    Table table;
    table.rules = Rules::kNone;
    table.widths = {1.2, 7, 1.6};
    table.rows.push_back(header_row({"ข้อ", "รายการประเมิน", "คะแนน"}));
    for (const ItemFact* item : c.report.items_of(issue)) {
      table.rows.push_back({.cells = {cell(c.code(*item)), cell(item->text),
                                      cell(score_of(c, *item), Align::kRight)}});
      c.say_item(issue, *item);
    }
    c.add(table);
    print_findings(c, issue, findings);
  }
  print_back(c);
}

void compose_horizontal_rules(Composer& c) {
  print_front(c);
  const FindingForm findings = some_finding_form(c);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    Table table;
    table.rules = Rules::kHorizontal;
    table.widths = {1.2, 6.4, 1.4, 1.8};
    table.rows.push_back(header_row({"แบบวัด", "ประเด็นการประเมิน", "คะแนน", "ระดับ"}));
    for (const ItemFact* item : c.report.items_of(issue)) {
      const std::string level = own_level(c.report.scores.item(item->code));
      table.rows.push_back(
          {.cells = {cell(item->instrument, Align::kCentre), cell(c.code_and_text(*item)),
                     cell(score_of(c, *item), Align::kRight), cell(level, Align::kCentre)}});
      c.say_item(issue, *item, level);
    }
    Cell label = cell("คะแนนเฉลี่ย", Align::kCentre, true);
    label.columns = 2;
    const double average = c.report.average_of(issue);
    table.rows.push_back({.cells = {label, cell(c.number(average), Align::kRight, true),
                                    cell(own_level(average), Align::kCentre, true)}});
    c.gold.issue(issue).average = GoldScore{average, own_level(average)};
    c.add(table);
    print_findings(c, issue, findings);
  }
  print_back(c);
}

namespace {

// The two years' columns in the order chosen for the document, and perhaps their difference.
struct TwoYears {
  bool last_first = true;
  bool with_difference = false;

  void cells(Composer& c, Row& row, double now, const std::string& before) const {
    const std::string present = c.number(now);
    row.cells.push_back(cell(last_first ? before : present, Align::kCentre));
    row.cells.push_back(cell(last_first ? present : before, Align::kCentre));
    if (!with_difference) return;
    row.cells.push_back(
        cell(before == "-" ? "-" : difference(now, std::stod(before)), Align::kCentre));
  }

  void head(Composer& c, Table& table, const std::vector<std::string>& names) const {
    Row first = header_row(names);
    for (Cell& one : first.cells) one.rows = 2;
    Cell scores = cell("คะแนน", Align::kCentre, true);
    scores.columns = 2;
    first.cells.push_back(scores);
    if (with_difference) {
      Cell change = cell("ผลต่าง", Align::kCentre, true);
      change.rows = 2;
      first.cells.push_back(change);
    }
    const int year = c.report.assessed_year;
    const std::string years[] = {"ปี พ.ศ. " + std::to_string(last_first ? year - 1 : year),
                                 "ปี พ.ศ. " + std::to_string(last_first ? year : year - 1)};
    table.rows.push_back(first);
    table.rows.push_back(header_row({years[0], years[1]}));
    table.header_rows = 2;
  }
};

}  // namespace

void compose_two_years(Composer& c) {
  print_front(c);
  const TwoYears years{.last_first = c.random.chance(0.7), .with_difference = c.random.chance(0.5)};
  c.add(heading("เปรียบเทียบผลการประเมินรายตัวชี้วัดกับปีที่ผ่านมา"));
  Table indicators;
  indicators.widths = {0.9, 5, 1.5, 1.5};
  if (years.with_difference) indicators.widths.push_back(1.4);
  years.head(c, indicators, {"ที่", "ตัวชี้วัด"});
  for (int n = 1; n <= 10; ++n) {
    Row row;
    row.cells = {cell(std::to_string(n), Align::kCentre), cell(c.indicator_name(n))};
    const double now = c.print_indicator(n);
    years.cells(c, row, now, c.number(c.report.last_year.indicators[static_cast<std::size_t>(n)]));
    indicators.rows.push_back(row);
  }
  c.add(indicators);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    Table table;
    table.widths = {1.2, 5.4, 1.5, 1.5};
    if (years.with_difference) table.widths.push_back(1.4);
    years.head(c, table, {"แบบวัด", "ข้อคำถาม"});
    for (const ItemFact* item : c.report.items_of(issue)) {
      Row row;
      row.cells = {cell(item->instrument, Align::kCentre), cell(c.code_and_text(*item))};
      // Not every document of the year before had its like.
      const bool known = item->instrument != "OIT" || item->number % 4 != 3;
      years.cells(c, row, c.report.scores.item(item->code),
                  known ? c.number(c.report.last_year.item(item->code)) : "-");
      table.rows.push_back(row);
      c.say_item(issue, *item);
    }
    c.add(table);
  }
  print_back(c);
}

void compose_two_halves(Composer& c) {
  print_front(c);
  c.document.landscape = c.random.chance(0.5);
  const FindingForm findings = some_finding_form(c);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    Table table;
    table.size = c.document.size * 0.9;
    table.widths = {1, 4, 1.3, 1, 4, 1.3};
    table.rows.push_back(header_row({"ข้อ", "ข้อคำถาม", "คะแนน", "ข้อ", "ข้อคำถาม", "คะแนน"}));
    const auto items = c.report.items_of(issue);
    const std::size_t half = (items.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) {
      Row row;
      for (const std::size_t k : {i, i + half}) {
        const ItemFact* item = k < items.size() ? items[k] : nullptr;
        row.cells.push_back(cell(item != nullptr ? c.code(*item) : "", Align::kCentre));
        row.cells.push_back(cell(item != nullptr ? item->text : ""));
        row.cells.push_back(cell(item != nullptr ? score_of(c, *item) : "", Align::kCentre));
      }
      table.rows.push_back(row);
    }
    for (const ItemFact* item : items) c.say_item(issue, *item);
    c.add(table);
    print_findings(c, issue, findings);
  }
  print_back(c);
}

}  // namespace prongsai::testdata
