// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that scores are read from, on records made here.
#include "model/column_checks.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace prongsai;

namespace {

// Rows of one table: codes at the left, scores at `x`.
Record table_of(const std::vector<double>& scores, const std::vector<double>& x) {
  Record record;
  IssueResult issue;
  for (size_t i = 0; i < scores.size(); ++i) {
    const double y = 100 + 20 * static_cast<double>(i);
    ItemResult item;
    item.code.value = ItemCode{'e', static_cast<int>(i) + 1};
    item.code.evidence.box = Box{50, y, 62, y + 12};
    item.result.score.value = scores[i];
    item.result.score.evidence.box = Box{x[i], y, x[i] + 28, y + 12};
    issue.items.push_back(item);
  }
  record.issues.push_back(issue);
  return record;
}

std::vector<std::string> failing(Record record) {
  check_columns(record);
  std::vector<std::string> out;
  for (const Check& check : record.checks) out.push_back(check.rule + " " + check.path);
  return out;
}

using Failing = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(column_checks)

BOOST_AUTO_TEST_CASE(a_score_beside_its_column_is_seen) {
  BOOST_TEST((failing(table_of({90, 2, 95, 85}, {400, 80, 402, 398})) ==
              Failing{"score_column /issues/0/items/1/score"}));
  BOOST_TEST((failing(table_of({90, 92, 95, 85}, {400, 410, 402, 398})) == Failing{}));
  // Scores in running text stand anywhere.
  BOOST_TEST((failing(table_of({90, 92, 95, 85}, {400, 310, 120, 240})) == Failing{}));
  // Too few to tell which is the column.
  BOOST_TEST((failing(table_of({90, 92, 95}, {400, 80, 402})) == Failing{}));
}

BOOST_AUTO_TEST_CASE(numbers_of_rows_are_no_scores) {
  const std::vector<double> column = {400, 400, 400, 400};
  BOOST_TEST(failing(table_of({1, 2, 3, 85}, column)).size() == 3U);
  BOOST_TEST(failing(table_of({85, 97, 98, 96}, column)).empty());
  BOOST_TEST(failing(table_of({97.5, 98.5, 99.5, 85}, column)).empty());
  Record record = table_of({4, 5, 6, 7}, column);
  check_columns(record);
  BOOST_TEST((record.issues[0].items[0].result.score.evidence.trust == Trust::kConflicting));
}

BOOST_AUTO_TEST_SUITE_END()
