// SPDX-License-Identifier: GPL-3.0-or-later
// Records in a journal that are none: of a worker that an enemy has taken over, or of a dataset
// that somebody else has made.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "dataset/journal.h"
#include "dataset/known.h"
#include "tests/datasets.h"
#include "worker/workers.h"

using nlohmann::ordered_json;
using namespace prongsai::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Broken {
  const char* name;
  std::string (*record)(const ordered_json& right);
};
std::ostream& operator<<(std::ostream& out, const Broken& broken) { return out << broken.name; }

const Broken kBroken[] = {
    {"no JSON", [](const ordered_json&) { return std::string("{\"document\":"); }},
    {"bytes", [](const ordered_json&) { return std::string("\xff\xfe\x01"); }},
    {"nested deeply", [](const ordered_json&) { return std::string(100000, '['); }},
    {"another document's",
     [](const ordered_json& right) {
       ordered_json record = right;
       record["document"]["id"] = "sha256:" + std::string(64, '0');
       return record.dump();
     }},
    {"a part is missing",
     [](const ordered_json& right) {
       ordered_json record = right;
       record.erase("evidence");
       return record.dump();
     }},
    {"a score is a text",
     [](const ordered_json& right) {
       ordered_json record = right;
       record["overall"] = {{"score", "=1+1"}, {"level", nullptr}};
       return record.dump();
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(build_records)

BOOST_DATA_TEST_CASE(what_is_no_record_is_quarantined_and_read_again, bdata::make(kBroken),
                     broken) {
  const ScratchFolder folder;
  make_reports(folder, 3);
  const auto inputs = inputs_in(folder.path());
  const auto dataset = folder.path() / "dataset";
  build(inputs, dataset);
  const auto before = files_of(dataset);
  std::string changed;
  {
    prongsai::Journal journal(dataset.string());
    prongsai::Known known(journal);
    changed = known.outcomes().begin()->first;
    known.add_outcome(changed, known.outcomes().at(changed),
                      broken.record(ordered_json::parse(known.record_of(changed))));
  }
  const Outcome first = build(inputs, dataset);
  BOOST_TEST(first.exit_code == 3);
  BOOST_TEST(std::ranges::any_of(first.errors, [](const std::string& line) {
    return line.ends_with(std::string("quarantined: ") + prongsai::kNoRightForm);
  }));
  BOOST_TEST(adds_up(dataset));
  const auto states = manifest_of(dataset).at("states");
  BOOST_TEST(states.at("quarantined") == 1);
  const auto after = files_of(dataset);
  BOOST_TEST(after.at("quarantine.csv").find(changed) != std::string::npos);
  BOOST_TEST(after.at("scores.csv").find(changed) == std::string::npos);
  BOOST_TEST(after.at("records.ndjson").find(changed) == std::string::npos);
  // It is no limit's doing.
  BOOST_TEST(build(inputs, dataset).exit_code == 0);
  BOOST_TEST((files_of(dataset) == before));
}

BOOST_AUTO_TEST_SUITE_END()
