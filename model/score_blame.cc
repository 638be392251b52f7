// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_blame.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace prongsai {
namespace {

constexpr double kFree = 1;  // a range of values too wide to try each

// How likely a cell is wrong before its neighbours are asked.
constexpr double kMiscalculated = 0.01;  // by who wrote the report
constexpr double kMistyped = 0.002;
constexpr double kMistypedAgain = 0.004;  // where it is said once more

double misread(double confidence) {
  if (confidence >= 0.995) return 0;
  return confidence < 0.6 ? 0.3 : confidence < 0.9 ? 0.03 : 0.003;
}

// How likely a slip in one number makes `printed` of what it should be.
double slip(double printed, double right) {
  constexpr double kOneDigit = 0.85;
  const std::vector<double> variants = digit_variants(printed);
  const bool digit = std::ranges::any_of(
      variants, [&](double variant) { return std::abs(variant - right) < kNoise; });
  return (digit ? kOneDigit / static_cast<double>(variants.size()) : 0) + (1 - kOneDigit) / 10'000;
}

// The same of a mean that somebody has worked out wrong: mostly by its rounding, or not by much.
double miscalculation(double printed, double right) {
  const double by = std::abs(printed - right);
  return by < 0.025 ? 0.3 / 5 : by <= 10 ? 0.6 / 2000 : 0.1 / 10'000;
}

struct Range {
  double low = 0;
  double high = 100;
  void narrow(double from, double to) {
    low = std::max(low, from);
    high = std::min(high, to);
  }
};

using Relations = std::vector<size_t>;  // by their places in the net

// The cells that have to be wrong together, and how likely that is.
struct Hypothesis {
  std::vector<Suspect> cells;
  double weight = 1;
};

class Detective {
 public:
  explicit Detective(const ScoreNet& net)
      : net_(net), cells_(net.cells), touching_(net.cells.size()) {
    for (size_t r = 0; r < net.relations.size(); ++r) {
      if (!net.relations[r].sound) continue;
      touching_[net.relations[r].result].push_back(r);
      for (const Relation::Term& term : net.relations[r].terms) touching_[term.cell].push_back(r);
      if (!net.relations[r].holds(net.cells)) failing_.push_back(r);
    }
    for (size_t i = 0; i < net.cells.size(); ++i) {
      if (!net.may_be(i, net.cells[i].value)) impossible_.insert(i);
    }
  }

  std::vector<std::vector<Suspect>> run() {
    std::vector<std::vector<Suspect>> groups;
    for (const Relations& group : groups_of_failing()) {
      std::vector<Suspect> suspects = explain(group, {});
      if (!suspects.empty()) {
        groups.push_back(std::move(suspects));
        continue;
      }
      for (const size_t relation : group) {
        std::vector<Suspect> alone = explain({relation}, group);
        if (alone.empty()) alone.push_back({net_.relations[relation].result, 1, {}});
        groups.push_back(std::move(alone));
      }
    }
    std::set<size_t> explained;
    for (const auto& group : groups) {
      for (const Suspect& suspect : group) explained.insert(suspect.cell);
    }
    for (const size_t cell : impossible_) {
      if (!explained.contains(cell)) groups.push_back({{cell, 1, values_of(cell, {})}});
    }
    return groups;
  }

 private:
  std::set<size_t> cells_of(const Relations& relations) const {
    std::set<size_t> cells;
    for (const size_t relation : relations) {
      cells.insert(net_.relations[relation].result);
      for (const Relation::Term& term : net_.relations[relation].terms) cells.insert(term.cell);
    }
    return cells;
  }

  // Failing relations that share cells.
  std::vector<Relations> groups_of_failing() const {
    std::vector<Relations> groups;
    std::vector<std::set<size_t>> cells;
    for (const size_t relation : failing_) {
      Relations group = {relation};
      std::set<size_t> own = cells_of(group);
      for (size_t g = groups.size(); g-- > 0;) {
        if (std::ranges::none_of(own, [&](size_t cell) { return cells[g].contains(cell); }))
          continue;
        group.insert(group.end(), groups[g].begin(), groups[g].end());
        own.insert(cells[g].begin(), cells[g].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(g));
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(g));
      }
      groups.push_back(std::move(group));
      cells.push_back(std::move(own));
    }
    return groups;
  }

