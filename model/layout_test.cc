// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cmath>
#include <limits>

#include "model/layout_test_page.h"

namespace prongsai {
namespace {

double seconds_for(const PageText& page) {
  const auto start = std::chrono::steady_clock::now();
  (void)lay_out({page});
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Not more than a debug build with sanitizers on a busy machine needs; what is quadratic takes
// minutes.
constexpr double kSeconds = 20;

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(lines_and_tables_come_from_top_to_bottom) {
  test::PageBuilder b;
  b.text(80, 200, "หลัง ตาราง").text(80, 60, "ก่อน ตาราง").grid({50, 150, 300}, {100, 120, 140});
  b.text(55, 103, "ก").text(155, 103, "ข");
  const auto blocks = lay_out({b.page});
  BOOST_TEST_REQUIRE(blocks.size() == 3u);
  BOOST_TEST(std::get<Line>(blocks[0]).text == "ก่อน ตาราง");
  BOOST_TEST(std::holds_alternative<Table>(blocks[1]));
  BOOST_TEST(std::get<Line>(blocks[2]).text == "หลัง ตาราง");
}

BOOST_AUTO_TEST_CASE(two_pages_on_one_sheet_are_read_one_after_the_other) {
  test::PageBuilder b(3, 842, 595);
  const std::string words = "ข้อความ ยาว ของ หน้า ที่ เต็ม บรรทัด จน ถึง ขอบ ขวา ของ หน้า นี้";
  for (int i = 0; i < 10; ++i) {
    b.text(50, 60 + 20 * i, "ซ" + std::to_string(i) + " " + words);
    b.text(471, 60 + 20 * i, "ข" + std::to_string(i) + " " + words);
  }
  const auto blocks = lay_out({b.page});
  BOOST_TEST_REQUIRE(blocks.size() == 20u);
  for (size_t i = 0; i < 20; ++i) {
    const Line& line = std::get<Line>(blocks[i]);
    BOOST_TEST(line.text.starts_with((i < 10 ? "ซ" : "ข") + std::to_string(i % 10) + " "));
    BOOST_TEST(line.page == 3);
  }
}

BOOST_AUTO_TEST_CASE(a_wide_page_with_a_table_of_columns_is_one_page) {
  test::PageBuilder b(1, 842, 595);
  for (int i = 0; i < 12; ++i) {
    b.text(50, 60 + 20 * i, "o" + std::to_string(i) + " ชื่อ ของ ข้อ คำถาม ที่ ยาว");
    b.text(600, 60 + 20 * i, "85.20");
  }
  const auto blocks = lay_out({b.page});
  BOOST_TEST_REQUIRE(blocks.size() == 1u);
  BOOST_TEST(std::holds_alternative<Table>(blocks[0]));
}

BOOST_AUTO_TEST_CASE(blocks_of_plain_text_pass_through) {
  PageText page;
  Line line;
  line.text = "- 3 -";
  page.blocks = {line, Table{}};
  BOOST_TEST((lay_out({page}) == page.blocks));
}

BOOST_AUTO_TEST_CASE(no_word_is_lost_or_doubled) {
  test::PageBuilder b;
  b.grid({50, 150, 300}, {100, 120, 140}).box(40, 90, 310, 150);
  for (int i = 0; i < 40; ++i) b.text(20 + 13 * i, 90 + 11 * (i % 7), "w" + std::to_string(i));
  size_t words = 0;
  const auto count = [&](const Line& line) { words += line.words.size(); };
  for (const Block& block : lay_out({b.page})) {
    if (const auto* line = std::get_if<Line>(&block)) {
      count(*line);
      continue;
    }
    for (const Row& row : std::get<Table>(block).rows) {
      for (const Cell& cell : row.cells) {
        for (const Line& line : cell.lines) count(line);
      }
    }
  }
  BOOST_TEST(words == 40u);
}

BOOST_AUTO_TEST_CASE(words_that_are_nowhere_are_left_out) {
  test::PageBuilder b;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  b.word({nan, 0, 1, 1}, "ก").word({5, 5, 1, 1}, "ข").word({5, 5, 5, 5}, "").text(80, 300, "ค");
  const auto blocks = lay_out({b.page, PageText{}});
  BOOST_TEST_REQUIRE(blocks.size() == 1u);
  BOOST_TEST(std::get<Line>(blocks[0]).text == "ค");
}

BOOST_AUTO_TEST_CASE(two_hundred_thousand_words_on_one_place_take_seconds) {
  test::PageBuilder b;
  for (int i = 0; i < 200'000; ++i) b.word({80, 300, 120, 314}, "กก");
  BOOST_TEST(seconds_for(b.page) < kSeconds);
}

BOOST_AUTO_TEST_CASE(two_hundred_thousand_words_in_columns_take_seconds) {
  test::PageBuilder b;
  for (int i = 0; i < 200'000; ++i) {
    const double x = 20 + 55 * (i % 10);
    const double y = 20 + 0.037 * std::floor(i / 10.0);
    b.word({x, y, x + 20, y + 0.03}, "98");
  }
  BOOST_TEST(seconds_for(b.page) < kSeconds);
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_rulings_take_seconds) {
  test::PageBuilder b;
  for (int i = 0; i < 50'000; ++i) {
    b.rule_across(0.016 * i, 0.01 * (i % 100), 600).rule_down(0.012 * i, 0.01 * (i % 100), 800);
  }
  for (int i = 0; i < 3'000; ++i)
    b.word({10. + i % 500, 10 + std::floor(i / 5.0), 14. + i % 500, 20 + std::floor(i / 5.0)}, "ก");
  BOOST_TEST(seconds_for(b.page) < kSeconds);
}

BOOST_AUTO_TEST_CASE(thousands_of_small_boxes_take_seconds) {
  test::PageBuilder b;
  for (int i = 0; i < 25'000; ++i) {
    const double x = 5. * (i % 118);
    const double y = 7. * (i / 118 % 113);
    b.grid({x + 0.1 * (i % 3), x + 6}, {y, y + 6.5}).word({x, y, x + 5, y + 6}, "ก");
  }
  BOOST_TEST(seconds_for(b.page) < kSeconds);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
