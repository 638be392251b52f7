// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/words.h"

#include <boost/test/unit_test.hpp>

#include "extract/test_page.h"

using prongsai::extract::TestPage;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(letters_without_a_gap_are_one_word) {
  BOOST_TEST(TestPage().write(U"การประเมิน").joined() == "|การประเมิน|");
}

BOOST_AUTO_TEST_CASE(space_with_a_width_ends_the_word) {
  BOOST_TEST(TestPage().write(U"ร้อยละ 95.17").joined() == "|ร้อยละ|95.17|");
}

BOOST_AUTO_TEST_CASE(gap_without_a_space_ends_the_word) {
  BOOST_TEST(TestPage().write(U"O1").move(3).write(U"100").joined() == "|O1|100|");
}

BOOST_AUTO_TEST_CASE(kerning_and_justification_do_not_end_the_word) {
  TestPage page;
  page.write(U"กา").move(1).write(U"รป").move(-2).write(U"ระ");
  BOOST_TEST(page.joined() == "|การประ|");
}

BOOST_AUTO_TEST_CASE(false_space_of_sara_am_stays_inside_the_word) {
  TestPage page;
  page.write(U"จ").glyph(U" ", 0).write(U"านวน");
  BOOST_TEST(page.joined() == "|จ านวน|");
}

BOOST_AUTO_TEST_CASE(false_space_before_a_right_sara_am_stays_inside_too) {
  TestPage page;
  page.write(U"ล").glyph(U" ", 0).write(U"ำดับ");
  BOOST_TEST(page.joined() == "|ล ำดับ|");
}

BOOST_AUTO_TEST_CASE(space_that_the_next_letter_overlaps_is_no_gap) {
  TestPage page;
  page.write(U"จ").glyph(U" ", 0.3).move(-3).write(U"านวน");
  BOOST_TEST(page.joined() == "|จ านวน|");
}

BOOST_AUTO_TEST_CASE(mark_that_moves_the_pen_back_and_forth_stays_on_its_letter) {
  TestPage page;
  page.write(U"ท").glyph(U"ี", 0.5).glyph(U"่", 0.5).move(-10).write(U"ดี");
  BOOST_TEST(page.joined() == "|ที่ดี|");
}

BOOST_AUTO_TEST_CASE(mark_drawn_before_the_pen_is_no_new_word) {
  TestPage page;
  page.write(U"ท").move(-4).glyph(U"ี", 0).move(4).write(U"ดี");
  BOOST_TEST(page.joined() == "|ทีดี|");
}

BOOST_AUTO_TEST_CASE(mark_that_comes_late_goes_to_the_letter_under_it) {
  TestPage page;
  page.write(U"ทเก").at(103, 100).glyph(U"ี", 0);
  BOOST_TEST(page.joined() == "|ทีเก|");
}

BOOST_AUTO_TEST_CASE(raised_mark_stays_on_its_letter) {
  TestPage page;
  page.write(U"ป").at(105, 94).glyph(U"่", 0).at(105, 100).write(U"า");
  BOOST_TEST(page.joined() == "|ป่า|");
}

BOOST_AUTO_TEST_CASE(private_use_mark_is_a_mark) {
  TestPage page;
  page.write(U"หน").glyph(U"\uF70A", 0).write(U"วย");
  BOOST_TEST(page.joined() == "|หน\uF70Aวย|");
}

BOOST_AUTO_TEST_CASE(vertical_ruling_ends_the_word) {
  TestPage page;
  page.content.rulings.push_back({110, 50, 110, 150, 1});
  BOOST_TEST(page.write(U"9517").joined() == "|95|17|");
}

BOOST_AUTO_TEST_CASE(ruling_beside_the_line_does_not_end_the_word) {
  TestPage page;
  page.content.rulings.push_back({110, 101, 110, 150, 1});
  page.content.rulings.push_back({50, 97, 150, 97, 1});
  BOOST_TEST(page.write(U"9517").joined() == "|9517|");
}

BOOST_AUTO_TEST_CASE(next_line_is_another_word) {
  BOOST_TEST(TestPage().write(U"บน").at(110, 112).write(U"ล่าง").joined() == "|บน|ล่าง|");
}

