// SPDX-License-Identifier: GPL-3.0-or-later
// Analysis documents with a table for each issue.
#include <algorithm>

#include "testdata/generate/layouts.h"
#include "testdata/generate/parts.h"
#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

void say_item_score(Composer& c, int issue, const ItemFact& item, bool wrong) {
  const double right = c.report.scores.item(item.code);
  double printed = right;
  if (wrong) {
    printed = round_score(right > 50 ? right - 1.21 : right + 1.21);
    c.gold.planted.push_back({"/issues/" + std::to_string(issue) + "/items/" + item.code +
                                  "/score (restated in the narrative)",
                              std::to_string(printed), std::to_string(right), true});
  }
  Para lead = text(c.code(item) + " : " + item.text + " คะแนน: " + c.number(printed));
  lead.before = 3;
  c.add(lead);
}

void print_graded_table(Composer& c, int issue, bool wrong_average) {
  Table table;
  table.widths = {1.4, 6.4, 1.4, 1.8};
  Row head;
  for (const char* name : {"แบบวัด", "ประเด็นการประเมิน", "คะแนน", "ระดับการประเมิน"}) {
    head.cells.push_back(cell(name, Align::kCentre, true));
  }
  table.rows.push_back(head);
  const auto items = c.report.items_of(issue);
  for (const ItemFact* item : items) {
    const double score = c.report.scores.item(item->code);
    Row row;
    add_instrument(row, items, *item);
    row.cells.push_back(cell(c.code_and_text(*item)));
    row.cells.push_back(cell(c.number(score), Align::kCentre));
    row.cells.push_back(cell(own_level(score), Align::kCentre));
    table.rows.push_back(row);
    c.say_item(issue, *item, own_level(score));
  }
  double average = c.report.average_of(issue);
  if (wrong_average) {
    const double right = average;
    average = round_score(average - 2.37);
    c.gold.planted.push_back({"/issues/" + std::to_string(issue) + "/average/score",
                              std::to_string(average), std::to_string(right), true});
  }
  Cell label = cell("คะแนนเฉลี่ย", Align::kCentre, true);
  label.columns = 2;
  table.rows.push_back({.cells = {label, cell(c.number(average), Align::kCentre, true),
                                  cell(own_level(average), Align::kCentre, true)}});
  c.gold.issue(issue).average = GoldScore{average, own_level(average)};
  c.add(table);
}

}  // namespace

void compose_issue_tables(Composer& c) {
  c.say_years();
  c.cover("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " +
          c.year_phrase(c.report.assessed_year));
  c.analysis_title();
  Para intro = text(c.sentence("intro", 0));
  intro.first = 36;
  c.add(intro);
  c.add(heading("1. ผลการประเมินในภาพรวม"));
  c.overall_paragraph();
  c.add(heading("2. สรุปผลการประเมินรายตัวชี้วัด " + c.year_phrase(c.report.assessed_year)));
  c.indicator_table({"แบบวัด", "ลำดับ", "รายละเอียดตัวชี้วัด", "คะแนน"});
  c.add(heading("3. ข้อมูลรายละเอียดการวิเคราะห์ผลการประเมิน แยกเป็น 7 ประเด็น"));
  const bool in_table = c.random.chance(0.5);
  for (int issue = 1; issue <= 7; ++issue) {
    if (!in_table) c.add(heading(c.issue_heading(issue), 8));
    print_item_table(c, issue, {"เครื่องมือการประเมิน", "ข้อคำถาม", "คะแนน"}, in_table);
    print_finding_groups(c, issue);
  }
  c.add(centred("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายใน" + c.report.agency.gold.name, true));
  print_measures(c, MeasureForm::kIssueColumn);
  if (c.random.chance(0.5)) c.limitations();
}

void compose_graded_prose(Composer& c) {
  c.say_years();
  c.cover("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน " + c.year_phrase(c.report.plan_year));
  c.add(
      heading("1. การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
              "ในปีงบประมาณ พ.ศ. " +
              std::to_string(c.report.assessed_year)));
  const int plant = c.planted_indicator > 0 ? c.random.between(1, 7) : 0;
  const bool plant_average = c.random.chance(0.5);
  c.style.heading = HeadingStyle::kBrackets;
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    print_graded_table(c, issue, plant == issue && plant_average);
    c.add(heading("ผลการวิเคราะห์: " + c.issue_title(issue)));
    bool wrong = plant == issue && !plant_average;
    for (const ItemFact* item : c.report.items_of(issue)) {
      say_item_score(c, issue, *item, wrong);
      wrong = false;
      const std::string sentence = c.sentence("analysis", issue);
      Para para = text("วิเคราะห์: " + sentence);
      para.bold_bytes = static_cast<int>(std::string("วิเคราะห์:").size());
      para.left = 24;
      c.add(para);
      c.say_finding(issue, "analysis", {item->code}, sentence);
    }
    for (const auto& [kind, label] :
         {std::pair{"strength", "จุดแข็ง"}, std::pair{"weakness", "จุดที่สามารถปรับปรุง"},
          std::pair{"recommendation", "ข้อเสนอแนะ"}}) {
      const std::string sentence = c.sentence(kind, issue);
      c.add(heading(label, 3));
      Para para = text("- " + sentence);
      para.left = 24;
      c.add(para);
      c.say_finding(issue, kind, {}, sentence);
      if (std::string(kind) == "weakness") {
        c.gold.issue(issue).findings.back().accept_kinds = {"improvement", "to_develop"};
      }
    }
  }
  c.add(heading("2. การนำผลการวิเคราะห์แต่ละประเด็นไปสู่การปฏิบัติในปีงบประมาณ พ.ศ. " +
                std::to_string(c.report.plan_year)));
  c.style.heading = HeadingStyle::kIssueWord;
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    std::vector<Measure> measures;
    const int count = c.random.between(1, 3);
    measures.reserve(static_cast<std::size_t>(count));
    for (int k = 0; k < count; ++k) measures.push_back(c.make_measure(issue));
    c.measures_table(
        measures,
        {Column::kOrder, Column::kTitle, Column::kSteps, Column::kPeriod, Column::kResponsible},
        {"ลำดับ", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"},
        {0.8, 2.8, 4, 1.7, 1.7});
  }
}

