// SPDX-License-Identifier: GPL-3.0-or-later
// How far a record says what a document says: a record beside the gold of the document.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace prongsai::tests {

// So many found, so many wanted, so many of them right.
struct Share {
  int right = 0;
  int found = 0;
  int wanted = 0;

  double f1() const;
  bool empty() const { return found == 0 && wanted == 0; }
};

// The measures are named
//   scores, levels     under the keys overall, "indicator 3", "item 1 i3", "average 2"; a score is
//                      right within 0.005
//   items, averages, indicators, overall   the scores by kind
//   codes              (issue, code) pairs
//   years, framework, agency   fields, null where the gold says null or accepts it
//   measures           rows by title; then, of the gold's rows, measure_place, measure_steps,
//                      measure_period, measure_responsible, measure_results, measure_outcomes
//   findings           by issue, kind and codes; findings_needed where the gold lists not all
//   limitations        by text
struct Comparison {
  std::map<std::string, Share> shares;
  int verified = 0;          // values whose evidence says "verified"
  int verified_wrong = 0;    // of them, wrong; must be none
  int wrong_unflagged = 0;   // wrong scores whose evidence is neither doubtful nor conflicting
  int without_evidence = 0;  // scores, levels, codes, years, agency fields that have no evidence
  std::vector<std::string> differences;  // one a line, for a person

  double f1(const std::string& name) const;
  Comparison& operator+=(const Comparison& other);
};

// `gold` null for findings or measures means: not compared.
Comparison compare_with_gold(const nlohmann::json& record, const nlohmann::json& gold);

}  // namespace prongsai::tests
