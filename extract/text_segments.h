// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of text in a page's picture: what stands together on one line, between table lines.
#pragma once

#include <vector>

#include "model/page_text.h"

namespace prongsai::extract {

// A connected piece of ink, in pixels; x1 and y1 are exclusive.
struct InkPart {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  int area = 0;   // pixels
  int label = 0;  // whose pixels it is, see PageInk

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

// The frame around both, with the ink of both and the label of the first.
InkPart united(const InkPart& a, const InkPart& b);

// Letters on one line with nothing wider than a letter between them. The band is where letters
// without ascenders stand; marks reach above and below it.
struct Segment {
  std::vector<int> parts;  // places in the page's parts, from left to right
  double top = 0;          // of the band, in pixels
  double bottom = 0;

  double height() const { return bottom - top; }
};

struct PageParts {
  std::vector<InkPart> parts;
  double letter = 0;  // height of a letter of the page's main text, in pixels; 0 without text
  std::vector<Segment> segments;
};

// Finds the letters, joins those of a line, and gives marks, points and dashes to the line that
// they belong to. `parts` are the connected parts of the page's ink; `rulings` are in points.
PageParts find_segments(std::vector<InkPart> parts, const std::vector<Ruling>& rulings,
                        double dots_per_inch);

}  // namespace prongsai::extract
