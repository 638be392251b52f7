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
constexpr double kNear = 0.03;           // an upright line ends at a horizontal one
constexpr double kMostSticksOut = 0.25;  // as much as a line of text

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

// The letters of the line above or below a table prolong its upright lines now and then. Takes away
// what sticks out over a horizontal line at which most of the upright ones end.
void clear_what_sticks_out(Pix* uprights, const std::vector<PixelBox>& horizontals,
                           double dots_per_inch) {
  const int near = static_cast<int>(kNear * dots_per_inch);
  const int far = static_cast<int>(kMostSticksOut * dots_per_inch);
  const std::vector<PixelBox> lines = connected_boxes(uprights);
  for (const PixelBox& across : horizontals) {
    const int y = across.y + across.height / 2;
    for (const bool above : {true, false}) {
      std::vector<const PixelBox*> longer;
      size_t ending = 0;
      for (const PixelBox& line : lines) {
        const bool meets = line.x + line.width > across.x - near &&
                           line.x < across.x + across.width + near && line.y < y + near &&
                           line.y + line.height > y - near;
        const int out = above ? y - line.y : line.y + line.height - y;
        const int within = line.height - out;
        if (!meets || out < -near || within < far) continue;
        if (out <= near) ++ending;
        if (out > near && out <= far) longer.push_back(&line);
      }
      if (ending < 2 || longer.size() >= ending) continue;
      for (const PixelBox* line : longer) {
        const int from = above ? line->y : y + near / 2;
        const int to = above ? y - near / 2 : line->y + line->height;
        pixRasterop(uprights, line->x, from, line->width, to - from, PIX_CLR, nullptr, 0, 0);
      }
    }
  }
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
  std::vector<PixelBox> across;  // the horizontal lines
  for (bool horizontal : {true, false}) {
    PixPtr lines = lines_of(all.get(), page.dots_per_inch, horizontal);
    if (!lines) continue;
    if (horizontal) {
      across = connected_boxes(lines.get());
    } else {
      clear_what_sticks_out(lines.get(), across, page.dots_per_inch);
    }
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
