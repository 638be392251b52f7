// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/chunk_symbols.h"

#include <algorithm>
#include <cmath>

namespace prongsai::extract {
namespace {

// How far, of the height of letters, a space may stand from the gap that it is; symbols are placed
// to about half a letter.
constexpr double kSpaceWorth = 0.8;
constexpr double kMiddleWeight = 0.05;  // among places within the gap

// The first symbol from `from` on that stands behind the gap between two chunks. A space that the
// model saw near it tells better than the places of symbols.
size_t first_behind(double gap_begin, double gap_end, double height, size_t from,
                    const std::vector<LineSymbol>& symbols) {
  size_t best = from;
  double least = 1e9;
  for (size_t i = from; i <= symbols.size(); ++i) {
    const double before = i == 0 ? 0 : symbols[i - 1].x1;
    const double x = i == symbols.size() ? before : (before + symbols[i].x0) / 2;
    double distance = std::max({gap_begin - x, x - gap_end, 0.0}) +
                      kMiddleWeight * std::abs(x - (gap_begin + gap_end) / 2);
    if (i < symbols.size() && symbols[i].after_space) distance -= kSpaceWorth * height;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

}  // namespace

std::vector<std::vector<LineSymbol>> symbols_by_chunk(const std::vector<LineSymbol>& symbols,
                                                      std::span<const Chunk> chunks, int margin) {
  std::vector<std::vector<LineSymbol>> out(chunks.size());
  const double left = chunks.front().line.x0 - margin;  // of the picture
  size_t next = 0;
  for (size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    const size_t end = i + 1 == chunks.size()
                           ? symbols.size()
                           : first_behind(chunk.ink.x1 - left, chunks[i + 1].ink.x0 - left,
                                          chunk.bottom - chunk.top, next, symbols);
    for (; next < end; ++next) {
      LineSymbol symbol = symbols[next];
      const double shift = left + margin - chunk.ink.x0;
      symbol.x0 += shift;
      symbol.x1 += shift;
      out[i].push_back(std::move(symbol));
    }
  }
  return out;
}

}  // namespace prongsai::extract
