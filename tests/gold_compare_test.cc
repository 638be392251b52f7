// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison itself: it must report every value of a gold that a record does not say.
#include "tests/gold_compare.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

namespace bdata = boost::unit_test::data;
using nlohmann::json;
using prongsai::tests::compare_with_gold;
using prongsai::tests::Comparison;

namespace {

json gold() {
  return json::parse(R"({
    "assessed_year": 2567, "plan_year": 2568, "report_year": null, "framework": "2567",
    "agency": {"name": "เทศบาลตำบลหนึ่ง", "type": "subdistrict_municipality", "subdistrict": "หนึ่ง",
               "district": "สอง", "province": "สาม", "province_code": "10"},
    "overall": {"score": 85.83, "level": "ผ่าน"},
    "indicators": [{"number": 1, "score": 88.1, "level": null}, {"number": 9, "score": 70, "level": null}],
    "issues": [
      {"number": 1, "average": {"score": 90.5, "level": "ดี"},
       "items": [{"code": "i1", "score": 81.25, "level": "ดี"}, {"code": "o9", "score": 0, "level": null}],
       "findings": [{"kind": "deficiency", "codes": ["i1", "o9"], "text": "ก",
                     "accept_kinds": ["weakness"]}]},
      {"number": 2, "average": null, "items": [{"code": "i1", "score": 50, "level": null}],
       "findings": null, "findings_min": [{"kind": "analysis", "codes": ["i1"]}]}],
    "measures": [
      {"issue": 1, "indicator": null, "title": "โครงการอบรมเจ้าหน้าที่", "steps": ["ก", "ข"],
       "period": {"start": "2024-10-01", "end": "2025-09-30"}, "responsible": ["สำนักปลัด", "กองคลัง"],
       "results": ["ค"], "outcomes": ["ง", "จ"]}],
    "limitations": ["งบประมาณไม่เพียงพอ"], "planted": [], "accept": {"subdistrict": [null]}})");
}

// A record that says all of it.
json record() {
  json out = gold();
  out["issues"][1]["findings"] = json::parse(R"([{"kind": "analysis", "codes": ["i1"]}])");
  for (const char* pointer : {"/overall/score",
                              "/overall/level",
                              "/indicators/0/score",
                              "/indicators/0/number",
                              "/indicators/1/score",
                              "/indicators/1/number",
                              "/issues/0/average/score",
                              "/issues/0/average/level",
                              "/issues/0/items/0/score",
                              "/issues/0/items/0/level",
                              "/issues/0/items/0/code",
                              "/issues/0/items/1/score",
                              "/issues/0/items/1/code",
                              "/issues/1/items/0/score",
                              "/issues/1/items/0/code",
                              "/assessed_year",
                              "/plan_year",
                              "/framework",
                              "/agency/name",
                              "/agency/type",
                              "/agency/subdistrict",
                              "/agency/district",
                              "/agency/province",
                              "/agency/province_code"})
    out["evidence"][pointer] = {{"trust", "plausible"}};
  return out;
}

struct Change {
  const char* pointer;
  const char* value;    // JSON
  const char* measure;  // that must fall
};
std::ostream& operator<<(std::ostream& out, const Change& change) {
  return out << change.pointer << " = " << change.value;
}

constexpr Change kChanges[] = {
    {"/overall/score", "85.84", "scores"},
    {"/overall", "null", "overall"},
    {"/overall/level", "\"ไม่ผ่าน\"", "levels"},
    {"/indicators/0/score", "88.11", "indicators"},
    {"/indicators/0/number", "2", "scores"},
    {"/indicators/1/score", "null", "scores"},
    {"/issues/0/average/score", "90.4", "averages"},
    {"/issues/0/average/level", "null", "levels"},
    {"/issues/0/items/0/score", "81.52", "items"},
    {"/issues/0/items/1/score", "null", "items"},
    {"/issues/0/items/0/code", "\"i2\"", "codes"},
    {"/issues/0/items/1/level", "\"ดี\"", "levels"},
    {"/issues/0/number", "3", "codes"},
    {"/issues/1/items", "[]", "codes"},
    {"/assessed_year", "2566", "years"},
    {"/plan_year", "null", "years"},
    {"/report_year", "2567", "years"},
    {"/framework", "\"2568\"", "framework"},
    {"/agency/name", "\"เทศบาลตำบลสอง\"", "agency"},
    {"/agency/province_code", "\"11\"", "agency"},
    {"/agency/subdistrict", "\"สอง\"", "agency"},
    {"/measures", "[]", "measures"},
    {"/measures/0/title", "\"โครงการอื่นที่ไม่เหมือนกันเลย\"", "measures"},
    {"/measures/0/issue", "2", "measure_place"},
    {"/measures/0/steps", "[\"ก\"]", "measure_steps"},
    {"/measures/0/period/end", "\"2025-09-29\"", "measure_period"},
    {"/measures/0/period", "null", "measure_period"},
    {"/measures/0/responsible", "[\"สำนักปลัด\"]", "measure_responsible"},
    {"/measures/0/results", "[]", "measure_results"},
    {"/measures/0/outcomes", "[\"ง\"]", "measure_outcomes"},
    {"/limitations", "[]", "limitations"},
    {"/issues/0/findings", "[]", "findings"},
    {"/issues/0/findings/0/kind", "\"analysis\"", "findings"},
    {"/issues/0/findings/0/codes", "[\"i1\"]", "findings"},
    {"/issues/1/findings", "[]", "findings_needed"},
};

