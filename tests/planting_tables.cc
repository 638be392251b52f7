// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "model/read_record.h"
#include "tests/planting.h"

namespace prongsai::tests {
namespace {

using Trusts = std::map<std::string, Trust>;

// The scores that are said with confidence.
struct Said {
  std::map<std::string, double> scores;
  Trusts trusts;
};

Said said_by(Record record) {
  Said said;
  for (const ScoreCell& cell : score_cells(record)) {
    if (cell.printed == nullptr || !said.scores.emplace(key_of(cell), cell.value).second) continue;
    said.trusts.emplace(key_of(cell), cell.evidence->trust);
  }
  return said;
}

// Reads the changed blocks and compares with what the document prints.
void judge(const Specimen& specimen, const std::vector<Block>& changed, Tally& tally) {
  const Record record = read_record(changed, {specimen.framework->fiscal_year});
  const Said said = said_by(record);
  ++tally.all;
  bool wrong = false;
  bool silent = false;
  bool verified = false;
  for (const auto& [key, score] : said.scores) {
    const auto right = specimen.truth.find(key);
    if (right != specimen.truth.end() && std::abs(right->second - score) < 1e-6) continue;
    wrong = true;
    const Trust trust = said.trusts.at(key);
    verified = verified || trust == Trust::kVerified;
    silent = silent || trust == Trust::kVerified || trust == Trust::kPlausible;
  }
  const bool fewer = said.scores.size() < specimen.truth.size();
  const bool fails = shows_more(failing_checks(record), specimen.failing);
  const bool harmless = !wrong && !fewer;
  tally.harmless += harmless;
  tally.seen += harmless || fails || (wrong && !silent && !fewer);
  tally.verified_wrong += verified;
  tally.silent += silent && !fails;
}

// The tables, and rows in them, that scores of items were read from, by the places of the scores.
struct Place {
  size_t block = 0;
  size_t row = 0;
};

bool holds(const Row& row, const Evidence& evidence) {
  if (!evidence.box || row.page != evidence.page) return false;
  return std::ranges::any_of(row.cells, [&](const Cell& cell) {
    return std::ranges::any_of(cell.lines, [&](const Line& line) {
      return line.box && line.box->y0 - 1 <= evidence.box->y0 &&
             evidence.box->y1 <= line.box->y1 + 1 && line.box->x0 - 1 <= evidence.box->x0 &&
             evidence.box->x1 <= line.box->x1 + 1;
    });
  });
}

std::vector<Place> places_of_scores(const Specimen& specimen) {
  std::vector<Place> places;
  Record record = specimen.record;
  std::set<std::pair<size_t, size_t>> seen;
  for (const ScoreCell& cell : score_cells(record)) {
    if (!cell.is_item()) continue;
    for (size_t b = 0; b < specimen.blocks.size(); ++b) {
      const Table* table = std::get_if<Table>(&specimen.blocks[b]);
      if (table == nullptr) continue;
      for (size_t r = 0; r < table->rows.size(); ++r) {
        if (holds(table->rows[r], *cell.evidence) && seen.emplace(b, r).second)
          places.push_back({b, r});
      }
    }
  }
  return places;
}

void shift(Table& table, Row& row) {
  for (Cell& cell : row.cells) ++cell.column;
  if (!row.cells.empty() && row.cells.back().column >= table.columns) row.cells.pop_back();
}

void swap_columns(Table& table, size_t first_row, int left) {
  for (size_t r = first_row; r < table.rows.size(); ++r) {
    for (Cell& cell : table.rows[r].cells) {
      if (cell.column_span != 1) continue;
      if (cell.column == left) {
        cell.column = left + 1;
      } else if (cell.column == left + 1) {
        cell.column = left;
      }
    }
    std::ranges::sort(table.rows[r].cells, {}, &Cell::column);
  }
}

}  // namespace

void plant_in_tables(const Specimen& specimen, TableTallies& tallies) {
  std::set<std::pair<size_t, int>> swapped;
  for (const Place& place : places_of_scores(specimen)) {
    std::vector<Block> blocks = specimen.blocks;
    auto& table = std::get<Table>(blocks[place.block]);
    shift(table, table.rows[place.row]);
    judge(specimen, blocks, tallies.row_shifted);
    // From the first row with a score on, each pair of neighbours once.
    for (int column = 0; column + 1 < table.columns; ++column) {
      if (!swapped.emplace(place.block, column).second) continue;
      std::vector<Block> others = specimen.blocks;
      swap_columns(std::get<Table>(others[place.block]), place.row, column);
      judge(specimen, others, tallies.columns_swapped);
    }
  }
}

}  // namespace prongsai::tests
