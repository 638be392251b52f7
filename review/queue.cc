// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/queue.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "review/chance.h"
#include "review/group_titles.h"
#include "review/weight.h"

namespace prongsai::review {
namespace {

// Priorities from which on values are of one band; what is below them all is the last one.
constexpr double kBands[] = {0.3, 0.1, 0.05, 0.03, 0.02, 0.01};

size_t band_of(double priority) {
  const auto* band = std::ranges::find_if(kBands, [&](double least) { return priority >= least; });
  return static_cast<size_t>(band - std::begin(kBands));
}

}  // namespace

std::vector<std::string> failing_rules(const Value& value) {
  std::vector<std::string> rules;
  for (const Role role : {Role::kSubject, Role::kPart}) {
    for (const CheckOnValue& check : value.checks) {
      if (check.agrees || check.role != role) continue;
      if (std::ranges::find(rules, check.rule) == rules.end()) rules.push_back(check.rule);
    }
  }
  return rules;
}

GroupKey group_of(const Value& value) {
  if (is_disputed(value)) return {"reviewers_differ", "", value.kind};
  if (value.trust == Trust::kPlausible) return {"plausible", "", value.kind};
  const std::vector<std::string> rules = failing_rules(value);
  const bool weak = value.trust == Trust::kDoubtful;
  if (!weak && !rules.empty()) return {rules.front(), "", value.kind};
  return {"reading", value.method, value.kind};
}

std::string group_title_thai(const GroupKey& key) {
  return std::string(rule_title(key.rule, key.cause).thai) + ": " +
         std::string(kind_title(key.kind).thai);
}

std::string group_title_english(const GroupKey& key) {
  return std::string(rule_title(key.rule, key.cause).english) + ": " +
         std::string(kind_title(key.kind).english);
}

bool is_queued(const Value& value) {
  return is_disputed(value) || (value.trust != Trust::kVerified && !is_decided(value));
}

Part part_of(const Value& value) {
  if (is_disputed(value)) return Part::kDisputed;
  return value.trust == Trust::kPlausible ? Part::kPlausible : Part::kOpen;
}

double priority_of(const Value& value) {
  return chance_of_error(facts_of(value)) * weight_of(value);
}

void order(std::vector<Candidate>& candidates) {
  using Shelf = std::tuple<bool, size_t, Part, std::uint32_t>;  // of candidates that stay together
  const auto shelf_of = [](const Candidate& candidate) {
    return Shelf(candidate.part != Part::kDisputed, band_of(candidate.priority), candidate.part,
                 candidate.group);
  };
  std::map<Shelf, double> best;
  for (const Candidate& candidate : candidates) {
    double& priority = best[shelf_of(candidate)];
    priority = std::max(priority, candidate.priority);
  }
  const auto place = [&](const Candidate& candidate) {
    const Shelf shelf = shelf_of(candidate);
    return std::tuple(std::get<0>(shelf), std::get<1>(shelf), candidate.part, -best.at(shelf),
                      candidate.group, -candidate.priority, candidate.document, candidate.value);
  };
  std::ranges::sort(candidates, {}, place);
}

}  // namespace prongsai::review
