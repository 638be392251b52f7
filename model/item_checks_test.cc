// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook says of the items of a record, on records made here.
#include "model/item_checks.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>

using namespace prongsai;

namespace {

const Framework& framework() { return *codebook().framework(2567); }

// All items of the year, each in its issues, scored and one below the other.
Record whole_record() {
  Record record;
  for (int number = 1; number <= 7; ++number) {
    IssueResult issue;
    issue.number.value = number;
    for (const Item& item : framework().items) {
      if (std::ranges::find(item.issues, number) == item.issues.end()) continue;
      ItemResult result;
      result.code.value = item.code;
      const auto line = static_cast<double>(issue.items.size());
      result.code.evidence.box = Box{50, 100 + 20 * line, 70, 112 + 20 * line};
      result.result.score.value = 100;
      issue.items.push_back(result);
    }
    record.issues.push_back(issue);
  }
  return record;
}

// The rules that fail once the record is changed.
std::vector<std::string> failing_after(const std::function<void(Record&)>& change) {
  Record record = whole_record();
  change(record);
  check_items(framework(), record);
  std::vector<std::string> rules;
  for (const Check& check : record.checks) {
    if (!check.agrees) rules.push_back(check.rule);
  }
  return rules;
}

using Rules = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(item_checks)

BOOST_AUTO_TEST_CASE(a_whole_record_passes) {
  BOOST_TEST((failing_after([](Record&) {}) == Rules{}));
}

BOOST_AUTO_TEST_CASE(a_row_that_is_missing_is_named) {
  Record record = whole_record();
  record.issues[1].items.erase(record.issues[1].items.begin());
  check_items(framework(), record);
  const auto it = std::ranges::find_if(record.checks, [](const Check& c) { return !c.agrees; });
  BOOST_REQUIRE((it != record.checks.end()));
  BOOST_TEST(it->rule == "item_complete");
  BOOST_TEST(it->path == "/issues/1");
  BOOST_TEST(it->message.starts_with("not printed: e"));
}

BOOST_AUTO_TEST_CASE(what_is_printed_of_few_items_need_not_be_complete) {
  const auto rules = failing_after([](Record& record) {
    record.issues.resize(1);
    record.issues[0].items.resize(3);
  });
  BOOST_TEST((rules == Rules{}));
}

BOOST_AUTO_TEST_CASE(codes_have_their_year_their_issue_and_their_order) {
  const auto with_code = [](ItemCode code) {
    return failing_after([&](Record& record) { record.issues[0].items[1].code.value = code; });
  };
  const auto contains = [](const Rules& rules, const char* rule) {
    return std::ranges::find(rules, rule) != rules.end();
  };
  BOOST_TEST(contains(with_code({'o', 77}), "item_in_framework"));
  BOOST_TEST(contains(with_code({'e', 4}), "item_in_issue"));
  const ItemCode first = *whole_record().issues[0].items[0].code.value;
  BOOST_TEST(contains(with_code(first), "item_twice"));
  const auto moved = failing_after([](Record& record) {
    auto& items = record.issues[6].items;
    std::swap(items.front().code, items[2].code);
    std::swap(items.front().code.evidence, items[2].code.evidence);
  });
  BOOST_TEST((moved == Rules{"item_order"}));
}

BOOST_AUTO_TEST_CASE(a_score_that_is_missing_or_out_of_range_is_seen) {
  const auto missing =
      failing_after([](Record& record) { record.issues[2].items[0].result.score.value.reset(); });
  BOOST_TEST((missing == Rules{"item_scored"}));
  const auto high =
      failing_after([](Record& record) { record.issues[2].items[0].result.score.value = 191.5; });
  BOOST_TEST((high == Rules{"score_in_range"}));
  // A list of items is no table of scores.
  const auto none = failing_after([](Record& record) {
    for (IssueResult& issue : record.issues) {
      for (ItemResult& item : issue.items) item.result.score.value.reset();
    }
  });
  BOOST_TEST((none == Rules{}));
}

BOOST_AUTO_TEST_SUITE_END()
