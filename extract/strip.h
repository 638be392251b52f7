// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of one line as the number model wants it, in training and in use alike.
#pragma once

#include "extract/raster.h"

namespace prongsai::extract {

constexpr int kStripHeight = 36;  // pixels

struct Strip {
  Raster raster;      // kStripHeight pixels high
  double x0 = 0;      // where the strip's left edge lies in the crop, in pixels
  double scale = 1;   // pixels of the strip per pixel of the crop
  bool empty = true;  // no ink
};

// Cuts the crop to its text, evens out paper and ink, takes away remains of table lines at the
// edges and scales it to the strip's height. The crop holds one line of text at most.
Strip normalised_strip(const Raster& crop);

}  // namespace prongsai::extract
