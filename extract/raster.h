// SPDX-License-Identifier: GPL-3.0-or-later
// A page as pixels.
#pragma once

#include <cstdint>
#include <vector>

namespace prongsai::extract {

// Larger rasters are drawn or scaled down to this; A3 fits.
constexpr double kMaxRasterPixels = 20e6;
// Pages are read at this; pictures with more are scaled down to it.
constexpr double kMostDotsPerInch = 300;
// The longest side that the OCR engine takes.
constexpr int kMaxRasterSide = 30'000;

struct Raster {
  int width = 0;
  int height = 0;
  double dots_per_inch = 300;
  std::vector<uint8_t> gray;  // 0 black to 255 white, rows from the top without padding

  bool empty() const { return gray.empty(); }
};

}  // namespace prongsai::extract
