// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pix.h"

#include <algorithm>
#include <cmath>

namespace prongsai::extract {

std::vector<PixelBox> connected_boxes(Pix* pix) {
  std::vector<PixelBox> out;
  Boxa* boxes = pixConnCompBB(pix, 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    PixelBox box;
    boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.width, &box.height);
    out.push_back(box);
  }
  boxaDestroy(&boxes);
  return out;
}

PixPtr to_pix(const Raster& raster) {
  PixPtr pix(pixCreateNoInit(raster.width, raster.height, 8));
  if (!pix) return pix;
  const auto resolution = static_cast<int>(std::lround(raster.dots_per_inch));
  pixSetResolution(pix.get(), resolution, resolution);
  l_uint32* line = pixGetData(pix.get());
  const int words_per_line = pixGetWpl(pix.get());
  const uint8_t* gray = raster.gray.data();
  for (int y = 0; y < raster.height; ++y, line += words_per_line) {
    for (int x = 0; x < raster.width; ++x) SET_DATA_BYTE(line, x, *gray++);
  }
  pixSetPadBits(pix.get(), 0);
  return pix;
}

Raster to_raster(Pix* pix, double dots_per_inch, double most_dots_per_inch) {
  Raster raster;
  // Transparent pixels are seen as paper.
  PixPtr opaque(pixGetSpp(pix) == 4 ? pixAlphaBlendUniform(pix, 0xFFFFFF00) : pixClone(pix));
  PixPtr gray(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
  if (!gray) return raster;
  double width = pixGetWidth(gray.get());
  double height = pixGetHeight(gray.get());
  double scale = std::min({1.0, most_dots_per_inch / dots_per_inch,
                           std::sqrt(kMaxRasterPixels / (width * height)),
                           kMaxRasterSide / std::max(width, height)});
  if (scale < 1)
    gray.reset(pixScale(gray.get(), static_cast<float>(scale), static_cast<float>(scale)));
  if (!gray) return raster;
  raster.width = pixGetWidth(gray.get());
  raster.height = pixGetHeight(gray.get());
  raster.dots_per_inch = dots_per_inch * scale;
  raster.gray.resize(static_cast<size_t>(raster.width) * static_cast<size_t>(raster.height));
  const l_uint32* line = pixGetData(gray.get());
  const int words_per_line = pixGetWpl(gray.get());
  uint8_t* out = raster.gray.data();
  for (int y = 0; y < raster.height; ++y, line += words_per_line) {
    for (int x = 0; x < raster.width; ++x) *out++ = static_cast<uint8_t>(GET_DATA_BYTE(line, x));
  }
  return raster;
}

}  // namespace prongsai::extract
