// SPDX-License-Identifier: GPL-3.0-or-later
// What is read at once: the parts of a segment between two spaces.
#pragma once

#include <string_view>
#include <vector>

#include "extract/text_segments.h"

namespace prongsai::extract {

struct Chunk {
  std::vector<int> labels;  // of the ink that it consists of
  InkPart ink;              // around all of it
  InkPart line;             // from side to side of the chunk, as high as the ink of its line
  double top = 0;           // the band of its line, in pixels
  double bottom = 0;
  int segment = 0;        // place of its segment on the page
  std::string_view mark;  // "•" or "-" if it is the mark of a list's entry, which nobody need read
};

std::vector<Chunk> find_chunks(const PageParts& page);

}  // namespace prongsai::extract
