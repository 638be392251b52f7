// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a page made ready for reading. Leptonica types: for .cc files only.
#pragma once

#include "extract/pix.h"
#include "extract/raster.h"

namespace prongsai::extract {

struct PagePicture {
  PixPtr gray;      // 8 bits, upright, ink on even paper; white text on dark ground turned over
  PixPtr ink;       // 1 bit, of the same size
  double lean = 0;  // degrees that the page leant by, clockwise; it was turned back about its
                    // middle
  double dots_per_inch = 300;
};

// Evens out the paper (gradients, tints, what shines through), sets the page straight and finds the
// ink. Null pictures if there is no memory for it.
PagePicture prepare_page(const Raster& raster);

}  // namespace prongsai::extract
