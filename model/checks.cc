// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/column_checks.h"
#include "model/item_checks.h"
#include "model/level_check.h"
#include "model/name_checks.h"
#include "model/new_check.h"
#include "model/score_trust.h"
#include "model/year_checks.h"

namespace prongsai {
namespace {

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
    check_columns(record_);
    check_level(framework_, record_);
    check_names(record_);
    check_years(record_);
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
      const double power = share_shown(net, instrument);
      for (size_t i = 0; i < net.cells.size(); ++i) {
        const ScoreCell& cell = net.cells[i];
        if (!cell.is_item() || cell.code.instrument() != instrument) continue;
        const bool agrees = net.may_be(i, cell.value);
        add("respondents", cell.path,
            {cell.value, agrees ? cell.value : nearest_mean(cell.value, found.scale, found.count()),
             agrees},
            fmt::format("{} scores are means over {} respondents, or a multiple; chance {:.0e}; of "
                        "single wrong digits {:.0f} % would show",
                        instrument_name(instrument), found.count(), found.chance, 100 * power));
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

  void add(std::string rule, std::string path, const Compared& numbers, std::string message) {
    record_.checks.push_back(
        new_check(std::move(rule), std::move(path), numbers, std::move(message)));
  }

  const Framework& framework_;
  Record& record_;
};

}  // namespace

void run_checks(const Framework& framework, Record& record) { Checker(framework, record).run(); }

}  // namespace prongsai
