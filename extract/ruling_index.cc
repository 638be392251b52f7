// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruling_index.h"

#include <algorithm>

namespace prongsai::extract {

RulingIndex::RulingIndex(const std::vector<Ruling>& rulings) {
  for (const Ruling& ruling : rulings) {
    if (ruling.horizontal()) {
      horizontal_.push_back({static_cast<float>(ruling.y0), static_cast<float>(ruling.x0),
                             static_cast<float>(ruling.x1)});
    } else {
      vertical_.push_back({static_cast<float>(ruling.x0), static_cast<float>(ruling.y0),
                           static_cast<float>(ruling.y1)});
    }
  }
  auto by_place = [](const Line& a, const Line& b) { return a.at < b.at; };
  std::sort(vertical_.begin(), vertical_.end(), by_place);
  std::sort(horizontal_.begin(), horizontal_.end(), by_place);
}

bool RulingIndex::any_between(const std::vector<Line>& lines, float low, float high, float place) {
  auto line = std::lower_bound(lines.begin(), lines.end(), low,
                               [](const Line& a, float value) { return a.at < value; });
  for (; line != lines.end() && line->at < high; ++line) {
    if (line->from <= place && place <= line->to) return true;
  }
  return false;
}

bool RulingIndex::crosses(const LineGlyph& first, const LineGlyph& second) const {
  float low = (first.from + first.to) / 2;
  float high = (second.from + second.to) / 2;
  // The letters' bodies are above the baseline.
  float body = first.base - first.em * 0.25F;
  switch (first.rotation) {
    case 90:
      return any_between(horizontal_, low, high, -body);
    case 180:
      return any_between(vertical_, -high, -low, -body);
    case 270:
      return any_between(horizontal_, -high, -low, body);
    default:
      return any_between(vertical_, low, high, body);
  }
}

}  // namespace prongsai::extract
