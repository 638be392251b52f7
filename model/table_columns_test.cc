// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_columns.h"

#include <boost/test/unit_test.hpp>

#include "model/layout_test_page.h"

namespace prongsai {
namespace {

std::vector<TextLine> lines_of(const test::PageBuilder& b) {
  std::vector<PlacedWord> words;
  for (const Word& word : b.page.words) words.push_back({word.box, &word, 0});
  return group_lines(std::move(words));
}

BOOST_AUTO_TEST_SUITE(table_columns)

BOOST_AUTO_TEST_CASE(a_gutter_is_free_in_all_lines_but_those_tolerated) {
  test::PageBuilder b;
  for (int i = 0; i < 6; ++i) b.text(50, 100 + 20 * i, "กกกก ขขข").text(200, 100 + 20 * i, "99");
  const auto clean = find_gutters(lines_of(b), 8, 0);
  BOOST_TEST_REQUIRE(clean.size() == 1u);
  BOOST_TEST(clean[0].to == 200.0);
  b.text(50, 220, "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก");
  BOOST_TEST(find_gutters(lines_of(b), 8, 0).empty());
  BOOST_TEST(find_gutters(lines_of(b), 8, 1).size() == 1u);
}

BOOST_AUTO_TEST_CASE(spaces_between_words_are_no_gutters) {
  test::PageBuilder b;
  for (int i = 0; i < 6; ++i) b.text(50, 100 + 20 * i, "กกกก ขขขข คคคค");
  BOOST_TEST(find_gutters(lines_of(b), 3, 0).empty());
}

BOOST_AUTO_TEST_CASE(text_that_stands_once_makes_no_column) {
  test::PageBuilder b;
  for (int i = 0; i < 4; ++i) b.text(50, 100 + 20 * i, "กกกก").text(300, 100 + 20 * i, "99");
  b.text(150, 100, "ขขขข");
  BOOST_TEST(find_gutters(lines_of(b), 8, 0).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_title_centred_over_a_short_text_is_of_its_column) {
  test::PageBuilder b;
  b.text(70, 100, "กกก").text(240, 100, "ขขขขขขขข").text(470, 100, "คคค");
  b.text(60, 120, "o6").text(125, 120, "ขขข").text(480, 120, "9.99");
  const auto gutters = find_gutters(lines_of(b), 8, 0);
  BOOST_TEST_REQUIRE(gutters.size() == 2u);
  BOOST_TEST(gutters[0].to == 125.0);
  BOOST_TEST(gutters[1].to == 470.0);
}

BOOST_AUTO_TEST_CASE(a_line_is_cut_at_edges_and_runs_over_them_where_no_gap_is) {
  test::PageBuilder b;
  b.text(50, 100, "กก ขข").text(200, 100, "99").text(50, 120, "กกกกกกกกกก กกกกกกกกกก กกกกกกกก กก");
  const auto lines = lines_of(b);
  const auto cells = cut_line(lines[0], {50, 150, 250});
  BOOST_TEST_REQUIRE(cells.size() == 2u);
  BOOST_TEST(cells[0].text == "กก ขข");
  BOOST_TEST(cells[1].column == 1u);
  const auto across = cut_line(lines[1], {50, 150, 250});
  BOOST_TEST_REQUIRE(across.size() == 1u);
  BOOST_TEST(across[0].column_span == 2u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
