// SPDX-License-Identifier: GPL-3.0-or-later
// What printed scores prove about each other, on records made here.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "model/checks.h"
#include "model/font_variants.h"
#include "model/respondents.h"
#include "model/score_relations.h"
#include "model/score_trust.h"

using namespace prongsai;

namespace {

double rounded(double value) { return std::round(value * 100) / 100; }

ItemResult item(const std::string& code, double score, double confidence = 1) {
  ItemResult result;
  result.code.value = ItemCode{code[0], std::stoi(code.substr(1))};
  result.result.score.value = score;
  result.result.score.evidence.confidence = confidence;
  result.result.score.evidence.box = Box{};
  return result;
}

void average(IssueResult& issue) {
  double sum = 0;
  for (const ItemResult& i : issue.items) sum += *i.result.score.value;
  issue.average.score.value = rounded(sum / static_cast<double>(issue.items.size()));
  issue.average.score.evidence.box = Box{};
}

// The IIT of 46 respondents in two issues with their averages, and the indicators 1 and 2.
Record survey(double confidence = 1) {
  Record record;
  const std::vector<std::vector<std::pair<std::string, double>>> issues = {
      {{"i1", 98.70}, {"i2", 97.39}, {"i3", 97.83}},
      {{"i4", 96.96}, {"i5", 89.57}, {"i6", 93.04}, {"o14", 100}}};
  for (size_t i = 0; i < issues.size(); ++i) {
    IssueResult issue;
    issue.number.value = i == 0 ? 1 : 5;
    for (const auto& [code, score] : issues[i])
      issue.items.push_back(item(code, score, confidence));
    average(issue);
    record.issues.push_back(issue);
  }
  for (int number = 1; number <= 2; ++number) {
    IndicatorResult indicator;
    indicator.number.value = number;
    double sum = 0;
    for (size_t j = 0; j < 3; ++j)
      sum += *record.issues[static_cast<size_t>(number) - 1].items[j].result.score.value;
    indicator.result.score.value = rounded(sum / 3);
    record.indicators.push_back(indicator);
  }
  return record;
}

const Framework& framework() { return *codebook().framework(2567); }

Sourced<double>& score_of(Record& record, const std::string& code) {
  for (IssueResult& issue : record.issues) {
    for (ItemResult& i : issue.items) {
      if (i.code.value->text() == code) return i.result.score;
    }
  }
  throw std::out_of_range(code);
}

Trust trust_of(Record& record, const std::string& code) {
  return score_of(record, code).evidence.trust;
}

int failing(const Record& record, const std::string& rule) {
  return static_cast<int>(std::ranges::count_if(
      record.checks, [&](const Check& c) { return c.rule == rule && !c.agrees; }));
}

Restatement restated(const std::string& code, int issue, double score) {
  Restatement again;
  again.code = ItemCode{code[0], std::stoi(code.substr(1))};
  again.issue = issue;
  again.score = score;
  return again;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(score_checks)

BOOST_AUTO_TEST_CASE(every_rule_closes_on_its_example) {
  for (const ScoreRule& rule : score_rules()) {
    BOOST_TEST_CONTEXT(rule.name) {
      BOOST_TEST(std::string(rule.source) != "");
      BOOST_REQUIRE(rule.scores.size() == rule.weights.size());
      double bound = 0.005 + 1e-9;
      double sum = 0;
      for (size_t i = 0; i < rule.scores.size(); ++i) {
        sum += rule.weights[i] * rule.scores[i];
        bound += 0.005 * rule.weights[i];
      }
      BOOST_TEST(std::abs(sum - rule.result) <= bound);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_number_of_respondents_is_found) {
  const std::vector<double> iit = {81.25, 86.25, 96.88, 93.75, 91.25, 95.63, 96.88, 97.50,
                                   100,   56.25, 98.75, 66.88, 93.75, 86.25, 84.38};
  const auto found = infer_respondents(iit, 0.005, AnswerScale::kSixSteps);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->count() == 32);
  BOOST_TEST(found->chance < 1e-6);

  const std::vector<double> four = {87.28, 88.15, 79.46, 74.28, 88.97,
                                    86.41, 88.92, 82.95, 88.13, 83.85};
  BOOST_TEST(infer_respondents(four, 0.005, AnswerScale::kFourSteps)->count() == 39);
}

BOOST_AUTO_TEST_CASE(a_score_that_does_not_fit_is_an_outlier) {
  const std::vector<double> eit = {94.15, 94.63, 97.56, 96.10, 95.60, 94.15, 95.61, 95.12, 95.12};
  const auto found = infer_respondents(eit, 0.005, AnswerScale::kSixSteps);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->count() == 41);
  BOOST_TEST(!may_be_mean(95.60, 0.005, *found));
  BOOST_TEST(nearest_mean(95.60, AnswerScale::kSixSteps, 41) == 95.61);
}

// One more score tells the multiples apart: 81.43 is a mean of 98 answers and of no 49.
BOOST_AUTO_TEST_CASE(a_multiple_that_explains_all_scores_is_not_ruled_out) {
  const std::vector<double> eit = {81.43, 28.37, 91.22, 88.57, 90.20, 86.94, 85.31, 89.80, 92.65};
  const auto found = infer_respondents(eit, 0.005, AnswerScale::kSixSteps);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(may_be_mean(81.43, 0.005, *found));
  for (const double score : eit) BOOST_TEST(exact_mean(score, 0.005, *found).has_value());
  // The scores are likelier with a score that 98 explains than with one that it does not.
  BOOST_TEST(log_gain(*found, 81.43, 81.45) < -3);
  BOOST_TEST(log_gain(*found, 81.43, 81.63) > 0);
}

// 98.125 may be printed as either.
BOOST_AUTO_TEST_CASE(a_half_may_be_rounded_up_or_down) {
  BOOST_TEST(may_be_mean(98.12, 0.005, AnswerScale::kSixSteps, 64));
  BOOST_TEST(may_be_mean(98.13, 0.005, AnswerScale::kSixSteps, 64));
}

BOOST_AUTO_TEST_CASE(scores_of_no_survey_have_no_respondents) {
  const std::vector<double> any = {81.23, 86.37, 96.91, 93.74, 91.19, 95.53, 96.02, 97.57};
  BOOST_TEST(!infer_respondents(any, 0.005, AnswerScale::kSixSteps).has_value());
  BOOST_TEST(!infer_respondents({100, 100, 0, 50}, 0.005, AnswerScale::kSixSteps).has_value());
}

BOOST_AUTO_TEST_CASE(variants_differ_in_one_digit) {
  const std::vector<double> variants = digit_variants(90.91);
  BOOST_TEST(variants.size() == 36U);
  for (const double wanted : {10.91, 99.91, 90.01, 90.99})
    BOOST_TEST((std::ranges::find_if(variants, [&](double v) {
                  return std::abs(v - wanted) < 1e-9;
                }) != variants.end()));
  BOOST_TEST(digit_variants(100).size() == 45U);
  BOOST_TEST(digit_variants(0).size() == 37U);
}

BOOST_AUTO_TEST_CASE(what_closes_is_verified) {
  Record record = survey();
  run_checks(framework(), record);
  for (const Check& check : record.checks) BOOST_TEST(check.agrees, check.message);
  for (const char* code : {"i1", "i2", "i3", "i4", "i5", "i6"})
    BOOST_TEST((trust_of(record, code) == Trust::kVerified));
  BOOST_TEST((record.indicators[0].result.score.evidence.trust == Trust::kVerified));
}

// Every wrong digit in every score of the survey is seen and laid to the score that has it.
BOOST_AUTO_TEST_CASE(a_wrong_digit_is_found_where_average_and_indicator_cross) {
  int all = 0;
  int blamed = 0;
  for (const char* code : {"i1", "i2", "i3", "i4", "i5", "i6"}) {
    Record pristine = survey();
    for (const double variant : digit_variants(*score_of(pristine, code).value)) {
      Record record = survey();
      score_of(record, code).value = variant;
      run_checks(framework(), record);
      ++all;
      BOOST_TEST(std::ranges::any_of(record.checks, [](const Check& c) { return !c.agrees; }));
      int conflicting = 0;
      for (const ScoreCell& cell : score_cells(record))
        conflicting += cell.evidence->trust == Trust::kConflicting;
      blamed += conflicting == 1 && trust_of(record, code) == Trust::kConflicting;
      BOOST_TEST((trust_of(record, code) != Trust::kVerified));
    }
  }
  BOOST_TEST(blamed >= all * 95 / 100);
}

BOOST_AUTO_TEST_CASE(an_average_that_the_agency_got_wrong_is_to_blame_and_stays) {
  Record record = survey();
  record.issues[1].average.score.value = 94.98;
  run_checks(framework(), record);
  BOOST_TEST((record.issues[1].average.score.evidence.trust == Trust::kConflicting));
  BOOST_TEST(*record.issues[1].average.score.value == 94.98);
  BOOST_TEST((trust_of(record, "i4") == Trust::kVerified));
  BOOST_TEST(failing(record, "issue_average") == 1);
}

BOOST_AUTO_TEST_CASE(a_score_said_otherwise_in_prose_keeps_its_proof) {
  Record record = survey();
  record.restatements.push_back(restated("i2", 1, 97.93));
  run_checks(framework(), record);
  BOOST_TEST(failing(record, "restated_score") == 1);
  BOOST_TEST((trust_of(record, "i2") == Trust::kVerified));
  BOOST_TEST((record.restatements[0].evidence.trust == Trust::kConflicting));
}

BOOST_AUTO_TEST_CASE(a_digit_that_ocr_misread_is_set_right_by_the_arithmetic) {
  Record record = survey(0.9);
  Sourced<double>& score = score_of(record, "i5");
  score.value = 89.51;
  run_checks(framework(), record);
  BOOST_TEST(*score.value == 89.57);
  BOOST_TEST(score.evidence.repairs == std::vector<std::string>{"digit_by_arithmetic"});
  BOOST_REQUIRE(score.evidence.alternatives.size() == 1U);
  BOOST_TEST(score.evidence.alternatives[0].text == "89.51");
  // Checked again it stays.
  record.checks.clear();
  run_checks(framework(), record);
  BOOST_TEST(*score.value == 89.57);
  BOOST_TEST(score.evidence.repairs.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_text_layer_says_is_never_changed) {
  Record record = survey();
  score_of(record, "i5").value = 89.51;
  run_checks(framework(), record);
  BOOST_TEST(*score_of(record, "i5").value == 89.51);
  BOOST_TEST((trust_of(record, "i5") == Trust::kConflicting));
}

// Half of "100" is lost at the end of a page; nothing printed says that it was 100 and not 0.
BOOST_AUTO_TEST_CASE(an_impossible_score_that_contradicts_no_other_is_not_guessed) {
  Record record;
  IssueResult issue;
  issue.number.value = 3;
  for (const char* code : {"o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "o9"}) {
    issue.items.push_back(item(code, 100, 0.92));
  }
  issue.items[2].result.score.value = 1;
  record.issues.push_back(issue);
  run_checks(framework(), record);
  BOOST_TEST(*score_of(record, "o3").value == 1);
  BOOST_TEST((trust_of(record, "o3") == Trust::kConflicting));
}

// A row that belongs to another issue: whether the average closes with it says nothing.
BOOST_AUTO_TEST_CASE(an_average_over_a_row_that_belongs_elsewhere_proves_nothing) {
  Record record = survey();
  record.indicators.clear();
  record.issues[1].items.push_back(item("i1", 98.70));
  average(record.issues[1]);
  run_checks(framework(), record);
  BOOST_TEST(failing(record, "item_in_issue") == 1);
  BOOST_TEST((record.issues[1].items.back().result.score.evidence.trust == Trust::kConflicting));
  for (const char* code : {"i4", "i5", "i6"})
    BOOST_TEST((trust_of(record, code) == Trust::kPlausible));
}

BOOST_AUTO_TEST_CASE(checks_do_not_depend_on_the_order_of_rows) {
  const auto trusts = [](Record record) {
    std::map<std::string, Trust> out;
    run_checks(framework(), record);
    for (const ScoreCell& cell : score_cells(record)) {
      if (cell.is_item()) out[cell.code.text()] = cell.evidence->trust;
    }
    return out;
  };
  Record record = survey();
  score_of(record, "i6").value = 98.04;
  Record other = record;
  std::ranges::reverse(other.issues);
  for (IssueResult& issue : other.issues) std::ranges::reverse(issue.items);
  BOOST_TEST((trusts(record) == trusts(other)));
}

BOOST_AUTO_TEST_CASE(saying_the_same_again_never_lowers_trust) {
  for (const char* code : {"i1", "i4", "o14"}) {
    for (const double wrong : {0.0, 0.07}) {
      Record record = survey();
      score_of(record, "i5").value = 89.57 + wrong;
      Record more = record;
      more.restatements.push_back(restated(code, 0, *score_of(more, code).value));
      run_checks(framework(), record);
      run_checks(framework(), more);
      // The names of trust are in the order of their weight.
      BOOST_TEST(static_cast<int>(trust_of(more, code)) <=
                 static_cast<int>(trust_of(record, code)));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_font_loses_digits_or_takes_one_for_another) {
  const auto has = [](const std::vector<double>& variants, double wanted) {
    return std::ranges::any_of(variants, [&](double v) { return std::abs(v - wanted) < 1e-9; });
  };
  for (const double lost : {1.0, 10.0, 0.0}) BOOST_TEST(has(font_variants(lost, 2), 100));
  BOOST_TEST(has(font_variants(7.3, 1), 77.33));
  BOOST_TEST(has(font_variants(77.33, 2), 77.88));
  BOOST_TEST(has(font_variants(77.33, 2), 17.33));
  BOOST_TEST(!has(font_variants(77.33, 2), 77.33));
  // Nothing longer is a score, and nothing printed otherwise begins like it.
  BOOST_TEST(font_variants(100, 2).empty());
}

// A font that lost its zeros lost them in both places.
BOOST_AUTO_TEST_CASE(what_is_said_twice_alike_is_not_proved_by_it) {
  Record record;
  for (const int number : {5, 6}) {
    IssueResult issue;
    issue.number.value = number;
    issue.items = {item("o15", 1), item("o16", 1)};
    record.issues.push_back(issue);
  }
  record.restatements.push_back(restated("o15", 5, 1));
  run_checks(framework(), record);
  BOOST_TEST(failing(record, "item_in_two_issues") == 0);
  BOOST_TEST((trust_of(record, "o15") == Trust::kPlausible));
}

// What proves a score proves it wherever it stands.
BOOST_AUTO_TEST_CASE(a_mean_proves_a_score_in_its_other_issue_too) {
  for (const bool averaged : {true, false}) {
    Record record = survey();
    record.issues[1].items.push_back(item("o15", 100));
    average(record.issues[1]);
    if (!averaged) record.issues[1].average = {};
    IssueResult other;
    other.number.value = 6;
    other.items = {item("o15", 100)};
    record.issues.push_back(other);
    run_checks(framework(), record);
    for (const size_t issue : {1U, 2U}) {
      const Trust trust = record.issues[issue].items.back().result.score.evidence.trust;
      BOOST_TEST((trust == (averaged ? Trust::kVerified : Trust::kPlausible)));
    }
  }
}

// Whatever became of one number, the mean of numbers like it is that.
BOOST_AUTO_TEST_CASE(a_mean_that_holds_of_damaged_scores_too_proves_none) {
  const auto verified = [](const std::vector<double>& scores) {
    Record record;
    IssueResult issue;
    issue.number.value = 3;
    for (size_t i = 0; i < scores.size(); ++i)
      issue.items.push_back(item("o" + std::to_string(i + 1), scores[i]));
    average(issue);
    record.issues.push_back(issue);
    run_checks(framework(), record);
    return trust_of(record, "o1") == Trust::kVerified;
  };
  BOOST_TEST(verified({100, 100, 100, 100, 100, 100}));
  BOOST_TEST(verified({0, 100, 100, 100, 100, 100}));
  BOOST_TEST(!verified({0, 0, 0, 0, 0, 0}));
  BOOST_TEST(!verified({10, 10, 10, 10, 10, 10}));
  BOOST_TEST(!verified({1}));
  BOOST_TEST(!verified({6, 9}));
}

BOOST_AUTO_TEST_SUITE_END()
