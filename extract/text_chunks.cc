// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text_chunks.h"

#include <algorithm>

#include "extract/list_marks.h"

namespace prongsai::extract {
namespace {

// A gap that is a space, of the height of the line's letters: somewhere between these, where a page
// has the fewest gaps, for letters and spaces of typefaces differ.
constexpr double kLeastSpace = 0.30;
constexpr double kMostSpace = 0.62;
constexpr double kUsualSpace = 0.5;
constexpr double kSpaceStep = 0.01;
constexpr double kSpaceReach = 0.05;
constexpr size_t kFewestGaps = 30;
// A space to the usual gap between letters, because justified Thai is set wide.
constexpr double kSpaceToUsual = 2.4;
constexpr size_t kFewestBehindMark = 4;    // pieces of ink: a mark stands before words
constexpr double kLeastBehindMark = 0.15;  // of the height of the line's letters

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

// All gaps between the ink of the page's lines, of the height of their letters.
std::vector<double> gaps_of(const PageParts& page) {
  std::vector<double> gaps;
  for (const Segment& segment : page.segments) {
    int right = page.parts[static_cast<size_t>(segment.parts.front())].x1;
    for (const int i : segment.parts) {
      const InkPart& part = page.parts[static_cast<size_t>(i)];
      if (part.x0 > right) gaps.push_back((part.x0 - right) / std::max(segment.height(), 1.0));
      right = std::max(right, part.x1);
    }
  }
  return gaps;
}

double space_of(const PageParts& page) {
  std::vector<double> gaps = gaps_of(page);
  if (gaps.size() < kFewestGaps) return kUsualSpace;
  std::ranges::sort(gaps);
  std::ptrdiff_t fewest = std::ptrdiff_t{1} << 40;
  std::vector<double> best;
  for (double space = kLeastSpace; space <= kMostSpace; space += kSpaceStep) {
    const auto count = std::ranges::upper_bound(gaps, space + kSpaceReach) -
                       std::ranges::lower_bound(gaps, space - kSpaceReach);
    if (count < fewest) best.clear();
    fewest = std::min(fewest, count);
    if (count == fewest) best.push_back(space);
  }
  return best[best.size() / 2];
}

// The mark at the beginning of a line of text, if there is one.
std::string_view mark_before(const PageParts& page, const Segment& segment) {
  if (segment.parts.size() < kFewestBehindMark) return {};
  const InkPart& part = page.parts[static_cast<size_t>(segment.parts.front())];
  const InkPart& next = page.parts[static_cast<size_t>(segment.parts[1])];
  if (next.x0 - part.x1 < kLeastBehindMark * segment.height()) return {};
  return list_mark(part, segment.top, segment.bottom);
}

void cut(const PageParts& page, int number, double space_to_height, std::vector<Chunk>& chunks) {
  const Segment& segment = page.segments[static_cast<size_t>(number)];
  const double space =
      std::max(space_to_height * segment.height(), kSpaceToUsual * usual_gap(page, segment));
  InkPart line = page.parts[static_cast<size_t>(segment.parts.front())];
  for (const int i : segment.parts) line = united(line, page.parts[static_cast<size_t>(i)]);
  const size_t first = chunks.size();
  const std::string_view mark = mark_before(page, segment);
  for (const int i : segment.parts) {
    const InkPart& part = page.parts[static_cast<size_t>(i)];
    const bool behind_mark = chunks.size() == first + 1 && !chunks.back().mark.empty();
    if (chunks.size() == first || behind_mark || part.x0 - chunks.back().ink.x1 > space) {
      Chunk chunk;
      chunk.ink = part;
      chunk.top = segment.top;
      chunk.bottom = segment.bottom;
      chunk.segment = number;
      if (chunks.size() == first) chunk.mark = mark;
      chunks.push_back(std::move(chunk));
    } else {
      chunks.back().ink = united(chunks.back().ink, part);
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
  const double space = space_of(page);
  for (int i = 0; i < static_cast<int>(page.segments.size()); ++i) cut(page, i, space, chunks);
  return chunks;
}

}  // namespace prongsai::extract
