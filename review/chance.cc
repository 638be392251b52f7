// SPDX-License-Identifier: GPL-3.0-or-later
// The factors are set by hand, on the generated scans of the first seed of `./dev bench review`,
// which measures how well they order right and wrong readings.
#include "review/chance.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace prongsai::review {
namespace {

// Checks of numbers against each other.
bool is_arithmetic(std::string_view rule) {
  static const std::set<std::string_view> kRules = {"issue_average", "indicator_from_items",
                                                    "overall_from_indicators", "item_in_two_issues",
                                                    "restated_score"};
  return kRules.contains(rule);
}

// An item of the OIT has 100 or 0, seldom 50: a wrong digit in either leaves neither.
bool is_all_or_nothing(const Value& value) {
  static constexpr std::string_view kItem = " o";
  return value.kind == ValueKind::kScore && value.name.find(kItem) != std::string::npos &&
         (value.text == "100.00" || value.text == "0.00");
}

bool by_ocr(const Facts& facts) { return facts.method != "text_layer"; }

}  // namespace

Facts facts_of(const Value& value) {
  Facts facts;
  facts.trust = value.trust;
  facts.disputed = is_disputed(value);
  facts.kind = value.kind;
  facts.method = value.method;
  facts.confidence = value.confidence;
  facts.alternatives = value.alternatives.size();
  facts.shown = value.shown;
  facts.far = value.far;
  facts.all_or_nothing = is_all_or_nothing(value);
  for (const CheckOnValue& check : value.checks) {
    if (check.agrees) {
      facts.closed += is_arithmetic(check.rule);
    } else if (check.role == Role::kPart) {
      ++facts.broken;
    } else if (check.rule == "respondents") {
      facts.impossible = true;
    } else {
      ++facts.blamed;
    }
  }
  return facts;
}

const std::vector<ChanceRow>& chance_rows() {
  using enum Trust;
  using enum ValueKind;
  using F = const Facts&;
  static const std::vector<ChanceRow> rows = {
      // Odds to begin with.
      {"trust",
       "reviewers differ",
       [](F f) { return f.disputed; },
       8,
       {.trust = kConflicting, .disputed = true}},
      {"trust",
       "conflicting",
       [](F f) { return f.trust == kConflicting; },
       1,
       {.trust = kConflicting}},
      {"trust", "doubtful", [](F f) { return f.trust == kDoubtful; }, 0.3, {.trust = kDoubtful}},
      {"trust",
       "plausible",
       [](F f) { return f.trust == kPlausible; },
       0.02,
       {.trust = kPlausible}},
      {"trust", "verified", [](F) { return true; }, 0.0005, {.trust = kVerified}},

      {"reading", "text layer", [](F f) { return !by_ocr(f); }, 0.5, {.method = "text_layer"}},
      {"reading", "hardly read", [](F f) { return f.confidence < 0.45; }, 3, {.confidence = 0.4}},
      {"reading", "weak", [](F f) { return f.confidence < 0.6; }, 2, {.confidence = 0.55}},
      {"reading", "fair", [](F f) { return f.confidence < 0.9; }, 1.3, {.confidence = 0.8}},
      {"reading", "sure", [](F) { return true; }, 0.8, {.confidence = 0.97}},

      {"readings", "several", [](F f) { return f.alternatives > 0; }, 1.1, {.alternatives = 1}},

      {"respondents",
       "no mean of the answers",
       [](F f) { return f.impossible; },
       4,
       {.impossible = true}},

      // Where a wrong digit would have shown, none is there.
      {"shown", "nearly all", [](F f) { return f.shown >= 0.85; }, 0.4, {.shown = 0.9}},
      {"shown", "most", [](F f) { return f.shown >= 0.7; }, 0.7, {.shown = 0.75}},
      {"shown", "half", [](F f) { return f.shown >= 0.5; }, 1, {.shown = 0.6}},
      {"shown", "few", [](F f) { return f.shown > 0; }, 1.5, {.shown = 0.4}},
      {"shown", "none", [](F f) { return f.kind == kScore; }, 1.5, {}},

      {"range",
       "all or nothing",
       [](F f) { return f.all_or_nothing; },
       0.1,
       {.all_or_nothing = true}},

      {"distance", "far from all others", [](F f) { return f.far; }, 4, {.far = true}},

      {"named", "by two checks", [](F f) { return f.blamed > 1; }, 3, {.blamed = 2}},
      {"named", "by a check", [](F f) { return f.blamed == 1; }, 1.5, {.blamed = 1}},

      {"part", "of two that fail", [](F f) { return f.broken > 1; }, 4, {.broken = 2}},
      {"part", "of one that fails", [](F f) { return f.broken == 1; }, 2, {.broken = 1}},

      {"part of what holds", "yes", [](F f) { return f.closed > 0; }, 0.2, {.closed = 1}},

      {"kind", "score", [](F f) { return f.kind == kScore; }, 1, {.kind = kScore}},
      {"kind", "number", [](F f) { return f.kind == kNumber; }, 0.2, {.kind = kNumber}},
      // Read with the question beside it, and in the order of the codebook.
      {"kind", "code", [](F f) { return f.kind == kCode; }, 0.1, {.kind = kCode}},
      {"kind", "other", [](F) { return true; }, 0.5, {.kind = kText}},
  };
  return rows;
}

const ChanceRow* chance_row(const std::string& group, const Facts& facts) {
  const auto row = std::ranges::find_if(chance_rows(), [&](const ChanceRow& candidate) {
    return group == candidate.group && candidate.fits(facts);
  });
  return row == chance_rows().end() ? nullptr : &*row;
}

double chance_of_error(const Facts& facts) {
  double odds = 1;
  std::string_view done;
  for (const ChanceRow& row : chance_rows()) {
    if (done == row.group || !row.fits(facts)) continue;
    odds *= row.factor;
    done = row.group;
  }
  return odds / (1 + odds);
}

}  // namespace prongsai::review
