// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/overprint.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace prongsai::extract {
namespace {

constexpr double kDoubt = 0.3;
constexpr double kShare = 0.5;   // of the narrower word's width, and of the lower one's height
constexpr size_t kLookBack = 8;  // words to the left that are compared: more never overlap in print

bool overlap(const Box& a, const Box& b) {
  const double width = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const double height = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return width > kShare * std::min(a.width(), b.width()) &&
         height > kShare * std::min(a.height(), b.height()) &&
         std::abs(a.center_y() - b.center_y()) < 0.35 * std::min(a.height(), b.height());
}

}  // namespace

void doubt_overprinted(std::vector<Word>& words) {
  std::vector<size_t> order(words.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // Lines of words first, then left to right: bands of 4 points hold the words of one line
  // together well enough, and a neighbouring band is looked at as well.
  constexpr double kBand = 4;
  const auto band = [&](size_t i) { return std::floor(words[i].box.center_y() / kBand); };
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    if (band(a) != band(b)) return band(a) < band(b);
    return words[a].box.x0 < words[b].box.x0;
  });
  for (size_t i = 1; i < order.size(); ++i) {
    for (size_t back = 1; back <= std::min(i, kLookBack); ++back) {
      Word& left = words[order[i - back]];
      Word& right = words[order[i]];
      if (band(order[i]) - band(order[i - back]) > 1) break;
      if (left.rotation != right.rotation || left.raw == right.raw || !overlap(left.box, right.box))
        continue;
      left.confidence = std::min(left.confidence, kDoubt);
      right.confidence = std::min(right.confidence, kDoubt);
    }
  }
}

}  // namespace prongsai::extract
