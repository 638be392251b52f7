// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_picture.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "extract/page_ink.h"
#include "extract/raster_rulings.h"
#include "extract/test_drawing.h"

using prongsai::Ruling;
using prongsai::extract::blank_picture;
using prongsai::extract::draw_text;
using prongsai::extract::fill;
using prongsai::extract::InkPart;
using prongsai::extract::PageInk;
using prongsai::extract::PagePicture;
using prongsai::extract::prepare_page;
using prongsai::extract::Raster;
using prongsai::extract::take_rulings;

namespace {

int gray_at(const PagePicture& page, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(page.gray.get(), x, y, &value);
  return static_cast<int>(value);
}

bool ink_at(const PagePicture& page, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(page.ink.get(), x, y, &value);
  return value != 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_picture)

BOOST_AUTO_TEST_CASE(a_page_that_leans_is_set_straight) {
  for (const double lean : {-1.7, 0.0, 1.2}) {
    Raster raster = blank_picture(1600, 1200);
    for (int line = 0; line < 8; ++line)
      draw_text(raster, 200, 150 + 100 * line, "การเปิดเผยข้อมูลสาธารณะของหน่วยงาน", lean);
    BOOST_TEST(std::abs(prepare_page(raster).lean - lean) < 0.1);
  }
}

BOOST_AUTO_TEST_CASE(uneven_paper_becomes_white_and_ink_stays) {
  Raster raster = blank_picture(1200, 1200);
  for (int y = 0; y < 1200; ++y)
    fill(raster, 0, y, 1200, y + 1, static_cast<uint8_t>(255 - y / 12));
  draw_text(raster, 200, 1000, "๙๒.๑๒");
  fill(raster, 200, 600, 230, 640, 60);
  const PagePicture page = prepare_page(raster);
  BOOST_TEST(gray_at(page, 100, 1150) > 220);
  BOOST_TEST(!ink_at(page, 100, 1150));
  BOOST_TEST(ink_at(page, 215, 602));
}

BOOST_AUTO_TEST_CASE(white_text_on_a_dark_ground_is_turned_over) {
  Raster raster = blank_picture(1200, 600);
  draw_text(raster, 150, 220, "คะแนน");
  for (int y = 200; y < 320; ++y) {
    for (int x = 100; x < 1000; ++x) {
      uint8_t& pixel = raster.gray[static_cast<size_t>(y) * 1200 + static_cast<size_t>(x)];
      pixel = static_cast<uint8_t>(255 - pixel);
    }
  }
  const PagePicture page = prepare_page(raster);
  BOOST_TEST(!ink_at(page, 900, 260));
  BOOST_TEST(gray_at(page, 900, 260) > 220);
}

BOOST_AUTO_TEST_CASE(lines_of_a_grid_are_found_in_points_and_removed) {
  Raster raster = blank_picture(1200, 1200);
  fill(raster, 100, 300, 1100, 303);
  fill(raster, 100, 600, 1100, 603);
  fill(raster, 500, 300, 503, 603);
  PagePicture page = prepare_page(raster);
  const std::vector<Ruling> rulings = take_rulings(page);
  BOOST_REQUIRE(rulings.size() == 3U);
  BOOST_TEST(std::abs(rulings[0].y0 - 72.36) < 0.5);
  BOOST_TEST(std::abs(rulings[0].x0 - 24) < 1);
  BOOST_TEST(std::abs(rulings[0].x1 - 264) < 1);
  BOOST_TEST(!rulings[2].horizontal());
  BOOST_TEST(std::abs(rulings[2].x0 - 120.4) < 0.5);
  BOOST_TEST(gray_at(page, 700, 301) == 255);
  BOOST_TEST(!ink_at(page, 700, 301));
}

BOOST_AUTO_TEST_CASE(letters_are_no_rulings_and_stay) {
  Raster raster = blank_picture(1200, 1200);
  fill(raster, 100, 100, 106, 160);  // an upright stroke
  fill(raster, 300, 100, 380, 106);  // a dash
  PagePicture page = prepare_page(raster);
  BOOST_TEST(take_rulings(page).empty());
  BOOST_TEST(ink_at(page, 103, 130));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_not_quite_straight_is_one_ruling) {
  Raster raster = blank_picture(1200, 1200);
  for (int x = 100; x < 1100; ++x) fill(raster, x, 300 + x / 200, x + 1, 304 + x / 200);
  PagePicture page = prepare_page(raster);
  BOOST_TEST(take_rulings(page).size() == 1U);
}

// A letter of the heading stands right over an upright line of the table.
BOOST_AUTO_TEST_CASE(letters_over_a_table_do_not_prolong_its_lines) {
  Raster raster = blank_picture(1200, 1200);
  for (const int y : {300, 500, 700}) fill(raster, 100, y, 1100, y + 3);
  for (const int x : {100, 400, 700, 1097}) fill(raster, x, 300, x + 3, 703);
  fill(raster, 400, 260, 403, 298);
  PagePicture page = prepare_page(raster);
  for (const Ruling& ruling : take_rulings(page)) {
    if (ruling.horizontal()) continue;
    BOOST_TEST(std::abs(ruling.y0 - 72) < 1);
    BOOST_TEST(std::abs(ruling.y1 - 168.5) < 1);
  }
  BOOST_TEST(ink_at(page, 401, 280));
}

// The last row of a page that goes on has no line below.
BOOST_AUTO_TEST_CASE(lines_that_all_go_on_are_not_cut) {
  Raster raster = blank_picture(1200, 1200);
  for (const int y : {300, 500, 700}) fill(raster, 100, y, 1100, y + 3);
  for (const int x : {100, 400, 700, 1097}) fill(raster, x, 300, x + 3, 760);
  PagePicture page = prepare_page(raster);
  for (const Ruling& ruling : take_rulings(page)) {
    if (!ruling.horizontal()) BOOST_TEST(std::abs(ruling.y1 - 182.4) < 1);
  }
}

BOOST_AUTO_TEST_CASE(of_the_ground_of_a_head_the_edges_are_rulings) {
  for (const uint8_t gray : {0, 150}) {
    Raster raster = blank_picture(1200, 1200);
    fill(raster, 100, 300, 1100, 400, gray);
    PagePicture page = prepare_page(raster);
    for (const Ruling& ruling : take_rulings(page)) {
      const double from_edge = ruling.horizontal()
                                   ? std::min(std::abs(ruling.y0 - 72), std::abs(ruling.y0 - 96))
                                   : std::min(std::abs(ruling.x0 - 24), std::abs(ruling.x0 - 264));
      BOOST_TEST(from_edge < 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(parts_are_cut_out_without_their_neighbours) {
  Raster raster = blank_picture(600, 600);
  fill(raster, 100, 100, 120, 130);
  fill(raster, 128, 100, 148, 130);
  const PagePicture page = prepare_page(raster);
  const PageInk ink(page);
  BOOST_REQUIRE(ink.parts().size() == 2U);
  const InkPart& first = ink.parts()[0];
  InkPart both = first;
  both.x1 = ink.parts()[1].x1;
  const Raster alone = ink.cut_out({first.label}, both, 4);
  BOOST_TEST(alone.width == both.width() + 8);
  const auto at = [&](int x, int y) {
    return static_cast<int>(alone.gray[static_cast<size_t>(y) * static_cast<size_t>(alone.width) +
                                       static_cast<size_t>(x)]);
  };
  BOOST_TEST(at(4 + 10, 20) < 60);
  BOOST_TEST(at(4 + 38, 20) == 255);
}

BOOST_AUTO_TEST_CASE(pages_of_nothing_and_of_noise_are_survived) {
  for (const uint8_t gray : {uint8_t{0}, uint8_t{255}}) {
    Raster raster = blank_picture(700, 500);
    fill(raster, 0, 0, 700, 500, gray);
    PagePicture page = prepare_page(raster);
    take_rulings(page);
    BOOST_TEST(PageInk(page).parts().size() <= 1U);
  }
  Raster noise = blank_picture(2000, 2000);
  uint32_t state = 1;
  for (uint8_t& pixel : noise.gray) {
    state = state * 1664525U + 1013904223U;
    pixel = static_cast<uint8_t>(state >> 24U);
  }
  PagePicture page = prepare_page(noise);
  take_rulings(page);
  BOOST_TEST(PageInk(page).parts().size() <= 100'000U);
}

BOOST_AUTO_TEST_SUITE_END()
