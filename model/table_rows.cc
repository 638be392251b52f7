// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables without rules between them.
#include <algorithm>

#include "model/lines_shape.h"
#include "model/table_columns.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr double kMostOfColumn = 0.6;  // share of cells that makes a column one of numbers
constexpr double kWiderGap = 1.2;      // between rows, against between the lines of a row
constexpr size_t kLongestCode = 6;     // characters: "o12", "OIT 3"

bool is_code(const std::string& text) {
  const std::u32string characters = shape_characters(text.substr(0, 40));
  return characters.size() <= kLongestCode && has_digit(text);
}

// A year in a period ("๒๕๖๗ –") tells no rows apart.
bool is_year(const std::string& text) {
  std::u32string digits;
  for (const char32_t c : shape_characters(text.substr(0, 40))) {
    if (c >= U'0' && c <= U'9') digits += c;
  }
  return digits.size() == 4 && digits.starts_with(U"25");
}

bool is_key(const std::string& text) {
  if (is_year(text)) return false;
  return is_number(text) || is_list_mark(text) || is_code(text);
}

struct CutLine {
  std::vector<Piece> pieces;
  const std::string* at(size_t column) const {
    for (const Piece& piece : pieces) {
      if (piece.column == column && piece.column_span == 1) return &piece.text;
    }
    return nullptr;
  }
};

// The column whose entries tell rows apart: the one with most codes or numbers; `columns` if there
// is none.
size_t key_column(const std::vector<CutLine>& lines, size_t columns) {
  size_t best = columns;
  size_t most = 1;
  for (size_t c = 0; c < columns; ++c) {
    size_t filled = 0;
    size_t keys = 0;
    for (const CutLine& line : lines) {
      const std::string* text = line.at(c);
      if (text == nullptr) continue;
      ++filled;
      keys += is_key(*text);
    }
    if (keys > most && static_cast<double>(keys) >= kMostOfColumn * static_cast<double>(filled)) {
      most = keys;
      best = c;
    }
  }
  return best;
}

bool has_number_column(const std::vector<CutLine>& lines, size_t columns) {
  for (size_t c = 1; c < columns; ++c) {
    size_t filled = 0;
    size_t numbers = 0;
    for (const CutLine& line : lines) {
      const std::string* text = line.at(c);
      if (text == nullptr) continue;
      ++filled;
      numbers += is_number(*text) && !is_year(*text);
    }
    if (numbers >= 2 &&
        static_cast<double>(numbers) >= kMostOfColumn * static_cast<double>(filled)) {
      return true;
    }
  }
  return false;
}

size_t titles_in(const CutLine& line) {
  return static_cast<size_t>(std::ranges::count_if(
      line.pieces, [](const Piece& piece) { return is_column_title(piece.text); }));
}

// Indices at which groups of lines begin where the white space between groups is wider than
// within; empty if it is not.
std::vector<size_t> groups_by_gap(std::span<const TextLine> lines) {
  std::vector<double> gaps;
  for (size_t i = 1; i < lines.size(); ++i) {
    gaps.push_back(lines[i].box.center_y() - lines[i - 1].box.center_y());
  }
  std::vector<double> sorted = gaps;
  std::ranges::sort(sorted);
  double widest_step = kWiderGap;
  double limit = 0;
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1] <= 0 || sorted[i] < widest_step * sorted[i - 1]) continue;
    widest_step = sorted[i] / sorted[i - 1];
    limit = (sorted[i] + sorted[i - 1]) / 2;
  }
  if (limit == 0) return {};
  std::vector<size_t> starts{0};
  for (size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i] > limit) starts.push_back(i + 1);
  }
  return starts;
}

bool one_key_each(const std::vector<size_t>& starts, const std::vector<char>& keys) {
  for (size_t g = 0; g < starts.size(); ++g) {
    const size_t end = g + 1 < starts.size() ? starts[g + 1] : keys.size();
    if (std::count(keys.begin() + static_cast<std::ptrdiff_t>(starts[g]),
                   keys.begin() + static_cast<std::ptrdiff_t>(end), 1) != 1) {
      return false;
    }
  }
  return !starts.empty();
}

// Where the key of a row stands among its lines.
enum class KeyPlace { kTop, kMiddle, kBottom };

std::vector<size_t> starts_for(KeyPlace place, const std::vector<char>& keys) {
  const auto first = static_cast<size_t>(std::ranges::find(keys, 1) - keys.begin());
  std::vector<size_t> starts{0};
  if (place == KeyPlace::kTop && first > 0) starts.push_back(first);
  size_t previous = first;
  for (size_t i = first + 1; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const size_t between = i - previous - 1;
    size_t own = 0;  // of the lines between, those that belong to key i
    if (place == KeyPlace::kMiddle) own = between / 2;
    if (place == KeyPlace::kBottom) own = between;
    starts.push_back(i - own);
    previous = i;
  }
  return starts;
}

