// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/year_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/new_check.h"

namespace prongsai {
namespace {

constexpr int kEra = 543;  // Buddhist era less common era
// A plan is made when the results are out: for the next year, or what is left of this one.
constexpr int kLatestPlan = 2;  // years after the one assessed

void check_plan(Record& record) {
  if (!record.assessed_year.value || !record.plan_year.value) return;
  const int assessed = *record.assessed_year.value;
  const int plan = *record.plan_year.value;
  const int right = std::clamp(plan, assessed, assessed + kLatestPlan);
  if (plan != right) record.plan_year.evidence.trust = Trust::kConflicting;
  record.checks.push_back(
      new_check("plan_year_follows", "/plan_year",
                Compared{static_cast<double>(plan), static_cast<double>(right), plan == right},
                fmt::format("measures follow the results of {}", assessed)));
}

// What is wrong with the period; empty if nothing is.
std::string wrong_with(const Period& period, int plan_year) {
  if (!period.start.empty() && !period.end.empty() && period.end < period.start)
    return "ends before it begins";
  if (plan_year == 0 || period.derived) return {};
  // Plans by the calendar year and into the next year are as usual.
  const std::string first = fmt::format("{:04}-10-01", plan_year - kEra - 1);
  const std::string last = fmt::format("{:04}-12-31", plan_year - kEra + 1);
  if (!period.end.empty() && period.end < first) return "lies before the year planned for";
  if (!period.start.empty() && period.start > last) return "lies after the year planned for";
  return {};
}

void check_periods(Record& record) {
  for (size_t i = 0; i < record.measures.size(); ++i) {
    const Measure& measure = record.measures[i];
    if (!measure.period) continue;
    const int plan_year = record.plan_year.value.value_or(0);
    const std::string wrong = wrong_with(*measure.period, plan_year);
    if (wrong.empty()) continue;
    Check check = new_check(
        "period_in_plan_year", fmt::format("/measures/{}/period", i),
        ComparedTexts{measure.period->text, plan_year > 0 ? std::to_string(plan_year) : ""}, wrong);
    check.agrees = false;
    record.checks.push_back(std::move(check));
  }
}

}  // namespace

void check_years(Record& record) {
  if (record.assessed_year.value && record.framework.value) {
    const int reported = *record.assessed_year.value;
    const int computed = *record.framework.value;
    if (reported != computed) record.assessed_year.evidence.trust = Trust::kConflicting;
    record.checks.push_back(new_check("year_consistent", "/assessed_year",
                                      Compared{static_cast<double>(reported),
                                               static_cast<double>(computed), reported == computed},
                                      "the items are those of this fiscal year"));
  }
  check_plan(record);
  check_periods(record);
}

}  // namespace prongsai
