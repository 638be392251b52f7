// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/parts.h"

#include <algorithm>

namespace prongsai::testdata {

std::string own_level(double score) {
  return score >= 95 ? "ดีเยี่ยม" : score >= 85 ? "ดีมาก" : score >= 75 ? "ดี" : "ต้องปรับปรุง";
}

void add_instrument(Row& row, const std::vector<const ItemFact*>& items, const ItemFact& item) {
  if (*std::ranges::find(items, item.instrument, &ItemFact::instrument) != &item) return;
  Cell one = cell(item.instrument, Align::kCentre);
  one.rows = static_cast<int>(std::ranges::count(items, item.instrument, &ItemFact::instrument));
  row.cells.push_back(one);
}

// Columns: instrument (merged over its items), item, score.
void print_item_table(Composer& c, int issue, const std::vector<std::string>& header,
                      bool issue_in_table) {
  Table table;
  table.widths = {1.6, 7, 1.4};
  if (issue_in_table) {
    Cell title = cell(c.issue_heading(issue), Align::kLeft, true);
    title.columns = 3;
    table.rows.push_back({.cells = {title}, .keep_next = true});
    table.header_rows = 2;
  }
  Row head;
  for (const auto& name : header) head.cells.push_back(cell(name, Align::kCentre, true));
  table.rows.push_back(head);
  const auto items = c.report.items_of(issue);
  for (const ItemFact* item : items) {
    Row row;
    add_instrument(row, items, *item);
    row.cells.push_back(cell(c.code_and_text(*item)));
    row.cells.push_back(cell(c.number(c.report.scores.item(item->code)), Align::kCentre));
    table.rows.push_back(row);
    c.say_item(issue, *item);
  }
  c.add(table);
}

void print_finding_groups(Composer& c, int issue) {
  struct Group {
    const char* kind;
    const char* label;
    double low;
    double high;
  };
  static constexpr Group kGroups[] = {{"deficiency", "ข้อบกพร่อง/ข้อปรับปรุง", -1, 80},
                                      {"to_develop", "ข้อที่ต้องพัฒนา", 80, 95},
                                      {"to_maintain", "ข้อที่ต้องรักษาระดับ", 95, 101}};
  for (const Group& group : kGroups) {
    c.add(heading(group.label, 4));
    bool any = false;
    for (const ItemFact* item : c.report.items_of(issue)) {
      const double score = c.report.scores.item(item->code);
      if (score < group.low || score >= group.high) continue;
      any = true;
      const std::string sentence = c.sentence(group.kind, issue);
      Para para = text(c.code(*item) + " " + sentence);
      para.left = 24;
      c.add(para);
      c.say_finding(issue, group.kind, {item->code}, sentence);
    }
    if (!any) c.add(text("ไม่มี"));
  }
}

// Question, analysis and correction of the items with the lowest scores.
void print_question_findings(Composer& c, int issue) {
  c.add(heading("วิเคราะห์ข้อบกพร่อง/ข้อปรับปรุง ข้อที่ต้องพัฒนา หรือรักษาระดับ"));
  auto items = c.report.items_of(issue);
  std::ranges::stable_sort(items, {},
                           [&](const ItemFact* item) { return c.report.scores.item(item->code); });
  items.resize(static_cast<std::size_t>(c.random.between(1, 3)));
  for (const ItemFact* item : items) {
    const std::string analysis = c.sentence("analysis", issue);
    const std::string improvement = c.sentence("improvement", issue);
    Para question = text("ข้อคำถาม : " + c.code(*item) + " " + item->text);
    question.before = 3;
    c.add(question);
    c.add(text("วิเคราะห์ : " + analysis));
    c.add(text("ข้อปรับปรุง : " + improvement));
    c.say_finding(issue, "analysis", {item->code}, analysis);
    c.say_finding(issue, "improvement", {item->code}, improvement);
  }
}

void print_measures(Composer& c, MeasureForm form) {
  c.add(heading("การนำผลการวิเคราะห์แต่ละประเด็นไปสู่การปฏิบัติ ในปีงบประมาณ พ.ศ. " +
                std::to_string(c.report.plan_year)));
  std::vector<Measure> all;
  for (int issue = 1; issue <= 7; ++issue) {
    std::vector<Measure> measures;
    const int count = c.random.between(1, 2);
    measures.reserve(static_cast<std::size_t>(count));
    for (int k = 0; k < count; ++k) measures.push_back(c.make_measure(issue));
    if (form == MeasureForm::kTablePerIssue) {
      c.add(heading(c.issue_heading(issue), 8));
      c.measures_table(
          measures,
          {Column::kOrder, Column::kTitle, Column::kSteps, Column::kPeriod, Column::kResponsible},
          {"ลำดับ", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"},
          {0.8, 2.8, 4, 1.7, 1.7});
    }
    all.insert(all.end(), measures.begin(), measures.end());
  }
  if (form == MeasureForm::kIssueColumn) {
    for (Measure& measure : all) c.double_title(measure);
    c.measures_table(
        all,
        {Column::kIssue, Column::kTitle, Column::kSteps, Column::kResponsible, Column::kPeriod},
        {"ประเด็น", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"},
        {2, 2.6, 3.6, 1.7, 1.8});
  } else if (form == MeasureForm::kNoIssue) {
    for (Measure& measure : all) measure.issue = 0;
    c.measures_table(all, {Column::kTitle, Column::kSteps, Column::kResponsible, Column::kPeriod},
                     {"มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"},
                     {3, 4.2, 1.8, 1.9});
  }
}

MeasureForm some_measure_form(Composer& c) { return static_cast<MeasureForm>(c.random.below(3)); }

void print_findings(Composer& c, int issue, FindingForm form) {
  if (form == FindingForm::kGroups) print_finding_groups(c, issue);
  if (form == FindingForm::kQuestions) print_question_findings(c, issue);
}

FindingForm some_finding_form(Composer& c) { return static_cast<FindingForm>(c.random.below(3)); }

}  // namespace prongsai::testdata
