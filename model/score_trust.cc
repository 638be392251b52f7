// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/number.h"

namespace prongsai {
namespace {

constexpr double kWeak = 0.6;     // confidence of a reading that no check makes more than doubtful
constexpr double kExact = 0.995;  // that of a text layer
// What verifies a score: no single wrong digit could stand in it unnoticed.
constexpr double kProof = 1 - 1e-9;
constexpr double kBlamed = 0.25;   // of the blame, from which a score is conflicting
constexpr double kCleared = 0.03;  // up to which it may still be verified

double blame_of(size_t cell, const std::vector<std::vector<Suspect>>& groups) {
  double most = 0;
  for (const auto& group : groups) {
    for (const Suspect& suspect : group) {
      if (suspect.cell == cell) most = std::max(most, suspect.share);
    }
  }
  return most;
}

// The score before it was rounded, where the number of respondents tells; else as printed.
double exact_score(const ScoreNet& net, size_t cell, bool& known) {
  const ScoreCell& c = net.cells[cell];
  if (c.half_unit == 0) return c.value;
  const auto it = c.code.number == 0 || !c.is_item() ? net.respondents.end()
                                                     : net.respondents.find(c.code.instrument());
  if (it == net.respondents.end() || !net.may_be(cell, c.value)) {
    known = false;
    return c.value;
  }
  return exact_mean(c.value, it->second.scale, it->second.count);
}

// A relation that holds, and by how much a value may change for it to hold still.
struct Holding {
  const Relation* relation = nullptr;
  double difference = 0;
  double bound = 0;
};

// Where all terms are known exactly and the result is their sum rounded, it is held to that.
Holding holding(const ScoreNet& net, const Relation& relation) {
  Holding loose{&relation, net.cells[relation.result].value - relation.computed(net.cells),
                relation.bound(net.cells)};
  bool known = true;
  double sum = 0;
  for (const Relation::Term& term : relation.terms)
    sum += term.weight * exact_score(net, term.cell, known);
  const double difference = net.cells[relation.result].value - sum;
  const double bound = net.cells[relation.result].half_unit + kNoise;
  if (!known || std::abs(difference) > bound) return loose;
  return {&relation, difference, bound};
}

// Whether the relation would still hold with another value in the cell.
bool holds_with(const Holding& holding, const ScoreNet& net, size_t cell, double value) {
  const double change = value - net.cells[cell].value;
  double difference = holding.difference;
  double bound = holding.bound;
  if (holding.relation->result == cell) difference += change;
  for (const Relation::Term& term : holding.relation->terms) {
    if (term.cell != cell) continue;
    difference -= term.weight * change;
    bound += term.weight * net.cells[cell].half_unit;
  }
  return std::abs(difference) <= bound;
}

// Whether the score is one of a survey whose number of respondents is known, and fits it.
bool fits_respondents(const ScoreNet& net, size_t cell) {
  const ScoreCell& c = net.cells[cell];
  if (c.code.number == 0 || c.value < kNoise || c.value > 100 - kNoise) return false;
  return net.respondents.contains(c.code.instrument()) && net.may_be(cell, c.value);
}

}  // namespace

double proof_of(const ScoreNet& net, size_t cell) {
  std::vector<Holding> all;
  for (const Relation& relation : net.relations) {
    if (relation.has(cell) && relation.holds(net.cells)) all.push_back(holding(net, relation));
  }
  if (all.empty() && !fits_respondents(net, cell)) return 0;
  const std::vector<double> variants = digit_variants(net.cells[cell].value);
  const auto shown = std::ranges::count_if(variants, [&](double variant) {
    return !net.may_be(cell, variant) || std::ranges::any_of(all, [&](const Holding& one) {
      return !holds_with(one, net, cell, variant);
    });
  });
  return static_cast<double>(shown) / static_cast<double>(variants.size());
}

void settle_trust(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  for (size_t i = 0; i < net.cells.size(); ++i) {
    Evidence& evidence = *net.cells[i].evidence;
    const double blame = blame_of(i, groups);
    if (blame >= kBlamed) {
      evidence.trust = Trust::kConflicting;
      continue;
    }
    if (evidence.confidence < kWeak) evidence.trust = Trust::kDoubtful;
    if (evidence.trust != Trust::kPlausible || blame > kCleared) continue;
    if (proof_of(net, i) >= kProof) evidence.trust = Trust::kVerified;
  }
}

size_t repair_scores(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  constexpr double kSure = 0.9;
  size_t repaired = 0;
  for (const auto& group : groups) {
    if (group.empty() || group.front().share < kSure) continue;
    const Suspect& suspect = group.front();
    const ScoreCell& cell = net.cells[suspect.cell];
    // What cannot be, but contradicts no other score, tells not what it should be.
    const bool contradicted = std::ranges::any_of(net.relations, [&](const Relation& relation) {
      return relation.has(suspect.cell) && !relation.holds(net.cells);
    });
    const bool by_ocr = !cell.evidence->box || cell.evidence->confidence < kExact;
    if (!cell.is_item() || cell.printed == nullptr || !by_ocr || !contradicted) continue;
    std::vector<double> readings = digit_variants(cell.value);
    for (const Alternative& alternative : cell.evidence->alternatives) {
      if (const auto score = parse_score(alternative.text)) readings.push_back(score->value);
    }
    std::vector<double> fitting;
    for (const double value : suspect.values) {
      if (std::ranges::any_of(readings, [&](double r) { return std::abs(r - value) < kNoise; }))
        fitting.push_back(value);
    }
    if (fitting.size() != 1) continue;
    cell.evidence->alternatives.push_back(
        {fmt::format("{:.2f}", cell.value), cell.evidence->confidence});
    *cell.printed = fitting.front();
    cell.evidence->add_repairs({"digit_by_arithmetic"});
    ++repaired;
  }
  return repaired;
}

}  // namespace prongsai
