// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_proof.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "model/font_variants.h"
#include "model/number.h"

namespace prongsai {
namespace {

// The score before it was rounded, where the number of respondents tells.
std::optional<double> exact_score(const ScoreNet& net, size_t cell, double value) {
  const ScoreCell& c = net.cells[cell];
  if (c.half_unit == 0) return value;
  if (!c.is_item()) return std::nullopt;
  const auto it = net.respondents.find(c.code.instrument());
  if (it == net.respondents.end() || !net.may_be(cell, value)) return std::nullopt;
  return exact_mean(value, c.half_unit, it->second);
}

double weight_of(const Relation& relation, size_t cell) {
  double weight = 0;
  for (const Relation::Term& term : relation.terms) {
    if (term.cell == cell) weight += term.weight;
  }
  return weight;
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

// Whether the relation would still hold with another value in the cells, which have the same one.
bool holds_with(const Holding& holding, const ScoreNet& net, const std::vector<size_t>& cells,
                double value) {
  double difference = holding.difference;
  double bound = holding.bound;
  bool known = holding.exact.has_value();
  double exact = holding.exact.value_or(0);
  for (const size_t cell : cells) {
    const ScoreCell& c = net.cells[cell];
    const double change = value - c.value;
    if (holding.relation->result == cell) {
      difference += change;
      exact += change;
    }
    const double weight = weight_of(*holding.relation, cell);
    if (weight == 0) continue;
    difference -= weight * change;
    bound += weight * c.half_unit;
    const auto before = exact_score(net, cell, c.value);
    const auto after = exact_score(net, cell, value);
    known = known && before && after;
    exact -= weight * (after.value_or(0) - before.value_or(0));
  }
  if (!known) return std::abs(difference) <= bound;
  return std::abs(exact) <= holding.rounding || std::abs(difference) <= holding.rounding;
}

// Cells that a relation has, and that change together.
std::vector<size_t> cells_in(const Relation& relation, const std::vector<size_t>& cells) {
  std::vector<size_t> in;
  std::ranges::copy_if(cells, std::back_inserter(in),
                       [&](size_t cell) { return relation.has(cell); });
  return in;
}

// Whether the relation would hold as well if all its scores were ten times as large: so it does if
// a font has lost its zero.
bool is_of_small_scores(const ScoreNet& net, const Relation& relation) {
  constexpr double kSmall = 10;
  return net.cells[relation.result].value <= kSmall + kNoise &&
         std::ranges::all_of(relation.terms, [&](const Relation::Term& term) {
           return net.cells[term.cell].value <= kSmall + kNoise;
         });
}

// Decimals with which the score is printed.
int printed_decimals(const ScoreCell& cell) {
  const auto read = parse_score(cell.evidence->text);
  return read && std::abs(read->value - cell.value) < kNoise ? read->decimals
                                                             : decimals_of(cell.value);
}

// Whether the score is one of a survey whose number of respondents is known, and fits it.
bool fits_respondents(const ScoreNet& net, size_t cell) {
  const ScoreCell& c = net.cells[cell];
  if (c.code.number == 0 || c.value < kNoise || c.value > 100 - kNoise) return false;
  return net.respondents.contains(c.code.instrument()) && net.may_be(cell, c.value);
}

}  // namespace

// A relation that holds, as something that proves a score: with those of its cells that are printed
// as the same score of the same thing, and those that are read as the same number.
struct ScoreProver::Proof {
  Holding holding;
  std::vector<size_t> same;
  std::vector<size_t> equal;
};

ScoreProver::ScoreProver(const ScoreNet& net)
    : net_(net), relations_(net.cells.size()), in_doubt_(net.cells.size(), false) {
  for (const Relation& relation : net.relations) {
    const bool contradicts = relation.rule->law == ScoreLaw::kSum && !relation.holds(net.cells);
    const auto add = [&](size_t cell) {
      if (contradicts) in_doubt_[cell] = true;
      // A cell may be several terms of one relation.
      if (relations_[cell].empty() || relations_[cell].back() != &relation)
        relations_[cell].push_back(&relation);
    };
    add(relation.result);
    for (const Relation::Term& term : relation.terms) add(term.cell);
  }
}

// The cells that say the same score once more, and it. If one of them is wrong all are: they are
// read of one text. Where a mean is contradicted, that the score is said twice means nothing.
std::vector<size_t> ScoreProver::same_score(size_t cell) const {
  std::vector<size_t> same = {cell};
  for (size_t i = 0; i < same.size(); ++i) {
    if (in_doubt_[same[i]]) continue;
    for (const Relation* relation : relations_[same[i]]) {
      if (relation->rule->law != ScoreLaw::kSame || !relation->holds(net_.cells)) continue;
      for (const size_t other : {relation->result, relation->terms.front().cell}) {
        if (std::ranges::find(same, other) == same.end() && !in_doubt_[other])
          same.push_back(other);
      }
    }
  }
  return same;
}

// Arithmetic only: what is said twice alike is damaged alike.
std::vector<ScoreProver::Proof> ScoreProver::proofs_of(size_t cell) const {
  const std::vector<size_t> same = same_score(cell);
  std::set<const Relation*> relations;
  for (const size_t one : same) relations.insert(relations_[one].begin(), relations_[one].end());
  std::vector<size_t> equal;
  for (size_t i = 0; i < net_.cells.size() && !relations.empty(); ++i) {
    if (std::abs(net_.cells[i].value - net_.cells[cell].value) < kNoise) equal.push_back(i);
  }
  std::vector<Proof> proofs;
  for (const Relation* relation : relations) {
    if (relation->rule->law != ScoreLaw::kSum || !relation->sound || !relation->holds(net_.cells) ||
        is_of_small_scores(net_, *relation))
      continue;
    proofs.push_back(
        {holding(net_, *relation), cells_in(*relation, same), cells_in(*relation, equal)});
  }
  return proofs;
}

bool ScoreProver::is_proved(size_t cell) const {
  const std::vector<Proof> proofs = proofs_of(cell);
  if (proofs.empty() && !fits_respondents(net_, cell)) return false;
  // Misread in this place, and in those that say it again.
  const auto shows = [&](double variant) {
    return !net_.may_be(cell, variant) || std::ranges::any_of(proofs, [&](const Proof& proof) {
      return !holds_with(proof.holding, net_, proof.same, variant);
    });
  };
  // Misread wherever the number stands.
  const auto shows_everywhere = [&](double variant) {
    return !net_.may_be(cell, variant) || std::ranges::any_of(proofs, [&](const Proof& proof) {
      return !holds_with(proof.holding, net_, proof.same, variant) &&
             !holds_with(proof.holding, net_, proof.equal, variant);
    });
  };
  const ScoreCell& c = net_.cells[cell];
  return std::ranges::all_of(digit_variants(c.value), shows) &&
         std::ranges::all_of(font_variants(c.value, printed_decimals(c)), shows_everywhere);
}

}  // namespace prongsai
