// SPDX-License-Identifier: GPL-3.0-or-later
// From drawn paths to rulings.
#pragma once

#include <vector>

#include "model/page_text.h"

namespace prongsai::extract {

struct PathPoint {
  double x = 0;
  double y = 0;
};

struct Subpath {
  std::vector<PathPoint> points;  // of curves only the end points
  bool closed = false;
  bool curved = false;
};

// Adds a ruling for each segment of a stroked path that runs along an axis; a closed path has a
// segment back to its start.
void add_stroked(const Subpath& path, double line_width, std::vector<Ruling>& rulings);

// Adds a ruling for a filled shape that is no thicker than a line. Returns whether it was one.
bool add_filled(const Subpath& path, std::vector<Ruling>& rulings);

// Joins pieces of one line: those that lie on each other, overlap, touch or leave gaps as narrow as
// the dashes of a dotted line. What stays shorter than any cell is dropped. Horizontal rulings
// first, from top to bottom, then vertical ones from left to right.
std::vector<Ruling> merged(std::vector<Ruling> rulings);

}  // namespace prongsai::extract
