// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agreement.h"

#include <map>
#include <set>

#include "model/record_values.h"

namespace prongsai {
namespace {

// What was said, so that the same is the same however it is written; "" is not legible.
std::string said(const Correction& correction) {
  const auto by_name = kind_of_name(correction.what);
  const auto kind = by_name ? by_name : kind_of_pointer(correction.pointer);
  if (!kind) return correction.is;
  return canonical_value(*kind, correction.is).value_or(correction.is);
}

using ByReviewer = std::map<std::string, std::string>;

// What each said of each value.
std::vector<ByReviewer> values_of(const std::vector<CountedCorrection>& decisions) {
  std::map<std::string, ByReviewer> values;
  for (const CountedCorrection& one : decisions)
    values[one.value][one.correction.who] = said(one.correction);
  std::vector<ByReviewer> all;
  all.reserve(values.size());
  for (auto& [name, by_reviewer] : values) all.push_back(std::move(by_reviewer));
  return all;
}

}  // namespace

std::optional<double> cohens_kappa(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::map<std::string, std::pair<size_t, size_t>> said_by;  // how often each said it
  size_t same = 0;
  for (const auto& [first, second] : pairs) {
    ++said_by[first].first;
    ++said_by[second].second;
    same += first == second ? 1 : 0;
  }
  // In whole numbers, so that all of it is all of it.
  size_t by_chance = 0;
  for (const auto& [what, often] : said_by) by_chance += often.first * often.second;
  const size_t all = pairs.size() * pairs.size();
  if (by_chance == all) return std::nullopt;
  const auto observed = static_cast<double>(same * pairs.size());
  const auto chance = static_cast<double>(by_chance);
  return (observed - chance) / (static_cast<double>(all) - chance);
}

std::vector<Agreement> agreements(const Corrections::ByDocument& decisions) {
  using Pair = std::pair<std::string, std::string>;
  const std::vector<std::string> people = reviewers(decisions);
  if (people.size() > kMostReviewers) return {};
  std::map<Pair, std::vector<Pair>> pairs;
  for (const auto& [sha256, of_document] : decisions) {
    for (const ByReviewer& value : values_of(of_document)) {
      for (auto first = value.begin(); first != value.end(); ++first) {
        for (auto second = std::next(first); second != value.end(); ++second)
          pairs[{first->first, second->first}].emplace_back(first->second, second->second);
      }
    }
  }
  std::vector<Agreement> all;
  for (size_t i = 0; i < people.size(); ++i) {
    for (size_t j = i + 1; j < people.size(); ++j) {
      const auto& both = pairs[{people[i], people[j]}];
      all.push_back({people[i], people[j], both.size(), cohens_kappa(both)});
    }
  }
  return all;
}

std::vector<std::string> reviewers(const Corrections::ByDocument& decisions) {
  std::set<std::string> people;
  for (const auto& [sha256, of_document] : decisions) {
    for (const CountedCorrection& one : of_document) people.insert(one.correction.who);
  }
  return {people.begin(), people.end()};
}

}  // namespace prongsai
