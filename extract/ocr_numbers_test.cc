// SPDX-License-Identifier: GPL-3.0-or-later
// The number model on pictures that Cairo draws in the test.
#include "extract/ocr_numbers.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

using prongsai::extract::NumberReader;
using prongsai::extract::OcrSymbol;
using prongsai::extract::Raster;
using prongsai::extract::text_of;
using prongsai::extract::with_numbers;
namespace bdata = boost::unit_test::data;

namespace {

constexpr double kDotsPerInch = 300;

// A line of text in the letters of TH Sarabun, with its left top corner at (100, 100).
Raster drawn(const std::string& text) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1600, 400);
  cairo_t* cairo = cairo_create(surface);
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* font = pango_font_description_from_string("Laksaman");
  pango_font_description_set_absolute_size(font, 66.0 * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text.c_str(), -1);
  cairo_move_to(cairo, 100, 100);
  pango_cairo_show_layout(cairo, layout);
  cairo_surface_flush(surface);
  Raster raster;
  raster.width = 1600;
  raster.height = 400;
  raster.dots_per_inch = kDotsPerInch;
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x)
      raster.gray.push_back(static_cast<uint8_t>(255 - rows[y * stride + x]));
  }
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return raster;
}

// A run of columns with ink.
struct Piece {
  int x0 = 0;
  int x1 = 0;
  int y0 = 0;
  int y1 = 0;
  prongsai::Box box() const {
    const double scale = 72 / kDotsPerInch;
    return {x0 * scale, y0 * scale, x1 * scale, y1 * scale};
  }
};

std::vector<Piece> pieces_of(const Raster& raster) {
  std::vector<Piece> pieces;
  int top = raster.height;
  int bottom = 0;
  bool open = false;
  for (int x = 0; x < raster.width; ++x) {
    bool ink = false;
    for (int y = 0; y < raster.height; ++y) {
      if (raster.gray[static_cast<size_t>(y) * 1600 + static_cast<size_t>(x)] > 128) continue;
      ink = true;
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
    if (ink && !open) pieces.push_back({x, x, 0, 0});
    if (ink) pieces.back().x1 = x + 1;
    open = ink;
  }
  for (Piece& piece : pieces) {
    piece.y0 = top;
    piece.y1 = bottom;
  }
  return pieces;
}

NumberReader& reader() {
  static const std::unique_ptr<NumberReader> one = NumberReader::open("");
  BOOST_TEST_REQUIRE(one != nullptr);
  return *one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocr_numbers)

// All digits of both kinds, the letters of codes, and a paragraph.
const char* const kLines[] = {"๙๒.๑๒", "๓๔.๕๖", "๗๘.๐๙", "92.12", "34.56",
                              "78.09", "๑๐๐",   "i๑๒",   "e12",   "o๓๕"};

BOOST_DATA_TEST_CASE(the_program_has_a_model_that_reads_all_digits, bdata::make(kLines), line) {
  BOOST_TEST(text_of(reader().read(drawn(line))) == line);
}

BOOST_AUTO_TEST_CASE(an_empty_picture_says_nothing) {
  BOOST_TEST(reader().read(drawn("")).empty());
  BOOST_TEST(reader().read(Raster()).empty());
}

BOOST_AUTO_TEST_CASE(numbers_take_the_place_of_what_the_thai_model_saw_there) {
  const Raster raster = drawn("คะแนน ๙๒.๑๘");
  // As the Thai model gives it, which lacks ๙ and ๘: one symbol for each piece of ink, the words
  // parted by the widest gap.
  std::vector<OcrSymbol> symbols;
  const std::vector<Piece> pieces = pieces_of(raster);
  size_t first_digit = 1;
  for (size_t i = 2; i < pieces.size(); ++i) {
    if (pieces[i].x0 - pieces[i - 1].x1 > pieces[first_digit].x0 - pieces[first_digit - 1].x1)
      first_digit = i;
  }
  for (size_t i = 0; i < pieces.size(); ++i) {
    const bool number = i >= first_digit;
    symbols.push_back({number ? "๕" : "น", pieces[i].box(), 0.9, 12, 1, number ? 2 : 1});
  }
  const std::vector<OcrSymbol> out = with_numbers(symbols, raster, {}, reader());
  std::string numbers;
  std::string others;
  for (const OcrSymbol& symbol : out) (symbol.number ? numbers : others) += symbol.text;
  BOOST_TEST(numbers == "๙๒.๑๘");
  BOOST_TEST(others.find("๕") == std::string::npos);
  BOOST_TEST(others.find("น") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
