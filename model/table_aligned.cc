// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_aligned.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/lines_shape.h"
#include "model/table_columns.h"

namespace prongsai {
namespace {

constexpr double kColumnGap = 1.0;        // ems; makes a line one that may belong to a table
constexpr double kNarrowestGutter = 0.6;  // ems, over all lines of the table
constexpr double kFarthest = 3.5;         // ems between successive lines of one table
constexpr size_t kToleratedShare = 7;     // one line in so many may cross a gutter
constexpr size_t kMostAcross = 2;         // successive lines that run across all columns
constexpr size_t kFewestRows = 3;
constexpr size_t kFewestTitledRows = 2;  // the piece of a table left for another page

constexpr size_t kMostLines = 400;      // one page holds fewer
constexpr size_t kMostLefts = 8;        // indents of a first column
constexpr double kAlignedWithin = 0.5;  // ems
constexpr double kMostAligned = 0.7;

using Gap = std::pair<double, double>;

std::vector<Gap> gaps_of(const TextLine& line, double narrowest) {
  std::vector<Gap> gaps;
  double right = line.words.front().box.x1;
  for (const PlacedWord& placed : line.words) {
    if (placed.box.x0 - right >= narrowest) gaps.emplace_back(right, placed.box.x0);
    right = std::max(right, placed.box.x1);
  }
  return gaps;
}

// The parts of `gaps` that the words of `line` leave free.
std::vector<Gap> still_free(const std::vector<Gap>& gaps, const TextLine& line, double narrowest) {
  std::vector<Gap> out;
  for (Gap gap : gaps) {
    for (const PlacedWord& placed : line.words) {
      if (placed.box.x1 <= gap.first) continue;
      if (placed.box.x0 >= gap.second) break;
      if (placed.box.x0 - gap.first >= narrowest) out.emplace_back(gap.first, placed.box.x0);
      gap.first = std::max(gap.first, placed.box.x1);
    }
    if (gap.second - gap.first >= narrowest) out.push_back(gap);
  }
  return out;
}

size_t count_titles(const std::vector<std::span<const PlacedWord>>& parts) {
  return static_cast<size_t>(std::ranges::count_if(
      parts, [](const auto& part) { return is_column_title(joined_text(part)); }));
}

// The lines from `begin` on that leave a gap of the first one free, and the last of them that has
// text in two columns.
size_t end_of_run(const std::vector<TextLine>& lines, size_t begin) {
  const double em = lines[begin].em();
  std::vector<Gap> gaps = gaps_of(lines[begin], kColumnGap * em);
  size_t end = begin + 1;
  size_t across = 0;
  bool numbers = false;
  std::vector<double> lefts{lines[begin].box.x0};  // of the first column
  for (size_t i = begin + 1; i < lines.size() && i - begin < kMostLines; ++i) {
    const double pitch = lines[i].box.center_y() - lines[i - 1].box.center_y();
    if (pitch > kFarthest * std::max(em, lines[i].em())) break;
    const auto left = still_free(gaps, lines[i], kNarrowestGutter * em);
    if (left.empty()) {
      if (++across > kMostAcross) break;
      continue;
    }
    across = 0;
    gaps = left;
    const auto parts = segments(lines[i], kColumnGap * em);
    // Titles below numbers begin another table.
    if (numbers && count_titles(parts) >= 2) break;
    numbers = numbers || std::ranges::any_of(
                             parts, [](const auto& part) { return is_number(joined_text(part)); });
    const double x0 = lines[i].words.front().box.x0;
    const bool both_sides = std::ranges::any_of(gaps, [&](const Gap& gap) {
      return x0 < gap.first && lines[i].words.back().box.x1 > gap.second;
    });
    const bool known_left = x0 > gaps.front().first || std::ranges::any_of(lefts, [&](double l) {
                              return std::abs(l - x0) <= kAlignedWithin * em;
                            });
    if (both_sides) {
      end = i + 1;
      if (!known_left && lefts.size() < kMostLefts) lefts.push_back(x0);
    } else if (!known_left) {
      // Text below the table that is set further in or out than its first column.
      break;
    }
  }
  return end;
}

// Whether most numbers of a column share an edge or their middle.
bool numbers_aligned(const std::vector<std::vector<TextLine>>& rows,
                     const std::vector<double>& edges, size_t column) {
  std::vector<Box> boxes;
  double em = 1;
  for (const auto& row : rows) {
    for (const TextLine& line : row) {
      for (const Piece& piece : cut_line(line, edges)) {
        if (piece.column != column || !is_number(piece.text)) continue;
        boxes.push_back(united(piece.words.front().box, piece.words.back().box));
        em = std::max(em, piece.words.front().em());
      }
    }
  }
  if (boxes.size() < 2) return false;
  const auto most_agree = [&](auto place) {
    std::vector<double> places;
    places.reserve(boxes.size());
    for (const Box& box : boxes) places.push_back(place(box));
    std::ranges::sort(places);
    const double middle = places[places.size() / 2];
    const auto near = std::ranges::count_if(
        places, [&](double p) { return std::abs(p - middle) <= kAlignedWithin * em; });
    return static_cast<double>(near) >= kMostAligned * static_cast<double>(places.size());
  };
  return most_agree([](const Box& b) { return b.x0; }) ||
         most_agree([](const Box& b) { return b.x1; }) ||
         most_agree([](const Box& b) { return b.center_x(); });
}

bool any_numbers_aligned(const std::vector<std::vector<TextLine>>& rows,
                         const std::vector<double>& edges) {
  for (size_t c = 1; c + 1 < edges.size(); ++c) {
    if (numbers_aligned(rows, edges, c)) return true;
  }
  return false;
}

size_t titles_of(const RowCut& cut, const std::vector<double>& edges) {
  size_t titles = 0;
  for (size_t r = 0; r < cut.header_rows; ++r) {
    for (const TextLine& line : cut.rows[r]) {
      for (const Piece& piece : cut_line(line, edges)) titles += is_column_title(piece.text);
    }
  }
  return titles;
}

// The run with the lines right above and below it that only belong to a cell of its first or last
// row. None above `free_from`.
std::pair<size_t, size_t> with_wrapped_lines(const std::vector<TextLine>& lines, size_t begin,
                                             size_t end, size_t free_from,
                                             const std::vector<double>& edges) {
  double least = 1e9;
  for (size_t i = begin + 1; i < end; ++i) {
    least = std::min(least, lines[i].box.center_y() - lines[i - 1].box.center_y());
  }
  const auto belongs = [&](size_t i, double pitch) {
    if (pitch > 1.15 * least) return false;
    const auto pieces = cut_line(lines[i], edges);
    if (pieces.size() != 1 || pieces[0].column_span > 1 || pieces[0].column == 0) return false;
    return lines[i].box.x1 < edges.back() + lines[i].em();
  };
  const auto pitch_above = [&](size_t i) {
    return lines[i].box.center_y() - lines[i - 1].box.center_y();
  };
  while (end < lines.size() && belongs(end, pitch_above(end)) &&
         !starts_list_entry(joined_text(lines[end].words))) {
    ++end;
  }
  while (begin > free_from && belongs(begin - 1, pitch_above(begin))) --begin;
  return {begin, end};
}

// The line with which a table of contents begins, or lines.size(): "สารบัญ", or "หน้า" above the
// numbers, compared by consonants, which the ways to damage Thai text leave alone.
size_t contents_heading(const std::vector<TextLine>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].words.size() > 3) continue;
    std::u32string consonants;
    for (const char32_t c : shape_characters(lines[i].words.back().word->text.substr(0, 60))) {
      if (c < 0x0E01 || c <= 0x0E2E) consonants += c;
    }
    if (consonants == U"หน" || consonants == U"สรบญ") return i;
  }
  return lines.size();
}

