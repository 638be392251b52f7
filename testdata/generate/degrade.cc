// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/degrade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "extract/pix.h"

namespace prongsai::testdata {
namespace {

using extract::PixPtr;
using extract::Raster;

struct KernelDeleter {
  void operator()(L_Kernel* kernel) const { kernelDestroy(&kernel); }
};
using Kernel = std::unique_ptr<L_Kernel, KernelDeleter>;

PixPtr checked(Pix* pix) {
  if (pix == nullptr) throw std::runtime_error("no memory for a picture");
  return PixPtr(pix);
}

Raster from(const PixPtr& pix, const Raster& like) {
  return extract::to_raster(pix.get(), like.dots_per_inch);
}

Raster turned(const Raster& picture, double degrees) {
  const PixPtr pix = checked(extract::to_pix(picture).release());
  const auto angle = static_cast<float>(degrees * std::numbers::pi / 180);
  return from(checked(pixRotateAMGray(pix.get(), angle, 255)), picture);
}

Raster blurred(const Raster& picture, double sigma) {
  const int reach = std::max(1, static_cast<int>(std::ceil(2.5 * sigma)));
  L_Kernel* across = nullptr;
  L_Kernel* along = nullptr;
  makeGaussianKernelSep(reach, reach, static_cast<float>(sigma), 1.0F, &across, &along);
  const Kernel first(across);
  const Kernel second(along);
  const PixPtr pix = checked(extract::to_pix(picture).release());
  return from(checked(pixConvolveSep(pix.get(), across, along, 8, 1)), picture);
}

// Nearly normal, with deviation 1: the sum of three uniform numbers.
double deviation(Random& random) {
  return 2 * (random.unit() + random.unit() + random.unit() - 1.5);
}

void tint(Raster& picture, const Look& look, Random& random) {
  const double ink = look.ink;
  const double contrast = (look.paper - ink) / 255.0;
  const double slope = random.chance(0.5) ? look.gradient : -look.gradient;
  const int first = look.dots > 0 ? random.below(look.dots) : 0;
  uint8_t* pixel = picture.gray.data();
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x, ++pixel) {
      double value = ink + *pixel * contrast;
      double light = slope * (2.0 * x / picture.width - 1);
      if (look.dots > 0 && (x + first) % look.dots == 0 && (y + first) % look.dots == 0)
        light -= look.dot_depth;
      value += light * *pixel / 255;
      *pixel = static_cast<uint8_t>(std::clamp(value, 0.0, 255.0));
    }
  }
}

void make_noise(Raster& picture, const Look& look, Random& random) {
  for (uint8_t& pixel : picture.gray) {
    double value = pixel;
    if (look.noise > 0) value += look.noise * deviation(random);
    if (look.specks > 0) {
      const double share = random.unit();
      if (share < look.specks) value = 0;
      if (share > 1 - look.specks) value = 255;
    }
    pixel = static_cast<uint8_t>(std::clamp(value, 0.0, 255.0));
  }
}

void make_bilevel(Raster& picture, double threshold) {
  std::array<size_t, 256> counts{};
  for (const uint8_t pixel : picture.gray) ++counts[pixel];
  const auto at = [&](double share) {
    auto left = static_cast<double>(picture.gray.size()) * share;
    int value = 0;
    while (value < 255 && left >= static_cast<double>(counts[static_cast<size_t>(value)])) {
      left -= static_cast<double>(counts[static_cast<size_t>(value)]);
      ++value;
    }
    return value;
  };
  const double ink = at(0.01);
  const double paper = at(0.9);
  const double limit = ink + (paper - ink) * threshold;
  for (uint8_t& pixel : picture.gray) pixel = pixel < limit ? 0 : 255;
}

Raster through_jpeg(const Raster& picture, int quality) {
  const std::string bytes = jpeg_bytes(picture, quality);
  return from(checked(pixReadMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size())),
              picture);
}

}  // namespace

std::string jpeg_bytes(const Raster& picture, int quality) {
  const PixPtr pix = checked(extract::to_pix(picture).release());
  l_uint8* bytes = nullptr;
  size_t size = 0;
  if (pixWriteMemJpeg(&bytes, &size, pix.get(), quality, 0) != 0)
    throw std::runtime_error("no JPEG");
  const std::unique_ptr<l_uint8, void (*)(void*)> owner(bytes, lept_free);
  return {reinterpret_cast<const char*>(bytes), size};
}

Raster degrade(const Raster& picture, const Look& look, Random& random) {
  Raster out = look.lean == 0 ? picture : turned(picture, look.lean);
  tint(out, look, random);
  if (look.blur > 0) out = blurred(out, look.blur);
  if (look.noise > 0 || look.specks > 0) make_noise(out, look, random);
  if (look.threshold > 0) make_bilevel(out, look.threshold);
  if (look.jpeg_quality > 0) out = through_jpeg(out, look.jpeg_quality);
  return out;
}

Raster resized(const Raster& picture, int width, int height) {
  const PixPtr pix = checked(extract::to_pix(picture).release());
  const bool smaller = 10 * width < 7 * picture.width && 10 * height < 7 * picture.height;
  const auto across = static_cast<float>(width) / static_cast<float>(picture.width);
  const auto along = static_cast<float>(height) / static_cast<float>(picture.height);
  Raster out = from(checked(smaller ? pixScaleAreaMap(pix.get(), across, along)
                                    : pixScaleGeneral(pix.get(), across, along, 0, 0)),
                    picture);
  out.dots_per_inch = picture.dots_per_inch * along;
  return out;
}

Raster thickened(const Raster& picture, int pixels) {
  const PixPtr pix = checked(extract::to_pix(picture).release());
  const int brick = 2 * std::abs(pixels) + 1;
  return from(checked(pixels > 0 ? pixErodeGray(pix.get(), brick, brick)
                                 : pixDilateGray(pix.get(), brick, brick)),
              picture);
}

}  // namespace prongsai::testdata
