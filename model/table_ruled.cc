// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_ruled.h"

#include <algorithm>
#include <cmath>

#include "model/lines_paragraph.h"
#include "model/lines_shape.h"
#include "model/table_columns.h"

namespace prongsai {
namespace {

constexpr double kNarrowestGutter = 0.6;  // ems
constexpr double kSameEnd = 4;            // points, between the ends of stacked rules
constexpr size_t kToleratedShare = 8;     // one line in so many may cross a gutter
constexpr size_t kFewestRowsToSplit = 3;

size_t index_of(const std::vector<double>& edges, double place) {
  const auto it = std::upper_bound(edges.begin() + 1, edges.end() - 1, place);
  return static_cast<size_t>(it - edges.begin()) - 1;
}

struct Area {
  size_t row = 0;
  size_t column = 0;
  size_t row_span = 1;
  size_t column_span = 1;
  std::vector<PlacedWord> words;
};

struct Areas {
  std::vector<Area> all;       // by row, then column
  std::vector<size_t> owners;  // of each elementary cell
};

// Joins elementary cells without a wall between them: first to the right, then down as long as
// the whole width is open.
Areas merge_cells(const Grid& grid) {
  const size_t columns = grid.columns();
  const size_t rows = grid.rows();
  constexpr size_t kNone = static_cast<size_t>(-1);
  Areas out;
  out.owners.assign(rows * columns, kNone);
  const auto free_at = [&](size_t r, size_t c) { return out.owners[r * columns + c] == kNone; };
  for (size_t r = 0; r < rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      if (!free_at(r, c)) continue;
      Area area{r, c, 1, 1, {}};
      while (c + area.column_span < columns && free_at(r, c + area.column_span) &&
             !grid.right(r, c + area.column_span - 1)) {
        ++area.column_span;
      }
      const size_t last = c + area.column_span - 1;
      const auto open_below = [&](size_t row) {
        for (size_t k = c; k <= last; ++k) {
          if (grid.below(row, k) || !free_at(row + 1, k)) return false;
          if (k < last && grid.right(row + 1, k)) return false;
        }
        return last + 1 == columns || grid.right(row + 1, last);
      };
      while (r + area.row_span < rows && open_below(r + area.row_span - 1)) ++area.row_span;
      for (size_t i = r; i < r + area.row_span; ++i) {
        for (size_t k = c; k <= last; ++k) out.owners[i * columns + k] = out.all.size();
      }
      out.all.push_back(std::move(area));
    }
  }
  return out;
}

// The grid without edges that separate only empty cells and do not run through: arrows and bars
// of time plans, strokes through unused cells.
Grid without_drawings(const Grid& grid, const std::vector<PlacedWord>& words) {
  const size_t columns = grid.columns();
  std::vector<char> filled(grid.rows() * columns);
  for (const PlacedWord& placed : words) {
    filled[index_of(grid.ys, placed.box.center_y()) * columns +
           index_of(grid.xs, placed.box.center_x())] = 1;
  }
  Grid out{grid.xs, {grid.ys[0]}, {}, {}};
  std::vector<char> above;  // which cells of the row that is being put together have text
  for (size_t r = 0; r < grid.rows(); ++r) {
    const auto row = [&](const std::vector<char>& cells, size_t i) {
      return cells.begin() + static_cast<std::ptrdiff_t>(i * columns);
    };
    bool through = r == 0;
    bool apart = false;  // text stands on one side of a wall
    if (r > 0) {
      const auto walls = row(grid.wall_below, r - 1);
      through = std::all_of(walls, walls + static_cast<std::ptrdiff_t>(columns),
                            [](char wall) { return wall != 0; });
      for (size_t c = 0; c < columns; ++c) {
        if (grid.below(r - 1, c) && (above[c] || filled[r * columns + c])) apart = true;
      }
    }
    if (through || apart) {
      if (r > 0) out.ys.push_back(grid.ys[r]);
      above.assign(columns, 0);
      out.wall_right.insert(out.wall_right.end(), row(grid.wall_right, r),
                            row(grid.wall_right, r + 1));
      out.wall_below.insert(out.wall_below.end(), row(grid.wall_below, r),
                            row(grid.wall_below, r + 1));
    } else {
      for (size_t c = 0; c < columns; ++c) {
        const size_t i = out.wall_right.size() - columns + c;
        out.wall_right[i] = out.wall_right[i] || grid.right(r, c);
        out.wall_below[i] = grid.below(r, c);
      }
    }
    for (size_t c = 0; c < columns; ++c) above[c] = above[c] || filled[r * columns + c];
  }
  out.ys.push_back(grid.ys.back());
  return out;
}

Box box_of(const Grid& grid, const Area& area) {
  return {grid.xs[area.column], grid.ys[area.row], grid.xs[area.column + area.column_span],
          grid.ys[area.row + area.row_span]};
}

// Rows of text in a row of cells that no rule separates: only where numbers or codes stand below
// one another, each beside text of its own.
std::vector<std::vector<TextLine>> split_row(const Grid& grid, const std::vector<Area*>& areas) {
  std::vector<PlacedWord> words;
  for (const Area* area : areas) {
    if (area->row_span != 1 || area->column_span != 1) return {};
    for (const PlacedWord& placed : area->words) {
      if (placed.rotation != 0) return {};
      words.push_back(placed);
    }
  }
  const auto lines = group_lines(std::move(words));
  RowCut cut = cut_rows(lines, grid.xs);
  if (!cut.has_numbers || cut.header_rows > 0 || cut.rows.size() < kFewestRowsToSplit) return {};
  for (const auto& row : cut.rows) {
    size_t most = 0;
    for (const TextLine& line : row) most = std::max(most, cut_line(line, grid.xs).size());
    if (most < 2 || most < grid.columns() / 2) return {};
  }
  return std::move(cut.rows);
}

// Whether rows may have been left without rules: a grid of a header and one tall row.
bool rows_may_be_open(const Grid& grid) { return grid.rows() <= 3; }

}  // namespace

