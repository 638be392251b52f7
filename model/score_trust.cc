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
constexpr double kProofOfExact = 0.7;  // what verifies a score of a text layer
constexpr double kProofOfRead = 0.9;   // and one that OCR has read
constexpr double kBlamed = 0.25;       // of the blame, from which a score is conflicting
constexpr double kCleared = 0.03;      // up to which it may still be verified
constexpr double kNoise = 1e-6;

double blame_of(size_t cell, const std::vector<std::vector<Suspect>>& groups) {
  double most = 0;
  for (const auto& group : groups) {
    for (const Suspect& suspect : group) {
      if (suspect.cell == cell) most = std::max(most, suspect.share);
    }
  }
  return most;
}

bool contains(const Relation& relation, size_t cell) {
  return relation.result == cell ||
         std::ranges::any_of(relation.terms,
                             [&](const Relation::Term& term) { return term.cell == cell; });
}

// Whether the relation would still hold with another value in the cell.
bool holds_with(const Relation& relation, const std::vector<ScoreCell>& cells, size_t cell,
                double value) {
  double difference = cells[relation.result].value - relation.computed(cells);
  const double change = value - cells[cell].value;
  if (relation.result == cell) difference += change;
  for (const Relation::Term& term : relation.terms) {
    if (term.cell == cell) difference -= term.weight * change;
  }
  return std::abs(difference) <= relation.bound(cells);
}

// Whether the score is one of a survey whose number of respondents is known, and fits it.
bool fits_respondents(const ScoreNet& net, size_t cell) {
  const ScoreCell& c = net.cells[cell];
  if (c.code.number == 0 || c.value < kNoise || c.value > 100 - kNoise) return false;
  return net.respondents.contains(c.code.instrument()) && net.may_be(cell, c.value);
}

}  // namespace

double proof_of(const ScoreNet& net, size_t cell) {
  std::vector<const Relation*> holding;
  for (const Relation& relation : net.relations) {
    if (contains(relation, cell) && relation.holds(net.cells)) holding.push_back(&relation);
  }
  if (holding.empty() && !fits_respondents(net, cell)) return 0;
  const std::vector<double> variants = digit_variants(net.cells[cell].value);
  const auto shown = std::ranges::count_if(variants, [&](double variant) {
    return !net.may_be(cell, variant) ||
           std::ranges::any_of(holding, [&](const Relation* relation) {
             return !holds_with(*relation, net.cells, cell, variant);
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
    const double wanted = evidence.confidence >= kExact ? kProofOfExact : kProofOfRead;
    if (proof_of(net, i) >= wanted) evidence.trust = Trust::kVerified;
  }
}

size_t repair_scores(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  constexpr double kSure = 0.9;
  size_t repaired = 0;
  for (const auto& group : groups) {
    if (group.empty() || group.front().share < kSure) continue;
    const Suspect& suspect = group.front();
    const ScoreCell& cell = net.cells[suspect.cell];
    const bool by_ocr = !cell.evidence->box || cell.evidence->confidence < kExact;
    if (!cell.is_item() || cell.printed == nullptr || !by_ocr) continue;
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
