// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/read_record.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

namespace {

using namespace prongsai;

Line line_of(std::string text, std::vector<std::string> repairs = {}) {
  Line line;
  line.text = std::move(text);
  line.raw = line.text;
  line.repairs = std::move(repairs);
  return line;
}

Line further_line(std::string text) {
  Line line = line_of(std::move(text));
  line.starts_paragraph = false;
  return line;
}

Record read(const std::vector<Block>& body) {
  std::vector<Block> blocks;
  blocks.reserve(body.size() + 1);
  blocks.emplace_back(line_of("รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"));
  for (const Block& block : body) blocks.push_back(block);
  return read_record(blocks, {2567});
}

const IssueResult& only_issue(const Record& record) {
  BOOST_TEST_REQUIRE(record.issues.size() == 1U);
  return record.issues.front();
}

Row row_of(int page, const std::vector<std::string>& texts) {
  Row row;
  row.page = page;
  for (size_t c = 0; c < texts.size(); ++c) {
    Cell cell;
    cell.column = static_cast<int>(c);
    cell.lines = {line_of(texts[c])};
    cell.lines.front().page = page;
    row.cells.push_back(std::move(cell));
  }
  return row;
}

// A report that names its agency once, on a text layer with or without damaged marks.
Agency agency_of(const std::string& name, bool damaged) {
  std::vector<std::string> repairs;
  if (damaged) repairs.emplace_back("mark_after_next_letter");
  return read({line_of("องค์การบริหารส่วนตำบล" + name + " อำเภอบางบ่อ จังหวัดสมุทรปราการ"),
               line_of("ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", repairs),
               line_of("o7 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน ได้คะแนน 100.00 คะแนน", repairs),
               line_of("o9 รายงานผลการดำเนินงานประจำปี ได้คะแนน 100.00 คะแนน", repairs)})
      .agency;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(nothing_to_report_is_no_finding_also_with_damaged_marks) {
  const Record record = read({line_of("ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ"),
                              line_of("i1 การปฏิบัติงานหรือให้บริการของเจ้าหน้าที่ ได้คะแนน 85.00 คะแนน"),
                              line_of("ข้อบกพร่อง/ข้อปรับปรุง"), line_of("ไมมี่"), line_of("ข้อที่ต้องพัฒนา"),
                              line_of("ไม่มีป้ายบอกทาง")});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST_REQUIRE(issue.findings.size() == 1U);
  BOOST_TEST(issue.findings.front().text == "ไม่มีป้ายบอกทาง");
}

// "ผ่านดี" that a line's end cut in two.
BOOST_AUTO_TEST_CASE(a_level_may_end_on_the_next_line) {
  const auto level = [](const char* end, const char* next) {
    const Record record = read(
        {line_of(std::string("เทศบาลตำบลบางบ่อ ได้คะแนนเฉลี่ยรวม 96.37 คะแนน ผลการประเมินระดับ") + end),
         line_of(next), line_of("ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ"),
         line_of("i1 การปฏิบัติงานหรือให้บริการของเจ้าหน้าที่ ได้คะแนน 85.00 คะแนน")});
    return record.overall.level.value.value_or("");
  };
  BOOST_TEST(level("ผ่าน", "ดี ในปีงบประมาณ พ.ศ. 2567") == "ผ่านดี");
  BOOST_TEST(level("ผ่าน", "ดีเยี่ยม") == "ผ่านดีเยี่ยม");
  BOOST_TEST(level("ผ่าน", "ในปีงบประมาณ พ.ศ. 2567") == "ผ่าน");
}

BOOST_AUTO_TEST_CASE(a_zero_for_the_letter_begins_an_entry_where_a_word_or_colon_says_so) {
  const Record record =
      read({line_of("ประเด็นที่ 2 การให้บริการและระบบ E-Service"),
            line_of("o11 : คู่มือหรือแนวทางการให้บริการ คะแนน: 100.00"), line_of("วิเคราะห์: ขั้นตอนชัดเจน"),
            further_line("๐๑๒ : ข้อมูลสถิติการให้บริการ คะแนน: 50.00"), line_of("วิเคราะห์: เปิดทำการเวลา"),
            further_line("09:30 น. ทุกวัน")});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST_REQUIRE(issue.items.size() == 2U);
  BOOST_TEST(*issue.items[1].result.score.value == 50);
  BOOST_TEST_REQUIRE(issue.findings.size() == 2U);
  BOOST_TEST(issue.findings[0].text == "ขั้นตอนชัดเจน");
  BOOST_TEST(issue.findings[1].text == "เปิดทำการเวลา 09:30 น. ทุกวัน");
}

BOOST_AUTO_TEST_CASE(a_score_cut_from_its_item_by_a_page_break_is_found) {
  const std::vector<std::string> header = {"ประเด็น", "ข้อคำถาม ITA", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ"};
  Table table;
  table.columns = 4;
  table.rows = {row_of(1, header),
                row_of(1, {"1. กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
                           "o9 รายงานผลการดำเนินงานประจำปี (ค่าคะแนน", "ทบทวนคู่มือ", "1) ประชุม"})};
  Table next = table;
  next.continues_previous = true;
  next.rows = {row_of(2, header), row_of(2, {"", "๑๐๐.๐๐)", "", ""})};
  const Record record = read({table, next});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST_REQUIRE(issue.items.size() == 1U);
  BOOST_TEST_REQUIRE(issue.items[0].result.score.value.has_value());
  BOOST_TEST(*issue.items[0].result.score.value == 100);
  BOOST_TEST(issue.items[0].result.score.evidence.page == 2);
  // A page further on it is the score of something between.
  next.rows = {row_of(3, header), row_of(3, {"", "๑๐๐.๐๐)", "", ""})};
  BOOST_TEST(!only_issue(read({table, next})).items[0].result.score.value.has_value());
}

BOOST_AUTO_TEST_CASE(lost_marks_of_a_place_are_restored_where_the_text_layer_loses_marks) {
  const Agency agency = agency_of("เปรง", true);
  BOOST_TEST(*agency.name.value == "องค์การบริหารส่วนตำบลเปร็ง");
  BOOST_TEST((agency.name.evidence.trust == Trust::kDoubtful));
  BOOST_TEST(std::ranges::count(agency.name.evidence.repairs, "marks_from_gazetteer") == 1);
  BOOST_TEST(agency.name.evidence.text == "องค์การบริหารส่วนตำบลเปรง");
}

BOOST_AUTO_TEST_CASE(a_name_stays_as_printed_where_the_text_layer_is_whole_or_letters_differ) {
  BOOST_TEST(*agency_of("เปรง", false).name.value == "องค์การบริหารส่วนตำบลเปรง");
  BOOST_TEST(*agency_of("เปรงค", true).name.value == "องค์การบริหารส่วนตำบลเปรงค");
}

BOOST_AUTO_TEST_CASE(beside_a_column_of_items_the_assessed_issues_are_issues) {
  Table table;
  table.columns = 3;
  table.rows = {row_of(1, {"ประเด็นการประเมิน", "ข้อคำถาม", "ผลคะแนน"}),
                row_of(1, {"ประเด็นที่ 5 การใช้จ่ายงบประมาณและการจัดซื้อจัดจ้าง",
                           "i4 การรับรู้แผนการใช้จ่ายงบประมาณ", "79.45"}),
                row_of(1, {"", "o15", "0"})};
  const Record record = read({table});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST(*issue.number.value == 5);
  BOOST_TEST_REQUIRE(issue.items.size() == 2U);
  BOOST_TEST(*issue.items[0].result.score.value == 79.45);
  BOOST_TEST(*issue.items[1].result.score.value == 0);
}

BOOST_AUTO_TEST_CASE(of_two_columns_of_ways_the_first_holds_the_measures) {
  Table table;
  table.columns = 5;
  table.rows = {row_of(1, {"ประเด็น", "แนวทางแก้ไข", "วิธีดำเนินการ", "ระยะเวลา", "ผู้รับผิดชอบ"}),
                row_of(1, {"การใช้จ่ายงบประมาณและการจัดซื้อจัดจ้าง", "ประกาศแผนในที่ประชุม",
                           "1) จัดทำเอกสาร 2) แจกในที่ประชุม", "ตุลาคม 2567", "กองคลัง"})};
  const Record record = read({table});
  BOOST_TEST_REQUIRE(record.measures.size() == 1U);
  BOOST_TEST(record.measures[0].title == "ประกาศแผนในที่ประชุม");
  BOOST_TEST(record.measures[0].steps.size() == 2U);
}

BOOST_AUTO_TEST_CASE(outside_of_the_issues_a_finding_belongs_to_the_issue_of_its_items) {
  const Record record = read({line_of("ข้อบกพร่องที่พบ"), line_of("- ยังไม่เผยแพร่สถิติการให้บริการ (o12)"),
                              line_of("- ป้ายบอกทางไม่ชัดเจน")});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST(*issue.number.value == 2);
  BOOST_TEST_REQUIRE(issue.findings.size() == 1U);
  BOOST_TEST(issue.findings[0].codes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_markdown_heading_ends_the_text_of_a_finding) {
  Line heading = line_of("3. สิ่งที่จะทำ");
  heading.raw = "### " + heading.text;
  const Record record = read({line_of("ประเด็นที่ 2 การให้บริการและระบบ E-Service"),
                              line_of("จุดที่ควรพัฒนา: ป้ายบอกทาง"), line_of("ไม่ชัดเจน"), heading});
  const IssueResult& issue = only_issue(record);
  BOOST_TEST_REQUIRE(issue.findings.size() == 1U);
  BOOST_TEST(issue.findings[0].text == "ป้ายบอกทาง ไม่ชัดเจน");
}

BOOST_AUTO_TEST_CASE(a_letter_names_its_office_in_its_first_sentence) {
  const Agency agency = read({line_of("ด้วยโรงพยาบาลป่าติ้ว อำเภอป่าติ้ว จังหวัดยโสธร ได้รับแจ้งผลการประเมิน"),
                              line_of("ข้อ i1 ได้คะแนน ๙๖.๐๐")})
                            .agency;
  BOOST_TEST_REQUIRE(agency.name.value.has_value());
  BOOST_TEST(*agency.name.value == "โรงพยาบาลป่าติ้ว");
  BOOST_TEST(*agency.province.value == "ยโสธร");
}

// A table of one page.
Table table_of(const std::vector<std::vector<std::string>>& rows) {
  Table table;
  table.columns = static_cast<int>(rows.front().size());
  for (const std::vector<std::string>& row : rows) table.rows.push_back(row_of(1, row));
  return table;
}

BOOST_AUTO_TEST_CASE(a_score_read_once_is_not_verified_by_the_line_behind_it) {
  const Record record = read(
      {line_of("ผลการประเมินในภาพรวม ได้คะแนน 91.37 คะแนน"), line_of("หน่วยงานจึงกำหนดแนวทางต่อไปนี้")});
  BOOST_TEST(record.overall.score.value.value() == 91.37);
  BOOST_TEST(record.restatements.empty());
}

BOOST_AUTO_TEST_CASE(an_item_with_an_unreadable_title_is_that_of_its_code_and_doubtful) {
  const Record record =
      read({line_of("ปีงบประมาณ พ.ศ. ๒๕๖๗"), table_of({{"แบบวัด", "ข้อคำถาม", "คะแนน"},
                                                      {"OIT", "O5 ข่าวประชาสัมพันธ์", "100"},
                                                      {"OIT", "O6 ๑๕6", "50"}})});
  BOOST_TEST_REQUIRE(record.issues.size() == 1U);
  BOOST_TEST_REQUIRE(record.issues[0].items.size() == 2U);
  const auto& item = record.issues[0].items[1];
  BOOST_TEST(item.result.score.value.value_or(0) == 50.0);
  BOOST_TEST((item.code.evidence.trust == Trust::kDoubtful));
}

BOOST_AUTO_TEST_CASE(a_whole_number_without_unit_is_no_overall_score) {
  BOOST_TEST(read({line_of("สรุปผลคะแนนการประเมิน ITA เปรียบเทียบ 2 ปีงบประมาณ")}).overall.empty());
}

BOOST_AUTO_TEST_CASE(the_score_of_an_item_is_not_that_of_its_indicator_beside_it) {
  const Record record = read({table_of({{"ตัวชี้วัด", "ข้อ", "คำถาม", "คะแนน", "คะแนนเฉลี่ยตัวชี้วัด"},
                                        {"9. การเปิดเผยข้อมูล", "o2", "ข้อมูลผู้บริหาร", "100.00", "85.00"},
                                        {"", "o4", "ข้อมูลการติดต่อ", "0.00", ""}})});
  BOOST_TEST_REQUIRE(record.indicators.size() == 1U);
  BOOST_TEST(record.indicators.front().result.score.value.value() == 85.0);
  BOOST_TEST(only_issue(record).items.size() == 2U);
}

BOOST_AUTO_TEST_CASE(of_numbers_without_headers_none_is_sure) {
  const Record record = read({table_of({{"การปฏิบัติหน้าที่", "91.20", "88.10"}})});
  BOOST_TEST_REQUIRE(record.indicators.size() == 1U);
  BOOST_TEST((record.indicators.front().result.score.evidence.trust == Trust::kDoubtful));
}

BOOST_AUTO_TEST_CASE(an_item_is_joined_from_the_paragraphs_of_its_parts) {
  const Record record = read({line_of("ประเด็นที่ 3 ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ"),
                              line_of("O2"), line_of("ข้อมูลผู้บริหาร"), line_of("87.50"), line_of("O4"),
                              line_of("ข้อมูลการติดต่อ"), line_of("7"), line_of("O5 ข่าวประชาสัมพันธ์"),
                              line_of("จัดทำโดยงานประชาสัมพันธ์"), line_of("96.50")});
  const std::vector<ItemResult>& items = only_issue(record).items;
  BOOST_TEST_REQUIRE(items.size() == 2U);
  BOOST_TEST(items[0].result.score.value.value() == 87.5);
  // It may be the number of a page.
  BOOST_TEST((items[1].result.score.evidence.trust == Trust::kDoubtful));
}

BOOST_AUTO_TEST_CASE(the_issue_of_a_column_ends_with_its_table) {
  const Record record = read({table_of({{"ประเด็น", "ข้อคำถาม", "คะแนน"},
                                        {"กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", "i11", "90.00"}}),
                              table_of({{"มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ", "งบประมาณ"},
                                        {"ปรับปรุงเว็บไซต์", "ม.ค. 2568", "สำนักปลัด", "-"}})});
  BOOST_TEST_REQUIRE(record.measures.size() == 1U);
  BOOST_TEST(!record.measures.front().issue.has_value());
}

BOOST_AUTO_TEST_CASE(a_listed_measure_has_two_fields_at_least) {
  const Line title = line_of("มาตรการที่ 1 ปรับปรุงเว็บไซต์ของหน่วยงาน");
  const Line period = line_of("ระยะเวลา: ม.ค. 2568 - มี.ค. 2568");
  BOOST_TEST(read({title, period}).measures.empty());
  const Record record = read({title, line_of("ขั้นตอน"), line_of("(1) สำรวจข้อมูล"),
                              line_of("(2) แก้ไข"), period, line_of("ผู้รับผิดชอบ: กองคลัง")});
  BOOST_TEST_REQUIRE(record.measures.size() == 1U);
  BOOST_TEST(record.measures.front().title == "ปรับปรุงเว็บไซต์ของหน่วยงาน");
  BOOST_TEST(record.measures.front().steps.size() == 2U);
  BOOST_TEST(record.measures.front().period.value().end == "2025-03-31");
  BOOST_TEST(record.measures.front().responsible.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_score_in_passing_is_doubtful_and_yields_to_the_table) {
  const Record passing = read({line_of("ข้อมูลสถิติไม่ครบ (o24 ได้ 0 คะแนน) ควรปรับปรุง")});
  BOOST_TEST_REQUIRE(only_issue(passing).items.size() == 1U);
  BOOST_TEST((only_issue(passing).items.front().result.score.evidence.trust == Trust::kDoubtful));
  const Record both = read(
      {line_of("ตรวจสอบ o24 ได้ 40 คะแนน"), table_of({{"ข้อคำถาม", "คะแนน"}, {"o24", "50.00"}})});
  BOOST_TEST(only_issue(both).items.front().result.score.value.value() == 50.0);
  // What is said of another year is none of this one.
  BOOST_TEST(read({line_of("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"),
                   line_of("ปี 2566 ข้อ o24 ได้ 40 คะแนน")})
                 .issues.empty());
}

BOOST_AUTO_TEST_CASE(findings_of_another_plan_are_none_of_an_assessment) {
  const Record record =
      read_record({line_of("แผนพัฒนาท้องถิ่น"), line_of("จุดอ่อน (Weaknesses)"),
                   line_of("o1 ตลาดสดยังไม่ได้มาตรฐาน"), line_of("ผลสำรวจ (o2 ได้ 40 คะแนน)")},
                  {2567});
  BOOST_TEST(record.issues.empty());
}

BOOST_AUTO_TEST_CASE(a_score_below_an_item_is_not_the_overall_one) {
  const Record record = read({line_of("e4 หน่วยงานมีช่องทางการเผยแพร่ข้อมูลข่าวสารที่สามารถเข้าถึงได้ง่าย"),
                              line_of("ผลคะแนน : 78.14"), line_of("แนวทางแก้ไข : ปรับปรุงเว็บไซต์"),
                              line_of("๐๔ ข้อมูลการติดต่อ"), line_of("ผลคะแนน : 49.90")});
  BOOST_TEST(record.overall.empty());
  BOOST_TEST(only_issue(record).items.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_target_is_no_score) {
  const Record record = read({table_of({{"ข้อ", "คำถาม", "เป้าหมาย", "ผลคะแนน", "ผล"},
                                        {"o2", "ข้อมูลผู้บริหาร", "90.00", "87.50", "ไม่บรรลุ"}})});
  BOOST_TEST(only_issue(record).items.front().result.score.value.value() == 87.5);
}

BOOST_AUTO_TEST_CASE(a_town_named_like_a_province_lies_there) {
  const Agency agency = read({line_of("เทศบาลเมืองลำพูน"),
                              line_of("o7 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน ได้คะแนน 100.00 คะแนน")})
                            .agency;
  BOOST_TEST(agency.province.value.value() == "ลำพูน");
  BOOST_TEST(!agency.district.value.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
