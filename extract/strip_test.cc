// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/strip.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

using prongsai::extract::kStripHeight;
using prongsai::extract::normalised_strip;
using prongsai::extract::Raster;
using prongsai::extract::Strip;

namespace {

Raster paper(int width, int height, int gray = 255) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.gray.assign(static_cast<size_t>(width) * static_cast<size_t>(height),
                     static_cast<uint8_t>(gray));
  return raster;
}

void ink(Raster& raster, int x0, int y0, int x1, int y1, int gray = 0) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x)
      raster.gray[static_cast<size_t>(y) * static_cast<size_t>(raster.width) +
                  static_cast<size_t>(x)] = static_cast<uint8_t>(gray);
  }
}

// The share of the strip's pixels that are dark.
double dark_share(const Raster& raster) {
  size_t dark = 0;
  for (const uint8_t value : raster.gray) dark += value < 128 ? 1 : 0;
  return static_cast<double>(dark) / static_cast<double>(raster.gray.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(strip)

BOOST_AUTO_TEST_CASE(a_blank_crop_has_no_strip) {
  BOOST_TEST(normalised_strip(paper(80, 40)).empty);
  BOOST_TEST(normalised_strip(Raster()).empty);
  BOOST_TEST(normalised_strip(paper(1, 1)).empty);
}

BOOST_AUTO_TEST_CASE(text_fills_the_strip_whatever_its_place_and_size) {
  Raster small = paper(200, 100);
  ink(small, 120, 60, 130, 80);
  ink(small, 140, 60, 150, 80);
  Raster large = paper(300, 200);
  ink(large, 20, 30, 60, 110);
  ink(large, 100, 30, 140, 110);
  for (const Raster& raster : {small, large}) {
    const Strip strip = normalised_strip(raster);
    BOOST_TEST_REQUIRE(!strip.empty);
    BOOST_TEST(strip.raster.height == kStripHeight);
    // 30 x 20 units of text with a quarter of the height beside it and 0.16 above and below.
    BOOST_TEST(strip.raster.width > 49);
    BOOST_TEST(strip.raster.width < 59);
  }
}

BOOST_AUTO_TEST_CASE(places_in_the_strip_map_back_to_the_crop) {
  Raster raster = paper(200, 100);
  ink(raster, 120, 60, 150, 80);
  const Strip strip = normalised_strip(raster);
  // The left edge of the ink.
  BOOST_TEST(strip.x0 + 5 == 120.0);
  BOOST_TEST(strip.scale > 1.26);
}

BOOST_AUTO_TEST_CASE(faint_ink_on_gray_paper_becomes_black_on_white) {
  Raster raster = paper(100, 40, 200);
  ink(raster, 30, 10, 40, 30, 120);
  ink(raster, 60, 10, 70, 30, 120);
  const Strip strip = normalised_strip(raster);
  BOOST_TEST(*std::min_element(strip.raster.gray.begin(), strip.raster.gray.end()) < 40);
  BOOST_TEST(*std::max_element(strip.raster.gray.begin(), strip.raster.gray.end()) > 240);
}

BOOST_AUTO_TEST_CASE(table_lines_at_the_edges_are_no_text) {
  Raster raster = paper(100, 40);
  ink(raster, 30, 10, 36, 28, 90);
  ink(raster, 50, 10, 56, 28, 90);
  const double share = dark_share(normalised_strip(raster).raster);
  ink(raster, 0, 0, 100, 2);
  ink(raster, 0, 0, 2, 40);
  const Strip strip = normalised_strip(raster);
  BOOST_TEST_REQUIRE(!strip.empty);
  BOOST_TEST(std::abs(dark_share(strip.raster) - share) < 0.02);
}

BOOST_AUTO_TEST_CASE(a_small_letter_far_left_of_tall_ones_is_kept_over_its_neighbours) {
  Raster raster = paper(200, 60);
  ink(raster, 100, 10, 110, 50);  // a tall stack
  for (int x = 20; x < 95; x += 20) ink(raster, x, 35, x + 8, 47);
  const Strip strip = normalised_strip(raster);
  BOOST_TEST(strip.x0 < 20.0);
}

BOOST_AUTO_TEST_SUITE_END()