  // What the cell would have to be for the relation to hold.
  Range wanted(size_t cell, const Relation& relation) const {
    double weight = relation.result == cell ? 1 : 0;
    double rest = relation.result == cell ? 0 : cells_[relation.result].value;
    for (const Relation::Term& term : relation.terms) {
      if (term.cell == cell) {
        weight -= term.weight;
      } else {
        rest -= term.weight * cells_[term.cell].value;
      }
    }
    // weight * x + rest lies within the bound.
    const double bound = relation.bound(cells_);
    if (std::abs(weight) < kNoise) return {};
    const double a = (-bound - rest) / weight;
    const double b = (bound - rest) / weight;
    return {std::min(a, b), std::max(a, b)};
  }

  // Values with which the relations of the cell hold, all but the `ignored`, and which it can have;
  // where the relations leave it free, only those of one wrong digit.
  std::vector<double> values_of(size_t cell, const Relations& ignored) const {
    Range range;
    for (const size_t r : touching_[cell]) {
      if (std::ranges::find(ignored, r) != ignored.end()) continue;
      const Range now = wanted(cell, net_.relations[r]);
      range.narrow(now.low, now.high);
    }
    std::vector<double> values;
    const auto add = [&](double value) {
      if (std::abs(value - net_.cells[cell].value) > kNoise && net_.may_be(cell, value))
        values.push_back(value);
    };
    if (range.high - range.low > kFree) {
      for (const double value : digit_variants(net_.cells[cell].value)) {
        if (value > range.low - kNoise && value < range.high + kNoise) add(value);
      }
      return values;
    }
    const auto first = std::lround(std::ceil(range.low * 100 - kNoise));
    const auto last = std::lround(std::floor(range.high * 100 + kNoise));
    for (long hundredths = first; hundredths <= last; ++hundredths)
      add(static_cast<double>(hundredths) / 100);
    return values;
  }

  // How likely the cell is printed wrong if it should have this value.
  double chance_of(size_t cell, double value) const {
    const ScoreCell& c = net_.cells[cell];
    const bool again = c.kind == ScoreCell::Kind::kRestated;
    const double slips = (again ? kMistypedAgain : kMistyped) + misread(c.evidence->confidence);
    double chance = slips * slip(c.value, value);
    if (!again && !c.is_item()) chance += kMiscalculated * miscalculation(c.value, value);
    const auto it =
        c.is_item() ? net_.respondents.find(c.code.instrument()) : net_.respondents.end();
    return it == net_.respondents.end() ? chance
                                        : chance * std::exp(log_gain(it->second, c.value, value));
  }

  double weight_of(const Suspect& suspect) const {
    double weight = 0;
    for (const double value : suspect.values) weight += chance_of(suspect.cell, value);
    return weight;
  }

  Relations within(const Relations& group, size_t cell) const {
    Relations out;
    for (const size_t r : group) {
      if (net_.relations[r].has(cell)) out.push_back(r);
    }
    return out;
  }

  // The suspects of the failing relations `group`; relations of the `ignored` that are not in it
  // are explained elsewhere.
  std::vector<Suspect> explain(const Relations& group, Relations ignored) {
    std::erase_if(ignored, [&](size_t r) { return std::ranges::find(group, r) != group.end(); });
    const std::set<size_t> cells = cells_of(group);
    std::vector<size_t> impossible;
    std::ranges::copy_if(cells, std::back_inserter(impossible),
                         [&](size_t cell) { return impossible_.contains(cell); });
    std::vector<Hypothesis> hypotheses;
    for (const size_t cell : cells) {
      if (within(group, cell).size() < group.size()) continue;
      add({{cell, 0, values_of(cell, ignored)}}, impossible, hypotheses);
    }
    if (hypotheses.empty()) {
      for (const size_t a : cells) {
        for (const size_t b : cells) {
          if (a < b) together(a, b, group, ignored, impossible, hypotheses);
        }
      }
    }
    return suspects_of(hypotheses);
  }

