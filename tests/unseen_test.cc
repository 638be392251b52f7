// SPDX-License-Identifier: GPL-3.0-or-later
// Reports written by hand in layouts that the generator does not have.
#include <boost/test/unit_test.hpp>

#include "tests/documents.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

BOOST_AUTO_TEST_SUITE(unseen)

BOOST_AUTO_TEST_CASE(layouts_of_no_generator_are_read_as_they_were_printed) {
  int documents = 0;
  for (const fs::path& file : golds_in(fs::path(PRONGSAI_SOURCE_DIR) / "testdata" / "unseen")) {
    const json gold = read_json(file);
    const Comparison one =
        compare_with_gold(record_of(file.parent_path() / gold.at("file").get<std::string>()), gold);
    ++documents;
    BOOST_TEST_CONTEXT(gold.at("id").get<std::string>()) {
      for (const auto& [name, share] : one.shares) check_measures(one, {name}, 1.0);
      BOOST_TEST(one.verified_wrong == 0);
      BOOST_TEST(one.without_evidence == 0);
    }
  }
  BOOST_TEST(documents == 16);
}

BOOST_AUTO_TEST_SUITE_END()
