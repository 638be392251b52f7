// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_paragraph.h"

#include <boost/test/unit_test.hpp>

#include "model/layout.h"
#include "model/layout_test_page.h"

namespace prongsai {
namespace {

// '1' for each line that begins a paragraph, '0' for each that goes on.
std::string starts_of(const test::PageBuilder& b) {
  std::string out;
  for (const Block& block : lay_out({b.page})) {
    const auto* line = std::get_if<Line>(&block);
    out += line == nullptr ? 'T' : line->starts_paragraph ? '1' : '0';
  }
  return out;
}

// 70 characters from x = 80 reach x = 500.
const std::string kFull(70, 'x');
const std::string kFullIndented(64, 'x');

BOOST_AUTO_TEST_SUITE(lines_paragraph)

BOOST_AUTO_TEST_CASE(wrapped_lines_go_on) {
  test::PageBuilder b;
  b.text(116, 100, kFullIndented).text(80, 118, kFull).text(80, 136, "xxx xxx");
  BOOST_TEST(starts_of(b) == "100");
}

BOOST_AUTO_TEST_CASE(an_indented_first_line_begins_a_paragraph) {
  test::PageBuilder b;
  b.text(80, 100, kFull).text(116, 118, kFullIndented).text(80, 136, kFull);
  BOOST_TEST(starts_of(b) == "110");
}

BOOST_AUTO_TEST_CASE(after_a_short_line_a_paragraph_begins) {
  test::PageBuilder b;
  b.text(80, 100, kFull).text(80, 118, "xxxxxxxxxxxx").text(80, 136, "xxxxxx xxxxx");
  BOOST_TEST(starts_of(b) == "101");
}

BOOST_AUTO_TEST_CASE(list_marks_begin_paragraphs_and_their_text_hangs) {
  test::PageBuilder b;
  b.text(80, 100, "๑) " + std::string(66, 'x')).text(100, 118, "xxx");
  b.text(80, 136, "- " + std::string(66, 'x')).text(80, 154, "• xxx");
  BOOST_TEST(starts_of(b) == "1011");
}

BOOST_AUTO_TEST_CASE(zeros_for_letters_begin_entries_of_a_list_of_them_only) {
  test::PageBuilder b;
  b.text(80, 100, "๐๒๓ " + std::string(66, 'x')).text(80, 118, "๐๒๔ " + std::string(66, 'x'));
  BOOST_TEST(starts_of(b) == "11");
  test::PageBuilder date;
  date.text(80, 100, kFull).text(80, 118, "05 " + std::string(66, 'x'));
  BOOST_TEST(starts_of(date) == "10");
}

BOOST_AUTO_TEST_CASE(a_sentence_goes_on_with_its_score_and_level) {
  test::PageBuilder b;
  b.text(80, 100, "• " + std::string(60, 'x') + " ได้คะแนน").text(96, 118, "12.20 คะแนน");
  BOOST_TEST(starts_of(b) == "10");
  test::PageBuilder level;
  level.text(116, 100, kFullIndented).text(116, 118, kFullIndented).text(80, 136, "อยู่ในระดับ ผ่าน");
  BOOST_TEST(starts_of(level) == "100");
}

BOOST_AUTO_TEST_CASE(a_line_left_of_hanging_entries_ends_the_list) {
  test::PageBuilder b;
  double y = 100;
  for (int i = 0; i < 4; ++i, y += 36) {
    b.text(100, y, "• " + std::string(63, 'x')).text(116, y + 18, "xxx");
  }
  b.text(100, y, "• " + std::string(62, 'x')).text(80, y + 18, std::string(30, 'x'));
  b.text(80, y + 36, kFull);
  BOOST_TEST(starts_of(b) == "10101010111");
}

BOOST_AUTO_TEST_CASE(a_wider_gap_begins_a_paragraph) {
  test::PageBuilder b;
  for (const double y : {100., 118., 136., 166., 184.}) b.text(80, y, kFull);
  BOOST_TEST(starts_of(b) == "10010");
}

BOOST_AUTO_TEST_CASE(another_font_begins_a_paragraph) {
  test::PageBuilder b;
  b.text(80, 100, kFull).bold().text(80, 118, kFull).text(80, 136, kFull).size(18);
  b.text(80, 154, kFull).size(18);
  BOOST_TEST(starts_of(b) == "1110");
}

BOOST_AUTO_TEST_CASE(sizes_that_ocr_measured_a_little_apart_begin_none) {
  test::PageBuilder b;
  b.text(80, 100, kFull).text(80, 118, kFull).size(11.5);
  for (Word& word : b.page.words) word.confidence = 0.9;
  BOOST_TEST(starts_of(b) == "10");
}

BOOST_AUTO_TEST_CASE(centred_lines_stand_alone) {
  test::PageBuilder b;
  b.text_centred(290, 60, std::string(44, 'x')).text_centred(290, 80, std::string(40, 'x'));
  b.text(80, 100, kFull).text(80, 118, kFull);
  BOOST_TEST(starts_of(b) == "1110");
}

BOOST_AUTO_TEST_CASE(a_paragraph_goes_on_over_a_page_break) {
  test::PageBuilder one(1);
  one.text(116, 700, kFullIndented).text(80, 718, kFull);
  test::PageBuilder two(2);
  two.text(80, 120, kFull).text(116, 138, "xxx");
  std::string starts;
  for (const Block& block : lay_out({one.page, two.page})) {
    starts += std::get<Line>(block).starts_paragraph ? '1' : '0';
  }
  BOOST_TEST(starts == "1001");
}

BOOST_AUTO_TEST_CASE(lines_of_a_cell_are_measured_by_the_cell) {
  test::PageBuilder b;
  b.grid({80, 200, 300}, {100, 180, 220});
  b.text(86, 104, "xxxxxxxxxxxxxxxxxx").text(86, 122, "xxxxx").text(86, 140, "xxxxxxx");
  b.text(206, 104, "ต.ค. 2566").text(206, 122, "- ก.ย. 2567");
  const auto blocks = lay_out({b.page});
  const Table& table = std::get<Table>(blocks.at(0));
  BOOST_TEST(cell_text(table.rows[0].cells[0]) == "xxxxxxxxxxxxxxxxxx xxxxx\nxxxxxxx");
  BOOST_TEST(cell_text(table.rows[0].cells[1]) == "ต.ค. 2566 - ก.ย. 2567");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