  // Two wrong cells that explain the group together.
  void together(size_t a, size_t b, const Relations& group, const Relations& ignored,
                const std::vector<size_t>& impossible, std::vector<Hypothesis>& hypotheses) {
    const Relations of_a = within(group, a);
    const Relations of_b = within(group, b);
    std::set<size_t> both(of_a.begin(), of_a.end());
    both.insert(of_b.begin(), of_b.end());
    if (both.size() < group.size()) return;
    Relations shared;
    std::ranges::copy_if(touching_[a], std::back_inserter(shared),
                         [&](size_t r) { return net_.relations[r].has(b); });
    if (shared.empty()) {
      add({{a, 0, values_of(a, ignored)}, {b, 0, values_of(b, ignored)}}, impossible, hypotheses);
      return;
    }
    Suspect first{a, 0, {}};
    Suspect second{b, 0, {}};
    Relations apart = ignored;
    apart.insert(apart.end(), shared.begin(), shared.end());
    // A mean follows from its terms, so it is the term that is tried.
    if (net_.cells[b].is_item() && !net_.cells[a].is_item()) {
      std::swap(a, b);
      std::swap(first, second);
    }
    for (const double value : values_of(a, apart)) {
      const double printed = cells_[a].value;
      cells_[a].value = value;
      const std::vector<double> values = values_of(b, ignored);
      cells_[a].value = printed;
      if (values.empty()) continue;
      first.values.push_back(value);
      second.values.insert(second.values.end(), values.begin(), values.end());
    }
    add({first, second}, impossible, hypotheses);
  }

  // A hypothesis counts if its cells can have other values and all impossible ones are among them.
  void add(std::vector<Suspect> suspects, const std::vector<size_t>& impossible,
           std::vector<Hypothesis>& hypotheses) const {
    Hypothesis hypothesis{std::move(suspects), 1};
    for (const Suspect& suspect : hypothesis.cells) {
      if (suspect.values.empty()) return;
      hypothesis.weight *= weight_of(suspect);
    }
    const bool all = std::ranges::all_of(impossible, [&](size_t cell) {
      return std::ranges::find(hypothesis.cells, cell, &Suspect::cell) != hypothesis.cells.end();
    });
    if (all) hypotheses.push_back(std::move(hypothesis));
  }

  static std::vector<Suspect> suspects_of(const std::vector<Hypothesis>& hypotheses) {
    double total = 0;
    std::map<size_t, Suspect> by_cell;
    for (const Hypothesis& hypothesis : hypotheses) {
      total += hypothesis.weight;
      for (const Suspect& one : hypothesis.cells) {
        Suspect& suspect = by_cell[one.cell];
        suspect.cell = one.cell;
        suspect.share += hypothesis.weight;
        for (const double value : one.values) {
          if (std::ranges::find(suspect.values, value) == suspect.values.end())
            suspect.values.push_back(value);
        }
      }
    }
    std::vector<Suspect> suspects;
    for (auto& [cell, suspect] : by_cell) {
      suspect.share /= total;
      suspects.push_back(std::move(suspect));
    }
    std::ranges::stable_sort(suspects, std::ranges::greater(), &Suspect::share);
    return suspects;
  }

  const ScoreNet& net_;
  std::vector<ScoreCell> cells_;     // as printed; one is changed while two are tried together
  std::vector<Relations> touching_;  // relations of each cell
  Relations failing_;
  std::set<size_t> impossible_;  // cells that cannot have their own value
};

}  // namespace

std::vector<std::vector<Suspect>> find_suspects(const ScoreNet& net) {
  return Detective(net).run();
}

}  // namespace prongsai
