// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are not a row of tables: running text, memos, summaries, one landscape table.
#include <algorithm>

#include "testdata/generate/layouts.h"
#include "testdata/generate/parts.h"
#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

void signature(Composer& c) {
  c.add(Space{40});
  for (const char* line : {"ลงชื่อ ........................................ ผู้รายงาน",
                           "(นายสมมุติ ตัวอย่างดี)", "ตำแหน่ง นักวิเคราะห์นโยบายและแผน"}) {
    Para para = centred(line);
    para.left = 180;
    c.add(para);
  }
}

void memo(Composer& c) {
  Para title = centred("บันทึกข้อความ", true);
  title.size = c.document.size * 1.5;
  c.add(title);
  const std::string year = std::to_string(c.report.assessed_year);
  const auto field = [&](const std::string& label, const std::string& value) {
    Para para = text(label + " " + value);
    para.bold_bytes = static_cast<int>(label.size());
    c.add(para);
  };
  field("ส่วนราชการ", c.full_agency());
  field("ที่", "ปป 81203/" + std::to_string(c.random.between(12, 480)) + "      วันที่ " +
                 std::to_string(c.random.between(1, 28)) + " พฤศจิกายน " + year);
  field("เรื่อง",
        "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส " + c.year_phrase(c.report.assessed_year));
  field("เรียน", "หัวหน้าส่วนราชการทุกส่วน");
  Para body = text(
      "ตามที่ผลการประเมินได้ประกาศแล้วนั้น ผู้รายงานได้สรุปคะแนนและข้อเสนอไว้ในเอกสารแนบ "
      "ขอได้โปรดพิจารณาและแจ้งผู้เกี่ยวข้องถือปฏิบัติในปีงบประมาณ พ.ศ. " +
      std::to_string(c.report.plan_year));
  body.first = 36;
  body.before = 8;
  c.add(body);
  signature(c);
  c.add(PageBreak{});
}

Cell span_header(const std::string& name, int columns, int rows) {
  Cell out = cell(name, Align::kCentre, true);
  out.columns = columns;
  out.rows = rows;
  out.middle = true;
  return out;
}

}  // namespace

void compose_bullets(Composer& c) {
  c.say_years();
  c.analysis_title();
  c.overall_paragraph();
  if (c.random.chance(0.5)) {
    c.add(heading("คะแนนรายตัวชี้วัด"));
    for (int n = 1; n <= 10; ++n) {
      Para para = text("ตัวชี้วัดที่ " + std::to_string(n) + " " + c.indicator_name(n) + " ได้ " +
                       c.number(c.print_indicator(n)) + " คะแนน");
      para.left = 24;
      c.add(para);
    }
  }
  const std::string bullet = c.random.chance(0.6) ? "• " : "- ";
  static const std::vector<std::pair<std::string, std::string>> kForms = {
      {" ได้คะแนน ", " คะแนน"}, {" (", " คะแนน)"}, {" คะแนน: ", ""}, {" มีผลคะแนนร้อยละ ", ""}};
  const auto form = c.random.pick(kForms);
  const FindingForm findings = some_finding_form(c);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    for (const ItemFact* item : c.report.items_of(issue)) {
      Para para = text(bullet + c.code_and_text(*item) + form.first +
                       c.number(c.report.scores.item(item->code)) + form.second);
      para.left = 18;
      para.first = -12;
      c.add(para);
      c.say_item(issue, *item);
    }
    if (c.random.chance(0.5)) {
      const double average = c.report.average_of(issue);
      c.add(text("คะแนนเฉลี่ยของประเด็นนี้ " + c.number(average) + " คะแนน"));
      c.gold.issue(issue).average = GoldScore{average, ""};
    }
    print_findings(c, issue, findings);
  }
  print_measures(c, some_measure_form(c));
}

void compose_memo_cover(Composer& c) {
  c.say_years();
  memo(c);
  c.analysis_title();
  c.overall_paragraph();
  c.indicator_table({"แบบวัด", "ลำดับ", "รายละเอียดตัวชี้วัด", "คะแนน"});
  const FindingForm findings = some_finding_form(c);
  for (int issue = 1; issue <= 7; ++issue) {
    c.add(heading(c.issue_heading(issue), 8));
    print_item_table(c, issue, {"แบบวัด", "รายการ", "คะแนน"}, false);
    print_findings(c, issue, findings);
  }
  print_measures(c, some_measure_form(c));
  if (c.random.chance(0.5)) c.limitations();
  signature(c);
}

