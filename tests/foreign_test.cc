// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are no ITA report, and reports of programs other than our generator: what can be
// read is read, nothing is invented.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/documents.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

namespace {

const fs::path kTestdata = fs::path(PRONGSAI_SOURCE_DIR) / "testdata";

// No score, level, item, indicator, issue or finding.
void check_nothing_is_invented(const json& record) {
  BOOST_TEST(record.at("overall").is_null(), record.at("overall").dump());
  BOOST_TEST(record.at("indicators").empty(), record.at("indicators").dump());
  BOOST_TEST(record.at("issues").empty(), record.at("issues").dump().substr(0, 2000));
  BOOST_TEST(record.at("framework").is_null(), record.at("framework").dump());
}

constexpr const char* kNoReports[] = {"hospital_evidence.txt", "budget_table.txt",
                                      "school_checklist.txt", "target_in_prose.txt"};

constexpr const char* kProducers[] = {"chromium_bullets",         "chromium_long_table",
                                      "chromium_two_years",       "libreoffice_implementation",
                                      "libreoffice_issue_tables", "libreoffice_landscape_merged"};

}  // namespace

BOOST_AUTO_TEST_SUITE(foreign)

BOOST_DATA_TEST_CASE(no_ita_report_has_no_ita_scores, bdata::make(kNoReports), name) {
  const json record = record_of(kTestdata / "foreign" / name);
  check_nothing_is_invented(record);
  BOOST_TEST(record.at("document").at("kinds").empty(), record.at("document").at("kinds").dump());
  BOOST_TEST(record.at("measures").empty());
}

BOOST_AUTO_TEST_CASE(the_score_of_an_earlier_year_is_not_this_year_s) {
  const json record = record_of(kTestdata / "foreign" / "earlier_year_in_prose.txt");
  BOOST_TEST(record.at("assessed_year") == 2567);
  BOOST_TEST_REQUIRE(record.at("overall").is_object());
  BOOST_TEST(record.at("overall").at("score") == 91.37);
  BOOST_TEST(record.at("indicators").empty());
  BOOST_TEST(record.at("issues").empty());
}

BOOST_AUTO_TEST_CASE(an_empty_page_says_nothing) {
  const json record = record_of_text("\n \n");
  check_nothing_is_invented(record);
  BOOST_TEST(record.at("agency").at("name").is_null());
  BOOST_TEST(record.at("assessed_year").is_null());
  BOOST_TEST(record.at("document").at("kinds").empty());
}

// Published PDFs, which are not part of the project: PRONGSAI_REPORTS names their folder.
BOOST_AUTO_TEST_CASE(published_documents_of_other_kinds_have_no_ita_scores) {
  const fs::path folder = folder_beside("PRONGSAI_REPORTS", "shared/reports");
  if (folder.empty()) return;
  std::set<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") files.insert(entry.path());
  }
  BOOST_TEST(!files.empty());
  for (const fs::path& file : files) {
    BOOST_TEST_CONTEXT(file.filename().string()) {
      const json record = record_of(file);
      check_nothing_is_invented(record);
      for (const json& kind : record.at("document").at("kinds")) BOOST_TEST(kind == "measures");
    }
  }
}

BOOST_DATA_TEST_CASE(reports_of_other_programs_are_read_as_they_were_printed,
                     bdata::make(kProducers), name) {
  const fs::path folder = kTestdata / "other_producers" / name;
  const Comparison one =
      compare_with_gold(record_of(folder / "report.pdf"), read_json(folder / "gold.json"));
  check_measures(
      one,
      {"scores", "levels", "codes", "averages", "years", "framework", "agency", "measures",
       "measure_place", "measure_steps", "measure_period", "measure_responsible"},
      1.0);
  check_measures(one, {"findings"}, 0.95);
  BOOST_TEST(one.verified_wrong == 0);
}

BOOST_AUTO_TEST_SUITE_END()
