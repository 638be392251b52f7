// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile and damaged PDFs: each ends soon, in an Error or in pages with a Diagnostic.
#include "extract/read_pdf.h"

#include <boost/test/unit_test.hpp>

#include "extract/cpu_time.h"
#include "extract/read_file.h"
#include "extract/test_page.h"
#include "extract/test_pdf.h"

using prongsai::Diagnostic;
using prongsai::Error;
using prongsai::ErrorCode;
using prongsai::Extraction;
using prongsai::Method;
using prongsai::PageText;
using prongsai::extract::ExtractOptions;
using prongsai::extract::OcrMode;
using prongsai::extract::read_document;
using prongsai::extract::show;
using prongsai::extract::show_text;
using prongsai::extract::TestPage;
using prongsai::extract::TestPdf;
using prongsai::extract::thread_cpu_seconds;

namespace {

Extraction read(const std::string& bytes, OcrMode ocr = OcrMode::kNever) {
  ExtractOptions options;
  options.ocr = ocr;
  return read_document(bytes, "test.pdf", options);
}

bool has_diagnostic(const Extraction& extraction, const std::string& rule) {
  for (const Diagnostic& diagnostic : extraction.diagnostics) {
    if (diagnostic.rule == rule) return true;
  }
  return false;
}

// The code of the Error that reading throws; kInternal if it throws none.
ErrorCode error_of(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kInternal;
}

std::string thai_page(int number) {
  return show(100, 700, "A1D2C3BBC3D0E0C1D4B9A4D8B3B8C3C3C1") +
         show_text(300, 700, std::to_string(number));
}

TestPdf ten_pages() {
  TestPdf pdf;
  for (int i = 1; i <= 10; ++i) pdf.pages.push_back({thai_page(i), "[0 0 600 800]", ""});
  return pdf;
}

std::string fixture(const std::string& name) {
  return prongsai::extract::read_file(std::string(PRONGSAI_SOURCE_DIR) + "/extract/testdata/" +
                                      name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_pdf)

BOOST_AUTO_TEST_CASE(pages_come_in_order_with_their_words) {
  Extraction extraction = read(ten_pages().bytes());
  BOOST_REQUIRE(extraction.pages.size() == 10U);
  BOOST_TEST(extraction.media_type == "application/pdf");
  BOOST_TEST(extraction.diagnostics.empty());
  BOOST_TEST(extraction.pages[9].number == 10);
  BOOST_TEST(TestPage::bars(extraction.pages[9].words) == "|การประเมินคุณธรรม|10|");
  BOOST_TEST(extraction.pages[9].method_reason == "text_layer_usable");
  BOOST_TEST(extraction.pages[9].confidence == 1);
}

BOOST_AUTO_TEST_CASE(only_wanted_pages_are_read) {
  ExtractOptions options;
  options.ocr = OcrMode::kNever;
  options.wanted_pages = {false, true, false, true};
  Extraction extraction = read_document(ten_pages().bytes(), "test.pdf", options);
  BOOST_REQUIRE(extraction.pages.size() == 2U);
  BOOST_TEST(extraction.pages[0].number == 2);
  BOOST_TEST(extraction.pages[1].number == 4);
  BOOST_TEST(extraction.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(blank_page_stays_in_the_text_layer) {
  Extraction extraction = read(TestPdf("").bytes());
  BOOST_TEST((extraction.pages.at(0).method == Method::kTextLayer));
  BOOST_TEST(extraction.pages[0].method_reason == "blank_page");
}

BOOST_AUTO_TEST_CASE(page_that_needs_ocr_says_so_where_ocr_is_off) {
  TestPdf pdf("q 600 0 0 800 0 0 cm /Im Do Q");
  pdf.xobjects = fmt::format("/Im {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::image());
  Extraction extraction = read(pdf.bytes());
  BOOST_TEST(extraction.pages.at(0).method_reason == "no_text_layer");
  BOOST_TEST((extraction.pages[0].method == Method::kTextLayer));
  BOOST_TEST(has_diagnostic(extraction, "page_needs_ocr"));
}

BOOST_AUTO_TEST_CASE(junk_before_the_header_is_skipped) {
  for (size_t junk : {10, 1000, 2000}) {
    Extraction extraction = read(std::string(junk, ' ') + ten_pages().bytes());
    BOOST_TEST(extraction.pages.size() == 10U);
  }
}

BOOST_AUTO_TEST_CASE(truncated_file_gives_its_good_pages_or_an_error) {
  const std::string whole = ten_pages().bytes();
  size_t read_some = 0;
  for (size_t tenth = 1; tenth < 10; ++tenth) {
    const std::string part = whole.substr(0, whole.size() * tenth / 10);
    try {
      Extraction extraction = read(part);
      BOOST_TEST(!extraction.diagnostics.empty());
      for (const PageText& page : extraction.pages) {
        if (page.words.empty()) continue;
        BOOST_TEST(page.words[0].raw == "การประเมินคุณธรรม");
        ++read_some;
      }
    } catch (const Error& error) {
      BOOST_TEST((error.code() == ErrorCode::kDamaged));
    }
  }
  BOOST_TEST(read_some > 0U);
}

BOOST_AUTO_TEST_CASE(file_without_pages_is_an_error) {
  BOOST_TEST((error_of(TestPdf().bytes()) == ErrorCode::kNoPages));
  BOOST_TEST((error_of("%PDF-1.4\n") == ErrorCode::kDamaged));
}

BOOST_AUTO_TEST_CASE(lie_about_the_number_of_pages_is_reported) {
  TestPdf pdf = ten_pages();
  Extraction extraction = read(pdf.bytes(15));
  BOOST_TEST(extraction.pages.size() == 10U);
  BOOST_TEST(has_diagnostic(extraction, "pages_missing"));
  // More than the file has objects: Poppler opens such a file with no pages at all.
  for (long long count : {1000LL, 1'000'000LL, 2'147'483'648LL}) {
    BOOST_TEST((error_of(pdf.bytes(count)) == ErrorCode::kDamaged));
  }
}

BOOST_AUTO_TEST_CASE(ten_thousand_pages_are_read_as_far_as_the_limit) {
  TestPdf pdf;
  pdf.pages.resize(10'000, {thai_page(1), "[0 0 600 800]", ""});
  Extraction extraction = read(pdf.bytes());
  BOOST_TEST(extraction.pages.size() == 2000U);
  BOOST_TEST(has_diagnostic(extraction, "too_many_pages"));
}

BOOST_AUTO_TEST_CASE(enormous_page_is_read) {
  TestPdf pdf(show(100, 14'000, "A1D2C3"));
  pdf.pages[0].box = "[0 0 14400 14400]";
  Extraction extraction = read(pdf.bytes());
  BOOST_TEST(extraction.pages.at(0).width == 14'400);
  BOOST_TEST(TestPage::bars(extraction.pages[0].words) == "|การ|");
}

BOOST_AUTO_TEST_CASE(user_password_is_an_error_and_owner_password_is_none) {
  BOOST_TEST((error_of(fixture("encrypted_user.pdf")) == ErrorCode::kEncrypted));
  Extraction extraction = read(fixture("encrypted_owner.pdf"));
  BOOST_TEST(TestPage::bars(extraction.pages.at(0).words) == "|95.17|");
}

BOOST_AUTO_TEST_CASE(nested_forms_end_at_the_time_limit) {
  TestPdf pdf("/F0 Do");
  const size_t first = TestPdf::first_more(1);
  for (size_t level = 0; level < 10; ++level) {
    pdf.xobjects += fmt::format("/F{} {} 0 R ", level, first + level);
    std::string calls;
    for (int i = 0; i < 10; ++i) {
      calls += level < 9 ? fmt::format("/F{} Do ", level + 1) : show(100, 700, "A1D2C3");
    }
    pdf.more_objects.push_back(TestPdf::stream(
        fmt::format(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 "
            "0 R >> /XObject << /F{} {} 0 R >> >>",
            level + 1, first + level + 1),
        calls));
  }
  const double start = thread_cpu_seconds();
  Extraction extraction = read(pdf.bytes());
  BOOST_TEST(thread_cpu_seconds() - start < 15);
  BOOST_TEST(has_diagnostic(extraction, "page_limit"));
}

BOOST_AUTO_TEST_CASE(millions_of_glyphs_and_lines_are_cut_off) {
  std::string glyphs = "BT /F1 10 Tf\n";
  for (int i = 0; i < 100'000; ++i) {
    glyphs += fmt::format("1 0 0 1 {} {} Tm <A1D2C3A1D2C3> Tj\n", i % 500, i % 700);
  }
  Extraction extraction = read(TestPdf(glyphs + "ET").bytes());
  BOOST_TEST(has_diagnostic(extraction, "page_limit"));
  std::string lines;
  for (int i = 0; i < 300'000; ++i) lines += fmt::format("0 {} m 600 {} l S\n", i % 800, i % 800);
  extraction = read(TestPdf(lines).bytes());
  BOOST_TEST(has_diagnostic(extraction, "page_limit"));
}

BOOST_AUTO_TEST_CASE(content_that_decodes_to_far_too_much_is_not_read) {
  // Each pair of bytes is a run of 128 blanks.
  std::string runs;
  for (int i = 0; i < 600'000; ++i) runs += "\x81 ";
  TestPdf pdf("");
  pdf.pages[0].more = fmt::format("/Contents {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::stream("/Filter /RunLengthDecode", runs));
  const double start = thread_cpu_seconds();
  BOOST_TEST(has_diagnostic(read(pdf.bytes()), "page_limit"));
  BOOST_TEST(thread_cpu_seconds() - start < 5);
}

BOOST_AUTO_TEST_CASE(self_referring_form_and_page_tree_end) {
  TestPdf pdf("/F0 Do " + show(100, 700, "A1D2C3"));
  pdf.xobjects = fmt::format("/F0 {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::stream(
      fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F0 "
                  "{} 0 R >> >>",
                  TestPdf::first_more(1)),
      "/F0 Do"));
  BOOST_TEST(TestPage::bars(read(pdf.bytes()).pages.at(0).words) == "|การ|");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_none_do_no_harm) {
  BOOST_TEST(
      read(TestPdf("1e30 0 0 1e30 0 0 cm 0 0 1 1 re f 0 0 m 1 0 l S " + show(100, 700, "A1D2C3"))
               .bytes())
          .pages.size() == 1U);
  BOOST_TEST(read(TestPdf(show(1e12, 700, "A1D2C3") + show(100, 700, "A1D2C3", 1e9)).bytes())
                 .pages.at(0)
                 .words.size() <= 1U);
}

BOOST_AUTO_TEST_CASE(two_documents_in_one_file_are_reported) {
  const std::string bytes = ten_pages().bytes();
  BOOST_TEST(!has_diagnostic(read(bytes), "multiple_revisions"));
  BOOST_TEST(has_diagnostic(read(bytes + bytes), "multiple_revisions"));
}

BOOST_AUTO_TEST_CASE(hidden_number_beside_the_one_that_is_seen_is_reported) {
  const std::string seen = show_text(100, 700, "91.30");
  BOOST_TEST(!has_diagnostic(read(TestPdf(seen).bytes()), "text_pixels_disagree"));
  const std::string hidden = "1 g " + show_text(100, 700, "11.30") + "0 g ";
  BOOST_TEST(has_diagnostic(read(TestPdf(seen + hidden).bytes()), "text_pixels_disagree"));
}

BOOST_AUTO_TEST_CASE(page_that_shows_nothing_because_it_is_damaged_is_reported) {
  TestPdf pdf("q 600 0 0 800 0 0 cm /Im Do Q");
  pdf.xobjects = fmt::format("/Im {} 0 R", TestPdf::first_more(1));
  pdf.more_objects.push_back(TestPdf::stream(
      "/Type /XObject /Subtype /Image /Width -5 /Height 5 /BitsPerComponent 8", "x"));
  BOOST_TEST(has_diagnostic(read(pdf.bytes()), "page_damaged"));
  BOOST_TEST(!has_diagnostic(read(TestPdf("").bytes()), "page_damaged"));
}

BOOST_AUTO_TEST_SUITE_END()
