// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prongsai {
namespace {

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-6; }

void add(std::vector<ScoreCell>& cells, ScoreCell::Kind kind, Sourced<double>& score,
         std::string path, int issue, int indicator, ItemCode code) {
  if (!score.value) return;
  ScoreCell cell;
  cell.kind = kind;
  cell.value = *score.value;
  cell.printed = &score.value;
  cell.evidence = &score.evidence;
  cell.path = std::move(path);
  cell.issue = issue;
  cell.indicator = indicator;
  cell.code = code;
  cells.push_back(std::move(cell));
}

size_t restated_by(const std::vector<ScoreCell>& cells, const Restatement& again) {
  const auto find = [&](const auto& fits) {
    const auto it = std::ranges::find_if(cells, fits);
    return it == cells.end() ? ScoreCell::kNone : static_cast<size_t>(it - cells.begin());
  };
  using Kind = ScoreCell::Kind;
  switch (again.of) {
    case Restatement::Of::kOverall:
      return find([](const ScoreCell& c) { return c.kind == Kind::kOverall; });
    case Restatement::Of::kIndicator:
      return find([&](const ScoreCell& c) {
        return c.kind == Kind::kIndicator && c.indicator == again.indicator;
      });
    case Restatement::Of::kIssueAverage:
      return find(
          [&](const ScoreCell& c) { return c.kind == Kind::kAverage && c.issue == again.issue; });
    case Restatement::Of::kItem:
      break;
  }
  const size_t here = find([&](const ScoreCell& c) {
    return c.is_item() && c.code == again.code && c.issue == again.issue;
  });
  if (here != ScoreCell::kNone) return here;
  return find([&](const ScoreCell& c) { return c.is_item() && c.code == again.code; });
}

// Scores are printed to so many places in the whole document; a whole number among scores with
// decimals is exact ("100").
void set_units(std::vector<ScoreCell>& cells) {
  int most = 0;
  for (const ScoreCell& cell : cells) most = std::max(most, decimals_of(cell.value));
  for (ScoreCell& cell : cells) {
    if (most > 0 && cell.is_item() && is_whole(cell.value)) continue;
    cell.half_unit = 0.5 * std::pow(10.0, -most);
  }
}

}  // namespace

int decimals_of(double value) { return is_whole(value) ? 0 : is_whole(value * 10) ? 1 : 2; }

std::vector<ScoreCell> score_cells(Record& record) {
  using Kind = ScoreCell::Kind;
  std::vector<ScoreCell> cells;
  add(cells, Kind::kOverall, record.overall.score, "/overall/score", 0, 0, {});
  for (size_t i = 0; i < record.indicators.size(); ++i) {
    IndicatorResult& indicator = record.indicators[i];
    add(cells, Kind::kIndicator, indicator.result.score, fmt::format("/indicators/{}/score", i), 0,
        indicator.number.value.value_or(0), {});
  }
  for (size_t i = 0; i < record.issues.size(); ++i) {
    IssueResult& issue = record.issues[i];
    const int number = issue.number.value.value_or(0);
    for (size_t j = 0; j < issue.items.size(); ++j) {
      ItemResult& item = issue.items[j];
      if (!item.code.value) continue;
      add(cells, Kind::kItem, item.result.score, fmt::format("/issues/{}/items/{}/score", i, j),
          number, 0, *item.code.value);
    }
    add(cells, Kind::kAverage, issue.average.score, fmt::format("/issues/{}/average/score", i),
        number, 0, {});
  }
  for (Restatement& again : record.restatements) {
    const size_t of = restated_by(cells, again);
    if (of == ScoreCell::kNone) continue;
    ScoreCell cell = cells[of];
    cell.kind = Kind::kRestated;
    cell.value = again.score;
    cell.printed = nullptr;
    cell.evidence = &again.evidence;
    cell.restates = of;
    cells.push_back(std::move(cell));
  }
  set_units(cells);
  return cells;
}

}  // namespace prongsai
