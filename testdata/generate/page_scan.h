// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as a scanner gives them.
#pragma once

#include "extract/raster.h"
#include "testdata/generate/noise.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

// Whether the variant shows pages as pictures, and at which resolution; 0 if not.
double scan_resolution(Noise noise);

// The drawn page as this kind of scanner sees it: leaning, blurred, noisy, on tinted paper, with
// what is printed on the back (`behind`; may be empty) shining through, and margins cut off.
extract::Raster scan_page(const extract::Raster& page, const extract::Raster& behind, Noise noise,
                          Random& random);

}  // namespace prongsai::testdata
