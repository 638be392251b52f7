// SPDX-License-Identifier: GPL-3.0-or-later
// Leptonica's images with an owner, and rasters as such images. Leptonica types: for .cc files
// only.
#pragma once

#include <allheaders.h>

#include <limits>
#include <memory>
#include <vector>

#include "extract/raster.h"

namespace prongsai::extract {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Where the connected parts of a picture of 1 bit stand, in pixels.
struct PixelBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};
std::vector<PixelBox> connected_boxes(Pix* pix);

// 8 bits a pixel, 0 black. Null if there is no memory for it.
PixPtr to_pix(const Raster& raster);

// Any image as a raster in gray, scaled down to kMaxRasterPixels and to so many dots per inch at
// the most; empty if that fails.
Raster to_raster(Pix* pix, double dots_per_inch,
                 double most_dots_per_inch = std::numeric_limits<double>::infinity());

}  // namespace prongsai::extract
