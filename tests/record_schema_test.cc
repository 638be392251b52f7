// SPDX-License-Identifier: GPL-3.0-or-later
// Records are valid, and validation can fail.
#include "tests/record_schema.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "tests/documents.h"
#include "tests/program.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

namespace {

const json& demo_record() {
  static const json record =
      record_of(fs::path(PRONGSAI_SOURCE_DIR) / "testdata" / "demo" / "report.pdf");
  return record;
}

struct Breach {
  const char* pointer;
  const char* value;  // JSON
};
std::ostream& operator<<(std::ostream& out, const Breach& breach) {
  return out << breach.pointer << " = " << breach.value;
}

constexpr Breach kBreaches[] = {
    {"/schema_version", "\"1.1\""},
    {"/unknown", "1"},
    {"/document/id", "\"sha256:12\""},
    {"/document/media_type", "\"application/msword\""},
    {"/document/kinds", "[\"analysis\", \"analysis\"]"},
    {"/document/kinds", "[\"report\"]"},
    {"/document/pages/0/number", "0"},
    {"/document/pages/0/method", "\"guess\""},
    {"/document/pages/0/confidence", "1.5"},
    {"/agency/type", "\"village\""},
    {"/agency/province_code", "\"3\""},
    {"/agency/name", "7"},
    {"/assessed_year", "\"2567\""},
    {"/assessed_year", "2024"},
    {"/framework", "2567"},
    {"/overall", "{\"score\": 101, \"level\": null}"},
    {"/overall", "{\"score\": 10}"},
    {"/indicators/0",
     "{\"number\": 11, \"instrument\": \"IIT\", \"name\": \"\", \"score\": 1, \"level\": null}"},
    {"/issues/0/number", "8"},
    {"/issues/0/items/0/code", "\"I1\""},
    {"/issues/0/items/0/code", "\"o01\""},
    {"/issues/0/items/0/score", "\"95.17\""},
    {"/issues/0/items/0/instrument", "\"XIT\""},
    {"/issues/0/findings/0/kind", "\"opinion\""},
    {"/issues/0/findings/0/text", "\"\""},
    {"/measures/0/period", "{\"text\": \"\", \"start\": \"2024-13-01\", \"end\": null}"},
    {"/measures/0/period", "{\"text\": \"\", \"start\": null, \"end\": \"2023-02-29\"}"},
    {"/measures/0/period", "{\"text\": \"\", \"start\": null, \"end\": \"2568-9-30\"}"},
    {"/measures/0/steps", "[1]"},
    {"/measures/0/steps", "null"},
    {"/limitations", "null"},
    {"/checks/0/verdict", "\"maybe\""},
    {"/checks/0/path", "\"/issues/99\""},
    {"/evidence/assessed_year", "{}"},
    {"/evidence", "{}"},
    {"/evidence/~1assessed_year/trust", "\"sure\""},
    {"/evidence/~1assessed_year/box", "[1, 2, 3]"},
    {"/evidence/~1assessed_year/repairs", "[\"Sara Am\"]"},
    {"/evidence/~1issues~199", R"({"page": 1, "box": null, "text": "", "method": "ocr",
       "confidence": 1, "repairs": [], "trust": "plausible"})"},
};

constexpr const char* kRequired[] = {"/agency",           "/evidence",
                                     "/measures",         "/issues",
                                     "/overall",          "/framework",
                                     "/document/title",   "/agency/type",
                                     "/issues/0/average", "/measures/0/responsible"};

}  // namespace

BOOST_AUTO_TEST_SUITE(record_schema)

BOOST_AUTO_TEST_CASE(the_record_of_a_report_is_valid) {
  for (const std::string& error : schema_errors(demo_record())) BOOST_ERROR(error);
}

BOOST_DATA_TEST_CASE(a_breach_is_named, bdata::make(kBreaches), breach) {
  json record = demo_record();
  record[json::json_pointer(breach.pointer)] = json::parse(breach.value);
  BOOST_TEST(!schema_errors(record).empty());
}

BOOST_DATA_TEST_CASE(a_missing_member_is_named, bdata::make(kRequired), pointer) {
  json record = demo_record();
  const json::json_pointer member(pointer);
  record[member.parent_pointer()].erase(member.back());
  BOOST_TEST(!schema_errors(record).empty());
}

BOOST_AUTO_TEST_CASE(a_period_may_have_no_dates) {
  json record = demo_record();
  record["measures"][0]["period"] = {{"text", "-"}, {"start", nullptr}, {"end", nullptr}};
  BOOST_TEST(schema_errors(record).empty());
}

BOOST_AUTO_TEST_CASE(the_schema_is_the_contract) {
  const fs::path folder = folder_beside("PRONGSAI_CONTRACT", "shared/contract");
  if (folder.empty()) return;
  BOOST_TEST((bytes_of(schema_file()) == bytes_of(folder / "record.schema.json")));
}

BOOST_AUTO_TEST_SUITE_END()
