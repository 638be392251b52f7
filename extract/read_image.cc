// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "extract/limits.h"
#include "extract/ocr.h"
#include "extract/pix.h"

namespace prongsai::extract {
namespace {

struct ImageSize {
  double width = 0;
  double height = 0;
  double bytes = 0;  // decoded
};

const l_uint8* data_of(const std::string& bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

// The size that the header of image `index` tells, before anything is decoded.
std::optional<ImageSize> size_of(const std::string& bytes, bool tiff, int index) {
  l_int32 format = 0;
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 bits = 0;
  l_int32 samples = 0;
  l_int32 has_map = 0;
  l_int32 resolution = 0;
  l_int32 failed = tiff ? readHeaderMemTiff(data_of(bytes), bytes.size(), index, &width, &height,
                                            &bits, &samples, &resolution, &has_map, &format)
                        : pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height,
                                           &bits, &samples, &has_map);
  if (failed || width <= 0 || height <= 0) return std::nullopt;
  // Leptonica keeps 1 to 16 bits a pixel as they are, and 32 for colours.
  const double pixels = static_cast<double>(width) * height;
  return ImageSize{static_cast<double>(width), static_cast<double>(height),
                   pixels * (samples > 1 ? 32 : std::clamp(bits, 1, 32)) / 8};
}

// A JPEG file can be decoded at a half, a quarter or an eighth of its size.
int reduction_for(const ImageSize& size) {
  int reduction = 1;
  while (reduction < 8 && size.bytes / (reduction * reduction) > kMaxDecodedBytes) reduction *= 2;
  return reduction;
}

// Whether the file's blocks reach its end mark. libpng would complain on the standard error of a
// file that is cut off.
bool is_whole_png(const std::string& bytes) {
  size_t at = 8;
  while (at + 12 <= bytes.size()) {
    size_t length = 0;
    for (size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
    if (bytes.compare(at + 4, 4, "IEND") == 0) return true;
    at += 12 + length;
  }
  return false;
}

// As the file says, where that gives a page of a sane size; else as if the shorter side were that
// of A4.
double resolution_of(Pix* pix) {
  double shorter = std::min(pixGetWidth(pix), pixGetHeight(pix));
  double told = pixGetXRes(pix);
  if (told >= 50 && told <= 2400 && shorter / told >= 2 && shorter / told <= 24) return told;
  return std::max(shorter / 8.27, 20.0);
}

PageText read_page(Pix* pix, int number, const std::string& tessdata,
                   std::vector<Diagnostic>& diagnostics) {
  PageText page;
  page.number = number;
  page.method = Method::kOcr;
  page.method_reason = "image_file";
  page.confidence = 0;
  Raster raster = to_raster(pix, resolution_of(pix), kMostDotsPerInch);
  if (raster.empty()) {
    diagnostics.push_back({Severity::kError, "page_unreadable", number,
                           "the image could not be converted; its page is left empty"});
    return page;
  }
  page.width = raster.width * 72 / raster.dots_per_inch;
  page.height = raster.height * 72 / raster.dots_per_inch;
  if (tessdata.empty()) {
    diagnostics.push_back({Severity::kWarning, "page_needs_ocr", number,
                           "this is a picture and OCR is switched off; the page is left empty"});
    return page;
  }
  OcrPage read = read_by_ocr(raster, tessdata, kOcrSeconds);
  page.words = std::move(read.words);
  page.rulings = std::move(read.rulings);
  page.confidence = read.confidence;
  page.lean = read.lean;
  if (!read.complete) {
    diagnostics.push_back(
        {Severity::kError, "page_timeout", number,
         "reading the page's picture took too long, or it is noise; it is incomplete"});
  }
  return page;
}

}  // namespace

Extraction read_image(const std::string& bytes, const std::string& media_type,
                      const std::string& name, const ExtractOptions& options,
                      const std::string& tessdata) {
  Extraction extraction;
  extraction.media_type = media_type;
  setMsgSeverity(L_SEVERITY_NONE);
  const bool tiff = media_type == "image/tiff";
  size_t offset = 0;
  for (int number = 1; number <= kMaxPages; ++number) {
    auto size = size_of(bytes, tiff, number - 1);
    if (!size) {
      if (number == 1) {
        throw Error(ErrorCode::kDamaged, name, 0, "the image is damaged: its size is unreadable");
      }
      break;
    }
    const int reduction = media_type == "image/jpeg" ? reduction_for(*size) : 1;
    if (size->bytes / (reduction * reduction) > kMaxDecodedBytes) {
      throw Error(
          ErrorCode::kTooLarge, name, number,
          fmt::format("the image has {:.0f} x {:.0f} pixels, {:.0f} MB: more than {:.0f}",
                      size->width, size->height, size->bytes / 1e6, kMaxDecodedBytes / 1e6));
    }
    const bool cut_off = media_type == "image/png" && !is_whole_png(bytes);
    PixPtr pix;
    if (!cut_off) {
      pix.reset(tiff ? pixReadMemFromMultipageTiff(data_of(bytes), bytes.size(), &offset)
                : reduction > 1
                    ? pixReadMemJpeg(data_of(bytes), bytes.size(), 0, reduction, nullptr, 0)
                    : pixReadMem(data_of(bytes), bytes.size()));
    }
    if (pix && reduction > 1) pixScaleResolution(pix.get(), 1.0F / reduction, 1.0F / reduction);
    if (!pix) {
      if (number == 1) {
        throw Error(ErrorCode::kDamaged, name, 0, "the image is damaged: it cannot be decoded");
      }
      extraction.diagnostics.push_back(
          {Severity::kError, "page_unreadable", number,
           "the image is damaged; the pages from here on are missing"});
      break;
    }
    if (is_wanted(options, number)) {
      if (options.on_step && !tessdata.empty()) options.on_step("ocr", number);
      extraction.pages.push_back(read_page(pix.get(), number, tessdata, extraction.diagnostics));
    }
    if (!tiff || offset == 0) break;
  }
  return extraction;
}

}  // namespace prongsai::extract
