// SPDX-License-Identifier: GPL-3.0-or-later
// A word box: characters without a gap on one line, with where and how they were read.
#pragma once

#include <string>
#include <vector>

#include "model/geometry.h"

namespace prongsai {

// Another reading of the same place, with its probability (0..1).
struct Alternative {
  std::string text;
  double confidence = 0;
  bool operator==(const Alternative&) const = default;
};

// Thai has no spaces between words, so a "word" here is what stands between gaps: often a whole
// phrase. A word never crosses a vertical ruling.
struct Word {
  std::string text;  // repaired; before normalisation the same as raw
  std::string raw;   // as the source gave it
  Box box;
  double confidence = 1;  // 0..1
  double font_size = 0;   // points; 0 where unknown
  bool bold = false;
  int rotation = 0;  // of the characters against the page as shown: 0, 90, 180 or 270, clockwise
  std::vector<std::string> repairs;  // names, in the order they were applied
  std::vector<Alternative> alternatives;

  bool operator==(const Word&) const = default;
};

}  // namespace prongsai
