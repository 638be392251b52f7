// SPDX-License-Identifier: GPL-3.0-or-later
// Grids drawn by rulings.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/page_text.h"

namespace prongsai {

// A straight line after its pieces are joined: at y from x to x, or at x from y to y.
struct Rule {
  double at = 0;
  double from = 0;
  double to = 0;
  bool operator==(const Rule&) const = default;
};

struct Rules {
  std::vector<Rule> horizontal;  // by `at`
  std::vector<Rule> vertical;
};

// Joins what is drawn as one line: overlapping and touching pieces, dashes, dots, the two lines of
// a double rule. Leaves out what is too short to be the side of a cell, what lies outside `page`,
// and, where a page has thousands of lines, all but the longest.
Rules join_rulings(const std::vector<Ruling>& rulings, const Box& page);

// Crossing or touching rules. There are columns() * rows() elementary cells; where a piece of rule
// is missing between two of them there is no wall.
struct Grid {
  std::vector<double> xs;  // edges from left to right
  std::vector<double> ys;  // edges from top to bottom
  std::vector<char> wall_right;
  std::vector<char> wall_below;

  size_t columns() const { return xs.size() - 1; }
  size_t rows() const { return ys.size() - 1; }
  bool right(size_t row, size_t column) const { return wall_right[row * columns() + column] != 0; }
  bool below(size_t row, size_t column) const { return wall_below[row * columns() + column] != 0; }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

struct GridsAndRest {
  std::vector<Grid> grids;
  std::vector<Rule> loose;  // horizontal rules that no vertical one touches
};

// `words` are the boxes of the words: edges nearer than a narrow column are taken for one
// where no word stands between them.
GridsAndRest find_grids(const Rules& rules, std::vector<Box> words);

}  // namespace prongsai
