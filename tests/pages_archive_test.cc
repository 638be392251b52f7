// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages_archive.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "cli/pipeline.h"
#include "extract/read_document.h"
#include "extract/read_file.h"
#include "tests/cli_run.h"

using prongsai::Extraction;
using prongsai::pack_pages;
using prongsai::unpack_pages;

namespace {

void check_same(const Extraction& extraction) {
  const Extraction back = unpack_pages(pack_pages(extraction));
  BOOST_TEST(back.media_type == extraction.media_type);
  BOOST_TEST((back.pages == extraction.pages));
  BOOST_TEST((back.diagnostics == extraction.diagnostics));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages_archive)

BOOST_AUTO_TEST_CASE(pages_with_geometry_come_back_the_same) {
  const std::string bytes = prongsai::extract::read_file(prongsai::tests::demo_report());
  Extraction extraction = prongsai::read_pages(bytes, "report.pdf", {});
  BOOST_REQUIRE(!extraction.pages.empty());
  BOOST_REQUIRE(!extraction.pages[0].words.empty());
  extraction.pages[0].words[0].alternatives = {{"๘", 0.25}};
  extraction.pages[0].words[0].repairs = {"sara_am"};
  extraction.pages[0].lean = 1.0 / 3;
  extraction.diagnostics = {{prongsai::Severity::kNote, "page_without_text", 2, "nothing"}};
  check_same(extraction);
}

BOOST_AUTO_TEST_CASE(pages_of_markup_come_back_the_same) {
  const std::string bytes =
      "รายงาน\n<table><tr><td colspan=2>ก</td></tr><tr><td>i1</td><td>๙๐.๑๒</td></tr></table>\n";
  const Extraction extraction = prongsai::read_pages(bytes, "report.txt", {});
  BOOST_REQUIRE(!extraction.pages.at(0).blocks.empty());
  check_same(extraction);
}

BOOST_AUTO_TEST_CASE(what_are_no_pages_is_refused) {
  BOOST_CHECK_THROW(unpack_pages(""), prongsai::Error);
  BOOST_CHECK_THROW(unpack_pages("no pages at all"), prongsai::Error);
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_changed_is_refused) {
  const std::string bytes = prongsai::extract::read_file(prongsai::tests::demo_report());
  const std::string whole = pack_pages(prongsai::read_pages(bytes, "report.pdf", {}));
  for (size_t tenth = 0; tenth < 10; ++tenth) {
    const size_t at = whole.size() * tenth / 10;
    BOOST_CHECK_THROW(unpack_pages(whole.substr(0, at)), prongsai::Error);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    BOOST_CHECK_THROW(unpack_pages(changed), prongsai::Error);
  }
}

BOOST_AUTO_TEST_SUITE_END()
