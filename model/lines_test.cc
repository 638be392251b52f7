// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines.h"

#include <boost/test/unit_test.hpp>

#include "model/layout_test_page.h"

namespace prongsai {
namespace {

std::vector<PlacedWord> placed(const PageText& page) {
  std::vector<PlacedWord> out;
  for (const Word& word : page.words) out.push_back({word.box, &word, word.rotation});
  return out;
}

std::vector<std::string> texts_of(const std::vector<TextLine>& lines) {
  std::vector<std::string> out;
  out.reserve(lines.size());
  for (const TextLine& line : lines) out.push_back(joined_text(line.words));
  return out;
}

using Texts = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(lines)

BOOST_AUTO_TEST_CASE(words_on_one_baseline_are_one_line_from_left_to_right) {
  test::PageBuilder b;
  b.text(100, 50, "สอง สาม").text(50, 50, "หนึ่ง").text(50, 70, "สี่");
  BOOST_TEST(texts_of(group_lines(placed(b.page))) == (Texts{"หนึ่ง สอง สาม", "สี่"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(boxes_of_different_height_share_a_line) {
  test::PageBuilder b;
  // As OCR boxes ink: a word with marks above, a comma, a dash, one with a descender.
  b.word({50, 46, 80, 62}, "ที่").word({82, 58, 84, 64}, ",").word({90, 54, 96, 56}, "-");
  b.word({100, 52, 130, 66}, "ญาติ");
  BOOST_TEST(group_lines(placed(b.page)).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_superscript_stays_in_its_line_and_does_not_move_it) {
  test::PageBuilder b;
  b.text(50, 50, "ตารางเมตร")
      .word({105, 46, 110, 54}, "2")
      .text(120, 50, "ต่อคน")
      .text(50, 68, "ใหม่");
  BOOST_TEST(texts_of(group_lines(placed(b.page))) == (Texts{"ตารางเมตร2 ต่อคน", "ใหม่"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lines_that_climb_across_the_page_stay_apart) {
  test::PageBuilder b;
  // One degree: over 500 points the line falls by half its distance to the next one.
  for (int line = 0; line < 3; ++line) {
    for (int i = 0; i < 10; ++i) {
      const double x = 50 + 50 * i;
      const double y = 100 + 18 * line + 0.0175 * (x - 50);
      b.word({x, y, x + 40, y + 14}, std::to_string(line));
    }
  }
  const auto lines = group_lines(placed(b.page));
  BOOST_TEST_REQUIRE(lines.size() == 3u);
  BOOST_TEST(joined_text(lines[1].words) == "1 1 1 1 1 1 1 1 1 1");
}

BOOST_AUTO_TEST_CASE(kerning_puts_no_space_into_a_word) {
  test::PageBuilder b;
  b.word({50, 50, 80, 64}, "คะ").word({80.9, 50, 110, 64}, "แนน").word({114, 50, 130, 64}, "รวม");
  BOOST_TEST(texts_of(group_lines(placed(b.page))) == (Texts{"คะแนน รวม"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mark_is_never_parted_from_its_consonant) {
  test::PageBuilder b;
  b.word({50, 50, 60, 64}, "ท").word({64, 50, 65, 64}, "ี่").word({75, 50, 85, 64}, "1");
  BOOST_TEST(texts_of(group_lines(placed(b.page))) == (Texts{"ที่ 1"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(turned_words_are_read_in_their_own_direction) {
  test::PageBuilder b;
  // Upwards, two lines from left to right.
  b.word({50, 100, 64, 140}, "ได้", 270).word({50, 150, 64, 200}, "คะแนน", 270);
  b.word({70, 150, 84, 200}, "เต็ม", 270);
  BOOST_TEST(texts_of(group_turned_lines(placed(b.page))) == (Texts{"คะแนน ได้", "เต็ม"}),
             boost::test_tools::per_element());
  for (const int rotation : {0, 90, 180, 270}) {
    const Box box{1, 2, 3, 5};
    BOOST_TEST(turned(turned(box, rotation), 360 - rotation) == box);
  }
}

BOOST_AUTO_TEST_CASE(a_line_carries_what_its_words_carry) {
  test::PageBuilder b;
  b.text(50, 50, "ยาวกว่ามาก สั้น");
  b.page.words[0].bold = true;
  b.page.words[0].confidence = 0.5;
  b.page.words[0].raw = "raw";
  b.page.words[1].repairs = {"some_rule"};
  const auto words = placed(b.page);
  const Line line = to_line(words, 3);
  BOOST_TEST(line.page == 3);
  BOOST_TEST(line.bold);
  BOOST_TEST(line.font_size == 14);
  BOOST_TEST(line.raw == "raw สั้น");
  BOOST_TEST(line.confidence > 0.5);
  BOOST_TEST(line.confidence < 1);
  BOOST_TEST(line.repairs == Texts{"some_rule"}, boost::test_tools::per_element());
  BOOST_TEST(line.words.size() == 2u);
  BOOST_TEST((*line.box == united(words[0].box, words[1].box)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
