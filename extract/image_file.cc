// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/image_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "extract/limits.h"
#include "model/diagnostic.h"

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

}  // namespace

ImageFile::ImageFile(const std::string& bytes, const std::string& media_type,
                     const std::string& name)
    : bytes_(bytes), media_type_(media_type), name_(name) {
  setMsgSeverity(L_SEVERITY_NONE);
}

ImageFile::Next ImageFile::next() {
  const bool tiff = media_type_ == "image/tiff";
  image_.reset();
  if (number_ > 0 && (!tiff || offset_ == 0)) return Next::kEnd;
  const auto size = size_of(bytes_, tiff, number_++);
  if (!size) {
    if (number_ > 1) return Next::kEnd;
    throw Error(ErrorCode::kDamaged, name_, 0, "the image is damaged: its size is unreadable");
  }
  const int reduction = media_type_ == "image/jpeg" ? reduction_for(*size) : 1;
  if (size->bytes / (reduction * reduction) > kMaxDecodedBytes) {
    throw Error(ErrorCode::kTooLarge, name_, number_,
                fmt::format("the image has {:.0f} x {:.0f} pixels, {:.0f} MB: more than {:.0f}",
                            size->width, size->height, size->bytes / 1e6, kMaxDecodedBytes / 1e6));
  }
  const bool cut_off = media_type_ == "image/png" && !is_whole_png(bytes_);
  if (!cut_off) {
    image_.reset(tiff ? pixReadMemFromMultipageTiff(data_of(bytes_), bytes_.size(), &offset_)
                 : reduction > 1
                     ? pixReadMemJpeg(data_of(bytes_), bytes_.size(), 0, reduction, nullptr, 0)
                     : pixReadMem(data_of(bytes_), bytes_.size()));
  }
  if (image_ && reduction > 1) pixScaleResolution(image_.get(), 1.0F / reduction, 1.0F / reduction);
  if (image_) return Next::kImage;
  if (number_ == 1)
    throw Error(ErrorCode::kDamaged, name_, 0, "the image is damaged: it cannot be decoded");
  return Next::kDamaged;
}

Raster ImageFile::raster() const {
  return to_raster(image_.get(), resolution_of(image_.get()), kMostDotsPerInch);
}

}  // namespace prongsai::extract
