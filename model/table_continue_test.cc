// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_continue.h"

#include <boost/test/unit_test.hpp>

#include "model/layout.h"
#include "model/layout_test_page.h"

namespace prongsai {
namespace {

test::PageBuilder page_with_table(int number, const std::vector<double>& xs) {
  test::PageBuilder b(number);
  b.grid(xs, {100, 120, 140});
  for (size_t i = 0; i + 1 < xs.size(); ++i) {
    b.text(xs[i] + 4, 103, "ก" + std::to_string(i)).text(xs[i] + 4, 123, "9" + std::to_string(i));
  }
  b.text(300, 770, std::to_string(number));
  return b;
}

const Table& last_table(const std::vector<Block>& blocks) { return std::get<Table>(blocks.back()); }

BOOST_AUTO_TEST_SUITE(table_continue)

BOOST_AUTO_TEST_CASE(same_edges_over_a_page_break_continue) {
  auto one = page_with_table(1, {50, 150, 300});
  auto two = page_with_table(2, {51, 152, 299});
  auto blocks = lay_out({one.page, two.page});
  BOOST_TEST_REQUIRE(blocks.size() == 2u);
  BOOST_TEST(!std::get<Table>(blocks[0]).continues_previous);
  BOOST_TEST(last_table(blocks).continues_previous);
}

BOOST_AUTO_TEST_CASE(mirrored_margins_shift_the_edges) {
  auto one = page_with_table(1, {50, 150, 300});
  auto two = page_with_table(2, {80, 180, 330});
  BOOST_TEST(last_table(lay_out({one.page, two.page})).continues_previous);
}

BOOST_AUTO_TEST_CASE(other_edges_do_not) {
  auto one = page_with_table(1, {50, 150, 300});
  auto two = page_with_table(2, {50, 170, 300});
  BOOST_TEST(!last_table(lay_out({one.page, two.page})).continues_previous);
}

BOOST_AUTO_TEST_CASE(text_between_ends_the_table_but_a_caption_does_not) {
  auto one = page_with_table(1, {50, 150, 300});
  auto two = page_with_table(2, {50, 150, 300});
  two.text(50, 80, "ตารางที่ 1 (ต่อ)");
  BOOST_TEST(last_table(lay_out({one.page, two.page})).continues_previous);
  two.text(50, 60, "ตารางอื่น");
  BOOST_TEST(!last_table(lay_out({one.page, two.page})).continues_previous);
}

BOOST_AUTO_TEST_CASE(a_table_below_another_on_one_page_is_new) {
  auto one = page_with_table(1, {50, 150, 300});
  one.grid({50, 150, 300}, {200, 220, 240}).text(54, 203, "ก").text(154, 203, "ข");
  BOOST_TEST(!last_table(lay_out({one.page})).continues_previous);
}

BOOST_AUTO_TEST_CASE(merged_rows_are_counted_by_the_columns_of_the_other_piece) {
  auto one = page_with_table(1, {50, 150, 220, 300});
  auto two = page_with_table(2, {50, 150, 300});
  const auto blocks = lay_out({one.page, two.page});
  const Table& table = last_table(blocks);
  BOOST_TEST(table.continues_previous);
  BOOST_TEST(table.columns == 3);
  BOOST_TEST(table.rows[0].cells[1].column == 1);
  BOOST_TEST(table.rows[0].cells[1].column_span == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
