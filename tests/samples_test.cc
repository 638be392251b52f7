// SPDX-License-Identifier: GPL-3.0-or-later
// Real reports, which are not part of the project: PRONGSAI_SAMPLES names their folder.
#include <boost/test/unit_test.hpp>

#include "tests/documents.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

namespace {

const std::vector<std::string> kExact = {"scores", "levels", "codes",     "items",      "averages",
                                         "years",  "agency", "framework", "indicators", "overall"};
const std::vector<std::string> kMeasures = {"measures", "measure_steps", "measure_period",
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
    BOOST_TEST_CONTEXT(id) {
      check_measures(one, kExact, 1.0);
      BOOST_TEST(one.verified_wrong == 0);
      BOOST_TEST(one.without_evidence == 0);
    }
    total += one;
    rows.emplace_back(id, one);
  }
  rows.emplace_back("all", total);
  BOOST_TEST_MESSAGE(table_of(rows) << differences_of(total, 40));
  BOOST_TEST(rows.size() == 6U);
  check_measures(total, kMeasures, 0.97);
  check_measures(total, {"findings"}, 0.95);
  check_measures(total, {"findings_needed"}, 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
