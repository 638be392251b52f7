// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/correction.h"
#include "model/number.h"
#include "model/score_proof.h"

namespace prongsai {
namespace {

constexpr double kWeak = 0.6;      // confidence of a reading that no check makes more than doubtful
constexpr double kExact = 0.995;   // that of a text layer
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

// The readings of an item's score that explain the contradictions: one of its alternatives, or its
// value with one other digit.
std::vector<double> fitting_readings(const ScoreNet& net, const Suspect& suspect) {
  const ScoreCell& cell = net.cells[suspect.cell];
  if (!cell.is_item() || is_decided(*cell.evidence)) return {};
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

}  // namespace

void settle_trust(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups) {
  const ScoreProver prover(net);
  for (size_t i = 0; i < net.cells.size(); ++i) {
    Evidence& evidence = *net.cells[i].evidence;
    const double blame = blame_of(i, groups);
    if (blame >= kBlamed) {
      evidence.trust = Trust::kConflicting;
      continue;
    }
    if (evidence.confidence < kWeak) evidence.trust = Trust::kDoubtful;
    if (evidence.trust != Trust::kPlausible || blame > kCleared) continue;
    if (prover.is_proved(i)) evidence.trust = Trust::kVerified;
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
