// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/conflicts.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "dataset/csv_text.h"
#include "dataset/test_rows.h"

using namespace prongsai;
using namespace prongsai::tests;

namespace {

// "conflict,kind,issue,indicator,code,document,score" of each row.
std::vector<std::string> conflicts(TestDataset& dataset) {
  std::vector<std::string> lines;
  for (const TableRow& row : dataset.add_conflicts()) {
    BOOST_TEST_REQUIRE(row.size() == table_named("conflicts")->fields.size());
    TableRow shown;
    TableDefinition of = *table_named("conflicts");
    of.fields.clear();
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string name = table_named("conflicts")->fields[i].name;
      for (const char* wanted :
           {"conflict", "kind", "issue", "indicator", "code", "document_id", "score"}) {
        if (name != wanted) continue;
        shown.push_back(row[i]);
        of.fields.push_back(table_named("conflicts")->fields[i]);
      }
    }
    std::string line = csv_row(of, shown, false);
    line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(conflicts_of_documents)

BOOST_AUTO_TEST_CASE(the_query_gives_the_columns_of_the_table) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, 90);
  dataset.add_document("b", "x", 2567, 91);
  size_t rows = 0;
  dataset.file().query(conflicts_query(), [&](const QueryRow& row) {
    ++rows;
    BOOST_TEST_REQUIRE(row.columns.size() == table_named("conflicts")->fields.size());
    for (size_t i = 0; i < row.columns.size(); ++i)
      BOOST_TEST(row.columns[i] == table_named("conflicts")->fields[i].name);
  });
  BOOST_TEST(rows == 2U);
}

BOOST_AUTO_TEST_CASE(each_thing_on_which_documents_differ_is_a_conflict) {
  TestDataset dataset;
  for (const char* id : {"b", "a"}) {
    const bool first = *id == 'a';
    dataset.add_document(id, "x", 2567, 90);  // on which they agree
    dataset.add_score(id, "item", first ? 80 : 81, {{"code", "i10"}, {"issue", std::int64_t{2}}});
    dataset.add_score(id, "item", first ? 82 : 83, {{"code", "i2"}, {"issue", std::int64_t{1}}});
    dataset.add_score(id, "item", first ? 0 : 100, {{"code", "o1"}, {"issue", std::int64_t{1}}});
    dataset.add_score(id, "indicator", first ? 70 : 71, {{"indicator", std::int64_t{3}}});
    dataset.add_score(id, "issue_average", first ? 60 : 61, {{"issue", std::int64_t{4}}});
  }
  const Lines expected = {"1,indicator,,3,,a,70.00",     "1,indicator,,3,,b,71.00",
                          "2,issue_average,4,,,a,60.00", "2,issue_average,4,,,b,61.00",
                          "3,item,1,,i2,a,82.00",        "3,item,1,,i2,b,83.00",
                          "4,item,2,,i10,a,80.00",       "4,item,2,,i10,b,81.00",
                          "5,item,1,,o1,a,0.00",         "5,item,1,,o1,b,100.00"};
  BOOST_TEST(conflicts(dataset) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_item_has_one_score_under_whatever_issue_it_stands) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, -1);
  dataset.add_document("b", "x", 2567, -1);
  dataset.add_score("a", "item", 80, {{"code", "i1"}, {"issue", std::int64_t{1}}});
  dataset.add_score("b", "item", 81, {{"code", "i1"}, {"issue", std::int64_t{2}}});
  const Lines expected = {"1,item,1,,i1,a,80.00", "1,item,2,,i1,b,81.00"};
  BOOST_TEST(conflicts(dataset) == expected, boost::test_tools::per_element());
}

// A document in which an item stands twice differs from one in which it has one of the two scores,
// but not from one with the same two.
BOOST_AUTO_TEST_CASE(a_row_for_each_contradicting_value_of_a_document) {
  TestDataset dataset;
  for (const char* id : {"a", "b", "c"}) dataset.add_document(id, "x", 2567, -1);
  for (const char* code : {"i1", "i2"}) {
    for (const char* id : {"a", "b"}) {
      dataset.add_score(id, "item", 80, {{"code", code}, {"page", std::int64_t{2}}});
      dataset.add_score(id, "item", 81, {{"code", code}});
      dataset.add_score(id, "item", 81, {{"code", code}, {"page", std::int64_t{9}}});
    }
  }
  dataset.add_score("c", "item", 81, {{"code", "i2"}});
  const Lines expected = {"1,item,,,i2,a,80.00", "1,item,,,i2,a,81.00", "1,item,,,i2,b,80.00",
                          "1,item,,,i2,b,81.00", "1,item,,,i2,c,81.00"};
  BOOST_TEST(conflicts(dataset) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_of_other_agencies_or_years_or_unknown_is_no_conflict) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, 90);
  dataset.add_document("b", "x", 2568, 91);
  dataset.add_document("c", "y", 2567, 92);
  dataset.add_document("d", "", 2567, 93);
  dataset.add_document("e", "", 2567, 94);
  dataset.add_document("f", "x", 0, 95);
  dataset.add_document("g", "x", 0, 96);
  dataset.add_document("h", "z", 2567, 90.001);  // to two places the same
  dataset.add_document("i", "z", 2567, 90.004);
  dataset.add_score("h", "item", 1);  // of no code
  dataset.add_score("i", "item", 2);
  BOOST_TEST(conflicts(dataset).empty());
}

BOOST_AUTO_TEST_CASE(a_failing_query_is_an_error) {
  TestDataset dataset;
  BOOST_CHECK_THROW(dataset.file().query("SELECT nothing", [](const QueryRow&) {}), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