void compose_indicator_summary(Composer& c) {
  c.say_years();
  c.planted_indicator = 0;  // nothing in the document could show it
  c.gold.plan_year = 0;
  c.gold.accept.emplace_back("plan_year", std::to_string(c.report.plan_year));
  c.gold.accept.emplace_back("framework", "null");
  c.add(centred("สรุปผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)", true));
  c.add(centred(c.full_agency(), true));
  c.add(centred(c.year_phrase(c.report.assessed_year), true));
  c.overall_paragraph();
  const bool levels = c.random.chance(0.5);
  Table table;
  table.widths = {0.9, 5, 1.6};
  Row head;
  head.cells = {cell("ที่", Align::kCentre, true), cell("ตัวชี้วัด", Align::kCentre, true),
                cell("คะแนน", Align::kCentre, true)};
  if (levels) {
    table.widths.push_back(1.8);
    head.cells.push_back(cell("ระดับ", Align::kCentre, true));
  }
  table.rows.push_back(head);
  static constexpr const char* kInstruments[] = {"IIT", "EIT", "OIT"};
  for (int n = 1; n <= 10; ++n) {
    const double score = c.print_indicator(n);
    Row row;
    row.cells = {cell(std::to_string(n), Align::kCentre), cell(c.indicator_name(n)),
                 cell(c.number(score), Align::kCentre)};
    if (levels) {
      row.cells.push_back(cell(own_level(score), Align::kCentre));
      c.gold.indicators.back().result.level = own_level(score);
    }
    table.rows.push_back(row);
    if (n != 5 && n != 8 && n != 10) continue;
    const std::size_t which = n == 5 ? 0 : n == 8 ? 1 : 2;
    Cell label = cell(std::string("คะแนนแบบวัด ") + kInstruments[which], Align::kRight, true);
    label.columns = 2;
    Row sum;
    sum.cells = {label, cell(c.number(c.report.scores.instruments[which]), Align::kCentre, true)};
    if (levels) sum.cells.push_back(cell(""));
    table.rows.push_back(sum);
  }
  c.add(table);
  Para closing = text(c.sentence("summary", 0));
  closing.before = 8;
  c.add(closing);
  signature(c);
}

void compose_landscape_merged(Composer& c) {
  c.document.landscape = true;
  c.say_years();
  const std::string title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ของ" +
                            c.report.agency.gold.name + " ในปี พ.ศ. " +
                            std::to_string(c.report.plan_year);
  c.add(centred(title, true));
  if (!c.report.agency.address.empty()) c.add(centred(c.report.agency.address, true));
  if (c.random.chance(0.6)) {
    c.add(text("จัดทำจากผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน " +
               c.year_phrase(c.report.assessed_year)));
  } else {
    c.gold.accept.emplace_back("assessed_year", std::to_string(c.report.plan_year));
  }
  c.style.code.word.clear();
  Table table;
  table.size = c.document.size * 0.85;
  table.widths = {1.7, 3.2, 2.6, 2.2, 3, 1.4, 1.5};
  table.header_rows = 2;
  Row first;
  first.cells = {span_header("ประเด็น", 1, 2), span_header("การวิเคราะห์ข้อมูล", 2, 1),
                 span_header("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 4, 1)};
  Row second;
  for (const char* name : {"ข้อคำถาม ITA", "ผลการวิเคราะห์ข้อมูล", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ",
                           "ระยะเวลาดำเนินการ", "ส่วนงานที่รับผิดชอบ"}) {
    second.cells.push_back(span_header(name, 1, 1));
  }
  table.rows = {first, second};
  for (int issue = 1; issue <= 7; ++issue) {
    Cell items;
    for (const ItemFact* item : c.report.items_of(issue)) {
      items.paras.push_back(text(c.code_and_text(*item) + " (ค่าคะแนน " +
                                 c.number(c.report.scores.item(item->code)) + ")"));
      c.say_item(issue, *item);
    }
    Cell analysis;
    for (int k = 0; k < 2; ++k) {
      analysis.paras.push_back(text("- " + c.sentence(k == 0 ? "analysis" : "weakness", issue)));
    }
    c.gold.issue(issue).findings_scored = false;
    const Measure measure = c.make_measure(issue);
    Row row;
    row.cells = {c.measure_cell(measure, Column::kIssue, 0),
                 items,
                 analysis,
                 c.measure_cell(measure, Column::kTitle, 0),
                 c.measure_cell(measure, Column::kSteps, 0),
                 c.measure_cell(measure, Column::kPeriod, 0),
                 c.measure_cell(measure, Column::kResponsible, 0)};
    table.rows.push_back(row);
    Measure said = measure;
    said.results.clear();
    said.outcomes.clear();
    c.gold.measures.push_back(said);
  }
  c.add(table);
  c.limitations();
}

}  // namespace prongsai::testdata
