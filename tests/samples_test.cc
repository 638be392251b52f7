// SPDX-License-Identifier: GPL-3.0-or-later
// Real reports, which are not part of the project: PRONGSAI_SAMPLES names their folder.
#include <boost/test/unit_test.hpp>

#include "tests/documents.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

namespace {

constexpr const char* kExact[] = {"scores", "levels", "codes",     "items",      "averages",
                                  "years",  "agency", "framework", "indicators", "overall"};
constexpr const char* kMeasures[] = {"measures", "measure_steps", "measure_period",
                                     "measure_responsible", "measure_place"};

}  // namespace

BOOST_AUTO_TEST_SUITE(samples_test)

BOOST_AUTO_TEST_CASE(real_reports_are_read_as_they_were_printed) {
  const fs::path folder = folder_beside("PRONGSAI_SAMPLES", "shared/samples");
  if (folder.empty()) return;
  Comparison total;
  std::vector<std::pair<std::string, Comparison>> rows;
  for (const fs::path& file : golds_in(folder / "gold")) {
    const json gold = read_json(file);
    const Comparison one =
        compare_with_gold(record_of(file.parent_path() / gold.at("file").get<std::string>()), gold);
    const std::string id = gold.at("id");
    BOOST_TEST_CONTEXT(id << "\n" << differences_of(one, 20)) {
      for (const char* measure : kExact) {
        BOOST_TEST_CONTEXT(measure) { BOOST_TEST(one.f1(measure) == 1.0); }
      }
      BOOST_TEST(one.verified_wrong == 0);
      BOOST_TEST(one.without_evidence == 0);
    }
    total += one;
    rows.emplace_back(id, one);
  }
  rows.emplace_back("all", total);
  BOOST_TEST_MESSAGE(table_of(rows) << differences_of(total, 40));
  BOOST_TEST(rows.size() == 6U);
  for (const char* measure : kMeasures) {
    BOOST_TEST_CONTEXT(measure) { BOOST_TEST(total.f1(measure) >= 0.97); }
  }
  BOOST_TEST(total.f1("findings") >= 0.95);
  BOOST_TEST(total.f1("findings_needed") == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
