// SPDX-License-Identifier: GPL-3.0-or-later
// From pictures to words, end to end. The pictures are drawn here, from PDF pages.
#include "extract/read_image.h"

#include <allheaders.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "extract/ocr.h"
#include "extract/pdf_document.h"
#include "extract/pix.h"
#include "extract/test_page.h"
#include "extract/test_pdf.h"

using prongsai::Error;
using prongsai::ErrorCode;
using prongsai::Extraction;
using prongsai::Method;
using prongsai::PageText;
using prongsai::Word;
using prongsai::extract::ExtractOptions;
using prongsai::extract::OcrMode;
using prongsai::extract::PdfDocument;
using prongsai::extract::PixPtr;
using prongsai::extract::Raster;
using prongsai::extract::read_document;
using prongsai::extract::TestPdf;

namespace {

// A page with a ruled row of three cells, drawn from a PDF.
std::string table_page() {
  using prongsai::extract::show_text;
  return "1 w 50 700 m 350 700 l 50 660 m 350 660 l 50 660 m 50 700 l 150 660 m 150 700 l 250 660 "
         "m "
         "250 700 l 350 660 m 350 700 l S " +
         show_text(70, 674, "OIT", 16, "F2") + show_text(170, 674, "95.17", 16, "F2") +
         show_text(270, 674, "2568", 16, "F2") +
         show_text(50, 600, "Integrity Assessment", 16, "F2");
}

std::string encoded(const std::string& operators, int format) {
  TestPdf pdf(operators);
  pdf.pages[0].box = "[0 0 400 750]";
  const std::string bytes = pdf.bytes();
  Raster raster = PdfDocument(bytes, "test.pdf").render(1, 200, 20);
  PixPtr pix = prongsai::extract::to_pix(raster);
  l_uint8* data = nullptr;
  size_t size = 0;
  BOOST_REQUIRE(pixWriteMem(&data, &size, pix.get(), format) == 0);
  std::string result(reinterpret_cast<char*>(data), size);
  lept_free(data);
  return result;
}

Extraction read(const std::string& bytes, OcrMode ocr = OcrMode::kAuto) {
  ExtractOptions options;
  options.ocr = ocr;
  return read_document(bytes, "test", options);
}

// The word with this text, or one without a box.
Word word_of(const PageText& page, const std::string& text) {
  for (const Word& word : page.words) {
    if (word.raw == text) return word;
  }
  return {};
}

void check_table(const PageText& page) {
  BOOST_TEST((page.method == Method::kOcr));
  Word score = word_of(page, "95.17");
  BOOST_TEST(score.box.x0 > 165);
  BOOST_TEST(score.box.x1 < 250);
  BOOST_TEST(score.box.y0 > 55);
  BOOST_TEST(score.box.y1 < 90);
  BOOST_TEST(score.confidence > 0.5);
  BOOST_TEST(word_of(page, "2568").box.x0 > 265);
  BOOST_TEST(page.rulings.size() == 6U);
  BOOST_TEST(page.confidence > 0.5);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_image)

BOOST_AUTO_TEST_CASE(png_and_jpeg_are_read_with_places_and_rulings) {
  for (int format : {IFF_PNG, IFF_JFIF_JPEG}) {
    Extraction extraction = read(encoded(table_page(), format));
    BOOST_REQUIRE(extraction.pages.size() == 1U);
    BOOST_TEST(extraction.pages[0].method_reason == "image_file");
    check_table(extraction.pages[0]);
  }
}

BOOST_AUTO_TEST_CASE(every_image_of_a_tiff_is_a_page) {
  const std::string one = encoded(table_page(), IFF_PNG);
  PixPtr pix(pixReadMem(reinterpret_cast<const l_uint8*>(one.data()), one.size()));
  PIXA* pages = pixaCreate(2);
  pixaAddPix(pages, pix.get(), L_COPY);
  pixaAddPix(pages, pix.get(), L_COPY);
  l_uint8* data = nullptr;
  size_t size = 0;
  BOOST_REQUIRE(pixaWriteMemMultipageTiff(&data, &size, pages) == 0);
  Extraction extraction = read(std::string(reinterpret_cast<char*>(data), size));
  lept_free(data);
  pixaDestroy(&pages);
  BOOST_TEST(extraction.media_type == "image/tiff");
  BOOST_REQUIRE(extraction.pages.size() == 2U);
  check_table(extraction.pages[1]);
}

BOOST_AUTO_TEST_CASE(pictures_of_every_depth_and_resolution_are_read) {
  TestPdf pdf(table_page());
  pdf.pages[0].box = "[0 0 400 750]";
  const std::string bytes = pdf.bytes();
  const Raster raster = PdfDocument(bytes, "test.pdf").render(1, 600, 20);
  const PixPtr gray = prongsai::extract::to_pix(raster);
  const PixPtr half(pixScale(gray.get(), 0.5F, 0.5F));
  const struct {
    const char* name;
    PixPtr pix;
    int format;
    int dots_per_inch;
  } pictures[] = {
      {"1 bit, 600 dpi", PixPtr(pixThresholdToBinary(gray.get(), 128)), IFF_TIFF_G4, 600},
      {"gray, 600 dpi", PixPtr(pixClone(gray.get())), IFF_PNG, 600},
      {"gray, 600 dpi, not told", PixPtr(pixClone(gray.get())), IFF_PNG, 0},
      {"16 bits", PixPtr(pixConvert8To16(half.get(), 8)), IFF_PNG, 300},
      {"colours", PixPtr(pixConvert8To32(half.get())), IFF_JFIF_JPEG, 300},
  };
  for (const auto& picture : pictures) {
    BOOST_TEST_CONTEXT(picture.name) {
      pixSetResolution(picture.pix.get(), picture.dots_per_inch, picture.dots_per_inch);
      l_uint8* data = nullptr;
      size_t size = 0;
      BOOST_REQUIRE(pixWriteMem(&data, &size, picture.pix.get(), picture.format) == 0);
      const std::string file(reinterpret_cast<char*>(data), size);
      lept_free(data);
      const Extraction extraction = read(file);
      BOOST_REQUIRE(extraction.pages.size() == 1U);
      BOOST_TEST(word_of(extraction.pages[0], "95.17").confidence > 0.5);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_scan_whose_page_is_a_poster_is_read_as_a_sheet) {
  TestPdf pdf(table_page());
  pdf.pages[0].box = "[0 0 400 750]";
  const std::string bytes = pdf.bytes();
  const Raster raster = PdfDocument(bytes, "test.pdf").render(1, 200, 20);
  TestPdf poster("q 1600 0 0 3000 0 0 cm BI /W " + std::to_string(raster.width) + " /H " +
                 std::to_string(raster.height) + " /BPC 8 /CS /G ID\n" +
                 std::string(raster.gray.begin(), raster.gray.end()) + "\nEI Q");
  poster.pages[0].box = "[0 0 1600 3000]";
  const Extraction extraction = read(poster.bytes());
  BOOST_REQUIRE(extraction.pages.size() == 1U);
  const Word score = word_of(extraction.pages[0], "95.17");
  BOOST_TEST(score.box.x0 > 4 * 165);
  BOOST_TEST(score.box.x1 < 4 * 250);
}

BOOST_AUTO_TEST_CASE(pdf_page_is_read_from_its_picture_if_asked_for) {
  TestPdf pdf(table_page());
  pdf.pages[0].box = "[0 0 400 750]";
  Extraction extraction = read(pdf.bytes(), OcrMode::kAlways);
  BOOST_TEST(extraction.pages.at(0).method_reason == "ocr_asked_for");
  check_table(extraction.pages[0]);
}

BOOST_AUTO_TEST_CASE(a_number_that_hidden_text_denies_is_weak) {
  using prongsai::extract::show_text;
  const std::vector<std::string> seen = {"95.17", "88.20", "77.13", "66.01", "91.46", "73.85"};
  std::string operators;
  double y = 700;
  for (const std::string& number : seen) {
    operators += "BT 0 Tr ET " + show_text(100, y, number, 16, "F2");
    operators += "BT 3 Tr ET " + show_text(100, y, number == "66.01" ? "96.01" : number, 16, "F2");
    y -= 40;
  }
  TestPdf pdf(operators);
  const Extraction extraction = read(pdf.bytes(), OcrMode::kAlways);
  for (const std::string& number : seen) {
    const Word word = word_of(extraction.pages.at(0), number);
    BOOST_TEST(word.raw == number);
    BOOST_TEST((word.confidence > 0.9) == (number != "66.01"));
  }
}

BOOST_AUTO_TEST_CASE(picture_without_ocr_is_an_empty_page_with_a_diagnostic) {
  Extraction extraction = read(encoded(table_page(), IFF_PNG), OcrMode::kNever);
  BOOST_REQUIRE(extraction.pages.size() == 1U);
  BOOST_TEST(extraction.pages[0].words.empty());
  BOOST_REQUIRE(extraction.diagnostics.size() == 1U);
  BOOST_TEST(extraction.diagnostics[0].rule == "page_needs_ocr");
}

BOOST_AUTO_TEST_CASE(damaged_image_is_an_error) {
  const std::string png = encoded(table_page(), IFF_PNG);
  for (size_t part : {12UL, png.size() / 2}) {
    try {
      read(png.substr(0, part));
      BOOST_FAIL("no error");
    } catch (const Error& error) {
      BOOST_TEST((error.code() == ErrorCode::kDamaged));
    }
  }
}

BOOST_AUTO_TEST_CASE(enormous_image_is_refused_by_its_header) {
  // A PNG header of 100,000 x 100,000 pixels and nothing behind it.
  const std::string header(
      "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\x01\x86\xA0\0\x01\x86\xA0\x08\0\0\0\0", 29);
  try {
    read(header + std::string(100, '\0'));
    BOOST_FAIL("no error");
  } catch (const Error& error) {
    BOOST_TEST((error.code() == ErrorCode::kTooLarge || error.code() == ErrorCode::kDamaged));
  }
}

BOOST_AUTO_TEST_CASE(missing_model_names_the_package_before_the_input_is_touched) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "prongsai_half_tessdata";
  fs::create_directories(folder);
  std::ofstream(folder / "tha.traineddata") << "no model";
  const std::pair<std::string, std::string> cases[] = {{"/nonexistent", "tesseract-ocr-tha"},
                                                       {folder.string(), "tesseract-ocr-eng"}};
  for (const auto& [tessdata, package] : cases) {
    ExtractOptions options;
    options.tessdata = tessdata;
    try {
      read_document(fs::path("/nonexistent.pdf"), options);
      BOOST_ERROR("no error");
    } catch (const Error& error) {
      BOOST_TEST((error.code() == ErrorCode::kMissingModel));
      BOOST_TEST(std::string(error.what()).find(package) != std::string::npos);
    }
  }
  fs::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()
