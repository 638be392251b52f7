// SPDX-License-Identifier: GPL-3.0-or-later
// What each stage makes of a few small documents, against testdata/golden/FIXTURE.STAGE.txt.
// PRONGSAI_UPDATE_GOLDEN=1 writes the files anew; look at the difference before you keep it.
#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "cli/page_print.h"
#include "cli/pipeline.h"
#include "model/block_print.h"
#include "model/layout.h"
#include "tests/program.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using namespace prongsai;

namespace {

const fs::path kTestdata = fs::path(PRONGSAI_SOURCE_DIR) / "testdata";

struct Fixture {
  const char* name;
  const char* file;  // in testdata/
  int page;          // the only one that is read
};
std::ostream& operator<<(std::ostream& out, const Fixture& fixture) { return out << fixture.name; }

constexpr Fixture kFixtures[] = {
    {"libreoffice_page", "other_producers/libreoffice_implementation/report.pdf", 1},
    {"chromium_page", "other_producers/chromium_bullets/report.pdf", 2},
    {"damaged_text", "golden/damaged_text.txt", 1},
};

// The first line in which two texts differ, for a message.
std::string first_difference(const std::string& made, const std::string& kept) {
  std::istringstream a(made);
  std::istringstream b(kept);
  std::string left;
  std::string right;
  for (int line = 1;; ++line) {
    const bool more_left = static_cast<bool>(std::getline(a, left));
    const bool more_right = static_cast<bool>(std::getline(b, right));
    if (!more_left && !more_right) return "none";
    if (!more_left) left = "(end)";
    if (!more_right) right = "(end)";
    if (left != right) return fmt::format("line {}\n  now  {}\n  kept {}", line, left, right);
  }
}

void compare_with_golden(const Fixture& fixture, const std::string& stage,
                         const std::string& text) {
  const fs::path file = kTestdata / "golden" / (std::string(fixture.name) + "." + stage + ".txt");
  const char* update = std::getenv("PRONGSAI_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(file, std::ios::binary) << text;
    return;
  }
  const std::string kept = tests::bytes_of(file);
  BOOST_TEST(!kept.empty(), "no golden " << file.string());
  BOOST_TEST((text == kept), file.string() << " differs: " << first_difference(text, kept));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_DATA_TEST_CASE(each_stage_gives_what_it_gave, bdata::make(kFixtures), fixture) {
  PipelineOptions options;
  options.extract.ocr = extract::OcrMode::kNever;
  options.extract.wanted_pages.assign(static_cast<size_t>(fixture.page), false);
  options.extract.wanted_pages.back() = true;
  const std::string bytes = tests::bytes_of(kTestdata / fixture.file);
  BOOST_TEST_REQUIRE(!bytes.empty());

  const Extraction extraction = read_pages(bytes, fixture.file, options);
  std::ostringstream pages;
  for (const PageText& page : extraction.pages) print_page(page, pages);
  compare_with_golden(fixture, "pages", pages.str());
  compare_with_golden(fixture, "blocks", to_text(lay_out(extraction.pages)));
  compare_with_golden(fixture, "repaired", to_text(read_blocks(extraction)));
  const PipelineResult result = read_to_record(bytes, fixture.file, options);
  compare_with_golden(fixture, "record",
                      record_to_json(result.record, result.document).dump(1) + "\n");
}

BOOST_AUTO_TEST_CASE(a_difference_is_found) {
  BOOST_TEST(first_difference("a\nb\n", "a\nb\n") == "none");
  BOOST_TEST(first_difference("a\nb\n", "a\nc\n").starts_with("line 2"));
  BOOST_TEST(first_difference("a\n", "a\nc\n").starts_with("line 2"));
}

BOOST_AUTO_TEST_SUITE_END()