// Whether all numbers at the ends of lines may be those of pages.
bool ends_in_page_numbers(std::span<const TextLine> run) {
  return std::ranges::none_of(run, [](const TextLine& line) {
    const std::string& last = line.words.back().word->text;
    return is_number(last) && last.find_first_of(".,%") != std::string::npos;
  });
}

bool ends_in_number(const std::vector<TextLine>& row, const std::vector<double>& edges) {
  return std::ranges::any_of(row, [&](const TextLine& line) {
    const auto pieces = cut_line(line, edges);
    return pieces.size() > 1 && std::ranges::any_of(pieces, [](const Piece& piece) {
             return piece.column > 0 && is_number(piece.text);
           });
  });
}

bool accept(const RowCut& cut, const std::vector<double>& edges) {
  size_t in_columns = 0;
  bool marks_only = true;
  for (const auto& row : cut.rows) {
    size_t most = 0;
    for (const TextLine& line : row) {
      const auto pieces = cut_line(line, edges);
      most = std::max(most, pieces.size());
      for (const Piece& piece : pieces) {
        if (piece.column == 0 && !is_list_mark(piece.text)) marks_only = false;
      }
    }
    in_columns += most > 1;
  }
  if (in_columns < kFewestTitledRows || 2 * in_columns < cut.rows.size()) return false;
  const size_t columns = edges.size() - 1;
  if (columns == 2 && marks_only) return false;
  const bool titled = titles_of(cut, edges) >= 2;
  if (in_columns < kFewestRows) return titled && ends_in_number(cut.rows.back(), edges);
  if (titled) return true;
  return cut.has_numbers && any_numbers_aligned(cut.rows, edges);
}

}  // namespace

