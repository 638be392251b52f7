// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that nothing but white space draws.
#pragma once

#include <optional>
#include <vector>

#include "model/block.h"
#include "model/lines.h"

namespace prongsai {

struct AlignedTable {
  size_t begin = 0;  // its lines
  size_t end = 0;
  Table table;
};

// Runs of lines that keep the same gaps, with a column of numbers or with column titles above.
// Lists, signatures side by side and paragraphs stay lines. `lines` are sorted from top to bottom.
std::vector<AlignedTable> find_aligned_tables(const std::vector<TextLine>& lines, int page);

// The rows of `before`, the last thing on the page before, that go on at the top of `lines`: too
// few perhaps to be seen as a table by themselves, but each with a number in one of its columns.
std::optional<AlignedTable> continued_table(const std::vector<TextLine>& lines, const Table& before,
                                            int page);

}  // namespace prongsai
