// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prongsai::extract {
namespace {

// The paper is measured in tiles of so many inches, and made so bright.
constexpr double kTile = 0.05;
constexpr int kPaper = 235;
// What is darker may be ink; of a tile, enough pixels must be paper.
constexpr int kMaybeInk = 110;
constexpr double kPaperShare = 0.2;
// Plainly ink on even paper: enough to see how the lines lie.
constexpr int kPlainInk = 160;
// Ink is darker than its surroundings by this (Sauvola).
constexpr double kWindow = 0.06;  // inches, half of its side
constexpr float kContrast = 0.22F;
// Degrees. Scans are laid in askew by up to two or three.
constexpr float kMostLean = 6.0F;
constexpr double kLeastLean = 0.03;
// Leptonica's measure of how plainly the lines stand out at the best angle.
constexpr float kLeastPlain = 2.5F;
// A dark ground behind white letters is so large in both directions, in inches.
constexpr double kDarkGround = 0.13;

// A picture in black and white has so few pixels between these, as a share.
constexpr uint8_t kBlack = 20;
constexpr uint8_t kWhite = 235;
constexpr double kMostBetween = 0.001;

int pixels(double inches, double dots_per_inch, int least) {
  return std::max(least, static_cast<int>(std::lround(inches * dots_per_inch)));
}

// Dark grounds with what is written on them, turned to black on white.
void turn_over_dark_grounds(Pix* gray, double dots_per_inch) {
  const PixPtr dark(pixThresholdToBinary(gray, kMaybeInk));
  const int side = pixels(kDarkGround, dots_per_inch, 4);
  // Letters are no more than a part of the ground's height: closing the ground fills them.
  const PixPtr whole(dark ? pixCloseSafeCompBrick(nullptr, dark.get(), side / 2, side / 2)
                          : nullptr);
  const PixPtr grounds(whole ? pixOpenCompBrick(nullptr, whole.get(), side, side) : nullptr);
  l_int32 none = 1;
  if (!grounds || pixZero(grounds.get(), &none) != 0 || none != 0) return;
  for (const auto& [x, y, width, height] : connected_boxes(grounds.get())) {
    Box* box = boxCreate(x, y, width, height);
    const PixPtr part(pixClipRectangle(gray, box, nullptr));
    const PixPtr ground(pixClipRectangle(grounds.get(), box, nullptr));
    boxDestroy(&box);
    if (!part || !ground) continue;
    l_int32 count = 0;
    pixCountPixels(ground.get(), &count, nullptr);
    const PixPtr ink(pixThresholdToBinary(part.get(), kMaybeInk));
    l_int32 dark_count = 0;
    if (ink) pixCountPixels(ink.get(), &dark_count, nullptr);
    // A picture or a thick mark is no ground: a ground is a rectangle, dark for the most part.
    if (count * 10 < width * height * 8 || dark_count * 10 < count * 5) continue;
    pixInvert(part.get(), part.get());
    pixRasterop(gray, x, y, width, height, PIX_SRC, part.get(), 0, 0);
  }
}

// Whether hardly a pixel is between black and white: a fax, or a scan for archives.
bool is_black_and_white(const Raster& raster) {
  const auto between = std::ranges::count_if(
      raster.gray, [](uint8_t value) { return value > kBlack && value < kWhite; });
  return static_cast<double>(between) < kMostBetween * static_cast<double>(raster.gray.size());
}

PixPtr evened(Pix* gray, double dots_per_inch) {
  const int tile = pixels(kTile, dots_per_inch, 6);
  if (pixGetWidth(gray) < 4 * tile || pixGetHeight(gray) < 4 * tile)
    return PixPtr(pixCopy(nullptr, gray));
  PixPtr even(pixBackgroundNorm(gray, nullptr, nullptr, tile, tile, kMaybeInk,
                                static_cast<int>(tile * tile * kPaperShare), kPaper, 2, 2));
  return even ? std::move(even) : PixPtr(pixCopy(nullptr, gray));
}

PixPtr ink_of(Pix* gray, double dots_per_inch) {
  const int window = pixels(kWindow, dots_per_inch, 4);
  const int width = pixGetWidth(gray);
  const int height = pixGetHeight(gray);
  if (width < 2 * window + 3 || height < 2 * window + 3)
    return PixPtr(pixThresholdToBinary(gray, kMaybeInk + 40));
  Pix* ink = nullptr;
  const int across = std::max(1, width / 1200);
  const int along = std::max(1, height / 1200);
  pixSauvolaBinarizeTiled(gray, window, kContrast, across, along, nullptr, &ink);
  return PixPtr(ink);
}

// Degrees, clockwise; 0 if no angle stands out.
double lean_of(Pix* gray) {
  const PixPtr ink(pixThresholdToBinary(gray, kPlainInk));
  float angle = 0;
  float plain = 0;
  if (!ink ||
      pixFindSkewSweepAndSearch(ink.get(), &angle, &plain, 4, 2, kMostLean, 0.5F, 0.02F) != 0)
    return 0;
  return plain < kLeastPlain || std::abs(angle) < kLeastLean ? 0 : -angle;
}

}  // namespace

PagePicture prepare_page(const Raster& raster) {
  PagePicture page;
  page.dots_per_inch = raster.dots_per_inch;
  PixPtr given = to_pix(raster);
  if (!given) return page;
  // Single pixels, which are noise or shades of gray, lose their weight.
  if (is_black_and_white(raster)) {
    if (PixPtr soft{pixBlockconv(given.get(), 1, 1)}) given = std::move(soft);
  }
  turn_over_dark_grounds(given.get(), raster.dots_per_inch);
  page.gray = evened(given.get(), raster.dots_per_inch);
  if (!page.gray) return page;
  page.lean = lean_of(page.gray.get());
  if (page.lean != 0) {
    const auto radians = static_cast<float>(-page.lean * std::numbers::pi / 180);
    page.gray.reset(pixRotateAMGray(page.gray.get(), radians, 255));
  }
  if (page.gray) page.ink = ink_of(page.gray.get(), raster.dots_per_inch);
  return page;
}

}  // namespace prongsai::extract
