// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

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

// The score before it was rounded, where the number of respondents tells.
std::optional<double> exact_score(const ScoreNet& net, size_t cell, double value) {
  const ScoreCell& c = net.cells[cell];
  if (c.half_unit == 0) return value;
  if (!c.is_item()) return std::nullopt;
  const auto it = net.respondents.find(c.code.instrument());
  if (it == net.respondents.end() || !net.may_be(cell, value)) return std::nullopt;
  return exact_mean(value, c.half_unit, it->second);
}

// A relation that holds, and by how far its two sides are apart.
struct Holding {
  const Relation* relation = nullptr;
  double difference = 0;  // of the scores as they are printed
  double bound = 0;       // however they were rounded
  // Of the scores before they were rounded, where all are known: then the result is the sum of
  // these, or of the printed ones, and rounded once.
  std::optional<double> exact;
  double rounding = 0;  // of the result alone
};

Holding holding(const ScoreNet& net, const Relation& relation) {
  const double result = net.cells[relation.result].value;
  Holding one{&relation,
              result - relation.computed(net.cells),
              relation.bound(net.cells),
              {},
              net.cells[relation.result].half_unit + kNoise};
  double sum = 0;
  for (const Relation::Term& term : relation.terms) {
    const auto exact = exact_score(net, term.cell, net.cells[term.cell].value);
    if (!exact) return one;
    sum += term.weight * *exact;
  }
  const double difference = result - sum;
  if (std::abs(difference) <= one.rounding || std::abs(one.difference) <= one.rounding)
    one.exact = difference;
  return one;
}

// Whether the relation would still hold with another value in the cell.
bool holds_with(const Holding& holding, const ScoreNet& net, size_t cell, double value) {
  const ScoreCell& c = net.cells[cell];
  const double change = value - c.value;
  const bool is_result = holding.relation->result == cell;
  double weight = 0;
  for (const Relation::Term& term : holding.relation->terms) {
    if (term.cell == cell) weight += term.weight;
  }
  const double difference = holding.difference + (is_result ? change : 0) - weight * change;
  const auto before = exact_score(net, cell, c.value);
  const auto after = exact_score(net, cell, value);
  const bool known = holding.exact && (is_result || (before && after));
  if (!known) return std::abs(difference) <= holding.bound + weight * c.half_unit;
  const double exact =
      *holding.exact + (is_result ? change : 0) - (weight > 0 ? weight * (*after - *before) : 0);
  return std::abs(exact) <= holding.rounding || std::abs(difference) <= holding.rounding;
}

// Whether the score is one of a survey whose number of respondents is known, and fits it.
bool fits_respondents(const ScoreNet& net, size_t cell) {
  const ScoreCell& c = net.cells[cell];
  if (c.code.number == 0 || c.value < kNoise || c.value > 100 - kNoise) return false;
  return net.respondents.contains(c.code.instrument()) && net.may_be(cell, c.value);
}

// The readings of an item's score that explain the contradictions: one of its alternatives, or its
// value with one other digit.
std::vector<double> fitting_readings(const ScoreNet& net, const Suspect& suspect) {
  const ScoreCell& cell = net.cells[suspect.cell];
  if (!cell.is_item()) return {};
  std::vector<double> readings = digit_variants(cell.value);
  for (const Alternative& alternative : cell.evidence->alternatives) {
    if (const auto score = parse_score(alternative.text)) readings.push_back(score->value);
  }
  std::vector<double> fitting;
  for (const double value : suspect.values) {
    if (std::ranges::any_of(readings, [&](double r) { return std::abs(r - value) < kNoise; }))
      fitting.push_back(value);
  }
  return fitting;
}

// Whether something contradicts the score, and nothing would with another value.
bool is_settled_by(const ScoreNet& net, size_t cell, double value) {
  std::vector<ScoreCell> changed = net.cells;
  changed[cell].value = value;
  bool contradicted = false;
  for (const Relation& relation : net.relations) {
    if (!relation.has(cell) || !relation.sound) continue;
    contradicted = contradicted || !relation.holds(net.cells);
    if (!relation.holds(changed)) return false;
  }
  return contradicted;
}

// The relations of each cell.
std::vector<std::vector<const Relation*>> relations_by_cell(const ScoreNet& net) {
  std::vector<std::vector<const Relation*>> of(net.cells.size());
  for (const Relation& relation : net.relations) {
    of[relation.result].push_back(&relation);
    for (const Relation::Term& term : relation.terms) {
      // A cell may be several terms of one relation.
      if (of[term.cell].empty() || of[term.cell].back() != &relation)
        of[term.cell].push_back(&relation);
    }
  }
  return of;
}

// The share of single wrong digits in the cell's score that something else in the document would
// show: a relation of the cell that holds, or the number of respondents. 0 if nothing else is known
// of it.
double proof_of(const ScoreNet& net, size_t cell, const std::vector<const Relation*>& relations) {
  // Where a mean is contradicted, that the score is said twice proves nothing.
  const bool in_doubt = std::ranges::any_of(relations, [&](const Relation* relation) {
    return relation->rule->law == ScoreLaw::kSum && !relation->holds(net.cells);
  });
  std::vector<Holding> all;
  for (const Relation* relation : relations) {
    if (in_doubt && relation->rule->law == ScoreLaw::kSame) continue;
    if (relation->sound && relation->holds(net.cells)) all.push_back(holding(net, *relation));
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

}  // namespace

void settle_trust(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  const auto relations = relations_by_cell(net);
  for (size_t i = 0; i < net.cells.size(); ++i) {
    Evidence& evidence = *net.cells[i].evidence;
    const double blame = blame_of(i, groups);
    if (blame >= kBlamed) {
      evidence.trust = Trust::kConflicting;
      continue;
    }
    if (evidence.confidence < kWeak) evidence.trust = Trust::kDoubtful;
    if (evidence.trust != Trust::kPlausible || blame > kCleared) continue;
    if (proof_of(net, i, relations[i]) >= kProof) evidence.trust = Trust::kVerified;
  }
}

size_t repair_scores(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  constexpr double kSure = 0.9;
  size_t repaired = 0;
  for (const auto& group : groups) {
    for (const Suspect& suspect : group) {
      const ScoreCell& cell = net.cells[suspect.cell];
      const bool by_ocr = !cell.evidence->box || cell.evidence->confidence < kExact;
      if (suspect.share < kSure || cell.printed == nullptr || !by_ocr) continue;
      const std::vector<double> fitting = fitting_readings(net, suspect);
      // However unlikely, another reading elsewhere would do as well: nothing is sure.
      const bool others = std::ranges::any_of(group, [&](const Suspect& other) {
        return other.cell != suspect.cell && !fitting_readings(net, other).empty();
      });
      if (fitting.size() != 1 || others || !is_settled_by(net, suspect.cell, fitting.front()))
        continue;
      cell.evidence->alternatives.push_back(
          {fmt::format("{:.2f}", cell.value), cell.evidence->confidence});
      *cell.printed = fitting.front();
      cell.evidence->add_repairs({"digit_by_arithmetic"});
      ++repaired;
    }
  }
  return repaired;
}

}  // namespace prongsai
