// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

#include "extract/image_file.h"
#include "extract/limits.h"
#include "extract/media_type.h"
#include "extract/pdf_document.h"
#include "extract/pix.h"
#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

constexpr int kShades = 16;     // as many as 4 bits hold
constexpr double kPoints = 72;  // per inch
constexpr int kPaper = 255;
constexpr double kAreaMap = 0.7;  // below this, each pixel is the mean of those that it covers

std::string png_of(Pix* gray) {
  const PixPtr shades(pixThresholdTo4bpp(gray, kShades, 0));
  l_uint8* data = nullptr;
  size_t size = 0;
  if (!shades || pixWriteMemPng(&data, &size, shades.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return png;
}

PixPtr scaled(Pix* pix, double scale) {
  const auto factor = static_cast<float>(scale);
  if (std::abs(scale - 1) < 1e-3) return PixPtr(pixClone(pix));
  return PixPtr(scale < kAreaMap ? pixScaleAreaMap(pix, factor, factor)
                                 : pixScaleGrayLI(pix, factor, factor));
}

// A page as it is drawn.
struct Drawing {
  PixPtr pix;  // null if it could not be drawn
  double dots_per_inch = 0;

  double width() const { return pixGetWidth(pix.get()) * kPoints / dots_per_inch; }
  double height() const { return pixGetHeight(pix.get()) * kPoints / dots_per_inch; }
};

// The place (in points) on paper of this size.
PixPtr cut_out(const Drawing& whole, const Box& part, PixelSize size) {
  const double dots = whole.dots_per_inch / kPoints;
  const int width = pixGetWidth(whole.pix.get());
  const int height = pixGetHeight(whole.pix.get());
  // A margin, so that what is cut is not seen in the scaled pixels at the edge.
  const int left = std::clamp(static_cast<int>(std::floor(part.x0 * dots)) - 2, 0, width);
  const int top = std::clamp(static_cast<int>(std::floor(part.y0 * dots)) - 2, 0, height);
  const int right = std::clamp(static_cast<int>(std::ceil(part.x1 * dots)) + 2, 0, width);
  const int bottom = std::clamp(static_cast<int>(std::ceil(part.y1 * dots)) + 2, 0, height);
  PixPtr paper(pixCreate(size.width, size.height, 8));
  if (!paper) return nullptr;
  pixSetAllArbitrary(paper.get(), kPaper);
  if (right <= left || bottom <= top) return paper;
  ::Box* box = boxCreate(left, top, right - left, bottom - top);
  const PixPtr clip(pixClipRectangle(whole.pix.get(), box, nullptr));
  boxDestroy(&box);
  const double scale = size.width / (part.width() * dots);
  const PixPtr ready = clip ? scaled(clip.get(), scale) : nullptr;
  if (!ready) return nullptr;
  const int x = static_cast<int>(std::lround((left - part.x0 * dots) * scale));
  const int y = static_cast<int>(std::lround((top - part.y0 * dots) * scale));
  pixRasterop(paper.get(), x, y, pixGetWidth(ready.get()), pixGetHeight(ready.get()), PIX_SRC,
              ready.get(), 0, 0);
  return paper;
}

}  // namespace

PixelSize pixel_size(double width, double height, double dots_per_inch) {
  const auto pixels = [&](double points) {
    return static_cast<int>(
        std::clamp(std::round(points * dots_per_inch / kPoints), 1.0, double{kMaxRasterSide}));
  };
  return {pixels(width), pixels(height)};
}

struct PageImages::Impl {
  const std::string& bytes;
  std::string name;
  std::string media_type;
  std::optional<PdfDocument> pdf;
  std::optional<ImageFile> images;
  int drawn = 0;     // page of the drawing
  double asked = 0;  // dots per inch
  Drawing drawing;

  // The page, of a PDF at this resolution. Parts of a page that are asked for at the same one may
  // differ in the last digits of it.
  const Drawing& draw(int number, double dots_per_inch) {
    const double dots = std::round(dots_per_inch * 1000) / 1000;
    if (drawn == number && (!pdf || dots == asked)) return drawing;
    drawn = number;
    asked = dots;
    const Raster raster = pdf ? render(number, dots) : image(number);
    drawing = {raster.empty() ? nullptr : to_pix(raster), raster.dots_per_inch};
    return drawing;
  }

  Raster render(int number, double dots) {
    return pdf->has_page(number) ? pdf->render(number, dots, kRenderSeconds) : Raster();
  }

  Raster image(int number) {
    if (!images || images->number() >= number) images.emplace(bytes, media_type, name);
    while (images->number() < number) {
      if (images->next() != ImageFile::Next::kImage) return {};
    }
    return images->raster();
  }
};

PageImages::PageImages(const std::string& bytes, const std::string& name)
    : impl_(new Impl{bytes, name, sniff_media_type(bytes), {}, {}, 0, 0, {}}) {
  if (impl_->media_type == "application/pdf") {
    impl_->pdf.emplace(bytes, name);
  } else if (!impl_->media_type.starts_with("image/")) {
    throw Error(ErrorCode::kNotSupported, name, 0, "has no pages that could be drawn");
  }
}

PageImages::~PageImages() = default;

std::string PageImages::page(int number, PixelSize size) {
  // A PDF says only when it is drawn how large its page is: at this resolution A4 and what is
  // smaller comes out larger than it is wanted.
  constexpr double kDotsPerInch = 100;
  const Drawing& whole = impl_->draw(number, kDotsPerInch);
  if (!whole.pix) return {};
  const PixPtr pix = cut_out(whole, {0, 0, whole.width(), whole.height()}, size);
  return pix ? png_of(pix.get()) : std::string();
}

std::string PageImages::part(int number, const Box& part, PixelSize size) {
  const Drawing& whole = impl_->draw(number, kPoints * size.width / std::max(part.width(), 1.0));
  const PixPtr pix = whole.pix ? cut_out(whole, part, size) : nullptr;
  return pix ? png_of(pix.get()) : std::string();
}

}  // namespace prongsai::extract
