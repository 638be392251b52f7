// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/hidden_text.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "extract/test_page.h"

using prongsai::extract::TestPage;

BOOST_AUTO_TEST_SUITE(hidden_text)

BOOST_AUTO_TEST_CASE(white_on_paper_is_hidden) {
  TestPage page;
  page.luminance = 255;
  BOOST_TEST(page.write(U"99").joined() == "|");
}

BOOST_AUTO_TEST_CASE(white_on_a_dark_cell_is_visible) {
  TestPage page;
  page.area({90, 80, 200, 120}, 60);
  page.luminance = 255;
  BOOST_TEST(page.write(U"99").joined() == "|99|");
}

BOOST_AUTO_TEST_CASE(white_on_a_white_cell_is_hidden) {
  TestPage page;
  page.area({90, 80, 200, 120}, 60).area({90, 80, 200, 120}, 255);
  page.luminance = 255;
  BOOST_TEST(page.write(U"99").joined() == "|");
}

BOOST_AUTO_TEST_CASE(white_on_a_picture_is_visible) {
  TestPage page;
  page.area({90, 80, 200, 120}, 255, true);
  page.luminance = 255;
  BOOST_TEST(page.write(U"99").joined() == "|99|");
}

BOOST_AUTO_TEST_CASE(area_painted_later_hides) {
  TestPage page;
  page.write(U"99").area({90, 80, 200, 120}, 255);
  BOOST_TEST(page.joined() == "|");
  BOOST_TEST(page.hidden_joined() == "|99|");
}

BOOST_AUTO_TEST_CASE(picture_painted_later_hides) {
  BOOST_TEST(TestPage().write(U"99").area({0, 0, 600, 800}, 0, true).joined() == "|");
}

BOOST_AUTO_TEST_CASE(area_painted_before_does_not_hide) {
  BOOST_TEST(TestPage().area({90, 80, 200, 120}, 255).write(U"99").joined() == "|99|");
}

BOOST_AUTO_TEST_CASE(area_beside_does_not_hide) {
  BOOST_TEST(TestPage().write(U"99").area({111, 80, 200, 120}, 255).joined() == "|99|");
}

BOOST_AUTO_TEST_CASE(slanted_text_is_a_watermark) {
  TestPage page;
  page.angle = 45;
  BOOST_TEST(page.write(U"ร่าง").joined() == "|");
}

BOOST_AUTO_TEST_CASE(skewed_scan_text_is_no_watermark) {
  TestPage page;
  page.write(U"95");
  for (auto& glyph : page.content.glyphs) glyph.angle = 358.5F;
  BOOST_TEST(page.joined() == "|95|");
}

BOOST_AUTO_TEST_CASE(large_light_text_is_a_watermark_but_a_large_heading_is_not) {
  TestPage page;
  page.size = 60;
  page.luminance = 200;
  BOOST_TEST(page.write(U"ร่าง").joined() == "|");
  page.luminance = 40;
  BOOST_TEST(page.at(100, 300).write(U"ผล").joined() == "|ผล|");
}

BOOST_AUTO_TEST_CASE(small_gray_text_is_visible) {
  TestPage page;
  page.luminance = 200;
  BOOST_TEST(page.write(U"95").joined() == "|95|");
}

BOOST_AUTO_TEST_CASE(thousands_of_areas_over_the_whole_page_end_soon) {
  TestPage page;
  for (int i = 0; i < 50'000; ++i) page.area({0, 0, 600, 800}, 255);
  for (int i = 0; i < 5'000; ++i) page.at(i % 60 * 10, std::floor(i / 60.0) * 8).write(U"9");
  BOOST_TEST(page.words().size() > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
