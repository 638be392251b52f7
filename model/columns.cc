// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/columns.h"

#include <algorithm>

#include "model/header_guess.h"
#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

// The kind of findings that a header names: "จุดอ่อน", "ข้อเสนอแนะ".
std::optional<FindingKind> finding_header(std::string_view cell) {
  const auto label = match_label(cell);
  return label && label->length >= cell.size() ? label->kind : std::nullopt;
}

}  // namespace

bool Columns::is_header_row(const Table& table, size_t row) {
  int named = 0;
  int labels = 0;   // they are headers only beside others
  int guessed = 0;  // and so are these
  int filled = 0;
  for (const Cell& cell : table.rows[row].cells) {
    const std::string text = cell_text(cell);
    if (text.empty()) continue;
    ++filled;
    const HeaderMatch match = match_header(text);
    if (match.role != ColumnRole::kNone) {
      ++named;
    } else if (finding_header(text)) {
      ++labels;
    } else if (parse_score(text)) {
      return false;
    } else if (guess_header(text).role != ColumnRole::kNone) {
      ++guessed;
    }
  }
  return named >= 1 && named + guessed >= 2 && (named + guessed + labels) * 10 >= filled * 6;
}

void Columns::add_header_row(const Table& table, size_t row, bool first) {
  if (first) columns_.assign(static_cast<size_t>(table.columns), Column());
  if (columns_.size() < static_cast<size_t>(table.columns))
    columns_.resize(static_cast<size_t>(table.columns));
  for (const Cell& cell : table.rows[row].cells) {
    const std::string text = cell_text(cell);
    HeaderMatch match = match_header(text);
    const std::optional<FindingKind> finding = finding_header(text);
    if (match.role == ColumnRole::kNone && !finding) match = guess_header(text);
    if (match.role == ColumnRole::kNone && !finding) continue;
    const int end = std::min(cell.column + cell.column_span, static_cast<int>(columns_.size()));
    for (int c = std::max(0, cell.column); c < end; ++c) {
      Column& column = columns_[static_cast<size_t>(c)];
      column.finding = finding;
      if (match.role == ColumnRole::kNone) continue;
      column.vague = fold(text) == "ผล";
      column.of_indicator = match.role == ColumnRole::kIndicatorScore;
      // A year under "ผลต่าง" or "ระดับ" does not make a score column of it.
      const bool year_only = match.year != 0 && match.role == ColumnRole::kScore && !first &&
                             column.role != ColumnRole::kNone && column.role != ColumnRole::kGroup;
      if (!year_only) column.role = match.role;
      if (match.year != 0) column.year = match.year;
      column.says_issue = fold(text).starts_with("ประเด็น");
    }
  }
  settle_roles();
}

// Headers that can mean two things mean what the table has no other column for.
void Columns::settle_roles() {
  const auto count_of = [&](ColumnRole role) {
    return std::count_if(columns_.begin(), columns_.end(),
                         [&](const Column& column) { return column.role == role; });
  };
  // "ประเด็นการประเมิน" names the items, or beside them their issues.
  const auto about_issue = [](const Column& column) {
    return column.role == ColumnRole::kItem && column.says_issue;
  };
  if (std::any_of(columns_.begin(), columns_.end(), about_issue) &&
      std::count_if(columns_.begin(), columns_.end(), about_issue) < count_of(ColumnRole::kItem)) {
    for (Column& column : columns_) {
      if (about_issue(column)) column.role = ColumnRole::kIssue;
    }
  }
  // "ผล" beside "คะแนน" says what came of it: "บรรลุ".
  if (count_of(ColumnRole::kScore) > 1) {
    for (Column& column : columns_) {
      if (column.vague && column.year == 0) column.role = ColumnRole::kNone;
    }
  }
  // Scores of indicators stand beside those of their items, or are the only ones.
  const bool of_items = std::any_of(columns_.begin(), columns_.end(), [](const Column& column) {
    return column.role == ColumnRole::kScore && !column.of_indicator;
  });
  for (Column& column : columns_) {
    if (column.of_indicator)
      column.role = of_items ? ColumnRole::kIndicatorScore : ColumnRole::kScore;
  }
  // "แนวทางแก้ไข" names the steps of measures, or where nothing else does the measures themselves.
  const bool of_measures = has(ColumnRole::kPeriod) || has(ColumnRole::kResponsible);
  if (of_measures && !has(ColumnRole::kMeasure) && count_of(ColumnRole::kSteps) >= 2)
    columns_[static_cast<size_t>(find(ColumnRole::kSteps))].role = ColumnRole::kMeasure;
}

