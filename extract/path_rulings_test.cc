// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/path_rulings.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

using prongsai::Ruling;
using prongsai::extract::add_filled;
using prongsai::extract::add_stroked;
using prongsai::extract::merged;
using prongsai::extract::Subpath;

namespace {

// "x0 y0 x1 y1" of each, to 0.1 pt.
std::string text_of(const std::vector<Ruling>& rulings) {
  std::string text;
  for (const Ruling& r : rulings) {
    text += fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", r.x0, r.y0, r.x1, r.y1);
  }
  return text;
}

std::string stroked(const Subpath& path) {
  std::vector<Ruling> rulings;
  add_stroked(path, 0.5, rulings);
  return text_of(rulings);
}

std::string filled(const Subpath& path) {
  std::vector<Ruling> rulings;
  add_filled(path, rulings);
  return text_of(rulings);
}

Subpath rectangle(double x0, double y0, double x1, double y1) {
  return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, true, false};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(path_rulings)

BOOST_AUTO_TEST_CASE(straight_segment_is_a_ruling_with_ordered_ends) {
  BOOST_TEST(stroked({{{90, 20}, {10, 20}}, false, false}) == "[10.0 20.0 90.0 20.0]");
  BOOST_TEST(stroked({{{10, 90}, {10.2, 20}}, false, false}) == "[10.1 20.0 10.1 90.0]");
}

BOOST_AUTO_TEST_CASE(slanted_segment_is_none) {
  BOOST_TEST(stroked({{{10, 20}, {90, 25}}, false, false}) == "");
}

BOOST_AUTO_TEST_CASE(sides_of_a_stroked_rectangle_are_rulings) {
  BOOST_TEST(stroked(rectangle(10, 20, 90, 60)) ==
             "[10.0 20.0 90.0 20.0][90.0 20.0 90.0 60.0][10.0 60.0 90.0 60.0]"
             "[10.0 20.0 10.0 60.0]");
}

BOOST_AUTO_TEST_CASE(thin_filled_rectangle_is_its_middle_line) {
  BOOST_TEST(filled(rectangle(10, 20, 90, 20.6)) == "[10.0 20.3 90.0 20.3]");
  BOOST_TEST(filled(rectangle(10, 20, 11, 90)) == "[10.5 20.0 10.5 90.0]");
}

BOOST_AUTO_TEST_CASE(mitred_border_is_a_line) {
  BOOST_TEST(filled({{{10, 20}, {90, 20}, {89, 21}, {11, 21}}, true, false}) ==
             "[10.0 20.5 90.0 20.5]");
}

BOOST_AUTO_TEST_CASE(cell_background_and_bar_are_none) {
  BOOST_TEST(filled(rectangle(10, 20, 90, 40)) == "");
  BOOST_TEST(filled(rectangle(10, 20, 90, 25)) == "");
}

BOOST_AUTO_TEST_CASE(corner_of_a_border_and_curved_shape_are_none) {
  BOOST_TEST(filled(rectangle(10, 20, 10.5, 20.5)) == "");
  BOOST_TEST(filled({{{10, 20}, {90, 20}, {90, 21}, {10, 21}}, true, true}) == "");
}

BOOST_AUTO_TEST_CASE(pieces_of_a_line_are_joined) {
  BOOST_TEST(
      text_of(merged({{10, 20, 50, 20, 1}, {50.5, 20.2, 90, 20.2, 1}, {30, 20, 60, 20, 1}})) ==
      "[10.0 20.0 90.0 20.0]");
}

BOOST_AUTO_TEST_CASE(dots_are_a_line) {
  std::vector<Ruling> dots;
  dots.reserve(30);
  for (int i = 0; i < 30; ++i) dots.push_back({10.0 + 3 * i, 20, 11.0 + 3 * i, 20, 1});
  BOOST_TEST(text_of(merged(dots)) == "[10.0 20.0 98.0 20.0]");
}

BOOST_AUTO_TEST_CASE(lines_apart_stay_apart) {
  BOOST_TEST(text_of(merged({{10, 20, 50, 20, 1}, {55, 20, 90, 20, 1}, {10, 21.5, 50, 21.5, 1}})) ==
             "[10.0 20.0 50.0 20.0][55.0 20.0 90.0 20.0][10.0 21.5 50.0 21.5]");
}

BOOST_AUTO_TEST_CASE(tick_is_dropped) { BOOST_TEST(merged({{10, 20, 13, 20, 1}}).empty()); }

BOOST_AUTO_TEST_CASE(rulings_are_sorted_horizontal_first) {
  BOOST_TEST(
      text_of(merged(
          {{50, 0, 50, 90, 1}, {10, 40, 90, 40, 1}, {10, 0, 10, 90, 1}, {10, 20, 90, 20, 1}})) ==
      "[10.0 20.0 90.0 20.0][10.0 40.0 90.0 40.0][10.0 0.0 10.0 90.0][50.0 0.0 50.0 90.0]");
}

BOOST_AUTO_TEST_SUITE_END()
