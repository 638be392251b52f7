// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_relations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "model/number.h"

namespace prongsai {
namespace {

constexpr double kThird = 1.0 / 3;

const ScoreRule* rule_of(std::string_view name, int year) {
  for (const ScoreRule& rule : score_rules()) {
    if (rule.name == name && year >= rule.first_year && year <= rule.last_year) return &rule;
  }
  return nullptr;
}

class Builder {
 public:
  Builder(const Framework& framework, const std::vector<ScoreCell>& cells)
      : framework_(framework), cells_(cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
      const ScoreCell& cell = cells[i];
      if (cell.kind == ScoreCell::Kind::kIndicator) indicators_.emplace(cell.indicator, i);
      if (cell.is_item()) items_[cell.code].push_back(i);
    }
  }

  std::vector<Relation> build() {
    indicators_from_items();
    overall_from_indicators();
    issue_averages();
    items_in_two_issues();
    restatements();
    return std::move(relations_);
  }

 private:
  void add(const ScoreRule* rule, size_t result, std::vector<Relation::Term> terms,
           std::string message, bool sound = true) {
    if (rule == nullptr || terms.empty()) return;
    relations_.push_back({rule, result, std::move(terms), std::move(message), sound});
  }

  // The mean of these items, each with its share of `weight`; empty if one is not printed.
  std::vector<Relation::Term> mean(const std::vector<ItemCode>& codes, double weight) const {
    std::vector<Relation::Term> terms;
    for (const ItemCode& code : codes) {
      const auto it = items_.find(code);
      if (it == items_.end()) return {};
      terms.push_back({it->second.front(), weight / static_cast<double>(codes.size())});
    }
    return terms;
  }

  // Indicator 9 is the mean of its sub-indicators where the codebook knows their items.
  std::vector<Relation::Term> mean_of_sub_indicators(int indicator) const {
    std::vector<const SubIndicator*> subs;
    for (const SubIndicator& sub : framework_.sub_indicators) {
      if (sub.indicator == indicator) subs.push_back(&sub);
    }
    std::vector<Relation::Term> terms;
    for (const SubIndicator* sub : subs) {
      const auto more = mean(sub->items, 1.0 / static_cast<double>(subs.size()));
      if (more.empty()) return {};
      terms.insert(terms.end(), more.begin(), more.end());
    }
    return terms;
  }

  void indicators_from_items() {
    for (const auto& [number, cell] : indicators_) {
      const Indicator* indicator = framework_.find_indicator(number);
      // The EIT has a second part that reports do not print by item.
      if (indicator == nullptr || indicator->instrument == Instrument::kEit) continue;
      std::vector<ItemCode> codes;
      for (const Item& item : framework_.items) {
        if (item.indicator == number) codes.push_back(item.code);
      }
      std::vector<Relation::Term> terms;
      if (indicator->instrument == Instrument::kOit) terms = mean_of_sub_indicators(number);
      if (terms.empty()) terms = mean(codes, 1);
      add(rule_of("indicator_from_items", framework_.fiscal_year), cell, std::move(terms),
          fmt::format("indicator {} is the mean of its items", number));
    }
  }

  void overall_from_indicators() {
    if (cells_.empty() || cells_.front().kind != ScoreCell::Kind::kOverall) return;
    std::vector<Relation::Term> terms;
    for (const InstrumentInfo& info : codebook().instruments) {
      for (const int number : info.indicators) {
        const auto it = indicators_.find(number);
        if (it == indicators_.end()) return;
        terms.push_back({it->second, info.weight / static_cast<double>(info.indicators.size())});
      }
    }
    add(rule_of("overall_from_indicators", framework_.fiscal_year), 0, std::move(terms),
        "overall is 30/30/40 of the instruments");
  }

