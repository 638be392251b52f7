// SPDX-License-Identifier: GPL-3.0-or-later
// Row 13 of docs/hostile.md: pictures as nobody would make them on purpose. Numbers may be lost;
// none may be verified wrong.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "extract/pdf_document.h"
#include "extract/raster.h"
#include "testdata/generate/degrade.h"
#include "tests/cli_run.h"
#include "tests/documents.h"
#include "tests/hostile.h"

namespace bdata = boost::unit_test::data;
using prongsai::extract::PdfDocument;
using prongsai::extract::Raster;
using prongsai::testdata::degrade;
using prongsai::testdata::jpeg_bytes;
using prongsai::testdata::Look;
using prongsai::testdata::Random;
using prongsai::testdata::resized;
using namespace prongsai::tests;

namespace {

constexpr int kTablePage = 2;  // of the demo report: its scores by indicator

Raster table_page(double dots_per_inch) {
  static const std::string bytes = bytes_of(demo_report());
  return PdfDocument(bytes, "report.pdf").render(kTablePage, dots_per_inch, 60);
}

Raster paper(int width, int height) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.dots_per_inch = 150;
  raster.gray.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 255);
  return raster;
}

Raster upside_down(Raster raster) {
  std::ranges::reverse(raster.gray);
  return raster;
}

Raster inverted(Raster raster) {
  for (unsigned char& gray : raster.gray) gray = static_cast<unsigned char>(255 - gray);
  return raster;
}

Raster beside_each_other(const Raster& left, const Raster& right) {
  Raster both = paper(left.width + right.width, std::max(left.height, right.height));
  for (const auto& [page, x] : {std::pair(&left, 0), {&right, left.width}}) {
    for (int y = 0; y < page->height; ++y) {
      const auto row = page->gray.begin() + static_cast<long>(y) * page->width;
      std::copy(row, row + page->width, both.gray.begin() + static_cast<long>(y) * both.width + x);
    }
  }
  return both;
}

Raster looking(const Look& look) {
  Random random(13);
  return degrade(table_page(150), look, random);
}

std::string blank() { return jpeg_bytes(paper(1240, 1754), 90); }
std::string fax_noise() {
  Random random(7);
  Look look;
  look.specks = 0.3;
  look.threshold = 0.5;
  return jpeg_bytes(degrade(paper(620, 877), look, random), 90);
}
std::string on_its_head() { return jpeg_bytes(upside_down(table_page(150)), 90); }
std::string white_on_black() { return jpeg_bytes(inverted(table_page(150)), 90); }
std::string two_up() {
  const Raster page = table_page(120);
  return jpeg_bytes(beside_each_other(page, page), 90);
}
std::string photo_of_a_screen() {
  Look look;
  look.lean = 2;
  look.gradient = 60;
  look.dots = 3;
  look.dot_depth = 25;
  look.blur = 0.8;
  look.noise = 10;
  return jpeg_bytes(looking(look), 60);
}
std::string coarse() { return jpeg_bytes(table_page(72), 80); }
std::string far_too_fine() {
  const Raster page = table_page(200);
  return jpeg_bytes(resized(page, page.width * 6, page.height * 6), 80);
}

constexpr const char* kNotWrong = "needs_review|done|not_ita";
constexpr HostileInput kPictures[] = {
    {13, "blank.jpg", blank, "not_ita", ""},
    {13, "fax_noise.jpg", fax_noise, "not_ita|needs_review|quarantined", "", "time"},
    {13, "on_its_head.jpg", on_its_head, kNotWrong, ""},
    {13, "white_on_black.jpg", white_on_black, kNotWrong, ""},
    {13, "two_up.jpg", two_up, kNotWrong, ""},
    {13, "photo_of_a_screen.jpg", photo_of_a_screen, kNotWrong, ""},
    {13, "coarse.jpg", coarse, kNotWrong, ""},
    {13, "far_too_fine.jpg", far_too_fine, "needs_review|done|not_ita|rejected", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_pictures)

BOOST_AUTO_TEST_CASE(row_13_no_picture_gives_a_wrong_verified_value) {
  if (!has_ocr()) return;
  HostileFolder folder;
  for (const HostileInput& input : kPictures) folder.add(input.name, input.bytes());
  const Outcome outcome = folder.run({"--ocr=auto", "--jobs=2", "--timeout=20", "--memory=2048"});
  const Built built = folder.read(outcome);
  check_nothing_lost(built);
  for (const HostileInput& input : kPictures) {
    const std::string state = built.state_of(input.name);
    const size_t scores = built.scores_of(input.name).size();
    BOOST_TEST_MESSAGE("  " << input << ": " << state << ": " << built.reason_of(input.name) << " "
                            << scores << " scores");
    BOOST_TEST(is_among(state, input.state), input << " is " << state);
    check_none_verified_wrong(built, input.name, kGoodReport);
  }
  // The good ones among them are read.
  BOOST_TEST(built.scores_of("on_its_head.jpg").size() >= 10U);
  BOOST_TEST(built.scores_of("white_on_black.jpg").size() >= 10U);
}

BOOST_AUTO_TEST_SUITE_END()
