// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a ruling stands between two glyphs of a line.
#pragma once

#include <vector>

#include "extract/glyph_line.h"
#include "model/page_text.h"

namespace prongsai::extract {

class RulingIndex {
 public:
  explicit RulingIndex(const std::vector<Ruling>& rulings);

  // Whether a ruling runs across the line between the middles of the two glyphs, which follow each
  // other on one line.
  bool crosses(const LineGlyph& first, const LineGlyph& second) const;

 private:
  // A ruling by its place across its own direction.
  struct Line {
    float at = 0;
    float from = 0;
    float to = 0;
  };
  static bool any_between(const std::vector<Line>& lines, float low, float high, float place);

  std::vector<Line> vertical_;    // sorted by x
  std::vector<Line> horizontal_;  // sorted by y
};

}  // namespace prongsai::extract
