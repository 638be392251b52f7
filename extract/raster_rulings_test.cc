// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/raster_rulings.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

using prongsai::Ruling;
using prongsai::extract::Raster;
using prongsai::extract::take_rulings;

namespace {

// White paper of 4 x 4 inches.
Raster paper() {
  Raster raster;
  raster.width = raster.height = 1200;
  raster.gray.assign(size_t{1200} * 1200, 255);
  return raster;
}

void darken(Raster& raster, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x)
      raster.gray[static_cast<size_t>(y) * 1200 + static_cast<size_t>(x)] = 0;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(raster_rulings)

BOOST_AUTO_TEST_CASE(lines_of_a_grid_are_found_in_points_and_removed) {
  Raster raster = paper();
  darken(raster, 100, 300, 1100, 303);
  darken(raster, 100, 600, 1100, 603);
  darken(raster, 500, 300, 503, 603);
  std::vector<Ruling> rulings = take_rulings(raster);
  BOOST_REQUIRE(rulings.size() == 3U);
  BOOST_TEST(std::abs(rulings[0].y0 - 72.36) < 0.5);
  BOOST_TEST(std::abs(rulings[0].x0 - 24) < 1);
  BOOST_TEST(std::abs(rulings[0].x1 - 264) < 1);
  BOOST_TEST(!rulings[2].horizontal());
  BOOST_TEST(std::abs(rulings[2].x0 - 120.4) < 0.5);
  BOOST_TEST(raster.gray[301U * 1200U + 700U] == 255);
}

BOOST_AUTO_TEST_CASE(leaning_line_is_one_ruling) {
  Raster raster = paper();
  for (int x = 100; x < 1100; ++x) darken(raster, x, 300 + x / 200, x + 1, 304 + x / 200);
  BOOST_TEST(take_rulings(raster).size() == 1U);
}

BOOST_AUTO_TEST_CASE(letters_and_dark_areas_are_no_rulings_and_stay) {
  Raster raster = paper();
  darken(raster, 100, 100, 106, 160);   // an upright stroke
  darken(raster, 300, 100, 380, 106);   // a dash
  darken(raster, 100, 300, 1100, 400);  // the background of a table's head
  BOOST_TEST(take_rulings(raster).empty());
  BOOST_TEST(raster.gray[350U * 1200U + 700U] == 0);
  BOOST_TEST(raster.gray[130U * 1200U + 103U] == 0);
}

BOOST_AUTO_TEST_SUITE_END()