int list_entries_at(const std::vector<size_t>& starts, const std::vector<char>& list_entry) {
  return static_cast<int>(
      std::ranges::count_if(starts, [&](size_t i) { return list_entry[i] != 0; }));
}

// Where rows begin, given which lines carry a key and which begin the entry of a list.
std::vector<size_t> row_starts(std::span<const TextLine> lines, const std::vector<char>& keys,
                               const std::vector<char>& list_entry) {
  if (std::ranges::find(keys, 1) == keys.end()) return {0};
  auto by_gap = groups_by_gap(lines);
  if (one_key_each(by_gap, keys)) return by_gap;
  const auto first = static_cast<size_t>(std::ranges::find(keys, 1) - keys.begin());
  const auto after_last =
      static_cast<size_t>(std::find(keys.rbegin(), keys.rend(), 1) - keys.rbegin());
  KeyPlace best = first == 0       ? KeyPlace::kTop
                  : after_last > 0 ? KeyPlace::kMiddle
                                   : KeyPlace::kBottom;
  // Entries of a list begin rows; that counts more than where the first and last key stand.
  int best_score = list_entries_at(starts_for(best, keys), list_entry);
  for (const KeyPlace place : {KeyPlace::kTop, KeyPlace::kMiddle, KeyPlace::kBottom}) {
    const int score = list_entries_at(starts_for(place, keys), list_entry);
    if (score > best_score) {
      best_score = score;
      best = place;
    }
  }
  return starts_for(best, keys);
}

// Number of lines at the top that hold the titles of the columns: those above the first key, if
// they look like titles, as far as no wider gap separates them.
size_t header_end(std::span<const TextLine> lines, const std::vector<CutLine>& cut,
                  const std::vector<char>& keys, bool has_keys) {
  size_t header = 0;
  size_t titles = titles_in(cut[0]);
  const auto first_key = static_cast<size_t>(std::ranges::find(keys, 1) - keys.begin());
  if (has_keys && first_key > 0) {
    for (size_t i = 1; i < first_key; ++i) titles += titles_in(cut[i]);
    if (titles > 0) header = first_key;
  } else if (!has_keys && titles >= 2) {
    header = 1;
  }
  if (header == 0) return 0;
  auto by_gap = groups_by_gap(lines.first(std::min(lines.size(), header + 1)));
  return by_gap.size() > 1 && by_gap[1] < header ? by_gap[1] : header;
}

bool runs_across(const CutLine& line) {
  return line.pieces.size() == 1 && line.pieces[0].column == 0 && line.pieces[0].column_span > 1;
}

}  // namespace

RowCut cut_rows(std::span<const TextLine> lines, const std::vector<double>& edges) {
  RowCut out;
  if (lines.empty()) return out;
  const size_t columns = edges.size() - 1;
  std::vector<CutLine> cut;
  for (const TextLine& line : lines) cut.push_back({cut_line(line, edges)});
  out.has_numbers = has_number_column(cut, columns);

  const size_t key = key_column(cut, columns);
  std::vector<char> keys(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string* text = cut[i].at(key < columns ? key : 0);
    keys[i] = text != nullptr && (key == columns || is_key(*text));
  }
  std::vector<char> entries(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    entries[i] = std::ranges::any_of(cut[i].pieces, [](const Piece& piece) {
      return !is_key(piece.text) && starts_list_entry(piece.text);
    });
  }
  const auto add_row = [&](size_t begin, size_t end) {
    const auto part = lines.subspan(begin, end - begin);
    out.rows.emplace_back(part.begin(), part.end());
  };
  size_t begin = header_end(lines, cut, keys, key < columns);
  if (begin > 0) {
    add_row(0, begin);
    out.header_rows = 1;
  }
  // A line across columns is a row of its own; the others between such lines are cut by keys.
  for (size_t i = begin; i <= lines.size(); ++i) {
    const bool across = i < lines.size() && runs_across(cut[i]);
    if (i < lines.size() && !across) continue;
    if (i > begin) {
      const auto part = lines.subspan(begin, i - begin);
      const auto of_part = [&](const std::vector<char>& marks) {
        return std::vector<char>(marks.begin() + static_cast<std::ptrdiff_t>(begin),
                                 marks.begin() + static_cast<std::ptrdiff_t>(i));
      };
      const auto starts = row_starts(part, of_part(keys), of_part(entries));
      for (size_t s = 0; s < starts.size(); ++s) {
        add_row(begin + starts[s], s + 1 < starts.size() ? begin + starts[s + 1] : i);
      }
    }
    if (across) add_row(i, i + 1);
    begin = i + 1;
  }
  return out;
}

}  // namespace prongsai
