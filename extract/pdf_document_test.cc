// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf_document.h"

#include <boost/test/unit_test.hpp>

#include "extract/test_page.h"
#include "extract/test_pdf.h"

using prongsai::Box;
using prongsai::extract::merged_rulings_text;
using prongsai::extract::PageContent;
using prongsai::extract::PdfDocument;
using prongsai::extract::show;
using prongsai::extract::show_text;
using prongsai::extract::TestPage;
using prongsai::extract::TestPdf;

namespace {

PageContent content_of(const TestPdf& pdf, int number = 1) {
  const std::string bytes = pdf.bytes();
  return PdfDocument(bytes, "test.pdf").page(number, 10);
}

// The page's words between bars; hidden ones after "hidden".
std::string words_of(const PageContent& content) {
  TestPage page;
  page.content = content;
  std::string hidden = page.hidden_joined();
  return page.joined() + (hidden == "|" ? "" : " hidden " + hidden);
}

std::string words_of(const std::string& operators) {
  return words_of(content_of(TestPdf(operators)));
}

Box box_of_first_word(const PageContent& content) {
  TestPage page;
  page.content = content;
  return page.words().at(0).box;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_document)

BOOST_AUTO_TEST_CASE(text_comes_with_its_place_from_the_top_left) {
  PageContent content = content_of(TestPdf(show(100, 700, "A1D2C3")));
  BOOST_TEST(words_of(content) == "|การ|");
  BOOST_TEST(content.width == 600);
  BOOST_TEST(content.height == 800);
  Box box = box_of_first_word(content);
  BOOST_TEST(box.x0 == 100, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(box.x1 == 115, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(box.y0 < 100);
  BOOST_TEST(box.y1 > 100);
}

BOOST_AUTO_TEST_CASE(page_rotation_turns_the_places) {
  TestPdf pdf(show(100, 700, "A1D2C3"));
  pdf.pages[0].more = "/Rotate 90";
  PageContent content = content_of(pdf);
  BOOST_TEST(content.width == 800);
  BOOST_TEST(content.height == 600);
  Box box = box_of_first_word(content);
  // From the bottom left (100, 700) to the right: the page is turned clockwise.
  BOOST_TEST(box.y0 == 100, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(box.x1 > 700);
  TestPage page;
  page.content = content;
  BOOST_TEST(page.words().at(0).rotation == 90);
}

BOOST_AUTO_TEST_CASE(text_turned_against_a_rotated_page_is_upright) {
  TestPdf pdf("BT /F1 10 Tf 0 1 -1 0 300 100 Tm <A1D2C3> Tj ET");
  pdf.pages[0].more = "/Rotate 90";
  TestPage page;
  page.content = content_of(pdf);
  BOOST_TEST(page.words().at(0).rotation == 0);
  BOOST_TEST(page.words().at(0).raw == "การ");
}

BOOST_AUTO_TEST_CASE(crop_box_is_the_page_and_what_is_outside_is_dropped) {
  TestPdf pdf(show_text(110, 690, "inside") + show_text(10, 690, "outside"));
  pdf.pages[0].more = "/CropBox [100 600 300 700]";
  PageContent content = content_of(pdf);
  BOOST_TEST(content.width == 200);
  BOOST_TEST(content.height == 100);
  BOOST_TEST(words_of(content) == "|inside|");
  BOOST_TEST(box_of_first_word(content).x0 == 10, boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(actual_text_takes_the_place_of_the_glyphs) {
  BOOST_TEST(words_of("/Span << /ActualText <FEFF0E14 0E330E40> >> BDC " +
                      show(100, 700, "616263") + " EMC") == "|ดำเ|");
}

BOOST_AUTO_TEST_CASE(actual_text_longer_than_its_glyphs_is_kept_whole) {
  BOOST_TEST(words_of("/Span << /ActualText <FEFF0E190E490E33> >> BDC " + show(100, 700, "61") +
                      " EMC\n" + show(105, 700, "C3")) == "|น้ำร|");
}

// LibreOffice and Chromium draw sara am as two glyphs under one ActualText.
BOOST_AUTO_TEST_CASE(more_glyphs_than_actual_text_leave_no_gap) {
  BOOST_TEST(words_of(show(100, 700, "B4") + "/Span << /ActualText <FEFF0E33> >> BDC " +
                      show(105, 700, "6162") + " EMC\n" + show(115, 700, "C3")) == "|ดำร|");
}

BOOST_AUTO_TEST_CASE(empty_actual_text_removes_the_glyphs) {
  BOOST_TEST(words_of(show(100, 700, "61") + "/Span << /ActualText () >> BDC " +
                      show(105, 700, "2D") + " EMC\n" + show(105, 700, "62")) == "|ab|");
}

BOOST_AUTO_TEST_CASE(false_space_stays_in_the_word) {
  BOOST_TEST(words_of(show(100, 700, "A880D2B9C7B9")) == "|จ านวน|");
}

BOOST_AUTO_TEST_CASE(character_spacing_alone_does_not_split) {
  BOOST_TEST(words_of("BT /F1 10 Tf 3 Tc 1 0 0 1 100 700 Tm <CBB9E8C7C2A7D2B9> Tj ET") ==
             "|หน่วยงาน|");
}

BOOST_AUTO_TEST_CASE(invisible_text_is_hidden) {
  BOOST_TEST(words_of("BT 3 Tr ET " + show_text(100, 700, "95.17")) == "| hidden |95.17|");
}

BOOST_AUTO_TEST_CASE(clipped_text_is_hidden) {
  BOOST_TEST(words_of("q 0 0 50 800 re W n " + show_text(100, 700, "95.17") + "Q " +
                      show_text(100, 600, "88")) == "|88| hidden |95.17|");
}

BOOST_AUTO_TEST_CASE(text_under_a_later_rectangle_is_hidden) {
  BOOST_TEST(words_of(show_text(100, 700, "95.17") + "1 g 90 690 100 30 re f") ==
             "| hidden |95.17|");
}

BOOST_AUTO_TEST_CASE(transparent_rectangle_hides_nothing) {
  BOOST_TEST(words_of(show_text(100, 700, "95.17") + "/Clear gs 1 1 0 rg 90 690 100 30 re f") ==
             "|95.17|");
}

BOOST_AUTO_TEST_CASE(text_of_forms_is_read) {
  TestPdf pdf("q 1 0 0 1 50 0 cm /Fm Do Q");
  pdf.xobjects = fmt::format("/Fm {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>",
      show_text(100, 700, "form")));
  PageContent content = content_of(pdf);
  BOOST_TEST(words_of(content) == "|form|");
  BOOST_TEST(box_of_first_word(content).x0 == 150, boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(image_is_noted_with_its_area) {
  TestPdf pdf("q 300 0 0 400 0 0 cm /Im Do Q");
  pdf.xobjects = fmt::format("/Im {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::image());
  BOOST_TEST(content_of(pdf).image_area == 120'000, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(inline_image_does_not_swallow_what_follows) {
  BOOST_TEST(words_of("q 300 0 0 400 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x01\x02\nEI Q " +
                      show_text(100, 700, "after")) == "|after|");
}

BOOST_AUTO_TEST_CASE(lines_and_rectangles_become_rulings) {
  BOOST_TEST(
      merged_rulings_text(content_of(TestPdf("0.5 w 100 700 m 300 700 l S 100 600 200 0.5 re f "
                                             "100 500 200 50 re S 100 400 200 50 re f"))) ==
      "[100.0 100.0 300.0 100.0][100.0 199.8 300.0 199.8][100.0 250.0 300.0 250.0]"
      "[100.0 300.0 300.0 300.0][100.0 250.0 100.0 300.0][300.0 250.0 300.0 300.0]");
}

BOOST_AUTO_TEST_CASE(white_line_on_paper_is_none_but_between_colours_it_is) {
  BOOST_TEST(merged_rulings_text(content_of(TestPdf("1 G 100 700 m 300 700 l S"))) == "");
  BOOST_TEST(merged_rulings_text(
                 content_of(TestPdf("0.5 g 100 650 200 100 re f 1 G 100 700 m 300 700 l S"))) ==
             "[100.0 100.0 300.0 100.0]");
}

BOOST_AUTO_TEST_CASE(ruling_is_cut_at_the_clip) {
  BOOST_TEST(merged_rulings_text(content_of(TestPdf(
                 "q 0 0 200 800 re W n 100 700 m 300 700 l S Q"))) == "[100.0 100.0 200.0 100.0]");
}

BOOST_AUTO_TEST_CASE(raster_has_the_size_that_was_asked_for) {
  const std::string bytes = TestPdf(show_text(100, 700, "95.17")).bytes();
  prongsai::extract::Raster raster = PdfDocument(bytes, "test.pdf").render(1, 144, 10);
  BOOST_TEST(raster.width == 1200);
  BOOST_TEST(raster.height == 1600);
  BOOST_TEST(raster.gray.size() == 1200U * 1600U);
}

BOOST_AUTO_TEST_CASE(raster_of_an_enormous_page_is_bounded) {
  TestPdf pdf("100 700 m 300 700 l S");
  pdf.pages[0].box = "[0 0 14400 14400]";
  const std::string bytes = pdf.bytes();
  prongsai::extract::Raster raster = PdfDocument(bytes, "test.pdf").render(1, 300, 10);
  BOOST_TEST(!raster.empty());
  BOOST_TEST(raster.gray.size() <= prongsai::extract::kMaxRasterPixels * 1.01);
  BOOST_TEST(raster.dots_per_inch < 40);
}

BOOST_AUTO_TEST_CASE(digits_that_the_file_tells_in_two_ways_are_none) {
  const auto span = [](const std::string& said) {
    return content_of(TestPdf("/Span << /ActualText (" + said + ") >> BDC " +
                              show_text(100, 700, "91.30") + "EMC "));
  };
  BOOST_TEST(span("91.30").disputed_digits == 0U);
  BOOST_TEST(words_of(span("91.30")) == "|91.30|");
  BOOST_TEST(span("11.30").disputed_digits > 0U);
  BOOST_TEST(words_of(span("11.30")).find("30") == std::string::npos);
  // Words in the place of digits are what a font without a table needs.
  BOOST_TEST(words_of(span("words")) == "|words|");
  BOOST_TEST(span("words").disputed_digits == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
