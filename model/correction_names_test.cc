// SPDX-License-Identifier: GPL-3.0-or-later
// By what a correction finds its value: names, pointers, and what guards them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <utility>

#include "model/correction.h"
#include "model/correction_test_record.h"

namespace bdata = boost::unit_test::data;
using namespace prongsai;
using namespace prongsai::tests;

BOOST_AUTO_TEST_SUITE(correction_names)

BOOST_AUTO_TEST_CASE(names_go_before_pointers_and_pointers_are_guarded) {
  const auto overall = [](const std::string& what, const std::string& was, const std::string& is) {
    Record record = record_of_all();
    Correction one = correction(what, was, is);
    one.pointer = "/overall/score";
    const bool found = apply_corrections({one}, record).empty();
    return std::pair(found, text_at(record, "/overall/score"));
  };
  // Another reading stands there by now: it is called the same, so it is the same value.
  BOOST_TEST((overall("overall/score", "70.00", "92.5") == std::pair(true, std::string("92.50"))));
  BOOST_TEST((overall("", "82.5", "92.5") == std::pair(true, std::string("92.50"))));
  BOOST_TEST((overall("", "70", "๘๒.๕๐") == std::pair(true, std::string("82.50"))));
  BOOST_TEST((overall("", "70", "92.5") == std::pair(false, std::string("82.50"))));
  BOOST_TEST(
      (overall("indicator 9/score", "70", "92.5") == std::pair(false, std::string("82.50"))));
  BOOST_TEST(
      (overall("indicator 9/score", "82.50", "92.5") == std::pair(true, std::string("92.50"))));
}

BOOST_AUTO_TEST_CASE(nothing_is_put_where_nothing_was_read) {
  Record record;
  Correction one = correction("overall/score", "", "92.50");
  one.pointer = "/overall/score";
  BOOST_TEST((apply_corrections({one}, record) == std::vector<size_t>{0}));
  BOOST_TEST(!record.overall.score.value);
  BOOST_TEST(!is_decided(record.overall.score.evidence));
}

// The name of a score was written down before its code was corrected, or after it.
BOOST_AUTO_TEST_CASE(values_are_found_by_the_names_before_and_after) {
  Record record = record_of_all();
  Correction before = correction("issue 3 i12/score", "91.00", "81.00");
  before.pointer = "/issues/0/items/0/score";
  Correction after = correction("issue 3 i12/score", "92.00", "72.00");
  after.pointer = "/issues/0/items/1/score";
  const Correction code = correction("issue 3 i12/code", "i12", "i11");
  BOOST_TEST(apply_corrections({code, before, after}, record).empty());
  BOOST_TEST(text_at(record, "/issues/0/items/0/code") == "i11");
  BOOST_TEST(text_at(record, "/issues/0/items/0/score") == "81.00");
  BOOST_TEST(text_at(record, "/issues/0/items/1/score") == "72.00");
  // Corrected once more, by somebody who saw it corrected.
  record = record_of_all();
  const Correction again = correction("issue 3 i11/code", "i11", "i10", "ก", "2027");
  BOOST_TEST(apply_corrections({code, again}, record).empty());
  BOOST_TEST(text_at(record, "/issues/0/items/0/code") == "i10");
}

// Two items of issue 3 have one name: 91.00 and 92.00.
struct OneOfSeveral {
  const char* what;
  const char* was;
  const char* is;
  const char* first;  // what the two are then
  const char* second;
};
std::ostream& operator<<(std::ostream& out, const OneOfSeveral& row) {
  return out << row.what << " was " << row.was << " is " << row.is;
}

constexpr OneOfSeveral kSeveral[] = {
    {"issue 3 i12/score", "91.00", "81.00", "81.00", "92.00"},
    {"issue 3 i12/score", "๙๑", "81.00", "81.00", "92.00"},
    {"issue 3 i12 (2)/score", "92", "72.00", "91.00", "72.00"},
    {"issue 3 i12 (2)/code", "i12", "i13", "91.00", "92.00"},
    // Read by now as it was decided.
    {"issue 3 i12/score", "97.00", "91.00", "91.00", "92.00"},
    // The two have changed places, or one is gone, and who knows which.
    {"issue 3 i12/score", "92.00", "72.00", nullptr, nullptr},
    {"issue 3 i12 (2)/score", "91.00", "81.00", nullptr, nullptr},
    {"issue 3 i12/score", "50.00", "60.00", nullptr, nullptr},
    {"issue 3 i12/score", "50.00", "", nullptr, nullptr},
    {"issue 3 i12/score", "", "92.00", nullptr, nullptr},
    {"issue 3 i12/code", "i11", "i13", nullptr, nullptr},
};

BOOST_DATA_TEST_CASE(what_stands_there_tells_which_of_several_of_a_name_is_meant,
                     bdata::make(kSeveral), row) {
  const bool is_stale = row.first == nullptr;
  for (const char* pointer : {"", "/issues/0/items/0/score", "/issues/0/items/1/score"}) {
    Record record = record_of_all();
    Correction one = correction(row.what, row.was, row.is);
    one.pointer = pointer;
    BOOST_TEST(apply_corrections({one}, record).empty() == !is_stale);
    BOOST_TEST(text_at(record, "/issues/0/items/0/score") == (is_stale ? "91.00" : row.first));
    BOOST_TEST(text_at(record, "/issues/0/items/1/score") == (is_stale ? "92.00" : row.second));
  }
}

BOOST_AUTO_TEST_CASE(whole_parts_of_one_name_are_guarded_too) {
  Record record = record_of_all();
  record.issues.push_back(record.issues[0]);
  record.issues[1].average.score.value = 70;
  const auto is_found = [&](const char* what, const char* was) {
    Record corrected = record;
    return apply_corrections({correction(what, was, "80.00")}, corrected).empty();
  };
  BOOST_TEST(is_found("issue 3 average/score", "91.50"));
  BOOST_TEST(is_found("issue 3 average (2)/score", "70.00"));
  BOOST_TEST(!is_found("issue 3 average/score", "70.00"));
  BOOST_TEST(!is_found("issue 3 average (2)/score", "91.50"));
  BOOST_TEST(is_found("overall/score", "70.00"));  // the only one of its name
}

// A reviewer has seen what an earlier decision, or arithmetic, made of the reading.
BOOST_AUTO_TEST_CASE(what_was_shown_guards_as_well_as_what_is_read) {
  const Correction first = correction("issue 3 i12/score", "91.00", "81.00", "ก", "2026");
  const Correction second = correction("issue 3 i12/score", "81.00", "71.00", "ข", "2027");
  const Correction third = correction("issue 3 i12/score", "71.00", "81.00", "ข", "2028");
  Record record = record_of_all();
  // In any order of the rows.
  BOOST_TEST(apply_corrections({third, second, first}, record).empty());
  BOOST_TEST(text_at(record, "/issues/0/items/0/score") == "81.00");
  record = record_of_all();
  BOOST_TEST((apply_corrections({second}, record) == std::vector<size_t>{0}));
  Record shown = record_of_all();
  shown.issues[0].items[0].result.score.value = 81;
  record = record_of_all();
  BOOST_TEST(apply_corrections({second}, shown, record).empty());
  BOOST_TEST(text_at(record, "/issues/0/items/0/score") == "71.00");
}

BOOST_AUTO_TEST_SUITE_END()
