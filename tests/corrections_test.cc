// SPDX-License-Identifier: GPL-3.0-or-later
// corrections.csv as a table, and how far reviewers agree.
#include "cli/corrections.h"

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/agreement.h"
#include "cli/record_json.h"
#include "cli/review_json.h"
#include "model/record_values.h"

using namespace prongsai;
namespace bdata = boost::unit_test::data;

namespace {

const std::string kId = "sha256:" + std::string(64, 'a');
const std::string kHeader = "document_id,pointer,was,is,who,when,note,what\n";
const std::string kTime = "2026-11-21T20:15:00Z";

std::string row(const std::string& what, const std::string& is, const std::string& who = "ก",
                const std::string& when = kTime) {
  return kId + ",,1," + is + ',' + who + ',' + when + ",," + what + '\n';
}

Corrections counted(const std::string& csv) {
  const CorrectionTable table = read_correction_table(csv);
  BOOST_TEST(table.errors.empty());
  return Corrections(table.rows);
}

std::optional<double> kappa(const std::vector<std::pair<std::string, std::string>>& pairs) {
  return cohens_kappa(pairs);
}

// An issue in which one code stands three times, the first time without a score.
Record repeated() {
  IssueResult issue;
  issue.number.value = 3;
  for (const double score : {0.0, 91.0, 92.0}) {
    ItemResult item;
    item.code.value = ItemCode{'i', 12};
    if (score > 0) item.result.score.value = score;
    issue.items.push_back(item);
  }
  Record record;
  record.issues.push_back(issue);
  return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(correction_table)

// A correction is found by the name that the review has shown.
BOOST_AUTO_TEST_CASE(the_review_names_values_as_corrections_do) {
  const Record record = repeated();
  std::map<std::string, std::string> expected;
  for (const PlacedValue& value : placed_values(record))
    expected.emplace(value.pointer, value.name);
  std::map<std::string, std::string> shown;
  for (const review::Value& value : values_of_record(record_to_json(record, {})))
    shown.emplace(value.pointer, value.name);
  BOOST_TEST((shown == expected));
  BOOST_TEST(shown["/issues/0/items/2/score"] == "issue 3 i12 (2)/score");
  BOOST_TEST(shown["/issues/0/items/2/code"] == "issue 3 i12 (3)/code");
}

BOOST_AUTO_TEST_CASE(columns_line_ends_marks_and_quotes_may_be_as_they_like) {
  const std::string csv =
      "\xEF\xBB\xBF\"who\",IS,was,document_id,pointer,more,when\r\n"
      "\"ก, \"\"ข\"\"\",๙๒.๕,'-," +
      kId + ",/overall/score,x," + kTime + "\r\n";
  const CorrectionTable table = read_correction_table(csv);
  BOOST_TEST(table.errors.empty());
  BOOST_TEST_REQUIRE(table.rows.size() == 1U);
  const Correction expected = {"/overall/score", "", "-", "๙๒.๕", "ก, \"ข\"", kTime};
  BOOST_TEST((table.rows.front().correction == expected));
  BOOST_TEST(table.rows.front().document_id == kId);
  BOOST_TEST(table.rows.front().line == 2);
}

BOOST_AUTO_TEST_CASE(an_apostrophe_before_a_formula_comes_and_goes) {
  const std::string csv =
      kHeader + kId + ",/agency/name,'=1+1,'@x,'-ก," + kTime + ",\"'\tn\",agency/name\n";
  const CorrectionTable table = read_correction_table(csv);
  BOOST_TEST(table.errors.empty());
  const CorrectionRow& read = table.rows.at(0);
  BOOST_TEST(read.correction.was == "=1+1");
  BOOST_TEST(read.correction.is == "@x");
  BOOST_TEST(read.correction.who == "-ก");
  BOOST_TEST(correction_csv(table.rows) ==
             kHeader + kId + ",/agency/name,'=1+1,'@x,'-ก," + kTime + ",'\tn,agency/name\n");
}

BOOST_AUTO_TEST_CASE(the_same_rows_in_any_order_give_the_same_bytes) {
  std::vector<CorrectionRow> rows =
      read_correction_table(kHeader + row("overall/score", "2") + row("overall/level", "A") +
                            row("overall/score", "3", "ข") + row("overall/score", "2"))
          .rows;
  const std::string csv = correction_csv(rows);
  std::ranges::reverse(rows);
  BOOST_TEST(correction_csv(rows) == csv);
  BOOST_TEST(std::ranges::count(csv, '\n') == 4);  // the header, and each row once
  BOOST_TEST(correction_csv(read_correction_table(csv).rows) == csv);
}

struct Wrong {
  std::string row;
  int column;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong) { return out << wrong.message; }

const std::vector<Wrong>& wrong_rows() {
  static const std::vector<Wrong> rows = {
      {"sha256:12,/overall/score,1,2,ก," + kTime + ",,", 1, "\"sha256:12\" is no document's id"},
      {kId + ",/title,1,2,ก," + kTime + ",,", 2, "\"/title\" is no value's place"},
      {kId + ",,1,2,ก," + kTime + ",,", 2, "\"\" is no value's place"},
      {kId + ",/overall/score,1,2,ก," + kTime + ",,overall", 8, "\"overall\" is called no value"},
      {kId + ",/overall/level,1,2,ก," + kTime + ",,overall/score", 2,
       "\"/overall/level\" is no place of \"overall/score\""},
      {kId + ",/overall/score,1,100.5,ก," + kTime + ",,", 4,
       "\"100.5\" is not a score from 0 to 100 with at most two decimals"},
      {kId + ",/issues/0/items/0/code,i1,,ก," + kTime + ",,", 4,
       "empty, but it has to be an item's code such as i12"},
      {kId + ",/overall/score,1,2,ก,21/11/2569,,", 6,
       "\"21/11/2569\" is no time such as 2026-11-21T20:15:00Z"},
      {kId + ",/overall/score,1", 4, "the row ends before it"},
      {kId + ",/overall/score,1,2,\xA1\xA2," + kTime + ",,", 5, "what stands here is no UTF-8"},
      {kId + ",/overall/score,1,2,ก," + kTime + ",\"never closed\n" + kId + ",x", 0,
       "a quotation mark is not closed"},
  };
  return rows;
}

BOOST_DATA_TEST_CASE(what_cannot_be_used_is_named_with_its_place, bdata::make(wrong_rows()),
                     wrong) {
  const CorrectionTable table =
      read_correction_table(kHeader + row("overall/score", "2") + wrong.row);
  BOOST_TEST_REQUIRE(table.errors.size() == 1U);
  BOOST_TEST(table.errors.front().line == 3);
  BOOST_TEST(table.errors.front().column == wrong.column);
  BOOST_TEST(table.errors.front().message == wrong.message);
  // It stays in the table, and does not count.
  BOOST_TEST(table.rows.size() == 2U);
  BOOST_TEST(Corrections(table.rows).of(kId.substr(7)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_table_without_its_columns_is_none) {
  const CorrectionTable table = read_correction_table("document_id,pointer,was,who,when\n");
  BOOST_TEST(!table.has_header);
  BOOST_TEST(table.errors.at(0).message == "no column is headed \"is\"");
  BOOST_TEST(read_correction_table("").has_header);
}

BOOST_AUTO_TEST_CASE(of_each_reviewer_the_latest_row_counts) {
  const Corrections corrections = counted(
      kHeader + row("overall/score", "3", "ก", "2026-11-21T20:15:01Z") +
      row("overall/score", "4", "ก", "2026-11-21T20:15:01.5Z") +
      row("overall/score", "2", "ก", "2026-11-21T20:15:00Z") + row("overall/score", "5", "ข"));
  const auto of_document = corrections.of(kId.substr(7));
  BOOST_TEST_REQUIRE(of_document.size() == 2U);
  BOOST_TEST(of_document[0].is == "4");
  BOOST_TEST(of_document[1].is == "5");
  // What counts decides the version; what does not, a note too, is nothing new.
  const Corrections same = counted(kHeader + row("overall/score", "5", "ข") +
                                   row("overall/score", "4", "ก", "2026-11-21T20:15:01.5Z"));
  BOOST_TEST(same.version_of(kId.substr(7)) == corrections.version_of(kId.substr(7)));
  BOOST_TEST(corrections_in_version("abc 300 s" + same.version_of(kId.substr(7))) ==
             same.version_of(kId.substr(7)));
  const Corrections other = counted(kHeader + row("overall/score", "5", "ข"));
  BOOST_TEST(other.version_of(kId.substr(7)) != corrections.version_of(kId.substr(7)));
  BOOST_TEST(other.version_of(std::string(64, 'b')).empty());
}

// A row without the name is about the same value as one with it.
BOOST_AUTO_TEST_CASE(a_row_may_have_no_name) {
  const auto at = [](const std::string& is, const std::string& who, const std::string& what) {
    return kId + ",/overall/score,1," + is + ',' + who + ',' + kTime + ",," + what + '\n';
  };
  const Corrections corrections =
      counted(kHeader + at("2", "ก", "overall/score") + at("๒.๐", "ข", ""));
  const std::vector<Agreement> all = agreements(corrections.by_document());
  BOOST_TEST_REQUIRE(all.size() == 1U);
  BOOST_TEST(all.front().both == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(agreement)

// 50 applications, two readers: both yes 20, both no 15, first yes alone 5, second yes alone 10.
// Observed (20 + 15) / 50 = 0.7; by chance 25/50 * 30/50 + 25/50 * 20/50 = 0.5;
// kappa = (0.7 - 0.5) / (1 - 0.5) = 0.4.
BOOST_AUTO_TEST_CASE(kappa_of_a_known_table) {
  std::vector<std::pair<std::string, std::string>> pairs;
  pairs.insert(pairs.end(), 20, {"yes", "yes"});
  pairs.insert(pairs.end(), 5, {"yes", "no"});
  pairs.insert(pairs.end(), 10, {"no", "yes"});
  pairs.insert(pairs.end(), 15, {"no", "no"});
  BOOST_TEST(*kappa(pairs) == 0.4, boost::test_tools::tolerance(1e-12));
}

// Three values, agreed on two: observed 2/3. The first says 1, 2, 3 once each, the second 1, 2, 4:
// by chance 1/3 * 1/3 + 1/3 * 1/3 = 2/9. kappa = (6/9 - 2/9) / (1 - 2/9) = 4/7.
BOOST_AUTO_TEST_CASE(kappa_of_many_values) {
  BOOST_TEST(*kappa({{"1", "1"}, {"2", "2"}, {"3", "4"}}) == 4.0 / 7,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(*kappa({{"1", "1"}, {"2", "2"}}) == 1.0);
  // Never the same: observed 0; by chance 1/2 * 1/2 + 1/2 * 1/2 = 1/2. kappa = -1/2 / (1/2) = -1.
  BOOST_TEST(*kappa({{"1", "2"}, {"2", "1"}}) == -1.0);
}

BOOST_AUTO_TEST_CASE(there_is_no_kappa_where_chance_gives_all_or_nothing_is_given) {
  BOOST_TEST(!kappa({}).has_value());
  BOOST_TEST(!kappa({{"1", "1"}, {"1", "1"}}).has_value());
}

BOOST_AUTO_TEST_CASE(each_two_reviewers_are_compared) {
  const Corrections corrections =
      counted(kHeader + row("overall/score", "2", "ก") + row("overall/score", "๒.๐๐", "ข") +
              row("overall/level", "A", "ก") + row("overall/level", "B", "ข") +
              row("overall/level", "", "ค") + row("plan_year", "2568", "ค"));
  const std::vector<Agreement> all = agreements(corrections.by_document());
  BOOST_TEST_REQUIRE(all.size() == 3U);
  BOOST_TEST(all[0].first == "ก");
  BOOST_TEST(all[0].second == "ข");
  BOOST_TEST(all[0].both == 2U);
  // Observed 1/2; by chance "2.00" 1/2 * 1/2. kappa = (1/2 - 1/4) / (3/4) = 1/3.
  BOOST_TEST(*all[0].kappa == 1.0 / 3, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(all[2].second == "ค");
  BOOST_TEST(all[2].both == 1U);
  BOOST_TEST(*all[2].kappa == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
