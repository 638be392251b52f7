// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of a page: whole and in parts, of PDF pages with one black rectangle.
#include "extract/page_image.h"

#include <allheaders.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "extract/pix.h"
#include "extract/test_drawing.h"
#include "extract/test_pdf.h"
#include "model/diagnostic.h"

namespace bdata = boost::unit_test::data;

// Where Box is not Leptonica's.
namespace prongsai::extract {
namespace {

constexpr const char* kRectangle = "0 g 100 600 50 20 re f";
// Of the page as it is shown, without crop box and rotation.
constexpr Box kShown = {100, 180, 150, 200};

std::string pdf_of(const std::string& more = "", const std::string& content = kRectangle) {
  TestPdf pdf(content);
  pdf.pages[0].more = more;
  return pdf.bytes();
}

PixPtr decoded(const std::string& png) {
  const PixPtr pix(pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
  BOOST_TEST_REQUIRE(pix != nullptr);
  return PixPtr(pixConvertTo8(pix.get(), 0));
}

int gray_at(Pix* pix, double x, double y) {
  l_uint32 gray = 0;
  BOOST_TEST_REQUIRE(pixGetPixel(pix, static_cast<int>(x), static_cast<int>(y), &gray) == 0);
  return static_cast<int>(gray);
}

// Black inside of the box (pixels) and white around it, but for two pixels at its edge.
void check_black(Pix* pix, const Box& box) {
  constexpr double kEdge = 2;
  for (const double x : {box.x0 + kEdge, box.center_x(), box.x1 - kEdge - 1}) {
    for (const double y : {box.y0 + kEdge, box.center_y(), box.y1 - kEdge - 1})
      BOOST_TEST(gray_at(pix, x, y) < 32, x << ' ' << y);
  }
  for (const double x : {box.x0 - kEdge - 1, box.x1 + kEdge})
    BOOST_TEST(gray_at(pix, x, box.center_y()) > 223, x);
  for (const double y : {box.y0 - kEdge - 1, box.y1 + kEdge})
    BOOST_TEST(gray_at(pix, box.center_x(), y) > 223, y);
}

Box scaled(const Box& box, double factor) {
  return {box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor};
}

// What `part` shows of the box, in pixels of a picture at 288 dots per inch.
Box within(const Box& part, const Box& box) {
  return scaled({box.x0 - part.x0, box.y0 - part.y0, box.x1 - part.x0, box.y1 - part.y0}, 4);
}

// A page as a scanner would have it: the rectangle on paper of 600 x 800 points.
PixPtr scan(double dots) {
  Raster raster =
      blank_picture(static_cast<int>(600 * dots / 72), static_cast<int>(800 * dots / 72), dots);
  const Box box = scaled(kShown, dots / 72);
  fill(raster, static_cast<int>(box.x0), static_cast<int>(box.y0), static_cast<int>(box.x1),
       static_cast<int>(box.y1));
  return to_pix(raster);
}

std::string taken(l_uint8* data, size_t size) {
  std::string bytes(reinterpret_cast<char*>(data), size);
  lept_free(data);
  return bytes;
}

std::string file_of(Pix* pix, int format) {
  l_uint8* data = nullptr;
  size_t size = 0;
  BOOST_TEST_REQUIRE(pixWriteMem(&data, &size, pix, format) == 0);
  return taken(data, size);
}

// A blank page behind the scan.
std::string tiff_of_two(double dots) {
  const PixPtr pix = scan(dots);
  const PixPtr blank(pixCreateTemplate(pix.get()));
  pixSetAllArbitrary(blank.get(), 255);
  PIXA* pages = pixaCreate(2);
  pixaAddPix(pages, pix.get(), L_COPY);
  pixaAddPix(pages, blank.get(), L_COPY);
  l_uint8* data = nullptr;
  size_t size = 0;
  BOOST_TEST_REQUIRE(pixaWriteMemMultipageTiff(&data, &size, pages) == 0);
  pixaDestroy(&pages);
  return taken(data, size);
}

int width_of(const std::string& png) { return pixGetWidth(decoded(png).get()); }
int height_of(const std::string& png) { return pixGetHeight(decoded(png).get()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(page_image)

BOOST_AUTO_TEST_CASE(a_size_in_pixels_is_rounded_and_has_ends) {
  BOOST_TEST((pixel_size(595.3, 841.9, 100) == PixelSize{827, 1169}));
  BOOST_TEST((pixel_size(220, 40, 288) == PixelSize{880, 160}));
  BOOST_TEST((pixel_size(0, 0.001, 288) == PixelSize{1, 1}));
  BOOST_TEST((pixel_size(1e9, 1e9, 288) == PixelSize{kMaxRasterSide, kMaxRasterSide}));
}

BOOST_AUTO_TEST_CASE(a_page_is_a_picture_of_the_size_asked_for) {
  const std::string bytes = pdf_of();
  PageImages images(bytes, "test.pdf");
  for (const double dots : {72.0, 100.0, 144.0}) {
    const PixelSize size = pixel_size(600, 800, dots);
    const std::string png = images.page(1, size);
    const PixPtr pix = decoded(png);
    BOOST_TEST(pixGetWidth(pix.get()) == size.width);
    BOOST_TEST(pixGetHeight(pix.get()) == size.height);
    check_black(pix.get(), scaled(kShown, dots / 72));
    // 4 bits of gray.
    BOOST_TEST(png.at(24) == 4);
    BOOST_TEST(png.at(25) == 0);
  }
}

// Where the rectangle is on the page as it is shown.
struct Turned {
  const char* more;
  Box box;
};
std::ostream& operator<<(std::ostream& out, const Turned& row) { return out << row.more; }

constexpr Turned kTurned[] = {
    {"", kShown},
    {"/Rotate 90", {600, 100, 620, 150}},
    {"/Rotate 180", {450, 600, 500, 620}},
    {"/Rotate 270", {180, 450, 200, 500}},
    {"/CropBox [50 100 550 750]", {50, 130, 100, 150}},
};

BOOST_DATA_TEST_CASE(a_part_is_of_the_page_as_it_is_shown, bdata::make(kTurned), row) {
  const std::string bytes = pdf_of(row.more);
  PageImages images(bytes, "test.pdf");
  const Box part = {row.box.x0 - 30.5, row.box.y0 - 20, row.box.x0 + 89.5, row.box.y0 + 80};
  const PixPtr pix = decoded(images.part(1, part, pixel_size(120, 100, 288)));
  BOOST_TEST(pixGetWidth(pix.get()) == 480);
  BOOST_TEST(pixGetHeight(pix.get()) == 400);
  check_black(pix.get(), within(part, row.box));
}

BOOST_AUTO_TEST_CASE(what_lies_beyond_the_page_is_white) {
  const std::string bytes = pdf_of("", "0 g 0 0 600 800 re f");
  PageImages images(bytes, "test.pdf");
  // Each corner of a black page, half of the picture's sides.
  const PixPtr first = decoded(images.part(1, {-20, -10, 20, 10}, {160, 80}));
  BOOST_TEST(gray_at(first.get(), 76, 42) > 223);
  BOOST_TEST(gray_at(first.get(), 84, 36) > 223);
  BOOST_TEST(gray_at(first.get(), 84, 44) < 32);
  const PixPtr last = decoded(images.part(1, {580, 790, 620, 810}, {160, 80}));
  BOOST_TEST(gray_at(last.get(), 76, 36) < 32);
  BOOST_TEST(gray_at(last.get(), 84, 36) > 223);
  BOOST_TEST(gray_at(last.get(), 76, 44) > 223);
  const PixPtr nothing = decoded(images.part(1, {700, 900, 740, 920}, {160, 80}));
  for (const int x : {0, 80, 159}) BOOST_TEST(gray_at(nothing.get(), x, 40) == 255);
}

BOOST_AUTO_TEST_CASE(a_picture_file_is_shown_at_the_size_of_its_paper) {
  constexpr Box kPart = {90, 170, 190, 220};
  for (const int format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW}) {
    for (const double dots : {150.0, 300.0}) {
      BOOST_TEST_CONTEXT(format << " at " << dots) {
        const std::string bytes = file_of(scan(dots).get(), format);
        PageImages images(bytes, "scan");
        const PixPtr page = decoded(images.page(1, pixel_size(600, 800, 100)));
        BOOST_TEST(pixGetWidth(page.get()) == 833);
        check_black(page.get(), scaled(kShown, 100.0 / 72));
        const PixPtr part = decoded(images.part(1, kPart, pixel_size(100, 50, 288)));
        BOOST_TEST(pixGetWidth(part.get()) == 400);
        check_black(part.get(), within(kPart, kShown));
        BOOST_TEST(images.page(2, {83, 111}).empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(pages_are_drawn_in_any_order) {
  const std::string bytes = tiff_of_two(150);
  PageImages images(bytes, "scan.tif");
  constexpr Box kInside = {110, 185, 140, 195};
  const auto gray = [&](int page) {
    const std::string png = images.part(page, kInside, {120, 40});
    return gray_at(decoded(png).get(), 60, 20);
  };
  BOOST_TEST(gray(2) == 255);
  BOOST_TEST(gray(1) == 0);
  BOOST_TEST(gray(2) == 255);
  BOOST_TEST(images.page(3, {100, 100}).empty());
  BOOST_TEST(gray(1) == 0);
}

BOOST_AUTO_TEST_CASE(what_has_no_page_or_is_none_has_no_picture) {
  const std::string bytes = pdf_of();
  PageImages images(bytes, "test.pdf");
  for (const int page : {-1, 0, 2, 1 << 30}) {
    BOOST_TEST(images.page(page, {60, 80}).empty());
    BOOST_TEST(images.part(page, kShown, {60, 80}).empty());
  }
  BOOST_TEST(width_of(images.page(1, {60, 80})) == 60);
  for (const char* text : {"", "plain text", "<html><body>x</body></html>"}) {
    const std::string none = text;
    BOOST_CHECK_THROW(PageImages(none, "test"), Error);
  }
}

// As far as it goes, an Error or no picture; never one of another size.
void check_damaged(const std::string& bytes) {
  try {
    PageImages images(bytes, "damaged");
    const std::string png = images.page(1, {60, 80});
    if (!png.empty()) BOOST_TEST((width_of(png) == 60 && height_of(png) == 80));
  } catch (const Error& error) {
    BOOST_TEST(!std::string(error.what()).empty());
  }
}

BOOST_AUTO_TEST_CASE(damaged_files_end_in_no_other_way) {
  const PixPtr pix = scan(72);
  std::vector<std::string> files = {pdf_of(), tiff_of_two(72)};
  for (const int format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW})
    files.push_back(file_of(pix.get(), format));
  for (const std::string& file : files) {
    for (const size_t parts : {2, 3, 5, 10, 100}) {
      check_damaged(file.substr(0, file.size() / parts));
      check_damaged(file.substr(0, file.size() - file.size() / parts));
      std::string flipped = file;
      for (size_t i = file.size() / parts; i < file.size(); i += file.size() / parts)
        flipped[i] = static_cast<char>(flipped[i] ^ 0x55);
      check_damaged(flipped);
    }
  }
  const std::string cut = files[2].substr(0, files[2].size() / 2);
  PageImages images(cut, "cut.png");
  BOOST_CHECK_THROW(images.page(1, {60, 80}), Error);
  BOOST_CHECK_THROW(PageImages(files[0].substr(0, 20), "cut.pdf"), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace prongsai::extract
