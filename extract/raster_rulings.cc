// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/raster_rulings.h"

#include <algorithm>
#include <cmath>

#include "extract/path_rulings.h"
#include "extract/pix.h"

namespace prongsai::extract {
namespace {

// In inches. A horizontal stroke of a letter is much shorter; an upright one (of a large heading)
// is up to half of this.
constexpr double kMinHorizontal = 0.45;
constexpr double kMinVertical = 0.32;
constexpr double kMaxThickness = 0.06;
// Gaps that printing and scanning tear into a line.
constexpr double kMaxTear = 0.02;

PixPtr lines_of(Pix* binary, double dots_per_inch, bool horizontal) {
  int length = static_cast<int>((horizontal ? kMinHorizontal : kMinVertical) * dots_per_inch);
  int tear = std::max(2, static_cast<int>(kMaxTear * dots_per_inch));
  // A line that leans by a pixel now and then stays whole if it is thickened first.
  PixPtr thick(horizontal ? pixCloseSafeCompBrick(nullptr, binary, tear, 3)
                          : pixCloseSafeCompBrick(nullptr, binary, 3, tear));
  if (!thick) return nullptr;
  return PixPtr(horizontal ? pixOpenCompBrick(nullptr, thick.get(), length, 1)
                           : pixOpenCompBrick(nullptr, thick.get(), 1, length));
}

void add_lines(Pix* lines, double dots_per_inch, bool horizontal, std::vector<Ruling>& rulings) {
  const double scale = 72 / dots_per_inch;
  for (const auto& [x, y, width, height] : connected_boxes(lines)) {
    int thickness = horizontal ? height : width;
    int length = horizontal ? width : height;
    // A long line leans by more than its thickness.
    if (thickness > kMaxThickness * dots_per_inch + length * 0.01) continue;
    Ruling ruling;
    ruling.thickness = std::min(thickness * scale, 3.0);
    if (horizontal) {
      ruling.x0 = x * scale;
      ruling.x1 = (x + width) * scale;
      ruling.y0 = ruling.y1 = (y + height / 2.0) * scale;
    } else {
      ruling.y0 = y * scale;
      ruling.y1 = (y + height) * scale;
      ruling.x0 = ruling.x1 = (x + width / 2.0) * scale;
    }
    rulings.push_back(ruling);
  }
}

}  // namespace

std::vector<Ruling> take_rulings(PagePicture& page) {
  std::vector<Ruling> rulings;
  const PixPtr all(pixCopy(nullptr, page.ink.get()));
  if (!all) return rulings;
  for (bool horizontal : {true, false}) {
    PixPtr lines = lines_of(all.get(), page.dots_per_inch, horizontal);
    if (!lines) continue;
    size_t before = rulings.size();
    add_lines(lines.get(), page.dots_per_inch, horizontal, rulings);
    if (rulings.size() == before) continue;
    const PixPtr mask(pixDilateBrick(nullptr, lines.get(), 5, 5));
    if (!mask) continue;
    pixSubtract(page.ink.get(), page.ink.get(), mask.get());
    pixSetMasked(page.gray.get(), mask.get(), 255);
  }
  return merged(std::move(rulings));
}

}  // namespace prongsai::extract
