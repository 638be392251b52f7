// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr.h"

#include <allheaders.h>

#include <boost/test/unit_test.hpp>

#include "extract/pix.h"
#include "extract/tessdata.h"
#include "extract/test_drawing.h"

using prongsai::Word;
using prongsai::extract::find_tessdata;
using prongsai::extract::OcrPage;
using prongsai::extract::PixPtr;
using prongsai::extract::Raster;
using prongsai::extract::read_by_ocr;

namespace {

constexpr int kWidth = 1800;   // pixels
constexpr int kHeight = 1200;  // pixels
constexpr double kScale = 72 / 300.0;

// Lines of text and a row of a table, with a number in it.
Raster page() {
  Raster raster = prongsai::extract::blank_picture(kWidth, kHeight);
  const char* lines[] = {
      "หน่วยงานนำผลการประเมินมาปรับปรุงการทำงานในปีต่อไป", "ผู้รับบริการเห็นว่าขั้นตอนการให้บริการยังไม่ชัดเจน",
      "จัดทำแผนผังขั้นตอนและติดประกาศไว้หน้าสำนักงาน", "รายงานผลต่อผู้บริหารทุกไตรมาสจนสิ้นปีงบประมาณ"};
  for (int i = 0; i < 4; ++i) draw_text(raster, 150, 100 + 120 * i, lines[i]);
  for (const int y : {700, 820}) prongsai::extract::fill(raster, 150, y, 1500, y + 4);
  for (const int x : {150, 1000, 1496}) prongsai::extract::fill(raster, x, 700, x + 4, 824);
  draw_text(raster, 200, 715, "ช่องทางรับเรื่องร้องเรียน");
  draw_text(raster, 1100, 715, "๘๗.๖๔");
  return raster;
}

Raster turned(const Raster& raster, int quarters) {
  const PixPtr pix = prongsai::extract::to_pix(raster);
  const PixPtr other(pixRotateOrth(pix.get(), quarters));
  return prongsai::extract::to_raster(other.get(), raster.dots_per_inch);
}

const Word* word_of(const OcrPage& page, const std::string& text) {
  for (const Word& word : page.words) {
    if (word.raw == text) return &word;
  }
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocr)

BOOST_AUTO_TEST_CASE(a_page_is_read_whichever_way_up_it_is) {
  const Raster upright = page();
  for (const int quarters : {0, 1, 2, 3}) {
    BOOST_TEST_CONTEXT("turned by quarters: " << quarters) {
      const OcrPage read = read_by_ocr(turned(upright, quarters), find_tessdata(""), 60);
      BOOST_TEST(read.complete);
      const Word* score = word_of(read, "๘๗.๖๔");
      BOOST_REQUIRE(score);
      BOOST_TEST(score->rotation == 90 * quarters);
      // The score stands at (1100..1230, 715..780) of the upright picture.
      const double x = (score->box.x0 + score->box.x1) / 2;
      const double y = (score->box.y0 + score->box.y1) / 2;
      const double width = kWidth * kScale;
      const double height = kHeight * kScale;
      const double right = 1165 * kScale;
      const double down = 755 * kScale;
      const double expected_x[] = {right, height - down, width - right, down};
      const double expected_y[] = {down, right, height - down, width - right};
      BOOST_TEST(std::abs(x - expected_x[quarters]) < 12);
      BOOST_TEST(std::abs(y - expected_y[quarters]) < 12);
      BOOST_TEST(read.rulings.size() == 5U);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_picture_in_black_and_white_is_read) {
  Raster raster = page();
  // As a fax has it, with single dots on the paper.
  for (size_t i = 0; i < raster.gray.size(); ++i) {
    uint8_t& pixel = raster.gray[i];
    pixel = pixel < 128 || (i * 2654435761U) % 1009 < 100 ? 0 : 255;
  }
  const OcrPage read = read_by_ocr(raster, find_tessdata(""), 60);
  BOOST_TEST((word_of(read, "๘๗.๖๔") != nullptr));
}

// A 1 is narrow, and leaves a gap as wide as a space.
BOOST_AUTO_TEST_CASE(a_number_that_is_torn_is_one_number) {
  Raster raster = page();
  draw_text(raster, 150, 580, "คะแนนเฉลี่ย");
  draw_text(raster, 600, 580, "94.1");
  draw_text(raster, 722, 580, "1");
  const OcrPage read = read_by_ocr(raster, find_tessdata(""), 60);
  BOOST_TEST((word_of(read, "94.11") != nullptr));
}

BOOST_AUTO_TEST_CASE(what_is_no_page_is_given_up) {
  Raster dots = prongsai::extract::blank_picture(2400, 2400);
  for (int y = 8; y + 8 < dots.height; y += 16) {
    for (int x = 8 + y % 7; x + 8 < dots.width; x += 31)
      prongsai::extract::fill(dots, x, y, x + 6, y + 9);
  }
  BOOST_TEST(!read_by_ocr(dots, find_tessdata(""), 60).complete);
  BOOST_TEST(!read_by_ocr(page(), find_tessdata(""), 0).complete);
}

BOOST_AUTO_TEST_CASE(pages_of_any_shape_are_read) {
  for (const auto& [width, height] : {std::pair(30'000, 50), {50, 30'000}, {1, 1}, {3000, 2}}) {
    for (const uint8_t gray : {0, 255}) {
      Raster raster = prongsai::extract::blank_picture(width, height);
      prongsai::extract::fill(raster, 0, 0, width, height, gray);
      BOOST_TEST(read_by_ocr(raster, find_tessdata(""), 60).words.empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
