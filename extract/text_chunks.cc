// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text_chunks.h"

#include <algorithm>

namespace prongsai::extract {
namespace {

// A gap that is a space: of the height of the line's letters, and of the usual gap between them,
// because justified Thai is set wide.
constexpr double kSpace = 0.62;
constexpr double kSpaceToUsual = 2.4;

void widen(InkPart& all, const InkPart& part) {
  all.x0 = std::min(all.x0, part.x0);
  all.y0 = std::min(all.y0, part.y0);
  all.x1 = std::max(all.x1, part.x1);
  all.y1 = std::max(all.y1, part.y1);
  all.area += part.area;
}

double usual_gap(const PageParts& page, const Segment& segment) {
  std::vector<double> gaps;
  int right = -1;
  for (const int i : segment.parts) {
    const InkPart& part = page.parts[static_cast<size_t>(i)];
    if (part.height() < 0.5 * segment.height()) continue;
    if (right >= 0) gaps.push_back(std::max(0, part.x0 - right));
    right = std::max(right, part.x1);
  }
  if (gaps.size() < 4) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

void cut(const PageParts& page, int number, std::vector<Chunk>& chunks) {
  const Segment& segment = page.segments[static_cast<size_t>(number)];
  const double space =
      std::max(kSpace * segment.height(), kSpaceToUsual * usual_gap(page, segment));
  InkPart line = page.parts[static_cast<size_t>(segment.parts.front())];
  for (const int i : segment.parts) widen(line, page.parts[static_cast<size_t>(i)]);
  const size_t first = chunks.size();
  for (const int i : segment.parts) {
    const InkPart& part = page.parts[static_cast<size_t>(i)];
    if (chunks.size() == first || part.x0 - chunks.back().ink.x1 > space) {
      Chunk chunk;
      chunk.ink = part;
      chunk.top = segment.top;
      chunk.bottom = segment.bottom;
      chunk.segment = number;
      chunks.push_back(std::move(chunk));
    } else {
      widen(chunks.back().ink, part);
    }
    chunks.back().labels.push_back(part.label);
  }
  for (size_t i = first; i < chunks.size(); ++i) {
    chunks[i].line = chunks[i].ink;
    chunks[i].line.y0 = line.y0;
    chunks[i].line.y1 = line.y1;
  }
}

}  // namespace

std::vector<Chunk> find_chunks(const PageParts& page) {
  std::vector<Chunk> chunks;
  for (int i = 0; i < static_cast<int>(page.segments.size()); ++i) cut(page, i, chunks);
  return chunks;
}

}  // namespace prongsai::extract
