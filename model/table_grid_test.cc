// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_grid.h"

#include <boost/test/unit_test.hpp>

#include "model/layout_test_page.h"

namespace prongsai {
namespace {

const Box kPage{0, 0, 600, 800};

GridsAndRest grids_of(const test::PageBuilder& b) {
  std::vector<Box> words;
  for (const Word& word : b.page.words) words.push_back(word.box);
  return find_grids(join_rulings(b.page.rulings, kPage), words);
}

using Edges = std::vector<double>;

BOOST_AUTO_TEST_SUITE(table_grid)

BOOST_AUTO_TEST_CASE(a_plain_grid_has_walls_between_all_cells) {
  test::PageBuilder b;
  b.grid({50, 150, 300}, {100, 120, 140, 160});
  const auto found = grids_of(b);
  BOOST_TEST_REQUIRE(found.grids.size() == 1u);
  const Grid& grid = found.grids[0];
  BOOST_TEST(grid.xs == (Edges{50, 150, 300}), boost::test_tools::per_element());
  BOOST_TEST(grid.ys == (Edges{100, 120, 140, 160}), boost::test_tools::per_element());
  BOOST_TEST(grid.right(1, 0));
  BOOST_TEST(grid.below(0, 1));
}

BOOST_AUTO_TEST_CASE(dashes_and_touching_pieces_are_one_rule) {
  test::PageBuilder b;
  for (double x = 50; x < 300; x += 4) b.rule_across(100, x, x + 2);
  for (double x = 50; x < 300; x += 50) b.rule_across(200, x, x + 50);
  const Rules rules = join_rulings(b.page.rulings, kPage);
  BOOST_TEST_REQUIRE(rules.horizontal.size() == 2u);
  BOOST_TEST(rules.horizontal[0].to == 300.0);
  BOOST_TEST(rules.horizontal[1].to == 300.0);
}

BOOST_AUTO_TEST_CASE(the_two_lines_of_a_double_rule_are_one) {
  test::PageBuilder b;
  b.grid({50, 150, 300}, {100, 120, 140});
  b.grid({51.5, 298.5}, {101.5, 138.5});
  const auto found = grids_of(b);
  BOOST_TEST_REQUIRE(found.grids.size() == 1u);
  BOOST_TEST(found.grids[0].columns() == 2u);
  BOOST_TEST(found.grids[0].rows() == 2u);
}

BOOST_AUTO_TEST_CASE(a_missing_piece_opens_the_wall) {
  test::PageBuilder b;
  b.grid({50, 300}, {100, 120, 140}).rule_down(150, 120, 140);
  const auto found = grids_of(b);
  BOOST_TEST_REQUIRE(found.grids.size() == 1u);
  BOOST_TEST(!found.grids[0].right(0, 0));
  BOOST_TEST(found.grids[0].right(1, 0));
}

BOOST_AUTO_TEST_CASE(outer_edges_without_a_rule_are_where_the_other_rules_end) {
  test::PageBuilder b;
  for (const double y : {100., 120., 140.}) b.rule_across(y, 50, 300);
  b.rule_down(150, 100, 160);
  const auto found = grids_of(b);
  BOOST_TEST_REQUIRE(found.grids.size() == 1u);
  BOOST_TEST(found.grids[0].xs == (Edges{50, 150, 300}), boost::test_tools::per_element());
  BOOST_TEST(found.grids[0].ys == (Edges{100, 120, 140, 160}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(edges_drawn_a_little_apart_are_one_unless_text_stands_between) {
  test::PageBuilder b;
  b.grid({50, 300}, {100, 120, 140}).rule_down(150, 100, 120).rule_down(155, 120, 140);
  BOOST_TEST(grids_of(b).grids.at(0).columns() == 2u);
  b.word({151, 104, 154, 110}, "1");
  BOOST_TEST(grids_of(b).grids.at(0).columns() == 3u);
}

BOOST_AUTO_TEST_CASE(tables_side_by_side_are_two_grids) {
  test::PageBuilder b;
  b.grid({50, 150, 250}, {100, 120, 140}).grid({300, 400, 500}, {100, 120, 140});
  BOOST_TEST(grids_of(b).grids.size() == 2u);
}

BOOST_AUTO_TEST_CASE(underlines_are_loose_and_dots_are_nothing) {
  test::PageBuilder b;
  b.rule_across(100, 50, 120).rule_across(150, 50, 53);
  const auto found = grids_of(b);
  BOOST_TEST(found.grids.empty());
  BOOST_TEST(found.loose.size() == 1u);
}

BOOST_AUTO_TEST_CASE(rulings_that_are_no_places_are_left_out) {
  std::vector<Ruling> rulings{{0, 0, 1e300 * 1e300, 0, 1}, {900, 900, 1000, 900, 1}};
  rulings.push_back({0.0 / 1.0, -1e9, 0, 1e9, 1});
  const Rules rules = join_rulings(rulings, kPage);
  BOOST_TEST(rules.horizontal.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
