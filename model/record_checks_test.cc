// SPDX-License-Identifier: GPL-3.0-or-later
// What a record's level, years, periods and names say of each other, on records made here.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "model/level_check.h"
#include "model/name_checks.h"
#include "model/year_checks.h"

using namespace prongsai;

namespace {

const Check* failing(const Record& record, const std::string& rule) {
  const auto it = std::ranges::find_if(record.checks,
                                       [&](const Check& c) { return c.rule == rule && !c.agrees; });
  return it == record.checks.end() ? nullptr : &*it;
}

Record with_years(int assessed, int plan) {
  Record record;
  record.assessed_year.value = assessed;
  record.plan_year.value = plan;
  return record;
}

Record with_period(const std::string& start, const std::string& end) {
  Record record = with_years(2567, 2568);
  Measure measure;
  measure.period = Period{start + " - " + end, start, end, false};
  record.measures.push_back(measure);
  return record;
}

Record with_agency(const std::string& name, const std::vector<std::string>& others) {
  Record record;
  record.agency.name.value = name;
  for (const std::string& other : others) record.agency.variants.push_back({other, 1});
  return record;
}

// Ten indicators of which the second instrument's have this score.
Record with_indicators(double overall, const std::string& level, double second) {
  Record record;
  record.overall.score.value = overall;
  record.overall.level.value = level;
  for (int number = 1; number <= 10; ++number) {
    IndicatorResult indicator;
    indicator.number.value = number;
    indicator.result.score.value = number >= 6 && number <= 8 ? second : 99;
    record.indicators.push_back(indicator);
  }
  return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record_checks)

BOOST_AUTO_TEST_CASE(the_level_follows_from_the_overall_score_and_from_each_instrument) {
  using Scores = std::vector<std::optional<double>>;
  using Levels = std::vector<std::string>;
  BOOST_TEST((levels_of_scores(2567, 96, Scores{97, 98, 95.5}) == Levels{"ผ่านดีเยี่ยม"}));
  BOOST_TEST((levels_of_scores(2567, 96, Scores{99, 94.5, 95.5}) == Levels{"ผ่านดี"}));
  BOOST_TEST((levels_of_scores(2567, 86.63, Scores{95.19, 81.84, 83.81}) == Levels{"ผ่าน"}));
  BOOST_TEST((levels_of_scores(2567, 84.99, Scores{99, 99, 70}) == Levels{"ต้องปรับปรุง"}));
  BOOST_TEST((levels_of_scores(2567, 12, Scores{0, 0, 0}) == Levels{"ต้องปรับปรุงโดยด่วน"}));
  // No rule about instruments in these years.
  BOOST_TEST((levels_of_scores(2564, 95, Scores{99, 20, 99}) == Levels{"AA"}));
  // Nothing is known of FY2566.
  BOOST_TEST(levels_of_scores(2566, 95, Scores{99, 99, 99}).empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_printed_leaves_several_levels) {
  const auto levels = levels_of_scores(2567, 96, {std::nullopt, 99, 99});
  BOOST_TEST((levels == std::vector<std::string>{"ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"}));
  // Within the rounding of the bound: either.
  BOOST_TEST(levels_of_scores(2567, 96, {95, 99, 99}).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_level_that_an_instrument_forbids_fails) {
  const Framework& framework = *codebook().framework(2567);
  Record right = with_indicators(96.37, "ผ่านดี", 90.23);
  check_level(framework, right);
  BOOST_TEST(right.checks.size() == 1U);
  BOOST_TEST(!failing(right, "level_matches_score"));
  for (const char* level : {"ผ่าน", "ผ่านดีเยี่ยม", "ต้องปรับปรุง"}) {
    Record wrong = with_indicators(96.37, level, 90.23);
    check_level(framework, wrong);
    BOOST_REQUIRE(failing(wrong, "level_matches_score"));
    BOOST_TEST(failing(wrong, "level_matches_score")->computed_text == "ผ่านดี");
  }
}

BOOST_AUTO_TEST_CASE(measures_follow_the_results) {
  for (const int plan : {2567, 2568, 2569}) {
    Record record = with_years(2567, plan);
    check_years(record);
    BOOST_TEST(!failing(record, "plan_year_follows"));
  }
  for (const int plan : {2566, 2576}) {
    Record record = with_years(2567, plan);
    check_years(record);
    BOOST_TEST(failing(record, "plan_year_follows"));
    BOOST_TEST((record.plan_year.evidence.trust == Trust::kConflicting));
  }
}

BOOST_AUTO_TEST_CASE(items_of_another_year_contradict_the_year_assessed) {
  Record record = with_years(2569, 2569);
  record.framework.value = 2568;
  check_years(record);
  BOOST_TEST(failing(record, "year_consistent"));
  BOOST_TEST((record.assessed_year.evidence.trust == Trust::kConflicting));
}

BOOST_AUTO_TEST_CASE(periods_lie_about_the_year_planned_for) {
  const std::pair<const char*, const char*> right[] = {{"2024-10-01", "2025-09-30"},
                                                       {"2025-01-01", "2025-12-31"},
                                                       {"2024-04-01", "2024-10-31"},
                                                       {"", "2025-03-31"}};
  for (const auto& [start, end] : right) {
    Record record = with_period(start, end);
    check_years(record);
    BOOST_TEST(!failing(record, "period_in_plan_year"), start);
  }
  const std::pair<const char*, const char*> wrong[] = {
      {"2023-10-01", "2024-09-30"}, {"2025-10-01", "2025-09-30"}, {"2034-10-01", "2035-09-30"}};
  for (const auto& [start, end] : wrong) {
    Record record = with_period(start, end);
    check_years(record);
    BOOST_TEST(failing(record, "period_in_plan_year"), start);
  }
}

BOOST_AUTO_TEST_CASE(two_names_of_one_agency_contradict) {
  const std::string name = "องค์การบริหารส่วนตำบลนาห่อม";
  for (const char* other : {"องค์การบริหารส่วนตำบลนาหม่อม", "องค์การบริหารส่วนตำบลบ้านเป็ด"}) {
    Record record = with_agency(name, {name, other});
    check_names(record);
    BOOST_TEST(failing(record, "agency_consistent"), other);
  }
  // Cut short by a line's end, and what is no name though it begins like one.
  for (const char* other : {"องค์การบริหารส่วนตำบลนาห", "องค์การบริหารส่วนตำบลมีอำนาจหน้าที่"}) {
    Record record = with_agency(name, {name, other});
    check_names(record);
    BOOST_TEST(!failing(record, "agency_consistent"), other);
  }
}

BOOST_AUTO_TEST_CASE(places_contradict_where_they_are_known_or_nearly_the_same) {
  const auto check = [](const char* district, const char* other) {
    Record record;
    record.agency.district.value = std::string(district);
    record.agency.districts.push_back({other, 1});
    check_names(record);
    return failing(record, "agency_consistent") != nullptr;
  };
  BOOST_TEST(check("ทุ่งศรีอุดม", "กู่ศรีอุดม"));
  BOOST_TEST(check("พิบูลมังสาหาร", "บึงสามพัน"));
  BOOST_TEST(!check("หางดง", "ที่"));
  BOOST_TEST(!check("หางดง", "เมือง"));
}

BOOST_AUTO_TEST_SUITE_END()
