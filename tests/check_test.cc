// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai check`: what an agency's officer sees.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "cli/check_sentences.h"
#include "tests/cli_run.h"

using nlohmann::json;
using prongsai::check_sentences;
using prongsai::CheckSentence;
using namespace prongsai::tests;

namespace {

json failing(const std::string& rule, const std::string& path, const json& reported,
             const json& computed) {
  return {{"rule", rule},         {"path", path},           {"reported", reported},
          {"computed", computed}, {"verdict", "disagrees"}, {"message", "printed again"}};
}

json demo_record() { return parsed(extract({demo_report()})); }

Outcome check(const json& record, const std::string& language) {
  return run_program({"check", "--lang", language, "-"}, record.dump());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_command)

BOOST_AUTO_TEST_CASE(a_report_without_contradictions_says_nothing) {
  json record = demo_record();
  for (json& one : record["checks"]) one["verdict"] = "agrees";
  const Outcome outcome = check(record, "th");
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.out == "");
}

BOOST_AUTO_TEST_CASE(a_contradiction_is_said_with_its_place_in_both_languages) {
  json record = demo_record();
  record["checks"] =
      json::array({failing("overall_from_indicators", "/overall/score", 91.5, 90.25)});
  const int page = record["evidence"]["/overall/score"]["page"];
  const Outcome thai = check(record, "th");
  BOOST_TEST(thai.exit_code == 1);
  const std::string source = record["document"]["source"];
  BOOST_TEST(thai.out.find(source + ":" + std::to_string(page) + ": คะแนนภาพรวม พิมพ์ว่า 91.50") ==
             0U);
  const Outcome english = check(record, "en");
  BOOST_TEST(english.exit_code == 1);
  BOOST_TEST(english.out.find("the overall score is printed 91.50") != std::string::npos);
  BOOST_TEST(english.out.find("90.25") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_rule_has_its_sentence_in_both_languages) {
  std::set<std::string> rules;
  for (const CheckSentence& row : check_sentences()) {
    BOOST_TEST(rules.insert(row.rule).second, row.rule);
    for (const std::string text : {row.thai, row.english}) {
      BOOST_TEST(text.find("{what}") != std::string::npos, row.rule);
      BOOST_TEST(text.find("{reported") != std::string::npos, row.rule);
    }
  }
  for (const json& one : demo_record()["checks"])
    BOOST_TEST(rules.contains(one.at("rule").get<std::string>()), one.at("rule"));
}

// A record is an input like any other: nobody vouches for it.
BOOST_AUTO_TEST_CASE(odd_records_are_survived) {
  json record = demo_record();
  record["checks"] = json::array({failing("issue_average", "/issues/999/average/score", 1, nullptr),
                                  failing("no_such_rule", "/no/such/place", "\x1B[31m\n", 2),
                                  failing("item_twice", "", 1, 2)});
  const Outcome outcome = check(record, "en");
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(outcome.out.find('\x1B') == std::string::npos);
  record["checks"] = "none";
  BOOST_TEST(check(record, "en").exit_code == 3);
  record["checks"] = json::array({1});
  BOOST_TEST(check(record, "en").exit_code == 3);
  record["checks"] = json::array({failing("issue_average", "issues", 1, 2)});
  BOOST_TEST(check(record, "en").exit_code == 1);
  record["checks"] = json::array();
  record["agency"]["variants"] = json::array({1});
  const Outcome misshapen = check(record, "en");
  BOOST_TEST(misshapen.exit_code == 3);
  BOOST_REQUIRE(misshapen.errors.size() == 1U);
  BOOST_TEST(
      misshapen.errors[0].ends_with("no record as extract prints it: /agency/variants/*/text"));
}

BOOST_AUTO_TEST_CASE(several_records_and_a_document_are_checked) {
  json record = demo_record();
  record["checks"] = json::array({failing("score_in_range", "/overall/score", 191.5, 100)});
  const Outcome two = run_program({"check", "-"}, record.dump() + "\n" + record.dump() + "\n");
  BOOST_TEST(two.exit_code == 1);
  BOOST_TEST(std::count(two.out.begin(), two.out.end(), '\n') == 2);
  BOOST_TEST(run_program({"check", "--ocr=never", demo_report()}).exit_code <= 1);
  BOOST_TEST(run_program({"check", "/no/such/file.pdf"}).exit_code == 3);
  BOOST_TEST(run_program({"check"}).exit_code == 2);
  BOOST_TEST(run_program({"check", "--lang", "fr", demo_report()}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
