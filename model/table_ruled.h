// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that rulings draw, wholly or in part.
#pragma once

#include <optional>
#include <vector>

#include "model/block.h"
#include "model/lines.h"
#include "model/table_grid.h"

namespace prongsai {

// A table of two or more columns drawn by a grid, from the words whose middle lies in it; nothing
// for boxes around text and for drawings. Where rules separate the columns but not the rows, rows
// are told apart as in a table without rules.
std::optional<Table> ruled_table(const Grid& grid, const std::vector<PlacedWord>& words, int page);

// A table in `box` with rules across its whole width at `ys` (inside the box, from top to bottom)
// and columns told apart by white space. Nothing if the words do not stand in columns.
std::optional<Table> partly_ruled_table(const Box& box, const std::vector<double>& ys,
                                        const std::vector<PlacedWord>& words, int page);

// Three or more rules above one another, equally long and with no vertical rule between them.
struct RuleStack {
  Box box;
  std::vector<double> ys;  // of the rules between the first and the last one
};
std::vector<RuleStack> rule_stacks(const std::vector<Rule>& loose);

// Parts of a stack between bands that hold lines of text but nothing side by side: tables above one
// another, with notes and headings between.
std::vector<RuleStack> split_stack(const RuleStack& stack, const std::vector<PlacedWord>& words);

}  // namespace prongsai
