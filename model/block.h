// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a reader sees it: lines and tables in reading order.
//
// Blocks come from the layout of a page's words and rulings, or directly from the markup of a
// plain text. Normalisation repairs the text of their lines; the record is read from them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/geometry.h"
#include "model/word.h"

namespace prongsai {

// One line of text as printed (in a cell: one of its lines).
//
// Where there is geometry, `words` holds its words from left to right and `text` is their text
// joined by single spaces; `raw` likewise. For plain text `words` is empty and `box` absent.
struct Line {
  std::string text;
  std::string raw;
  int page = 1;
  std::optional<Box> box;
  double confidence = 1;
  double font_size = 0;
  bool bold = false;
  // Whether this line begins a paragraph (or a list entry) rather than going on with the line
  // before it. Always true in plain text, where a line is a paragraph.
  bool starts_paragraph = true;
  std::vector<Word> words;
  std::vector<std::string> repairs;

  bool operator==(const Line&) const = default;
};

struct Cell {
  int column = 0;  // 0-based, of its left edge
  int column_span = 1;
  int row_span = 1;
  std::vector<Line> lines;
  std::optional<Box> box;  // of the cell itself, not of its text

  bool empty() const { return lines.empty(); }
  bool operator==(const Cell&) const = default;
};

// The cells that begin in this row, by column. A cell merged downwards stands in its first row
// only; an empty cell may be absent.
struct Row {
  int page = 1;
  std::vector<Cell> cells;
  bool operator==(const Row&) const = default;
};

enum class TableSource { kRuled, kPartlyRuled, kAligned, kMarkup };

struct Table {
  int columns = 0;
  std::vector<Row> rows;
  std::vector<double> column_edges;  // points, columns + 1 of them; empty without geometry
  TableSource source = TableSource::kMarkup;
  // Same column edges as the table before it, from which only a page break (and running headers
  // and footers) separates it.
  bool continues_previous = false;

  bool operator==(const Table&) const = default;
};

using Block = std::variant<Line, Table>;

// The text of all lines, joined by '\n' where a paragraph starts. Within a paragraph Thai is
// joined to Thai without a space, anything else with one.
std::string cell_text(const Cell& cell);

// The cell that covers (row, column), also if it begins further up or left; null if none does.
const Cell* cell_at(const Table& table, int row, int column);

}  // namespace prongsai
