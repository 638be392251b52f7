// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/page_scan.h"

#include <algorithm>
#include <cstddef>

#include "testdata/generate/degrade.h"

namespace prongsai::testdata {
namespace {

using extract::Raster;

constexpr double kMostLean = 2;         // degrees
constexpr double kMostCut = 0.25;       // inches off a side, within the margin
constexpr double kFaintestBack = 0.03;  // of its darkness
constexpr double kDarkestBack = 0.10;

// What is printed on the back, seen from the front.
void shine_through(Raster& page, const Raster& behind, double darkness) {
  if (behind.width != page.width || behind.height != page.height) return;
  for (int y = 0; y < page.height; ++y) {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width);
    for (int x = 0; x < page.width; ++x) {
      const auto mirrored = static_cast<std::size_t>(page.width - 1 - x);
      uint8_t& pixel = page.gray[row + static_cast<std::size_t>(x)];
      const double shadow = (255 - behind.gray[row + mirrored]) * darkness;
      pixel = static_cast<uint8_t>(std::max(0.0, pixel - shadow));
    }
  }
}

// The sheet lay askew: a strip of each margin is lost, the picture keeps its size.
void cut_margins(Raster& page, Random& random) {
  const int most = static_cast<int>(kMostCut * page.dots_per_inch);
  const int across = random.between(-most, most);
  const int along = random.between(-most, most);
  Raster moved = page;
  std::fill(moved.gray.begin(), moved.gray.end(), uint8_t{255});
  for (int y = std::max(0, along); y < std::min(page.height, page.height + along); ++y) {
    const int from = std::max(0, across);
    const int to = std::min(page.width, page.width + across);
    const auto source =
        page.gray.begin() + static_cast<std::ptrdiff_t>(y - along) * page.width + (from - across);
    std::copy_n(source, to - from,
                moved.gray.begin() + static_cast<std::ptrdiff_t>(y) * page.width + from);
  }
  page = std::move(moved);
}

Look page_look(Noise noise, Random& random) {
  Look look;
  look.lean = (2 * random.unit() - 1) * kMostLean;
  look.ink = random.between(0, 60);
  look.paper = random.between(225, 255);
  look.gradient = random.chance(0.4) ? 12 * random.unit() : 0;
  const double sharp = scan_resolution(noise) / 200;
  look.blur = (0.3 + 0.5 * random.unit()) * sharp;
  look.noise = 2 + 8 * random.unit();
  if (noise == Noise::kFax300) look.threshold = 0.45 + 0.25 * random.unit();
  return look;
}

}  // namespace

double scan_resolution(Noise noise) {
  switch (noise) {
    case Noise::kScan:
    case Noise::kScan200:
      return 200;
    case Noise::kScan300:
    case Noise::kFax300:
      return 300;
    case Noise::kScan150:
      return 150;
    default:
      return 0;
  }
}

Raster scan_page(const Raster& page, const Raster& behind, Noise noise, Random& random) {
  if (noise == Noise::kScan) return page;
  Raster scanned = page;
  if (random.chance(0.4)) cut_margins(scanned, random);
  if (random.chance(0.4)) {
    const double darkness = kFaintestBack + (kDarkestBack - kFaintestBack) * random.unit();
    shine_through(scanned, behind, darkness);
  }
  return degrade(scanned, page_look(noise, random), random);
}

}  // namespace prongsai::testdata
