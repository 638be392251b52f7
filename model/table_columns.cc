// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_columns.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/lines_paragraph.h"

namespace prongsai {
namespace {

constexpr double kSpace = 0.45;  // ems; a wider gap at the edge of a column separates

// How many lines cover each stretch of x: (begin of the stretch, count), by x.
std::vector<std::pair<double, int>> profile(std::span<const TextLine> lines) {
  std::vector<std::pair<double, int>> events;
  for (const TextLine& line : lines) {
    double right = line.words.front().box.x0 - 1;
    for (const PlacedWord& placed : line.words) {
      // Spaces between words are part of the text, not of a gutter.
      const bool joins = placed.box.x0 - right < kSpace * placed.em();
      const double from = joins ? right : placed.box.x0;
      if (placed.box.x1 > from) {
        events.emplace_back(from, 1);
        events.emplace_back(placed.box.x1, -1);
        right = placed.box.x1;
      }
    }
  }
  std::ranges::sort(events);
  std::vector<std::pair<double, int>> out;
  int count = 0;
  for (const auto& [x, change] : events) {
    count += change;
    if (!out.empty() && out.back().first == x) {
      out.back().second = count;
    } else {
      out.emplace_back(x, count);
    }
  }
  return out;
}

// A stretch of the page between two gutters.
struct Stretch {
  double left = -1e9;
  double right = 1e9;
};

Stretch stretch_at(const std::vector<Gutter>& gutters, size_t column) {
  Stretch stretch;
  if (column > 0) stretch.left = gutters[column - 1].at;
  if (column < gutters.size()) stretch.right = gutters[column].at;
  return stretch;
}

// Whether a line has text whose middle lies in the column.
bool has_text(const TextLine& line, const Stretch& column) {
  return std::ranges::any_of(line.words, [&column](const PlacedWord& w) {
    return w.box.center_x() > column.left && w.box.center_x() < column.right;
  });
}

size_t lines_in(std::span<const TextLine> lines, const Stretch& column) {
  return static_cast<size_t>(std::ranges::count_if(
      lines, [&column](const TextLine& line) { return has_text(line, column); }));
}

bool share_a_line(std::span<const TextLine> lines, const Stretch& a, const Stretch& b) {
  return std::ranges::any_of(
      lines, [&](const TextLine& line) { return has_text(line, a) && has_text(line, b); });
}

// Whether a column without text enough of its own belongs to the one at its left rather than to the
// one at its right: that with which it shares no line, as a title centred over it, or else the
// nearer one.
bool belongs_left(std::span<const TextLine> lines, const std::vector<Gutter>& gutters,
                  size_t column) {
  if (column == 0) return false;
  if (column == gutters.size()) return true;
  const Stretch own = stretch_at(gutters, column);
  const bool left = share_a_line(lines, own, stretch_at(gutters, column - 1));
  const bool right = share_a_line(lines, own, stretch_at(gutters, column + 1));
  if (left != right) return right;
  return gutters[column - 1].to - gutters[column - 1].from <
         gutters[column].to - gutters[column].from;
}

// A column needs text in two lines.
void join_lonely_columns(std::span<const TextLine> lines, std::vector<Gutter>& gutters) {
  for (size_t i = 0; i <= gutters.size() && !gutters.empty();) {
    if (lines_in(lines, stretch_at(gutters, i)) >= 2) {
      ++i;
      continue;
    }
    const size_t gone = belongs_left(lines, gutters, i) ? i - 1 : i;
    gutters.erase(gutters.begin() + static_cast<std::ptrdiff_t>(gone));
    i = i > 0 ? i - 1 : 0;
  }
}

}  // namespace

std::vector<Gutter> find_gutters(std::span<const TextLine> lines, double narrowest,
                                 size_t tolerated) {
  std::vector<Gutter> gutters;
  if (lines.empty()) return gutters;
  const auto stretches = profile(lines);
  const int most = static_cast<int>(tolerated);
  for (size_t i = 0; i + 1 < stretches.size();) {
    if (stretches[i].second > most) {
      ++i;
      continue;
    }
    size_t k = i;
    size_t clearest = i;
    while (k + 1 < stretches.size() && stretches[k].second <= most) {
      const auto width = [&](size_t s) { return stretches[s + 1].first - stretches[s].first; };
      const int here = stretches[k].second;
      const int best = stretches[clearest].second;
      if (here < best || (here == best && width(k) > width(clearest))) clearest = k;
      ++k;
    }
    const double from = stretches[i].first;
    const double to = stretches[k].first;
    const double at = (stretches[clearest].first + stretches[clearest + 1].first) / 2;
    if (to - from >= narrowest && i > 0 && k + 1 < stretches.size()) {
      gutters.push_back({from, to, at});
    }
    i = std::max(k, i + 1);
  }
  join_lonely_columns(lines, gutters);
  return gutters;
}

std::vector<double> edges_of(const std::vector<Gutter>& gutters, double left, double right) {
  std::vector<double> edges{left};
  for (const Gutter& gutter : gutters) edges.push_back(gutter.at);
  edges.push_back(right);
  return edges;
}

std::vector<Piece> cut_line(const TextLine& line, const std::vector<double>& edges) {
  const size_t columns = edges.size() - 1;
  const auto column_of = [&](double x) {
    const auto it = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
    return std::min(columns - 1, static_cast<size_t>(it - edges.begin()) - 1);
  };
  std::vector<Piece> pieces;
  size_t begin = 0;
  double right = 0;
  const auto add = [&](size_t end) {
    if (end == begin) return;
    Piece piece;
    piece.words = {line.words.data() + begin, end - begin};
    piece.column = column_of(piece.words.front().box.center_x());
    const size_t last = column_of(piece.words.back().box.center_x());
    if (end - begin == 1) {
      // A single long word (Thai has few spaces) may run over an edge by much.
      const Box& box = piece.words.front().box;
      piece.column = column_of(box.x0 + 2);
      piece.column_span = column_of(std::max(box.x0 + 2, box.x1 - 2)) - piece.column + 1;
    } else {
      piece.column_span = std::max(last, piece.column) - piece.column + 1;
    }
    piece.text = joined_text(piece.words);
    pieces.push_back(std::move(piece));
    begin = end;
  };
  for (size_t i = 0; i < line.words.size(); ++i) {
    const Box& box = line.words[i].box;
    if (i > begin && box.x0 - right >= kSpace * line.words[i].em() &&
        column_of(line.words[i - 1].box.center_x()) != column_of(box.center_x())) {
      add(i);
    }
    right = i == begin ? box.x1 : std::max(right, box.x1);
  }
  add(line.words.size());
  return pieces;
}
Table columns_table(const std::vector<std::vector<TextLine>>& rows,
                    const std::vector<double>& edges, TableSource source, int page) {
  Table table;
  table.columns = static_cast<int>(edges.size()) - 1;
  table.column_edges = edges;
  table.source = source;
  // Where the text of each column really begins and ends, which tells wrapped lines.
  std::vector<TextColumn> columns(edges.size() - 1, {ColumnKind::kCell, 1e9, -1e9});
  for (const std::vector<TextLine>& lines : rows) {
    for (const TextLine& line : lines) {
      for (const Piece& piece : cut_line(line, edges)) {
        TextColumn& first = columns[piece.column];
        first.left = std::min(first.left, piece.words.front().box.x0);
        TextColumn& last = columns[piece.column + piece.column_span - 1];
        last.right = std::max(last.right, piece.words.back().box.x1);
      }
    }
  }
  for (const std::vector<TextLine>& lines : rows) {
    Row row;
    row.page = page;
    double top = 1e9;
    double bottom = -1e9;
    std::map<size_t, std::pair<size_t, std::vector<PlacedWord>>> cells;  // span and words
    for (const TextLine& line : lines) {
      top = std::min(top, line.box.y0);
      bottom = std::max(bottom, line.box.y1);
      for (const Piece& piece : cut_line(line, edges)) {
        auto& [span, words] = cells[piece.column];
        span = std::max(span, piece.column_span);
        words.insert(words.end(), piece.words.begin(), piece.words.end());
      }
    }
    size_t covered = 0;  // by a wider cell on the left
    for (auto& [column, content] : cells) {
      auto& [span, words] = content;
      Cell cell;
      if (column < covered) {
        // Part of the text of the wider cell: another line of a paragraph above the columns.
        span = 1;
      }
      const auto next = cells.upper_bound(column);
      if (next != cells.end()) span = std::min(span, next->first - column);
      covered = column + span;
      cell.column = static_cast<int>(column);
      cell.column_span = static_cast<int>(std::max<size_t>(1, span));
      cell.box = Box{edges[column], top, edges[column + std::max<size_t>(1, span)], bottom};
      const TextColumn space{ColumnKind::kCell, columns[column].left,
                             columns[column + std::max<size_t>(1, span) - 1].right};
      cell.lines = to_cell_lines(group_turned_lines(words), space, page);
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace prongsai
