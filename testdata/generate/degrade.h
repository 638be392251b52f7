// SPDX-License-Identifier: GPL-3.0-or-later
// What printing, copying and scanning do to a picture.
#pragma once

#include <string>

#include "extract/raster.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

struct Look {
  double lean = 0;  // degrees
  int ink = 0;      // gray values
  int paper = 255;
  double gradient = 0;   // gray values from the middle to the side
  int dots = 0;          // pixels between the dots of a filled background; 0: none
  double dot_depth = 0;  // gray values
  double blur = 0;       // standard deviation in pixels
  double noise = 0;      // standard deviation in gray values
  double specks = 0;     // share of pixels that turn black, and as many white
  double threshold = 0;  // of a picture in black and white, 0..1 between ink and paper; 0: gray
  int jpeg_quality = 0;  // 0: none
};

// A picture with this look; its size stays.
extract::Raster degrade(const extract::Raster& picture, const Look& look, Random& random);

// The picture as a JPEG file.
std::string jpeg_bytes(const extract::Raster& picture, int quality);

// The picture in another size, with averaged pixels.
extract::Raster resized(const extract::Raster& picture, int width, int height);

// Strokes thicker (positive) or thinner by so many pixels.
extract::Raster thickened(const extract::Raster& picture, int pixels);

}  // namespace prongsai::testdata
