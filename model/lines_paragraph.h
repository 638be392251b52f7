// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines begin a paragraph.
#pragma once

#include <span>
#include <vector>

#include "model/lines.h"

namespace prongsai {

enum class ColumnKind { kPage, kCell };

// The space that lines are set in, in reading direction.
struct TextColumn {
  ColumnKind kind = ColumnKind::kPage;
  double left = 0;
  double right = 0;
};

// The column of the text of pages that are set alike, from the lines themselves: most long lines
// end at its right edge.
TextColumn page_column(std::span<const Box> lines);

// The column of a cell's text: the cell less the padding its text shows.
TextColumn cell_column(std::span<const TextLine> lines, const Box& cell);

// Whether `line` begins a paragraph, coming after `previous`; `start` is the line with which the
// paragraph of `previous` begins. `usual_pitch` is the distance of baselines within paragraphs
// here, 0 if distances say nothing (across a page break).
bool starts_paragraph(const TextLine& line, const TextLine& previous, const TextLine& start,
                      const TextColumn& column, double usual_pitch);

// The lower end of the distances between successive lines.
double usual_pitch(std::span<const TextLine* const> lines);

// Lines of one cell, with paragraphs marked.
std::vector<Line> to_cell_lines(const std::vector<TextLine>& lines, const TextColumn& column,
                                int page);

}  // namespace prongsai
