// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the pattern tables: each row matches its example, and no row before it takes it.
#include "model/patterns.h"

#include <re2/re2.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "model/header_guess.h"
#include "model/item_code.h"
#include "model/prose.h"
#include "model/text.h"
#include "model/titles.h"
#include "model/years.h"

namespace bdata = boost::unit_test::data;

namespace prongsai {
std::ostream& operator<<(std::ostream& out, const HeaderPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const HeaderWord& p) { return out << p.misread; }
std::ostream& operator<<(std::ostream& out, const LabelPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const SectionPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const HeadingPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const SummaryPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const ProsePattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const YearPattern& p) { return out << p.example; }
std::ostream& operator<<(std::ostream& out, const LevelWord& p) { return out << p.word; }
}  // namespace prongsai

namespace {

using namespace prongsai;

struct Text {
  const char* text;
};
std::ostream& operator<<(std::ostream& out, const Text& t) { return out << t.text; }

const std::vector<Text> kNoHeaders = {
    {"การปฏิบัติหน้าที่"}, {"๙๒.๑๒"}, {"IIT"}, {"องค์การบริหารส่วนตำบล"}, {"คะแนนของหน่วยงานลดลงจากปีก่อน"}};
const std::vector<Text> kNoLabels = {{"การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงาน"},
                                     {"สรุปรายงานเสนอผู้บริหาร"},
                                     {"ข้อ i1 เจ้าหน้าที่ต้องปฏิบัติงานให้เป็นไปตามขั้นตอน"},
                                     {"พัฒนาช่องทางการให้บริการ"}};
const std::vector<Text> kNoIssueHeadings = {
    {"ในประเด็นที่ ๕ เกี่ยวกับการใช้งบประมาณ หน่วยงานมีผลการประเมินลดลงจากปีที่แล้ว"},
    {"๑) การส่งเสริมวัฒนธรรมองค์กร"},
    {"1. จัดทำคู่มือการปฏิบัติงาน"},
    {"ประเด็นที่ ๘ การจัดการน้ำ"}};
const std::vector<Text> kNoSections = {{"ข้อ o34 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"},
                                       {"ขอให้ทุกกองดำเนินการตามมาตรการ"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(patterns)

BOOST_DATA_TEST_CASE(header_cells_have_their_role, bdata::make(header_patterns()), row) {
  BOOST_TEST(static_cast<int>(match_header(row.example).role) == static_cast<int>(row.role));
}

BOOST_DATA_TEST_CASE(other_cells_are_no_headers, bdata::make(kNoHeaders), row) {
  BOOST_TEST(static_cast<int>(match_header(row.text).role) == static_cast<int>(ColumnRole::kNone));
}

BOOST_DATA_TEST_CASE(misread_headers_are_guessed, bdata::make(header_words()), row) {
  BOOST_TEST(static_cast<int>(guess_header(row.misread).role) == static_cast<int>(row.role));
  const HeaderMatch right = match_header(
      row.text + std::string(std::string_view(row.text).starts_with("ปี") ? "2568" : ""));
  BOOST_TEST(static_cast<int>(right.role) == static_cast<int>(row.role));
}

BOOST_AUTO_TEST_CASE(other_cells_are_not_guessed_to_be_headers) {
  for (const char* text : {"", "๙๒.๑๒", "IIT", "e๑", "ดีมาก", "การปฏิบัติหน้าที่", "การใช้งบประมาณ",
                           "องค์การบริหารส่วนตำบล", "ผ่านดีเยี่ยม", "กองคลัง", "สำนักปลัด", "ต.ค. ๒๕๖๘"})
    BOOST_TEST(static_cast<int>(guess_header(text).role) == static_cast<int>(ColumnRole::kNone),
               text);
  BOOST_TEST(guess_header("ปีข พ.ศ. ๒๕๖๘").year == 2568);
}

BOOST_AUTO_TEST_CASE(a_score_header_carries_its_year) {
  BOOST_TEST(match_header("คะแนน ปี พ.ศ. ๒๕๖๖").year == 2566);
  BOOST_TEST(match_header("คะแนน").year == 0);
}

BOOST_DATA_TEST_CASE(labels_have_their_kind, bdata::make(label_patterns()), row) {
  const auto match = match_label(row.example);
  BOOST_TEST_REQUIRE(match.has_value());
  BOOST_TEST((match->kind == row.kind));
}

BOOST_AUTO_TEST_CASE(misread_labels_are_guessed_where_they_stand_alone) {
  using enum FindingKind;
  BOOST_TEST((match_label("ข้อก็โองรักษาระดับ")->kind == kToMaintain));
  BOOST_TEST((match_label("ช้อที่ค้องพัฒบา")->kind == kToDevelop));
  BOOST_TEST((match_label("ข้อบกพรอง/ข้อปรันปรุง :")->kind == kDeficiency));
  BOOST_TEST(!match_label("ข้อที่ต้องการ").has_value());
  BOOST_TEST(!match_label("ช้อที่ค้องพัฒบาระบบให้บริการประชาชนอย่างต่อเนื่อง").has_value());
}

BOOST_DATA_TEST_CASE(other_lines_are_no_labels, bdata::make(kNoLabels), row) {
  BOOST_TEST(!match_label(row.text).has_value());
}

BOOST_AUTO_TEST_CASE(a_label_ends_where_its_text_begins) {
  const std::string text = "■ วิเคราะห์ : คะแนนสูง";
  const auto match = match_label(text);
  BOOST_TEST_REQUIRE(match.has_value());
  BOOST_TEST(trim(std::string_view(text).substr(match->length)) == "คะแนนสูง");
}

BOOST_DATA_TEST_CASE(sections_are_found_by_their_headings, bdata::make(section_patterns()), row) {
  const auto section = match_section(row.example);
  BOOST_TEST_REQUIRE(section.has_value());
  BOOST_TEST((*section == row.section));
}

BOOST_DATA_TEST_CASE(other_lines_open_no_section, bdata::make(kNoSections), row) {
  BOOST_TEST(!match_section(row.text).has_value());
}

BOOST_DATA_TEST_CASE(issue_headings_match_their_pattern, bdata::make(issue_heading_patterns()),
                     row) {
  BOOST_TEST(RE2::FullMatch(to_arabic_digits(row.example), RE2(row.regex)));
  BOOST_TEST(issue_heading(row.example).has_value());
}

BOOST_DATA_TEST_CASE(other_lines_announce_no_issue, bdata::make(kNoIssueHeadings), row) {
  BOOST_TEST(!issue_heading(row.text).has_value());
}

BOOST_AUTO_TEST_CASE(an_issue_is_known_by_its_title_before_its_number) {
  BOOST_TEST(*issue_heading("(ก) ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ") == 3);
  BOOST_TEST(*issue_heading("๒. การให้บริการและระบบถ็-รอหๆ|ออธ") == 2);  // as OCR reads it
  BOOST_TEST(!issue_heading("๓. การให้บริการและระบบถ็-รอหๆ|ออธ").has_value());
  BOOST_TEST(*issue_heading("ประเด็นที่ ๑ การให้บริการและระบบ E-Service") == 2);
}

BOOST_DATA_TEST_CASE(indicator_headings_match_their_pattern,
                     bdata::make(indicator_heading_patterns()), row) {
  BOOST_TEST(RE2::FullMatch(to_arabic_digits(row.example), RE2(row.regex)));
  BOOST_TEST(indicator_heading(row.example).has_value());
}

BOOST_AUTO_TEST_CASE(an_indicator_is_known_by_its_name_before_its_number) {
  const auto heading = indicator_heading("ตัวชี้วัดที่ ๒ คุณภาพการดำเนินงาน");
  BOOST_TEST_REQUIRE(heading.has_value());
  BOOST_TEST(heading->number == 6);
  BOOST_TEST(heading->number_disagrees);
}

BOOST_DATA_TEST_CASE(summary_rows_are_told_apart, bdata::make(summary_patterns()), row) {
  const auto kind = match_summary_row(row.example);
  BOOST_TEST_REQUIRE(kind.has_value());
  BOOST_TEST((*kind == row.row));
}

BOOST_AUTO_TEST_CASE(item_rows_are_no_summary_rows) {
  BOOST_TEST(!match_summary_row("รายงานผลการดำเนินงานประจำปี").has_value());
  BOOST_TEST(!match_summary_row("i1 การปฏิบัติงานหรือให้บริการ").has_value());
}

BOOST_DATA_TEST_CASE(every_level_is_read_whole, bdata::make(level_words()), row) {
  BOOST_TEST(leading_level(row.word)->word == row.word);
}

BOOST_AUTO_TEST_CASE(a_word_that_begins_like_a_level_is_none) {
  BOOST_TEST(!leading_level("ITA"));
  BOOST_TEST(!leading_level("Audit"));
  BOOST_TEST(!leading_level("คะแนน"));
}

void check_example(const ProsePattern& row) {
  BOOST_TEST(RE2::PartialMatch(row.example, RE2(row.regex)));
  BOOST_TEST(std::string(row.example).find(row.word) != std::string::npos);
}

BOOST_DATA_TEST_CASE(score_phrases_match_their_example, bdata::make(score_patterns()), row) {
  check_example(row);
  BOOST_TEST(find_score_phrase(row.example).has_value());
}

BOOST_DATA_TEST_CASE(overall_phrases_match_their_example, bdata::make(overall_patterns()), row) {
  check_example(row);
  BOOST_TEST(find_overall_phrase(row.example).has_value());
}

BOOST_DATA_TEST_CASE(average_phrases_match_their_example, bdata::make(average_patterns()), row) {
  check_example(row);
  BOOST_TEST(find_average_phrase(row.example).has_value());
}

BOOST_AUTO_TEST_CASE(headers_with_damaged_marks_have_their_role) {
  BOOST_TEST(static_cast<int>(match_header("ประเดต็น").role) ==
             static_cast<int>(ColumnRole::kIssue));
  BOOST_TEST(static_cast<int>(match_header("ประเมิน").role) == static_cast<int>(ColumnRole::kNone));
  BOOST_TEST(static_cast<int>(match_header("ผูรั้บิผดชอบ").role) ==
             static_cast<int>(ColumnRole::kResponsible));
}

BOOST_AUTO_TEST_CASE(years_and_counts_are_no_scores) {
  BOOST_TEST(!find_score_phrase("ผลคะแนนปี ๒๕๖๗").has_value());
  BOOST_TEST(!find_score_phrase("คะแนน ๑๐๑.๐๐").has_value());
  BOOST_TEST(!find_overall_phrase("ผลการประเมินในภาพรวม ประจำปีงบประมาณ พ.ศ. 2567").has_value());
}

BOOST_DATA_TEST_CASE(year_patterns_match_their_example, bdata::make(year_patterns()), row) {
  BOOST_TEST(RE2::PartialMatch(fold(row.example), RE2(row.regex)));
}

BOOST_AUTO_TEST_SUITE_END()
