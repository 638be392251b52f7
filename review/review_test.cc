// SPDX-License-Identifier: GPL-3.0-or-later
// Names of values, the tables of chances and weights, and the order of the queue.
#define BOOST_TEST_MODULE review
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "model/respondents.h"
#include "review/chance.h"
#include "review/group_titles.h"
#include "review/queue.h"
#include "review/value_name.h"
#include "review/weight.h"

using namespace prongsai;
using namespace prongsai::review;
using json = nlohmann::ordered_json;

namespace {

json evidence(const char* text, const char* trust) {
  return {{"page", 1},          {"box", {10, 20, 30, 40}},  {"text", text},  {"method", "ocr"},
          {"confidence", 0.93}, {"repairs", json::array()}, {"trust", trust}};
}

// Two items of one code in one issue whose average fails, and an overall score.
json record() {
  json items = json::array();
  for (const double score : {92.5, 80.0})
    items.push_back({{"code", "i12"}, {"score", score}, {"level", nullptr}});
  return {{"assessed_year", 2567},
          {"indicators", json::array()},
          {"overall", {{"score", 91}, {"level", nullptr}}},
          {"issues",
           {{{"number", 3}, {"items", items}, {"average", {{"score", 97.5}, {"level", nullptr}}}}}},
          {"checks",
           {{{"rule", "issue_average"},
             {"path", "/issues/0/average/score"},
             {"verdict", "disagrees"},
             {"message", "average of issue 3"}}}},
          {"evidence",
           {{"/assessed_year", evidence("2567", "plausible")},
            {"/overall/score", evidence("91", "verified")},
            {"/issues/0/items/0/score", evidence("92.5", "plausible")},
            {"/issues/0/items/1/score", evidence("80.00", "doubtful")},
            {"/issues/0/average/score", evidence("97.50", "conflicting")},
            {"/no/value", evidence("x", "conflicting")}}}};
}

std::vector<Value> values() {
  return values_of(record(), [](const std::string&) { return 0; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_stay_where_indexes_move) {
  const ValueNames names(record());
  BOOST_TEST(names.name_of("/issues/0/items/0/score") == "issue 3 i12/score");
  BOOST_TEST(names.name_of("/issues/0/items/1/score") == "issue 3 i12 (2)/score");
  BOOST_TEST(names.name_of("/issues/0/average/score") == "issue 3 average/score");
  BOOST_TEST(names.name_of("/overall/score") == "overall/score");
  BOOST_TEST(names.name_of("/assessed_year") == "assessed_year");
  BOOST_TEST(names.name_of("/issues/7/number") == "");
  BOOST_TEST(names.name_of("/no/value") == "");
}

BOOST_AUTO_TEST_CASE(only_what_was_read_is_counted) {
  json first_unread = record();
  first_unread["evidence"].erase("/issues/0/items/0/score");
  const ValueNames names(first_unread);
  BOOST_TEST(names.name_of("/issues/0/items/0/score") == "");
  BOOST_TEST(names.name_of("/issues/0/items/1/score") == "issue 3 i12/score");
}

BOOST_AUTO_TEST_CASE(values_have_their_texts_and_checks) {
  const std::vector<Value> all = values();
  BOOST_REQUIRE(all.size() == 5);  // and nothing of the evidence that is of no value
  BOOST_TEST(all[0].text == "2567");
  BOOST_TEST(all[1].text == "91.00");
  BOOST_TEST(kind_name(all[0].kind) == "year");
  const std::vector<CheckOnValue> part = {{0, "issue_average", Role::kPart, false}};
  BOOST_TEST((all[2].checks == part));
  BOOST_TEST((all[4].checks.front().role == Role::kSubject));
}

// 32 people answered the survey of these scores, and what a check says of it is only for people.
BOOST_AUTO_TEST_CASE(what_the_number_of_respondents_would_show_is_computed_from_the_scores) {
  const std::vector<double> scores = {81.25, 86.25, 96.88, 93.75, 91.25, 95.63, 96.88, 97.50,
                                      100,   56.25, 98.75, 66.88, 93.75, 86.25, 84.38};
  json surveyed = record();
  surveyed["framework"] = "2567";
  json& items = surveyed["issues"][0]["items"] = json::array();
  surveyed["checks"] = json::array();
  surveyed["evidence"] = json::object();
  for (size_t i = 0; i < scores.size(); ++i) {
    const std::string path = "/issues/0/items/" + std::to_string(i) + "/score";
    items.push_back({{"code", "i" + std::to_string(i + 1)}, {"score", scores[i]}});
    surveyed["evidence"][path] = evidence("x", "plausible");
    // The last one is held against nothing.
    if (i + 1 == scores.size()) break;
    surveyed["checks"].push_back({{"rule", "respondents"},
                                  {"path", path},
                                  {"verdict", "agrees"},
                                  {"message", "of single wrong digits 12 % would show"}});
  }
  surveyed["evidence"]["/overall/score"] = evidence("91", "verified");
  const auto read = [&] { return values_of(surveyed, [](const std::string&) { return 0; }); };
  const auto respondents = infer_respondents(scores, 0.005, AnswerScale::kSixSteps);
  BOOST_REQUIRE(respondents.has_value());
  const double expected = detection_power(scores, *respondents);
  BOOST_TEST(expected > 0.5);
  std::vector<Value> all = read();
  BOOST_REQUIRE(all.size() == scores.size() + 1);
  for (size_t i = 0; i + 1 < scores.size(); ++i)
    BOOST_TEST(all[i].shown == expected, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(all[scores.size() - 1].shown == 0);
  BOOST_TEST(all.back().shown == 0);
  // Scores of no survey tell nothing, whatever a sentence says.
  const std::vector<double> any = {81.23, 86.37, 96.91, 93.74, 91.19, 95.53, 96.02, 97.57};
  for (size_t i = 0; i < scores.size(); ++i) items[i]["score"] = i < any.size() ? any[i] : 100;
  for (const Value& value : read()) BOOST_TEST(value.shown == 0);
}

BOOST_AUTO_TEST_CASE(every_row_of_chances_has_an_example) {
  for (const ChanceRow& row : chance_rows()) {
    BOOST_TEST_CONTEXT(row.group << ": " << row.name)
    BOOST_TEST(chance_row(row.group, row.example) == &row);
  }
}

BOOST_AUTO_TEST_CASE(what_contradicts_makes_an_error_likelier) {
  const Facts plausible{.trust = Trust::kPlausible, .confidence = 0.95};
  Facts far = plausible;
  far.far = true;
  Facts broken = plausible;
  broken.broken = 1;
  Facts conflicting = plausible;
  conflicting.trust = Trust::kConflicting;
  Facts closed = plausible;
  closed.closed = 1;
  BOOST_TEST(chance_of_error(far) > chance_of_error(plausible));
  BOOST_TEST(chance_of_error(broken) > chance_of_error(plausible));
  BOOST_TEST(chance_of_error(conflicting) > chance_of_error(far));
  BOOST_TEST(chance_of_error(closed) < chance_of_error(plausible));
  BOOST_TEST(chance_of_error(conflicting) < 1);
}

BOOST_AUTO_TEST_CASE(every_row_of_weights_has_an_example) {
  for (const WeightRow& row : weight_rows()) BOOST_TEST(weight_row(row.example) == &row);
  BOOST_TEST(weight_row("overall/score")->weight > weight_row("issue 3 average/score")->weight);
  BOOST_TEST(weight_row("issue 3 average/score")->weight >
             weight_row("issue 3 i12 (2)/score")->weight);
}

BOOST_AUTO_TEST_CASE(every_title_is_in_two_languages) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Title& title : rule_titles()) {
    BOOST_TEST(!title.thai.empty());
    BOOST_TEST(!title.english.empty());
    BOOST_TEST(seen.emplace(title.name, title.cause).second);
    BOOST_TEST(&rule_title(title.name, title.cause) == &title);
  }
  BOOST_TEST(rule_title("a_rule_to_come", "").english == "Contradicted");
}

BOOST_AUTO_TEST_CASE(verified_and_decided_values_are_not_queued) {
  std::vector<Value> all = values();
  BOOST_TEST(is_queued(all[0]));
  BOOST_TEST(!is_queued(all[1]));
  all[4].repairs = {"accepted_by_reviewer"};
  BOOST_TEST(!is_queued(all[4]));
  all[4].repairs = {"reviewers_differ"};
  BOOST_TEST(is_queued(all[4]));
  BOOST_TEST((part_of(all[4]) == Part::kDisputed));
}

BOOST_AUTO_TEST_CASE(groups_stay_together_behind_their_best) {
  const auto entry = [](std::uint32_t value, std::uint32_t group, Part part, double priority) {
    return Candidate{0, value, group, part, priority};
  };
  std::vector<Candidate> queue = {entry(0, 0, Part::kPlausible, 0.9), entry(1, 1, Part::kOpen, 0.3),
                                  entry(2, 2, Part::kOpen, 0.5), entry(3, 1, Part::kOpen, 0.6),
                                  entry(4, 3, Part::kDisputed, 0.1)};
  order(queue);
  std::vector<std::uint32_t> places;
  for (const Candidate& candidate : queue) places.push_back(candidate.value);
  const std::vector<std::uint32_t> expected = {4, 3, 1, 2, 0};
  BOOST_TEST(places == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_hardly_wrong_does_not_stand_before_what_is) {
  const auto entry = [](std::uint32_t value, std::uint32_t group, Part part, double priority) {
    return Candidate{0, value, group, part, priority};
  };
  std::vector<Candidate> queue = {
      entry(0, 1, Part::kOpen, 0.6), entry(1, 1, Part::kOpen, 0.005), entry(2, 2, Part::kOpen, 0.2),
      entry(3, 3, Part::kPlausible, 0.15), entry(4, 1, Part::kOpen, 0.12)};
  order(queue);
  std::vector<std::uint32_t> places;
  for (const Candidate& candidate : queue) places.push_back(candidate.value);
  const std::vector<std::uint32_t> expected = {0, 2, 4, 3, 1};
  BOOST_TEST(places == expected, boost::test_tools::per_element());
}
