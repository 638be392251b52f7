// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_blame.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace prongsai {
namespace {

constexpr size_t kMostValues = 400;  // that are tried for one cell

// How likely a cell is wrong before its neighbours are asked.
constexpr double kMiscalculated = 0.01;  // by who wrote the report
constexpr double kMistyped = 0.002;
constexpr double kMistypedAgain = 0.004;  // where it is said once more
constexpr double kMoreThanADigit = 0.15;  // of that, if not just one digit is wrong

double misread(double confidence) {
  if (confidence >= 0.995) return 0;
  return confidence < 0.6 ? 0.3 : confidence < 0.9 ? 0.03 : 0.003;
}

struct Range {
  double low = 0;
  double high = 100;
  void narrow(double from, double to) {
    low = std::max(low, from);
    high = std::min(high, to);
  }
};

class Detective {
 public:
  explicit Detective(const ScoreNet& net) : net_(net), touching_(net.cells.size()) {
    for (size_t r = 0; r < net.relations.size(); ++r) {
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
    std::set<size_t> explained;
    for (const std::vector<size_t>& group : groups_of_failing()) {
      std::vector<Suspect> together = suspects_of(group);
      if (!together.empty()) {
        groups.push_back(std::move(together));
        continue;
      }
      for (const size_t relation : group) {
        std::vector<Suspect> alone = suspects_of({relation});
        if (alone.empty()) alone.push_back({net_.relations[relation].result, 1, {}});
        groups.push_back(std::move(alone));
      }
    }
    for (const auto& group : groups) {
      for (const Suspect& suspect : group) explained.insert(suspect.cell);
    }
    for (const size_t cell : impossible_) {
      if (!explained.contains(cell)) groups.push_back({{cell, 1, values_of(cell)}});
    }
    return groups;
  }

 private:
  std::set<size_t> cells_of(size_t relation) const {
    std::set<size_t> cells = {net_.relations[relation].result};
    for (const Relation::Term& term : net_.relations[relation].terms) cells.insert(term.cell);
    return cells;
  }

  // Failing relations that share cells.
  std::vector<std::vector<size_t>> groups_of_failing() const {
    std::vector<std::vector<size_t>> groups;
    std::vector<std::set<size_t>> cells;
    for (const size_t relation : failing_) {
      std::vector<size_t> group = {relation};
      std::set<size_t> own = cells_of(relation);
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
    double rest = relation.result == cell ? 0 : net_.cells[relation.result].value;
    for (const Relation::Term& term : relation.terms) {
      if (term.cell == cell) {
        weight -= term.weight;
      } else {
        rest -= term.weight * net_.cells[term.cell].value;
      }
    }
    // weight * x + rest lies within the bound.
    const double bound = relation.bound(net_.cells);
    if (std::abs(weight) < kNoise) return {};
    const double a = (-bound - rest) / weight;
    const double b = (bound - rest) / weight;
    return {std::min(a, b), std::max(a, b)};
  }

  // Values with which all relations of the cell hold and which it can have.
  std::vector<double> values_of(size_t cell) const {
    Range range;
    for (const size_t r : touching_[cell]) {
      const Range now = wanted(cell, net_.relations[r]);
      range.narrow(now.low, now.high);
    }
    std::vector<double> values;
    const auto first = std::lround(std::ceil(range.low * 100 - kNoise));
    const auto last = std::lround(std::floor(range.high * 100 + kNoise));
    if (last - first > 10'000) return values;
    for (long hundredths = first; hundredths <= last && values.size() < kMostValues; ++hundredths) {
      const double value = static_cast<double>(hundredths) / 100;
      if (std::abs(value - net_.cells[cell].value) > kNoise && net_.may_be(cell, value))
        values.push_back(value);
    }
    return values;
  }

  double weight_of(size_t cell, const std::vector<double>& values) const {
    const ScoreCell& c = net_.cells[cell];
    double mistyped = kMistyped;
    if (c.kind == ScoreCell::Kind::kRestated) mistyped = kMistypedAgain;
    const bool sum = c.kind != ScoreCell::Kind::kRestated && !c.is_item();
    const std::vector<double> variants = digit_variants(c.value);
    const bool digit = std::ranges::any_of(values, [&](double value) {
      return std::ranges::any_of(variants, [&](double v) { return std::abs(v - value) < kNoise; });
    });
    const double slip =
        (mistyped + misread(c.evidence->confidence)) * (digit ? 1 : kMoreThanADigit);
    return slip + (sum ? kMiscalculated : 0);
  }

  std::vector<Suspect> suspects_of(const std::vector<size_t>& group) const {
    std::set<size_t> common = cells_of(group.front());
    std::set<size_t> impossible;
    for (const size_t relation : group) {
      const std::set<size_t> own = cells_of(relation);
      std::erase_if(common, [&](size_t cell) { return !own.contains(cell); });
      for (const size_t cell : own) {
        if (impossible_.contains(cell)) impossible.insert(cell);
      }
    }
    std::vector<Suspect> suspects;
    double total = 0;
    for (const size_t cell : common) {
      if (!impossible.empty() && (impossible.size() > 1 || !impossible.contains(cell))) continue;
      std::vector<double> values = values_of(cell);
      if (values.empty()) continue;
      const double weight = weight_of(cell, values);
      total += weight;
      suspects.push_back({cell, weight, std::move(values)});
    }
    for (Suspect& suspect : suspects) suspect.share /= total;
    std::ranges::sort(suspects, std::ranges::greater(), &Suspect::share);
    return suspects;
  }

  const ScoreNet& net_;
  std::vector<std::vector<size_t>> touching_;  // relations of each cell
  std::vector<size_t> failing_;
  std::set<size_t> impossible_;  // cells that cannot have their own value
};

AnswerScale scale_of(int year) {
  return year <= 2566 ? AnswerScale::kFourSteps : AnswerScale::kSixSteps;
}

}  // namespace

bool ScoreNet::may_be(size_t cell, double value) const {
  if (value < -kNoise || value > 100 + kNoise) return false;
  const ScoreCell& c = cells[cell];
  if (c.code.number == 0) return true;
  const Instrument instrument = c.code.instrument();
  if (instrument == Instrument::kOit)
    return !zero_or_hundred || std::abs(std::remainder(value, 50)) < kNoise;
  const auto it = respondents.find(instrument);
  if (it == respondents.end()) return true;
  const double half_unit = c.half_unit > 0 ? c.half_unit : 0.005;
  return may_be_mean(value, half_unit, it->second.scale, it->second.count);
}

ScoreNet score_net(const Framework& framework, Record& record) {
  ScoreNet net;
  net.cells = score_cells(record);
  net.relations = score_relations(framework, net.cells);
  size_t others = 0;
  size_t oit = 0;
  std::map<Instrument, std::vector<double>> scores;
  std::set<ItemCode> seen;  // an item that stands in two issues counts once
  double half_unit = 0;
  for (const ScoreCell& cell : net.cells) {
    half_unit = std::max(half_unit, cell.half_unit);
    if (!cell.is_item() || !seen.insert(cell.code).second) continue;
    if (cell.code.instrument() == Instrument::kOit) {
      ++oit;
      others += std::abs(std::remainder(cell.value, 50)) < kNoise ? 0 : 1;
    } else {
      scores[cell.code.instrument()].push_back(cell.value);
    }
  }
  net.zero_or_hundred = framework.fiscal_year >= 2567 && oit >= 5 && others * 8 <= oit;
  for (const auto& [instrument, values] : scores) {
    // How people answered the EIT of FY2566 is not known.
    const bool known = framework.fiscal_year >= 2567 || instrument == Instrument::kIit;
    if (!known) continue;
    if (auto found = infer_respondents(values, half_unit, scale_of(framework.fiscal_year)))
      net.respondents.emplace(instrument, *found);
  }
  return net;
}

std::vector<std::vector<Suspect>> find_suspects(const ScoreNet& net) {
  return Detective(net).run();
}

}  // namespace prongsai
