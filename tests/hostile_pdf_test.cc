// SPDX-License-Identifier: GPL-3.0-or-later
// Rows 4 and 6 to 11 of docs/hostile.md: PDFs that lie, that ask for all there is, or that can be
// read in part only.
#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/deflated.h"
#include "tests/documents.h"
#include "tests/hostile.h"
#include "tests/small_report.h"

namespace bdata = boost::unit_test::data;
using prongsai::extract::show_text;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

constexpr const char* kA4 = "[0 0 600 800]";

// The report, and a page behind it that draws `content`.
TestPdf with_page(const std::string& content, const std::string& box = kA4,
                  const std::string& more = "") {
  TestPdf pdf = SmallReport().pdf();
  pdf.pages.push_back({content, box, more});
  return pdf;
}

// The same, whose second page has its content in a stream with these entries.
std::string with_stream(const std::string& entries, const std::string& data) {
  TestPdf pdf = with_page("", kA4, fmt::format("/Contents {} 0 R", TestPdf::first_more(2)));
  pdf.more_objects.push_back(TestPdf::stream(entries, data));
  return pdf.bytes();
}

// The same, whose second page shows an image.
std::string with_image(const std::string& entries, const std::string& data) {
  TestPdf pdf = with_page("q 600 0 0 800 0 0 cm /Im Do Q");
  pdf.xobjects = fmt::format("/Im {} 0 R", TestPdf::first_more(2));
  pdf.more_objects.push_back(TestPdf::stream("/Type /XObject /Subtype /Image " + entries, data));
  return pdf.bytes();
}

std::string replaced(std::string bytes, const std::string& what, const std::string& with) {
  const size_t at = bytes.find(what);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  return bytes.replace(at, what.size(), with);
}

// -- row 4 ----------------------------------------------------------------------------------------

std::string junk_before() { return std::string(2000, '\n') + SmallReport().bytes(); }
std::string junk_behind() { return SmallReport().bytes() + std::string(5000, 'x'); }

std::string two_in_one() {
  SmallReport other;
  other.scores["i1"] = "11.30";
  return other.bytes() + SmallReport().bytes();
}

// A later revision of the page's content, as an editor appends it.
std::string later_revision() {
  SmallReport other;
  other.scores["i1"] = "11.30";
  const std::string bytes = other.bytes();
  const std::string object = TestPdf::stream("", SmallReport().content());
  const size_t previous = bytes.rfind("xref\n0");
  std::string out = bytes + fmt::format("6 0 obj\n{}\nendobj\n", object);
  const size_t table = out.size();
  out += fmt::format(
      "xref\n6 1\n{:010} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev {} >>\nstartxref\n{}\n"
      "%%EOF\n",
      bytes.size(), previous, table);
  return out;
}

// -- row 6 ----------------------------------------------------------------------------------------

std::string fixture(const std::string& name) {
  return bytes_of(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "extract" / "testdata" / name);
}
std::string user_password() { return fixture("encrypted_user.pdf"); }
std::string owner_password() { return fixture("encrypted_owner.pdf"); }
std::string unknown_handler() {
  return replaced(SmallReport().bytes(), "/Root 1 0 R",
                  "/Root 1 0 R /Encrypt << /Filter /Nobody /V 9 /R 9 >> /ID [<00> <00>]");
}

// -- row 7 ----------------------------------------------------------------------------------------

std::string nested_forms() {
  TestPdf pdf = with_page("/F0 Do");
  const size_t first = TestPdf::first_more(2);
  for (size_t level = 0; level < 10; ++level) {
    pdf.xobjects += fmt::format("/F{} {} 0 R ", level, first + level);
    std::string calls;
    for (int i = 0; i < 10; ++i)
      calls += level < 9 ? fmt::format("/F{} Do ", level + 1) : show_text(100, 700, "95.17");
    pdf.more_objects.push_back(TestPdf::stream(
        fmt::format("/Type /XObject /Subtype /Form /BBox {} /Resources << /Font << /F1 3 0 R >> "
                    "/XObject << /F{} {} 0 R >> >>",
                    kA4, level + 1, first + level + 1),
        calls));
  }
  return pdf.bytes();
}