bool Columns::has_header(const Table& table) {
  for (size_t r = 0; r < table.rows.size(); ++r) {
    if (is_header_row(table, r)) return true;
  }
  return false;
}

int Columns::half_width(const Table& table) {
  const int half = table.columns / 2;
  if (half < 2 || table.columns % 2 != 0) return 0;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    if (!is_header_row(table, r)) continue;
    Columns columns;
    columns.add_header_row(table, r, true);
    bool scored = false;
    for (int c = 0; c < half; ++c) {
      if (columns.at(c).role != columns.at(c + half).role ||
          columns.at(c).year != columns.at(c + half).year)
        return 0;
      scored = scored || columns.at(c).role == ColumnRole::kScore;
    }
    return scored ? half : 0;
  }
  return 0;
}

Table Columns::unfolded(const Table& table, int half) {
  Table result = table;
  result.columns = half;
  result.column_edges.clear();
  std::vector<Row> right;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    Row& left = result.rows[r];
    Row other = left;
    std::erase_if(other.cells, [&](const Cell& cell) { return cell.column < half; });
    std::erase_if(left.cells, [&](const Cell& cell) { return cell.column >= half; });
    for (Cell& cell : left.cells) cell.column_span = std::min(cell.column_span, half - cell.column);
    for (Cell& cell : other.cells) cell.column -= half;
    if (!is_header_row(table, r)) right.push_back(std::move(other));
  }
  result.rows.insert(result.rows.end(), right.begin(), right.end());
  return result;
}

int Columns::find(ColumnRole role) const {
  const auto it = std::find_if(columns_.begin(), columns_.end(),
                               [&](const Column& c) { return c.role == role; });
  return it == columns_.end() ? -1 : static_cast<int>(it - columns_.begin());
}

int Columns::title_column() const {
  const int item = find(ColumnRole::kItem);
  return item >= 0 ? item : find(ColumnRole::kIndicator);
}

int Columns::score_column(int year) const {
  const int title = title_column();
  int best = -1;
  for (int c = 0; c < count(); ++c) {
    if (at(c).role != ColumnRole::kScore) continue;
    if (best < 0) {
      best = c;
      continue;
    }
    const bool wanted = at(c).year == year && at(best).year != year;
    const bool later = at(best).year != year && at(c).year > at(best).year;
    // "คะแนนเฉลี่ย" of the instrument stands before the indicators, their scores behind them.
    const bool behind = at(best).year == 0 && at(c).year == 0 && best < title && title < c;
    if (wanted || later || behind) best = c;
  }
  return best;
}

bool Columns::score_column_is_certain(int year) const {
  const auto scores = std::count_if(columns_.begin(), columns_.end(),
                                    [](const Column& c) { return c.role == ColumnRole::kScore; });
  if (scores <= 1) return true;
  if (year != 0 && at(score_column(year)).year == year) return true;
  const int title = title_column();
  int behind = 0;
  for (int c = 0; c < count(); ++c) {
    if (at(c).role != ColumnRole::kScore) continue;
    if (at(c).year != 0) return false;
    behind += c > title ? 1 : 0;
  }
  return title >= 0 && behind == 1;
}

bool Columns::holds_measures() const {
  if (has(ColumnRole::kMeasure)) {
    return has(ColumnRole::kSteps) || has(ColumnRole::kPeriod) || has(ColumnRole::kResponsible) ||
           has(ColumnRole::kResults);
  }
  return has(ColumnRole::kSteps) && (has(ColumnRole::kPeriod) || has(ColumnRole::kResponsible));
}

}  // namespace prongsai
