// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/correction.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "model/checks.h"
#include "model/correction_test_record.h"
#include "model/read_record.h"
#include "model/record_values.h"

namespace bdata = boost::unit_test::data;

namespace prongsai {
std::ostream& operator<<(std::ostream& out, const DecisionRow& row) { return out << row.repair; }
std::ostream& operator<<(std::ostream& out, const SourcedKindRow& row) { return out << row.name; }
}  // namespace prongsai

namespace {

using namespace prongsai;
using namespace prongsai::tests;

const Evidence& evidence_at(const Record& record, const std::string& at) {
  const Evidence* found = nullptr;
  visit_values(record, [&](const std::string& pointer, const ValueName&, const auto& sourced) {
    if (pointer == at) found = &sourced.evidence;
  });
  BOOST_TEST_REQUIRE(found != nullptr);
  return *found;
}

bool has_repair(const Evidence& evidence, const char* name) {
  return std::ranges::find(evidence.repairs, name) != evidence.repairs.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corrections)

BOOST_DATA_TEST_CASE(a_decision_has_the_name_and_trust_of_its_example,
                     bdata::make(std::vector<DecisionRow>(decisions().begin(), decisions().end())),
                     row) {
  Record record;
  record.overall.score.value = std::stod(row.reading);
  record.overall.score.evidence.text = "๘๒.๕";
  record.overall.score.evidence.page = 7;
  record.overall.score.evidence.confidence = 0.4;
  std::vector<Correction> all = {correction("overall/score", row.was, row.is)};
  if (row.also != nullptr) all.push_back(correction("overall/score", row.was, row.also, "ข"));
  BOOST_TEST(apply_corrections(all, record).empty());
  const Sourced<double>& score = record.overall.score;
  BOOST_TEST_REQUIRE(score.evidence.repairs.size() == 1U);
  BOOST_TEST(score.evidence.repairs.front() == row.repair);
  BOOST_TEST((score.evidence.trust == row.trust));
  BOOST_TEST(is_decided(score.evidence));
  // The place and what was read there stay.
  BOOST_TEST(score.evidence.text == "๘๒.๕");
  BOOST_TEST(score.evidence.page == 7);
  switch (row.decision) {
    case Decision::kAccepted:
      BOOST_TEST(*score.value == 92.5);
      BOOST_TEST(score.evidence.confidence == 1);
      BOOST_TEST(score.evidence.alternatives.empty());
      break;
    case Decision::kCorrected:
      BOOST_TEST(*score.value == 92.5);
      BOOST_TEST(score.evidence.confidence == 1);
      BOOST_TEST((score.evidence.alternatives == std::vector<Alternative>{{"82.50", 0.4}}));
      break;
    case Decision::kNotLegible:
      BOOST_TEST(!score.value);
      BOOST_TEST((score.evidence.alternatives == std::vector<Alternative>{{"82.50", 0.4}}));
      break;
    case Decision::kDiffer:
      BOOST_TEST(*score.value == 82.5);
      BOOST_TEST(score.evidence.confidence == 0.4);
      BOOST_TEST((score.evidence.alternatives == std::vector<Alternative>{{"92.50", 0.5}}));
      break;
  }
}

BOOST_DATA_TEST_CASE(pointers_and_names_are_of_their_kind,
                     bdata::make(std::vector<SourcedKindRow>(sourced_kinds().begin(),
                                                             sourced_kinds().end())),
                     row) {
  BOOST_TEST((kind_of_pointer(row.pointer) == row.kind));
  BOOST_TEST((kind_of_name(row.name) == row.kind));
}

BOOST_AUTO_TEST_CASE(what_is_no_place_of_a_value_has_no_kind) {
  for (const char* pointer :
       {"", "/", "/title", "overall/score", "/overalls/score/x", "/issues/0/title",
        "/documents/score", "/overall", "/framework/score", "/agency/variants"})
    BOOST_TEST(!kind_of_pointer(pointer).has_value(), pointer);
  for (const char* name : {"", "overall", "issue", "indicator 4", "issue 3 i12", "=1+1"})
    BOOST_TEST(!kind_of_name(name).has_value(), name);
}

struct Corrected {
  const char* what;
  const char* is;
  const char* pointer;
  const char* text;
};
std::ostream& operator<<(std::ostream& out, const Corrected& row) { return out << row.what; }

constexpr Corrected kCorrected[] = {
    {"agency/name", "  เทศบาลตำบล หนองควาย ", "/agency/name", "เทศบาลตำบล หนองควาย"},
    {"agency/type", "town_municipality", "/agency/type", "town_municipality"},
    {"agency/subdistrict", "หนองควาย", "/agency/subdistrict", "หนองควาย"},
    {"agency/district", "เมือง", "/agency/district", "เมือง"},
    {"agency/province", "เชียงใหม่", "/agency/province", "เชียงใหม่"},
    {"agency/province_code", "๓๔", "/agency/province_code", "34"},
    {"assessed_year", "๒๕๖๖", "/assessed_year", "2566"},
    {"plan_year", "2569", "/plan_year", "2569"},
    {"report_year", "2567", "/report_year", "2567"},
    {"framework", "2566", "/framework", "2566"},
    {"overall/score", "๙๗.๙", "/overall/score", "97.90"},
    {"overall/level", "ผ่านดี", "/overall/level", "ผ่านดี"},
    {"indicator 4/number", "๑๐", "/indicators/0/number", "10"},
    {"indicator 4/score", "0", "/indicators/0/score", "0.00"},
    {"indicator 4/level", "AA", "/indicators/0/level", "AA"},
    {"issue 3/number", "๗", "/issues/0/number", "7"},
    {"issue 3 i12/code", "e๓", "/issues/0/items/0/code", "e3"},
    {"issue 3 i12 (2)/code", "o33", "/issues/0/items/1/code", "o33"},
    {"issue 3 i12/score", "100", "/issues/0/items/0/score", "100.00"},
    {"issue 3 i12 (2)/score", "99.99", "/issues/0/items/1/score", "99.99"},
    {"issue 3 average/score", "91.55", "/issues/0/average/score", "91.55"},
    {"issue 3 average/level", "B", "/issues/0/average/level", "B"},
};

BOOST_DATA_TEST_CASE(every_kind_of_value_can_be_corrected, bdata::make(kCorrected), row) {
  Record record = record_of_all();
  const Record before = record;
  const std::string was = text_at(before, row.pointer);
  BOOST_TEST(apply_corrections({correction(row.what, was, row.is)}, record).empty());
  BOOST_TEST(text_at(record, row.pointer) == row.text);
  const Evidence& evidence = evidence_at(record, row.pointer);
  BOOST_TEST(has_repair(evidence, "corrected_by_reviewer"));
  BOOST_TEST(evidence.alternatives.front().text == text_at(before, row.pointer));
  // Nothing else, but the code of a province follows its name.
  for (const PlacedValue& value : placed_values(before)) {
    if (value.pointer == row.pointer) continue;
    const bool follows = value.pointer == "/agency/province_code";
    if (follows && std::string_view(row.what) == "agency/province") {
      BOOST_TEST(text_at(record, value.pointer) == "50");
    } else {
      BOOST_TEST(text_at(record, value.pointer) == value.text);
    }
  }
}

struct NoValue {
  const char* what;
  const char* is;
};
std::ostream& operator<<(std::ostream& out, const NoValue& row) {
  return out << row.what << " = " << row.is;
}

constexpr NoValue kNoValues[] = {
    {"overall/score", "100.01"},      {"overall/score", "-1"},
    {"overall/score", "92.505"},      {"overall/score", "ดีมาก"},
    {"overall/level", " \t"},         {"assessed_year", "2024"},
    {"assessed_year", "67"},          {"framework", "2560"},
    {"agency/type", "village"},       {"agency/province", "อตุลราชธานี"},
    {"agency/province_code", "3401"}, {"agency/province_code", "99"},
    {"indicator 4/number", "11"},     {"indicator 4/number", ""},
    {"issue 3/number", "0"},          {"issue 3 i12/code", "x1"},
    {"issue 3 i12/code", "12"},       {"issue 3 i12/code", ""},
};

BOOST_DATA_TEST_CASE(what_is_no_value_of_its_kind_changes_nothing, bdata::make(kNoValues), row) {
  Record record = record_of_all();
  const Correction one = correction(row.what, text_named(record, row.what), row.is);
  BOOST_TEST((apply_corrections({one}, record) == std::vector<size_t>{0}));
  for (const PlacedValue& value : placed_values(record_of_all()))
    BOOST_TEST(text_at(record, value.pointer) == value.text);
}

BOOST_AUTO_TEST_CASE(a_text_has_an_end) {
  BOOST_TEST(!canonical_value(SourcedKind::kText, std::string(1U << 20U, 'a')).has_value());
  BOOST_TEST(*canonical_value(SourcedKind::kText, "a\x1b[31m\nb") == "a[31m b");
}

BOOST_AUTO_TEST_CASE(of_each_person_the_latest_decision_counts) {
  Record record = record_of_all();
  const std::vector<Correction> all = {
      correction("overall/score", "82.50", "92.50", "ก", "2026-11-21T20:15:02Z"),
      correction("overall/score", "82.50", "72.50", "ก", "2026-11-21T20:15:01Z"),
      correction("overall/score", "82.50", "๙๒.๕", "ข", "2026-11-20T00:00:00Z")};
  BOOST_TEST(apply_corrections(all, record).empty());
  BOOST_TEST(text_at(record, "/overall/score") == "92.50");
  BOOST_TEST(has_repair(record.overall.score.evidence, "corrected_by_reviewer"));
  record = record_of_all();
  BOOST_TEST(apply_corrections({all[1], all[2]}, record).empty());
  BOOST_TEST(text_at(record, "/overall/score") == "82.50");
  BOOST_TEST(has_repair(record.overall.score.evidence, "reviewers_differ"));
  BOOST_TEST((record.overall.score.evidence.trust == Trust::kConflicting));
  BOOST_TEST((record.overall.score.evidence.alternatives ==
              std::vector<Alternative>{{"72.50", 0.5}, {"92.50", 0.5}}));
}

namespace {

// Items by OCR with their printed average.
Record issue_of(const std::vector<std::pair<const char*, double>>& items, double average) {
  Record record;
  record.framework.value = 2567;
  IssueResult issue;
  issue.number.value = 1;
  for (const auto& [code, score] : items) issue.items.push_back(item(code, score));
  issue.average.score.value = average;
  issue.average.score.evidence.box = Box{};
  record.issues.push_back(issue);
  return record;
}

void check(const std::vector<Correction>& corrections, Record& record) {
  BOOST_TEST(apply_corrections(corrections, record).empty());
  run_checks(*codebook().framework(2567), record);
  keep_decided_trust(record);
}

bool average_agrees(const Record& record) {
  for (const Check& made : record.checks) {
    if (made.rule == "issue_average") return made.agrees;
  }
  BOOST_FAIL("no average is checked");
  return false;
}

Trust trust_of(const Record& record, size_t number) {
  return record.issues[0].items[number].result.score.evidence.trust;
}

}  // namespace

// Two digits are misread: no single other digit explains the average, so nothing is repaired.
BOOST_AUTO_TEST_CASE(checks_and_proofs_see_what_was_decided) {
  const std::vector<std::pair<const char*, double>> read = {
      {"i1", 98.7}, {"i2", 51.39}, {"i3", 97.83}};
  Record record = issue_of(read, 97.97);
  check({}, record);
  BOOST_TEST(!average_agrees(record));
  BOOST_TEST((trust_of(record, 0) != Trust::kVerified));
  record = issue_of(read, 97.97);
  check({correction("issue 1 i2/score", "51.39", "97.39")}, record);
  BOOST_TEST(average_agrees(record));
  for (size_t i = 0; i < 3; ++i) BOOST_TEST((trust_of(record, i) == Trust::kVerified));
  BOOST_TEST((record.issues[0].average.score.evidence.trust == Trust::kVerified));
  BOOST_TEST(!is_decided(record.issues[0].items[0].result.score.evidence));
}

// The document prints it so, and contradicts itself.
BOOST_AUTO_TEST_CASE(a_check_that_disagrees_stays_and_takes_no_trust) {
  // What arithmetic would repair by one digit.
  const std::vector<std::pair<const char*, double>> read = {
      {"i1", 98.7}, {"i2", 91.39}, {"i3", 97.83}};
  Record record = issue_of(read, 97.97);
  check({}, record);
  BOOST_TEST(*record.issues[0].items[1].result.score.value == 97.39);
  record = issue_of(read, 97.97);
  check({correction("issue 1 i2/score", "91.39", "91.39")}, record);
  BOOST_TEST(!average_agrees(record));
  BOOST_TEST(*record.issues[0].items[1].result.score.value == 91.39);
  BOOST_TEST((trust_of(record, 1) == Trust::kVerified));
  BOOST_TEST(has_repair(record.issues[0].items[1].result.score.evidence, "accepted_by_reviewer"));
  // What arithmetic repairs, and a person accepts, is read wrong all the same.
  record = issue_of(read, 97.97);
  check({correction("issue 1 i2/score", "97.39", "97.39")}, record);
  BOOST_TEST(average_agrees(record));
  const Evidence& evidence = record.issues[0].items[1].result.score.evidence;
  BOOST_TEST((evidence.repairs == std::vector<std::string>{"accepted_by_reviewer"}));
  BOOST_TEST(evidence.alternatives.front().text == "91.39");
}

BOOST_AUTO_TEST_CASE(the_record_is_read_and_then_corrected) {
  Line line;
  std::vector<Block> blocks;
  for (const char* text : {"รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
                           "ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
                           "i1 การปฏิบัติงานหรือให้บริการของเจ้าหน้าที่ ได้คะแนน 85.00 คะแนน"}) {
    line.text = line.raw = text;
    blocks.emplace_back(line);
  }
  const Record record = read_record(blocks, {2567,
                                             {correction("issue 1 i1/score", "85.00", "58.00"),
                                              correction("issue 2 i9/score", "85.00", "58.00")}});
  BOOST_TEST(text_at(record, "/issues/0/items/0/score") == "58.00");
  BOOST_TEST((record.issues[0].items[0].result.score.evidence.trust == Trust::kVerified));
  BOOST_TEST((record.stale_corrections == std::vector<size_t>{1}));
}

BOOST_AUTO_TEST_SUITE_END()