void compose_question_analysis(Composer& c) {
  c.say_years();
  c.analysis_title();
  c.add(heading("1. ผลการประเมินในภาพรวม"));
  c.overall_paragraph();
  c.add(heading("2. สรุปผลการประเมินรายตัวชี้วัด " + c.year_phrase(c.report.assessed_year)));
  c.indicator_table({"แบบ", "ลำดับ", "รายละเอียดตัวชี้วัด", "คะแนน"});
  c.add(heading("3. รายละเอียดแยกเป็น 7 ประเด็น"));
  c.style.heading = HeadingStyle::kIssueWord;
  for (int issue = 1; issue <= 7; ++issue) {
    print_item_table(c, issue, {"เครื่องมือการประเมิน", "ข้อคำถาม", "คะแนน"}, true);
    print_question_findings(c, issue);
  }
  c.add(heading("4. วิธีการนำผลการวิเคราะห์แต่ละประเด็นไปสู่การปฏิบัติ ในปีงบประมาณ พ.ศ. " +
                std::to_string(c.report.plan_year)));
  std::vector<Measure> measures;
  int order = 0;
  for (int issue = 1; issue <= 7; ++issue) {
    Measure measure = c.make_measure(issue);
    measure.issue = 0;
    measure.title = std::to_string(++order) + ". " + measure.title;
    measures.push_back(measure);
  }
  c.measures_table(measures,
                   {Column::kTitle, Column::kSteps, Column::kResponsible, Column::kPeriod},
                   {"มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"},
                   {3, 4.2, 1.8, 1.9});
}

void compose_implementation(Composer& c) {
  c.document.landscape = c.random.chance(0.6);
  c.gold.assessed_year = c.report.assessed_year;
  c.gold.plan_year = c.report.plan_year;
  c.gold.report_year = c.report.plan_year;
  c.gold.framework = std::to_string(c.report.assessed_year);
  c.gold.accept.emplace_back("plan_year", "null");
  c.gold.accept.emplace_back("framework", "null");
  c.gold.accept.emplace_back("framework", std::to_string(c.report.plan_year));
  const std::string title = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายใน" +
                            c.report.agency.gold.name + " " + c.year_phrase(c.report.plan_year);
  c.cover(title);
  c.add(centred(title, true));
  Para intro = text("มาตรการในรายงานนี้มาจากการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส" +
                    c.year_phrase(c.report.assessed_year) + " ซึ่งนำมาดำเนินการใน" +
                    "ปีงบประมาณ พ.ศ. " + std::to_string(c.report.plan_year));
  intro.first = 36;
  c.add(intro);
  c.add(heading("สรุปผลการดำเนินงานตามมาตรการ"));
  static constexpr int kIssueOfIndicator[] = {0, 1, 5, 6, 4, 7, 2, 3, 2, 3, 7};
  const bool full = c.random.chance(0.7);
  for (int n = 1; n <= 10; ++n) {
    c.add(heading("ตัวชี้วัดที่ " + std::to_string(n) + " " + c.indicator_name(n), 8));
    Measure measure = c.make_measure(kIssueOfIndicator[n]);
    c.double_title(measure);
    measure.issue = 0;
    measure.indicator = n;
    if (full) {
      auto more = c.facts.sentences_for("step", kIssueOfIndicator[n]);
      c.random.shuffle(more);
      more.resize(8);
      measure.steps = more;
    }
    c.measures_table({measure},
                     {Column::kTitle, Column::kSteps, Column::kPeriod, Column::kResponsible,
                      Column::kResults, Column::kOutcomes},
                     {"มาตรการ/โครงการหรือกิจกรรม", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
                      "ผู้รับผิดชอบ", "ผลการดำเนินการตามมาตรการ", "ผลลัพธ์หรือความสำเร็จของการดำเนินการ"},
                     {2, 3, 1.5, 1.5, 2.4, 2.4});
  }
}

}  // namespace prongsai::testdata