std::optional<Table> ruled_table(const Grid& drawn, const std::vector<PlacedWord>& words,
                                 int page) {
  if (drawn.columns() < 2) {
    const std::vector<double> inner(drawn.ys.begin() + 1, drawn.ys.end() - 1);
    return partly_ruled_table(drawn.box(), inner, words, page);
  }
  const Grid grid = without_drawings(drawn, words);
  Areas areas = merge_cells(grid);
  for (const PlacedWord& placed : words) {
    const size_t row = index_of(grid.ys, placed.box.center_y());
    const size_t column = index_of(grid.xs, placed.box.center_x());
    areas.all[areas.owners[row * grid.columns() + column]].words.push_back(placed);
  }
  const auto filled =
      std::ranges::count_if(areas.all, [](const Area& area) { return !area.words.empty(); });
  const bool large = grid.rows() > 1 && grid.columns() > 2;
  if (filled == 0 || (filled == 1 && !large)) return std::nullopt;

  Table table;
  table.columns = static_cast<int>(grid.columns());
  table.column_edges = grid.xs;
  table.source = TableSource::kRuled;
  size_t next = 0;
  for (size_t r = 0; r < grid.rows(); ++r) {
    std::vector<Area*> begun;
    for (; next < areas.all.size() && areas.all[next].row == r; ++next) {
      begun.push_back(&areas.all[next]);
    }
    if (rows_may_be_open(grid) && begun.size() == grid.columns()) {
      const auto rows = split_row(grid, begun);
      if (!rows.empty()) {
        Table part = columns_table(rows, grid.xs, TableSource::kPartlyRuled, page);
        table.source = TableSource::kPartlyRuled;
        std::ranges::move(part.rows, std::back_inserter(table.rows));
        continue;
      }
    }
    Row row;
    row.page = page;
    for (const Area* area : begun) {
      Cell cell;
      cell.column = static_cast<int>(area->column);
      cell.column_span = static_cast<int>(area->column_span);
      cell.row_span = static_cast<int>(area->row_span);
      cell.box = box_of(grid, *area);
      const auto lines = group_turned_lines(area->words);
      cell.lines = to_cell_lines(lines, cell_column(lines, *cell.box), page);
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::optional<Table> partly_ruled_table(const Box& box, const std::vector<double>& ys,
                                        const std::vector<PlacedWord>& words, int page) {
  const auto lines = group_lines(words);
  if (ys.empty() || lines.size() < 3) return std::nullopt;
  double em = 0;
  for (const TextLine& line : lines) em = std::max(em, line.em());
  const auto gutters = find_gutters(lines, kNarrowestGutter * em, lines.size() / kToleratedShare);
  if (gutters.empty()) return std::nullopt;
  const auto edges = edges_of(gutters, box.x0, box.x1);

  std::vector<std::vector<TextLine>> bands(ys.size() + 1);
  size_t in_columns = 0;
  for (const TextLine& line : lines) {
    const auto band = std::ranges::upper_bound(ys, line.box.center_y()) - ys.begin();
    bands[static_cast<size_t>(band)].push_back(line);
    in_columns += cut_line(line, edges).size() > 1;
  }
  std::erase_if(bands, [](const auto& band) { return band.empty(); });
  if (bands.size() < 2 || in_columns < 3) return std::nullopt;
  // Most lines of a table are in columns, or between every two of its rules one is: the titles of
  // items fill several lines.
  const auto has_columns = [&](const std::vector<TextLine>& band) {
    return std::ranges::any_of(
        band, [&](const TextLine& line) { return cut_line(line, edges).size() > 1; });
  };
  const bool in_every_band = bands.size() >= 3 && std::ranges::all_of(bands, has_columns);
  const bool one_in_each = in_every_band && in_columns == bands.size();
  if (in_columns < lines.size() * 2 / 5 && !in_every_band) return std::nullopt;
  // Without titles above its columns a numbered list looks the same.
  size_t titles = 0;
  for (const TextLine& line : bands[0]) titles = std::max(titles, cut_line(line, edges).size());
  if (titles < 2) return std::nullopt;

  std::vector<std::vector<TextLine>> rows;
  const bool rules_between_rows = bands.size() > 3 || one_in_each;
  for (size_t i = 0; i < bands.size(); ++i) {
    if (i == 0 || rules_between_rows) {
      rows.push_back(std::move(bands[i]));
      continue;
    }
    RowCut cut = cut_rows(bands[i], edges);
    std::ranges::move(cut.rows, std::back_inserter(rows));
  }
  return columns_table(rows, edges, TableSource::kPartlyRuled, page);
}

std::vector<RuleStack> split_stack(const RuleStack& stack, const std::vector<PlacedWord>& words) {
  std::vector<size_t> lines_of(stack.ys.size() + 1);
  std::vector<size_t> wide_of(stack.ys.size() + 1);
  for (const TextLine& line : group_lines(words)) {
    const auto band = static_cast<size_t>(std::ranges::upper_bound(stack.ys, line.box.center_y()) -
                                          stack.ys.begin());
    ++lines_of[band];
    wide_of[band] += segments(line, line.em()).size() > 1;
  }
  std::vector<double> rules{stack.box.y0};
  rules.insert(rules.end(), stack.ys.begin(), stack.ys.end());
  rules.push_back(stack.box.y1);
  std::vector<RuleStack> parts;
  size_t begin = 0;
  for (size_t band = 0; band <= lines_of.size(); ++band) {
    const bool end = band == lines_of.size();
    if (!end && (lines_of[band] == 0 || wide_of[band] > 0)) continue;
    if (band - begin >= 2) {
      RuleStack part{{stack.box.x0, rules[begin], stack.box.x1, rules[band]}, {}};
      part.ys.assign(rules.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                     rules.begin() + static_cast<std::ptrdiff_t>(band));
      parts.push_back(std::move(part));
    }
    begin = band + 1;
  }
  return parts;
}

std::vector<RuleStack> rule_stacks(const std::vector<Rule>& loose) {
  // Pieces at one height count as one rule from the first to the last.
  std::vector<Rule> rules = loose;
  std::ranges::sort(rules, {}, &Rule::at);
  std::vector<Rule> whole;
  for (const Rule& rule : rules) {
    if (!whole.empty() && rule.at - whole.back().at < 1.5) {
      whole.back().from = std::min(whole.back().from, rule.from);
      whole.back().to = std::max(whole.back().to, rule.to);
    } else {
      whole.push_back(rule);
    }
  }
  std::vector<RuleStack> stacks;
  for (size_t i = 0; i < whole.size();) {
    size_t k = i + 1;
    while (k < whole.size() && std::abs(whole[k].from - whole[i].from) <= kSameEnd &&
           std::abs(whole[k].to - whole[i].to) <= kSameEnd) {
      ++k;
    }
    if (k - i >= 3) {
      RuleStack stack{{whole[i].from, whole[i].at, whole[i].to, whole[k - 1].at}, {}};
      for (size_t j = i + 1; j + 1 < k; ++j) stack.ys.push_back(whole[j].at);
      stacks.push_back(std::move(stack));
    }
    i = k;
  }
  return stacks;
}

}  // namespace prongsai