  void issue_averages() {
    for (size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].kind != ScoreCell::Kind::kAverage) continue;
      std::vector<Relation::Term> terms;
      bool sound = true;
      for (size_t k = 0; k < cells_.size(); ++k) {
        if (!cells_[k].is_item() || cells_[k].issue != cells_[i].issue) continue;
        terms.push_back({k, 0});
        sound = sound && belongs(cells_[k]);
      }
      for (Relation::Term& term : terms) term.weight = 1.0 / static_cast<double>(terms.size());
      std::string message =
          fmt::format("average of issue {} over its {} items", cells_[i].issue, terms.size());
      add(rule_of("issue_average", framework_.fiscal_year), i, std::move(terms), std::move(message),
          sound);
    }
  }

  // Whether the codebook has the item in this issue, or does not know.
  bool belongs(const ScoreCell& cell) const {
    const Item* item = framework_.find(cell.code);
    return item != nullptr && (item->issues.empty() ||
                               std::ranges::find(item->issues, cell.issue) != item->issues.end());
  }

  void items_in_two_issues() {
    for (const auto& [code, places] : items_) {
      for (size_t i = 1; i < places.size(); ++i) {
        add(rule_of("item_in_two_issues", framework_.fiscal_year), places[i], {{places[0], 1}},
            fmt::format("{} stands in issue {} too", code.text(), cells_[places[0]].issue));
      }
    }
  }

  void restatements() {
    for (size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].restates == ScoreCell::kNone) continue;
      add(rule_of("restated_score", framework_.fiscal_year), cells_[i].restates, {{i, 1}},
          fmt::format("printed again on page {} as \"{}\"", cells_[i].evidence->page,
                      cells_[i].evidence->text));
    }
  }

  const Framework& framework_;
  const std::vector<ScoreCell>& cells_;
  std::map<int, size_t> indicators_;
  std::map<ItemCode, std::vector<size_t>> items_;  // in the order of the issues
  std::vector<Relation> relations_;
};

}  // namespace

const std::vector<ScoreRule>& score_rules() {
  static const std::vector<ScoreRule> rules = {
      {"indicator_from_items",
       2567,
       2568,
       "confirmed",
       "closes on every IIT indicator and on the OIT of the published reports of these years",
       ScoreLaw::kSum,
       88.13,
       {81.25, 86.25, 96.88},
       {kThird, kThird, kThird}},
      {"overall_from_indicators",
       2564,
       2568,
       "confirmed",
       "weights 30/30/40 of the NACC's manual; 32 of 34 published rows of FY2564-2565 close",
       ScoreLaw::kSum,
       86.63,
       {95.19, 81.84, 83.81},
       {0.3, 0.3, 0.4}},
      {"issue_average",
       2560,
       2600,
       "confirmed",
       "means printed under the items of an issue",
       ScoreLaw::kSum,
       87.28,
       {74.55, 97.58, 89.70},
       {kThird, kThird, kThird}},
      {"item_in_two_issues",
       2560,
       2600,
       "confirmed",
       "one question has one score",
       ScoreLaw::kSame,
       100,
       {100},
       {1}},
      {"restated_score",
       2560,
       2600,
       "confirmed",
       "one score is printed twice",
       ScoreLaw::kSame,
       97.22,
       {97.22},
       {1}},
  };
  return rules;
}

bool Relation::has(size_t cell) const {
  return result == cell ||
         std::ranges::any_of(terms, [&](const Term& term) { return term.cell == cell; });
}

double Relation::computed(const std::vector<ScoreCell>& cells) const {
  double sum = 0;
  for (const Term& term : terms) sum += term.weight * cells[term.cell].value;
  return sum;
}

double Relation::bound(const std::vector<ScoreCell>& cells) const {
  if (rule->law == ScoreLaw::kSame) return kNoise;
  double sum = cells[result].half_unit;
  for (const Term& term : terms) sum += term.weight * cells[term.cell].half_unit;
  return sum + kNoise;
}

bool Relation::holds(const std::vector<ScoreCell>& cells) const {
  return std::abs(cells[result].value - computed(cells)) <= bound(cells);
}

std::vector<Relation> score_relations(const Framework& framework,
                                      const std::vector<ScoreCell>& cells) {
  return Builder(framework, cells).build();
}

}  // namespace prongsai