BOOST_AUTO_TEST_CASE(letter_spaced_line_is_one_word) {
  TestPage page;
  page.spacing = 3;
  BOOST_TEST(page.write(U"หน่วยงาน").joined() == "|หน่วยงาน|");
}

BOOST_AUTO_TEST_CASE(words_of_a_letter_spaced_line_stay_apart) {
  TestPage page;
  page.spacing = 2;
  BOOST_TEST(page.write(U"หน่วยงาน ภาครัฐไทย").joined() == "|หน่วยงาน|ภาครัฐไทย|");
}

BOOST_AUTO_TEST_CASE(columns_of_single_digits_are_not_letter_spacing) {
  TestPage page;
  page.spacing = 12;
  BOOST_TEST(page.write(U"12345").joined() == "|1|2|3|4|5|");
}

BOOST_AUTO_TEST_CASE(run_printed_twice_is_one_bold_word) {
  TestPage page;
  page.write(U"รวม ll").at(100.4, 100).write(U"รวม ll");
  BOOST_TEST(page.joined() == "|รวม|ll|");
  BOOST_TEST(page.words()[0].bold);
}

BOOST_AUTO_TEST_CASE(narrow_letters_beside_each_other_are_two) {
  TestPage page;
  page.glyph(U".", 0.14).glyph(U".", 0.14).glyph(U".", 0.14);
  BOOST_TEST(page.joined() == "|...|");
  BOOST_TEST(!page.words()[0].bold);
}

BOOST_AUTO_TEST_CASE(bold_is_what_most_letters_are) {
  TestPage page;
  page.write(U"1");
  page.style = 1;
  BOOST_TEST(page.write(U"234").words()[0].bold);
}

BOOST_AUTO_TEST_CASE(box_is_from_pen_to_pen_and_from_ascent_to_descent) {
  prongsai::Word word = TestPage().write(U"กขค").words()[0];
  BOOST_TEST(word.box.x0 == 100, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(word.box.x1 == 115, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(word.box.y0 == 91, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(word.box.y1 == 103, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(word.font_size == 10);
}

BOOST_AUTO_TEST_CASE(turned_words_read_in_their_own_direction) {
  struct Turn {
    double angle;
    prongsai::Box box;
  };
  const Turn turns[] = {
      {90, {97, 100, 109, 115}}, {180, {85, 97, 100, 109}}, {270, {91, 85, 103, 100}}};
  for (const Turn& turn : turns) {
    TestPage page;
    page.angle = turn.angle;
    std::vector<prongsai::Word> words = page.write(U"กี่ขค ง").words();
    BOOST_REQUIRE(words.size() == 2);
    BOOST_TEST(words[0].raw == "กี่ขค");
    BOOST_TEST(words[0].rotation == turn.angle);
    BOOST_TEST(words[0].box.x0 == turn.box.x0, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(words[0].box.y0 == turn.box.y0, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(words[0].box.x1 == turn.box.x1, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(words[0].box.y1 == turn.box.y1, boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(horizontal_ruling_ends_a_turned_word) {
  TestPage page;
  page.angle = 90;
  page.content.rulings.push_back({50, 110, 150, 110, 1});
  BOOST_TEST(page.write(U"กขคง").joined() == "|กข|คง|");
}

BOOST_AUTO_TEST_CASE(spaces_alone_are_no_word) {
  BOOST_TEST(TestPage().write(U"   ").joined() == "|");
}

BOOST_AUTO_TEST_CASE(zero_width_space_is_kept_in_the_word) {
  BOOST_TEST(TestPage().write(U"เรียน").glyph(U"\u200B", 0).write(U"ผู้").joined() == "|เรียน\u200Bผู้|");
}

BOOST_AUTO_TEST_CASE(hidden_and_visible_text_are_different_words) {
  TestPage page;
  page.write(U"95");
  page.luminance = 255;
  page.write(U"17");
  BOOST_TEST(page.joined() == "|95|");
  BOOST_TEST(page.hidden_joined() == "|17|");
}

BOOST_AUTO_TEST_SUITE_END()