std::vector<AlignedTable> find_aligned_tables(const std::vector<TextLine>& lines, int page) {
  std::vector<AlignedTable> out;
  const size_t contents = contents_heading(lines);
  for (size_t i = 0; i < lines.size();) {
    const double em = lines[i].em();
    if (gaps_of(lines[i], kColumnGap * em).empty()) {
      ++i;
      continue;
    }
    size_t end = end_of_run(lines, i);
    const std::span<const TextLine> run{lines.data() + i, end - i};
    const size_t step = std::max<size_t>(1, run.size() > 60 ? run.size() / 2 : 1);
    if (run.size() < kFewestTitledRows) {
      i += step;
      continue;
    }
    const auto gutters = find_gutters(run, kNarrowestGutter * em, run.size() / kToleratedShare);
    Box box = run.front().box;
    for (const TextLine& line : run) box = united(box, line.box);
    const auto edges = edges_of(gutters, box.x0, box.x1);
    if (end > contents && ends_in_page_numbers(run)) {
      i = end;
      continue;
    }
    if (gutters.empty() || !accept(cut_rows(run, edges), edges)) {
      i += step;
      continue;
    }
    const size_t free_from = out.empty() ? 0 : out.back().end;
    const auto [first, last] = with_wrapped_lines(lines, i, end, free_from, edges);
    const auto cut = cut_rows({lines.data() + first, last - first}, edges);
    out.push_back({first, last, columns_table(cut.rows, edges, TableSource::kAligned, page)});
    i = last;
  }
  return out;
}

std::optional<AlignedTable> continued_table(const std::vector<TextLine>& lines, const Table& before,
                                            int page) {
  const std::vector<double>& edges = before.column_edges;
  size_t end = 0;
  double em = 1;
  for (; end < lines.size() && end < kMostLines; ++end) {
    em = std::max(em, lines[end].em());
    if (end > 0 && lines[end].box.center_y() - lines[end - 1].box.center_y() > kFarthest * em) {
      break;
    }
    const auto pieces = cut_line(lines[end], edges);
    const bool across =
        std::ranges::any_of(pieces, [](const Piece& piece) { return piece.column_span > 1; });
    if (across || (pieces.size() == 1 && pieces[0].column == 0)) break;
  }
  if (end == 0) return std::nullopt;
  const RowCut cut = cut_rows({lines.data(), end}, edges);
  for (const auto& row : cut.rows) {
    if (!ends_in_number(row, edges)) return std::nullopt;
  }
  return AlignedTable{0, end, columns_table(cut.rows, edges, TableSource::kAligned, page)};
}

}  // namespace prongsai
