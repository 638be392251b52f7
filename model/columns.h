// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a table hold, from its header rows.
#pragma once

#include <optional>
#include <vector>

#include "model/block.h"
#include "model/patterns.h"

namespace prongsai {

struct Column {
  ColumnRole role = ColumnRole::kNone;
  int year = 0;                        // printed in the header; 0: none
  bool says_issue = false;             // the header begins with "ประเด็น"
  bool vague = false;                  // headed by a word that may mean something else
  bool of_indicator = false;           // scores of the indicator of a row
  std::optional<FindingKind> finding;  // the header is a label of findings
};

// The columns of a table; empty if it has no header that is understood.
class Columns {
 public:
  // Whether row `row` of `table` is a header row: most of its cells name a column, none is a score.
  static bool is_header_row(const Table& table, size_t row);

  // Reads a header row; a second one below refines the first (its cells win over group headers).
  void add_header_row(const Table& table, size_t row, bool first);

  static bool has_header(const Table& table);

  // A table printed in two halves side by side has its header twice: the columns of one half, or 0.
  static int half_width(const Table& table);
  // Such a table as one of half the width, the right half below the left.
  static Table unfolded(const Table& table, int half);

  bool empty() const { return columns_.empty(); }
  int count() const { return static_cast<int>(columns_.size()); }
  // A column of no role where there is none: rows that lack a cell are shifted against the header.
  const Column& at(int column) const {
    static const Column kOutside;
    return column >= 0 && column < count() ? columns_[static_cast<size_t>(column)] : kOutside;
  }
  // The first column of that role; -1 if there is none.
  int find(ColumnRole role) const;
  bool has(ColumnRole role) const { return find(role) >= 0; }
  // The column of what a row is about: the item or else the indicator; -1 if there is none.
  int title_column() const;
  // The column of the scores of `year`, or of the latest year if that is not there; where no years
  // are printed, the first behind the title. -1: none.
  int score_column(int year) const;
  // Whether there is but one score column, one headed by that very year, or one behind the title.
  bool score_column_is_certain(int year) const;

  // A table of measures: what is to be done, and who, when or how.
  bool holds_measures() const;
  bool holds_scores() const { return has(ColumnRole::kScore); }

 private:
  void settle_roles();
  std::vector<Column> columns_;
};

}  // namespace prongsai