// What may be said otherwise without being wrong.
constexpr Change kHarmless[] = {
    {"/overall/score", "85.834", ""},
    {"/agency/subdistrict", "null", ""},
    {"/agency/name", "\"เทศบาล ตำบลหนึ่ง\"", ""},
    {"/issues/0/findings/0/kind", "\"weakness\"", ""},
    {"/issues/0/findings/0/codes", "[\"o9\", \"i1\"]", ""},
    {"/measures/0/title", "\"๑. โครงการอบรมเจ้าหน้าที่\"", ""},
    {"/measures/0/responsible", "[\"สำนักปลัด/กองคลัง\"]", ""},
    {"/issues/1/findings/0", R"({"kind": "analysis", "codes": ["i1"]})", ""},
};

Comparison changed(const Change& change) {
  json out = record();
  out[json::json_pointer(change.pointer)] = json::parse(change.value);
  return compare_with_gold(out, gold());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gold_compare)

BOOST_AUTO_TEST_CASE(a_record_that_says_all_has_every_share_full) {
  const Comparison same = compare_with_gold(record(), gold());
  for (const auto& [name, share] : same.shares) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(share.wanted > 0);
      BOOST_TEST(share.f1() == 1.0);
    }
  }
  BOOST_TEST(same.shares.size() == 20U);
  BOOST_TEST(same.differences.empty());
  BOOST_TEST(same.without_evidence == 0);
}

BOOST_DATA_TEST_CASE(one_changed_value_is_reported, bdata::make(kChanges), change) {
  const Comparison one = changed(change);
  BOOST_TEST(one.f1(change.measure) < 1.0);
  BOOST_TEST(!one.differences.empty());
}

BOOST_DATA_TEST_CASE(what_the_gold_accepts_is_right, bdata::make(kHarmless), change) {
  const Comparison one = changed(change);
  for (const auto& [name, share] : one.shares) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(share.f1() == 1.0); }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_printed_is_wrong) {
  json more = record();
  more["issues"][1]["items"].push_back({{"code", "i9"}, {"score", 12.5}, {"level", nullptr}});
  more["issues"][0]["findings"].push_back({{"kind", "strength"}, {"codes", {"i1"}}});
  more["measures"].push_back(more["measures"][0]);
  const Comparison one = compare_with_gold(more, gold());
  BOOST_TEST(one.f1("scores") < 1.0);
  BOOST_TEST(one.f1("codes") < 1.0);
  BOOST_TEST(one.f1("findings") < 1.0);
  BOOST_TEST(one.f1("measures") < 1.0);
}

BOOST_AUTO_TEST_CASE(a_value_read_twice_is_right_once) {
  json twice = record();
  twice["issues"][0]["items"].push_back(twice["issues"][0]["items"][0]);
  const Comparison one = compare_with_gold(twice, gold());
  BOOST_TEST(one.f1("scores") < 1.0);
  BOOST_TEST(one.f1("codes") < 1.0);
}

BOOST_AUTO_TEST_CASE(trust_in_a_wrong_value_is_counted) {
  json wrong = record();
  wrong["issues"][0]["items"][0]["score"] = 18.25;
  BOOST_TEST(compare_with_gold(wrong, gold()).wrong_unflagged == 1);
  BOOST_TEST(compare_with_gold(wrong, gold()).verified_wrong == 0);
  wrong["evidence"]["/issues/0/items/0/score"]["trust"] = "verified";
  BOOST_TEST(compare_with_gold(wrong, gold()).verified_wrong == 1);
  BOOST_TEST(compare_with_gold(wrong, gold()).verified == 1);
  wrong["evidence"]["/issues/0/items/0/score"]["trust"] = "conflicting";
  BOOST_TEST(compare_with_gold(wrong, gold()).wrong_unflagged == 0);
}

BOOST_AUTO_TEST_CASE(a_value_without_evidence_is_counted) {
  json bare = record();
  bare["evidence"].erase("/agency/name");
  BOOST_TEST(compare_with_gold(bare, gold()).without_evidence == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_record_has_nothing_right) {
  const Comparison none = compare_with_gold(json::object(), gold());
  for (const char* name : {"scores", "codes", "levels", "measures", "findings"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(none.f1(name) == 0.0); }
  }
}

BOOST_AUTO_TEST_CASE(null_lists_of_a_gold_are_not_compared) {
  json open = gold();
  open["measures"] = nullptr;
  open["issues"][0]["findings"] = nullptr;
  const Comparison one = compare_with_gold(record(), open);
  BOOST_TEST(!one.shares.contains("measures"));
  BOOST_TEST(one.shares.at("findings").empty());
}

BOOST_AUTO_TEST_CASE(sums_add_what_is_counted) {
  Comparison sum = compare_with_gold(record(), gold());
  sum += compare_with_gold(json::object(), gold());
  BOOST_TEST(sum.shares["scores"].right * 2 == sum.shares["scores"].wanted);
}

BOOST_AUTO_TEST_SUITE_END()
