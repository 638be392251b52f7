// SPDX-License-Identifier: GPL-3.0-or-later
// Columns and rows where no rule separates them: from white space and from what stands in a column.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/block.h"
#include "model/lines.h"

namespace prongsai {

// A strip of white space from top to bottom of some lines, with text on both sides.
struct Gutter {
  double from = 0;
  double to = 0;
  double at = 0;  // where the columns are told apart
};

// Strips at least `narrowest` wide that at most `tolerated` lines cross. Columns that hold text in
// fewer than two lines are not told apart from their neighbour.
std::vector<Gutter> find_gutters(std::span<const TextLine> lines, double narrowest,
                                 size_t tolerated);

// The edges of the columns between gutters, outer ones included.
std::vector<double> edges_of(const std::vector<Gutter>& gutters, double left, double right);

// What a line has in one column (or several, where it runs across a gutter).
struct Piece {
  size_t column = 0;
  size_t column_span = 1;
  std::span<const PlacedWord> words;
  std::string text;
};

std::vector<Piece> cut_line(const TextLine& line, const std::vector<double>& edges);

// Lines of a table without rules between its rows, grouped to rows. A row begins where the column
// of codes or numbers has text; the lines around belong to the row that white space or the
// alignment of that column gives them. `header_rows` counts rows at the top that hold titles.
struct RowCut {
  std::vector<std::vector<TextLine>> rows;
  size_t header_rows = 0;
  bool has_numbers = false;  // a column after the first holds mostly numbers
  size_t body_rows() const { return rows.size() - header_rows; }
};
RowCut cut_rows(std::span<const TextLine> lines, const std::vector<double>& edges);

// A table from lines already grouped to rows.
Table columns_table(const std::vector<std::vector<TextLine>>& rows,
                    const std::vector<double>& edges, TableSource source, int page);

}  // namespace prongsai
