// SPDX-License-Identifier: GPL-3.0-or-later
// Which symbols of a line stand in which of its chunks.
#pragma once

#include <span>
#include <vector>

#include "extract/line_reader.h"
#include "extract/text_chunks.h"

namespace prongsai::extract {

// The symbols that were read from the picture of a line, in its pixels; so many pixels of paper are
// around the line. Those of a chunk are measured from its own left edge, with as much paper.
std::vector<std::vector<LineSymbol>> symbols_by_chunk(const std::vector<LineSymbol>& symbols,
                                                      std::span<const Chunk> chunks, int margin);

}  // namespace prongsai::extract
