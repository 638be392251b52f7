// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/item_checks.h"
#include "model/new_check.h"
#include "model/score_trust.h"
#include "model/similarity.h"
#include "model/text.h"

namespace prongsai {
namespace {

// Whether the spelling is of another name: not the same, nor cut short by a line's end, nor with
// the sentence going on behind it.
bool is_other_name(const std::string& spelling, const std::string& name) {
  if (name.starts_with(spelling)) return false;
  if (!spelling.starts_with(name)) return true;
  const std::string_view rest = std::string_view(spelling).substr(name.size());
  return !rest.starts_with(" ") && !rest.starts_with("อยู่");
}

class Checker {
 public:
  Checker(const Framework& framework, Record& record) : framework_(framework), record_(record) {}

  void run() {
    ScoreNet net = score_net(framework_, record_);
    auto suspects = find_suspects(net);
    if (repair_scores(net, suspects) > 0) {
      net = score_net(framework_, record_);
      suspects = find_suspects(net);
    }
    settle_trust(net, suspects);
    relations(net);
    respondents(net);
    answers_of_oit(net);
    check_items(framework_, record_);
    level_of_overall();
    names_and_years();
  }

 private:
  void relations(const ScoreNet& net) {
    for (const Relation& relation : net.relations) {
      const ScoreCell& cell = net.cells[relation.result];
      const double computed = relation.computed(net.cells);
      add(relation.rule->name, cell.path,
          {cell.value, std::round(computed * 10000) / 10000, relation.holds(net.cells)},
          fmt::format("{}: printed {:.2f}, computed {:.4f} (within {:.4f})", relation.message,
                      cell.value, computed, relation.bound(net.cells)));
    }
  }

  // Every score of a survey against the number of its respondents.
  void respondents(const ScoreNet& net) {
    for (const auto& [instrument, found] : net.respondents) {
      std::vector<double> scores;
      for (const ScoreCell& cell : net.cells) {
        if (cell.is_item() && cell.code.instrument() == instrument) scores.push_back(cell.value);
      }
      const double power = detection_power(scores, 0.005, found.scale, found.count);
      for (size_t i = 0; i < net.cells.size(); ++i) {
        const ScoreCell& cell = net.cells[i];
        if (!cell.is_item() || cell.code.instrument() != instrument) continue;
        const bool agrees = net.may_be(i, cell.value);
        add("respondents", cell.path,
            {cell.value, agrees ? cell.value : nearest_mean(cell.value, found.scale, found.count),
             agrees},
            fmt::format("{} scores are means over {} respondents, or a multiple; chance {:.0e}; of "
                        "single wrong digits {:.0f} % would show",
                        instrument_name(instrument), found.count, found.chance, 100 * power));
      }
    }
  }

  // What a document shows or does not scores 0 or 100.
  void answers_of_oit(const ScoreNet& net) {
    if (!net.zero_or_hundred) return;
    for (size_t i = 0; i < net.cells.size(); ++i) {
      const ScoreCell& cell = net.cells[i];
      if (!cell.is_item() || cell.code.instrument() != Instrument::kOit || cell.value > 100 ||
          net.may_be(i, cell.value))
        continue;
      add("oit_zero_or_hundred", cell.path, {cell.value, cell.value < 50 ? 0.0 : 100.0, false},
          "scores of the OIT are 0 or 100, seldom 50");
    }
  }

  void level_of_overall() {
    const Result& overall = record_.overall;
    if (!overall.score.value || !overall.level.value) return;
    for (const LevelSet& set : codebook().level_sets) {
      if (std::find(set.years.begin(), set.years.end(), framework_.fiscal_year) == set.years.end())
        continue;
      const auto level = std::find_if(set.levels.begin(), set.levels.end(), [&](const Level& l) {
        return l.name == *overall.level.value;
      });
      if (level == set.levels.end() || !level->least) continue;
      const auto right = std::find_if(set.levels.begin(), set.levels.end(), [&](const Level& l) {
        return l.least && *overall.score.value >= *l.least;
      });
      if (right == set.levels.end()) continue;
      add("level_matches_score", "/overall/level", {*overall.level.value, right->name},
          "level of the overall score");
    }
  }

  void add(std::string rule, std::string path, const Compared& numbers, std::string message) {
    record_.checks.push_back(
        new_check(std::move(rule), std::move(path), numbers, std::move(message)));
  }
  void add(std::string rule, std::string path, ComparedTexts texts, std::string message) {
    record_.checks.push_back(
        new_check(std::move(rule), std::move(path), std::move(texts), std::move(message)));
  }

  void names_and_years() {
    Agency& agency = record_.agency;
    if (agency.name.value) {
      const auto other = std::find_if(
          agency.variants.begin(), agency.variants.end(),
          [&](const Agency::Variant& v) { return is_other_name(v.text, *agency.name.value); });
      const bool same = other == agency.variants.end();
      add("agency_consistent", "/agency/name",
          {*agency.name.value, same ? *agency.name.value : other->text},
          same ? "one spelling throughout" : fmt::format("also printed \"{}\"", other->text));
    }
    place("/agency/district", agency.district, agency.districts);
    place("/agency/province", agency.province, agency.provinces);
    if (record_.assessed_year.value && record_.framework.value) {
      Check check;
      check.rule = "year_consistent";
      check.path = "/assessed_year";
      check.reported = *record_.assessed_year.value;
      check.computed = *record_.framework.value;
      check.agrees = check.reported == check.computed;
      check.message = "the items are those of this fiscal year";
      if (!check.agrees) record_.assessed_year.evidence.trust = Trust::kConflicting;
      record_.checks.push_back(std::move(check));
    }
  }

  // Another district, or a province that is spelt otherwise; another province altogether is but
  // mentioned.
  void place(const char* path, Sourced<std::string>& chosen,
             const std::vector<Agency::Variant>& spellings) {
    const double same = path == std::string_view("/agency/district") ? 0 : 0.5;
    constexpr std::string_view kCapital = "เมือง";  // short for the capital district
    if (!chosen.value || spellings.empty()) return;
    const std::u32string name = fold_points(*chosen.value);
    for (const Agency::Variant& other : spellings) {
      if (other.text == *chosen.value || other.text == kCapital ||
          similarity(fold_points(other.text), name) < same)
        continue;
      add("agency_consistent", path, {*chosen.value, other.text},
          fmt::format("printed \"{}\" too", other.text));
      return;
    }
  }

  const Framework& framework_;
  Record& record_;
};

}  // namespace

void run_checks(const Framework& framework, Record& record) { Checker(framework, record).run(); }

}  // namespace prongsai