std::string gibibyte_of_blanks() {
  return with_stream("/Filter /FlateDecode", deflated(" ", 1U << 30U));
}
std::string deflated_twice() {
  return with_stream("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(" ", 1U << 30U), 1));
}
std::string endless_text() {
  const std::string text = "BT /F1 10 Tf 1 0 0 1 100 700 Tm (95.17) Tj ET\n";
  return with_stream("/Filter /FlateDecode", deflated(text, (128U << 20U) / text.size()));
}
std::string endless_strokes() {
  return with_stream("/Filter /FlateDecode", deflated("0 0 m 600 800 l S\n", 3'000'000));
}
std::string tiny_tiles() {
  TestPdf pdf =
      with_page("/Pattern cs /P scn 0 0 600 800 re f " + show_text(100, 700, "95.17"), kA4,
                fmt::format("/Resources << /Pattern << /P {} 0 R >> /Font << /F1 3 "
                            "0 R >> >>",
                            TestPdf::first_more(2)));
  pdf.more_objects.push_back(
      TestPdf::stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                      "/XStep 0.02 /YStep 0.02 /Resources << >>",
                      "0 0 1 1 re f"));
  return pdf.bytes();
}
std::string deep_array() {
  return with_page("", kA4, "/Deep " + std::string(1'000'000, '[') + std::string(1'000'000, ']'))
      .bytes();
}
std::string many_objects() {
  TestPdf pdf = SmallReport().pdf();
  const std::string kids = replaced(pdf.bytes(), "/Kids [5 0 R ]", [] {
    std::string all = "/Kids [";
    for (int i = 0; i < 200'000; ++i) all += "5 0 R ";
    return all + "]";
  }());
  return replaced(kids, "/Count 1", "/Count 200000");
}

// A JBIG2 stream that says only how large its page is.
std::string huge_jbig2() {
  const std::string size("\0\x01\x86\xA0", 4);
  const std::string segment = std::string("\0\0\0\0\x30\0\x01\0\0\0\x13", 11) + size + size +
                              std::string("\0\0\0\0\0\0\0\0\0\0\0", 11);
  return with_image(
      "/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter "
      "/JBIG2Decode",
      segment);
}
std::string huge_bitmap() {
  return with_image(
      "/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode",
      deflated(std::string(1, '\0'), 60'000UL * 60'000UL / 8));
}

// -- row 8 ----------------------------------------------------------------------------------------

std::string no_pages() { return SmallReport().pdf().bytes(0); }
std::string negative_pages() { return replaced(SmallReport().bytes(), "/Count 1", "/Count -5"); }
std::string two_billion_pages() { return SmallReport().pdf().bytes(2'147'483'648LL); }
std::string more_pages_than_there_are() { return with_page("").bytes(3); }
std::string page_tree_loop() {
  return replaced(with_page("").bytes(), "/Kids [5 0 R 7 0 R ]", "/Kids [5 0 R 2 0 R ]");
}
std::string table_loop() {
  const std::string bytes = SmallReport().bytes();
  return replaced(bytes, "/Root 1 0 R",
                  fmt::format("/Root 1 0 R /Prev {}", bytes.rfind("xref\n0")));
}
std::string endless_size() {
  return replaced(SmallReport().bytes(), "/Size 7", "/Size 2147483648");
}

// -- row 9 ----------------------------------------------------------------------------------------

std::string point_page() { return with_page(show_text(0, 0, "95.17"), "[0 0 1 1]").bytes(); }
std::string wall_page() { return with_page(show_text(9, 9, "95.17"), "[0 0 14400 14400]").bytes(); }
std::string square_mile_page() {
  return with_page(show_text(9, 9, "95.17"), "[0 0 1000000 1000000]").bytes();
}
std::string negative_page() { return with_page("", "[0 0 -600 -800]").bytes(); }
std::string page_of_no_numbers() { return with_page("", "[nan inf 1e400 (x)]").bytes(); }
std::string large_units() { return with_page("", kA4, "/UserUnit 1000").bytes(); }
std::string odd_turn() { return with_page("", kA4, "/Rotate 45").bytes(); }
std::string turned_page() {
  TestPdf pdf = SmallReport().pdf();
  pdf.pages.front().more = "/Rotate 90";
  return pdf.bytes();
}
std::string cropped_outside() { return with_page("", kA4, "/CropBox [900 900 999 999]").bytes(); }

// -- row 10 ---------------------------------------------------------------------------------------

std::string image_of(const std::string& filter, long width, const std::string& data) {
  return with_image(fmt::format("/Width {} /Height {} /ColorSpace /DeviceCMYK /BitsPerComponent 16 "
                                "/Filter /{}",
                                width, width, filter),
                    data);
}
std::string huge_jpx() {
  return image_of("JPXDecode", 2'000'000'000,
                  std::string("\xFF\x4F\xFF\x51\0\x29\0\0\x77\x35\x94\0\x77\x35\x94\0", 16));
}
std::string huge_dct() {
  return image_of("DCTDecode", 65'535,
                  std::string("\xFF\xD8\xFF\xC0\0\x11\x08\xFF\xFF\xFF\xFF\x04", 12));
}
std::string huge_fax() { return image_of("CCITTFaxDecode", 2'000'000'000, "\x01\x02\x03"); }
std::string negative_image() { return image_of("FlateDecode", -5, "x"); }
// Pages whose picture alone takes for ever: an image so that OCR is asked for, and what draws it.
std::string with_image_and(const std::string& content, const std::string& box,
                           const std::string& more) {
  TestPdf pdf = with_page("q 600 0 0 800 0 0 cm /Im Do Q " + content, box, more);
  pdf.xobjects = fmt::format("/Im {} 0 R", TestPdf::first_more(2));
  pdf.more_objects = {
      TestPdf::image(),
      TestPdf::stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                      "/XStep 0.02 /YStep 0.02 /Resources << >>",
                      "0 0 1 1 re f")};
  return pdf.bytes();
}
std::string tiny_tiles_only() {
  return with_image_and(
      "/Pattern cs /P scn 0 0 600 800 re f", kA4,
      fmt::format("/Resources << /Pattern << /P {} 0 R >> /XObject << /Im {} 0 R >> >>",
                  TestPdf::first_more(2) + 1, TestPdf::first_more(2)));
}
std::string strokes_only() {
  std::string strokes;
  for (int i = 0; i < 100'000; ++i) strokes += fmt::format("0 {} m 600 {} l S\n", i % 800, i % 799);
  return with_image_and(strokes, kA4, "");
}
std::string picture_on_a_wall() { return with_image_and("", "[0 0 14400 14400]", ""); }
std::string picture_of_a_square_mile() { return with_image_and("", "[0 0 1000000 1000000]", ""); }

std::string missing_image() {
  TestPdf pdf = with_page("q 600 0 0 800 0 0 cm /Im Do Q");
  pdf.xobjects = "/Im 99 0 R";
  return pdf.bytes();
}

// -- row 11 ---------------------------------------------------------------------------------------

// A second page with the same text in a font that is this.
std::string with_font(const std::string& font, const std::string& program = "") {
  TestPdf pdf =
      with_page(SmallReport().content(), kA4,
                fmt::format("/Resources << /Font << /F1 {} 0 R >> >>", TestPdf::first_more(2)));
  pdf.more_objects = {font, program.empty() ? "null" : program};
  return pdf.bytes();
}
std::string missing_font() { return with_font("null"); }
std::string broken_cff() {
  return with_font(
      fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << "
                  "/Type /FontDescriptor /FontName /X /Flags 4 /FontFile3 {} 0 R >> >>",
                  TestPdf::first_more(2) + 1),
      TestPdf::stream("/Subtype /Type1C", std::string("\x01\0\x04\x04\xFF\xFF", 6)));
}
// Digits that are shown as other digits.
std::string wrong_digits() {
  return with_font(
      fmt::format("<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /ToUnicode {} 0 R >>",
                  TestPdf::first_more(2) + 1),
      TestPdf::stream("",
                      "begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n1 "
                      "beginbfrange <20> <FF> <E000> endbfrange\nendcmap"));
}
std::string glyph_in_itself() {
  const size_t font = TestPdf::first_more(2);
  return with_font(
      fmt::format("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
                  "/FirstChar 0 /LastChar 255 /Widths [1] /Encoding << /Differences [48 /a 49 /a "
                  "50 /a 57 /a] >> /CharProcs << /a {} 0 R >> /Resources << /Font << /F1 {} 0 R >> "
                  ">> >>",
                  font + 1, font),
      TestPdf::stream("", "1 0 d0 BT /F1 1 Tf (9999) Tj ET"));
}

// Values of the small report that are verified where nothing of it is lost.
constexpr int kAll = 19;

constexpr HostileInput kInputs[] = {
    {4, "junk_before.pdf", junk_before, "needs_review", "its pages were found by searching it", "",
     kAll},
    {4, "junk_behind.pdf", junk_behind, "done", "", "", kAll},
    {4, "two_in_one.pdf", two_in_one, "needs_review", "was changed after it had been written", "",
     -1},
    {4, "later_revision.pdf", later_revision, "needs_review",
     "was changed after it had been written", "", kAll},
    {6, "user_password.pdf", user_password, "rejected", "needs a password", "", 0},
    {6, "owner_password.pdf", owner_password, "not_ita", "", "", 0},
    {6, "unknown_handler.pdf", unknown_handler, "rejected", "encrypted", "", 0},
    {7, "nested_forms.pdf", nested_forms, "needs_review|quarantined", "", "time", -1},
    {7, "gibibyte_of_blanks.pdf", gibibyte_of_blanks, "needs_review|quarantined",
     "page 2: the page draws more", "time|memory", kAll},
    {7, "deflated_twice.pdf", deflated_twice, "needs_review|quarantined",
     "page 2: the page draws more", "time|memory", kAll},
    {7, "endless_text.pdf", endless_text, "needs_review|quarantined", "page 2: the page draws more",
     "time|memory", kAll},
    {7, "endless_strokes.pdf", endless_strokes, "needs_review|quarantined",
     "page 2: the page draws more", "time", kAll},
    {7, "tiny_tiles.pdf", tiny_tiles, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {7, "deep_array.pdf", deep_array, "done|quarantined", "", "time|memory", kAll},
    {8, "many_objects.pdf", many_objects, "rejected",
     "announces 200000 pages, but none can be found", "", 0},
    {7, "huge_jbig2.pdf", huge_jbig2, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {7, "huge_bitmap.pdf", huge_bitmap, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {8, "no_pages.pdf", no_pages, "rejected", "the PDF has no pages", "", 0},
    {8, "negative_pages.pdf", negative_pages, "rejected", "announces -5 pages", "", 0},
    {8, "two_billion_pages.pdf", two_billion_pages, "rejected", "announces 2147483648 pages", "",
     0},
    {8, "more_pages_than_there_are.pdf", more_pages_than_there_are, "needs_review",
     "1 of 3 cannot be found", "", kAll},
    {8, "page_tree_loop.pdf", page_tree_loop, "needs_review", "1 of 2 cannot be found", "", kAll},
    {8, "table_loop.pdf", table_loop, "done", "", "", kAll},
    {8, "endless_size.pdf", endless_size, "done", "", "", kAll},
    {9, "point_page.pdf", point_page, "done", "", "", kAll},
    {9, "wall_page.pdf", wall_page, "done", "", "", kAll},
    {9, "square_mile_page.pdf", square_mile_page, "done", "", "", kAll},
    {9, "negative_page.pdf", negative_page, "done", "", "", kAll},
    {9, "page_of_no_numbers.pdf", page_of_no_numbers, "done", "", "", kAll},
    {9, "large_units.pdf", large_units, "done", "", "", kAll},
    {9, "odd_turn.pdf", odd_turn, "done", "", "", kAll},
    {9, "turned_page.pdf", turned_page, "done", "", "", kAll},
    {9, "cropped_outside.pdf", cropped_outside, "done", "", "", kAll},
    {10, "huge_jpx.pdf", huge_jpx, "needs_review", "page 2: nothing can be read", "", kAll},
    {10, "huge_dct.pdf", huge_dct, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {10, "huge_fax.pdf", huge_fax, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {10, "negative_image.pdf", negative_image, "needs_review", "page 2: nothing can be read", "",
     kAll},
    {10, "missing_image.pdf", missing_image, "needs_review", "", "", kAll},
    {11, "missing_font.pdf", missing_font, "needs_review", "page 2: nothing can be read", "", kAll},
    {11, "broken_cff.pdf", broken_cff, "needs_review", "page 2: the text layer is not usable", "",
     kAll},
    {11, "wrong_digits.pdf", wrong_digits, "needs_review", "page 2: the text layer is not usable",
     "", kAll},
    {11, "glyph_in_itself.pdf", glyph_in_itself, "needs_review", "", "", -1},
};

// Pages that have to be drawn to be read.
constexpr HostileInput kDrawn[] = {
    {7, "huge_jbig2.pdf", huge_jbig2, "quarantined|needs_review", "", "time"},
    {7, "huge_bitmap.pdf", huge_bitmap, "quarantined|needs_review", "", "time"},
    {7, "tiny_tiles.pdf", tiny_tiles_only, "quarantined|needs_review", "", "time"},
    {7, "strokes.pdf", strokes_only, "quarantined|needs_review", "", "time"},
    {9, "wall.pdf", picture_on_a_wall, "done|quarantined", "", "time", kAll},
    {9, "square_mile.pdf", picture_of_a_square_mile, "done|quarantined", "", "time", kAll},
    {10, "huge_jpx.pdf", huge_jpx, "needs_review|quarantined", "page 2: nothing can be read",
     "time", kAll},
    {10, "huge_dct.pdf", huge_dct, "quarantined|needs_review", "", "time"},
    {10, "huge_fax.pdf", huge_fax, "done|quarantined", "", "time", kAll},
    {10, "negative_image.pdf", negative_image, "needs_review|quarantined",
     "page 2: nothing can be read", "time", kAll},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_pdf)

BOOST_DATA_TEST_CASE(a_hostile_pdf_ends_in_its_state, bdata::make(kInputs), input) {
  check_hostile(input);
}

BOOST_DATA_TEST_CASE(a_hostile_picture_ends_in_its_state, bdata::make(kDrawn), input) {
  if (!has_ocr()) return;
  check_hostile(input, {"--ocr=auto", "--memory=1024"});
}

BOOST_AUTO_TEST_SUITE_END()
