// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_ink.h"

#include <algorithm>

namespace prongsai::extract {
namespace {

// A page with more parts is noise; it is smoothed until it has fewer.
constexpr l_int32 kMostParts = 100'000;
constexpr int kMostSmoothings = 3;
// The gray edge of a letter reaches so far beyond its ink, in pixels.
constexpr int kEdge = 2;

}  // namespace

PageInk::PageInk(const PagePicture& page)
    : page_(page), width_(pixGetWidth(page.ink.get())), height_(pixGetHeight(page.ink.get())) {
  labels_.assign(static_cast<size_t>(width_) * static_cast<size_t>(height_), -1);
  PixPtr ink(pixClone(page.ink.get()));
  l_int32 count = 0;
  for (int i = 0; ink && i <= kMostSmoothings; ++i) {
    if (pixCountConnComp(ink.get(), 8, &count) != 0) return;
    if (count <= kMostParts) break;
    ink.reset(pixOpenBrick(nullptr, ink.get(), 2 + i, 2 + i));
  }
  if (!ink || count == 0 || count > kMostParts) return;
  const PixPtr labels(pixConnCompTransform(ink.get(), 8, 32));
  if (!labels) return;
  parts_.assign(static_cast<size_t>(count), {width_, height_, 0, 0, 0, 0});
  const l_uint32* line = pixGetData(labels.get());
  const int words_per_line = pixGetWpl(labels.get());
  int32_t* out = labels_.data();
  for (int y = 0; y < height_; ++y, line += words_per_line) {
    for (int x = 0; x < width_; ++x, ++out) {
      if (line[x] == 0 || line[x] > static_cast<l_uint32>(count)) continue;
      *out = static_cast<int32_t>(line[x]) - 1;
      InkPart& part = parts_[static_cast<size_t>(*out)];
      part.x0 = std::min(part.x0, x);
      part.y0 = std::min(part.y0, y);
      part.x1 = std::max(part.x1, x + 1);
      part.y1 = std::max(part.y1, y + 1);
      ++part.area;
    }
  }
  for (int i = 0; i < count; ++i) parts_[static_cast<size_t>(i)].label = i;
}

Raster PageInk::cut_out(const std::vector<int>& labels, const InkPart& frame, int margin) const {
  Raster out;
  out.width = frame.width() + 2 * margin;
  out.height = frame.height() + 2 * margin;
  out.dots_per_inch = page_.dots_per_inch;
  out.gray.assign(static_cast<size_t>(out.width) * static_cast<size_t>(out.height), 255);
  const l_uint32* data = pixGetData(page_.gray.get());
  const int words_per_line = pixGetWpl(page_.gray.get());
  const auto copy = [&](int x, int y) {
    const int to_x = x - frame.x0 + margin;
    const int to_y = y - frame.y0 + margin;
    if (to_x < 0 || to_y < 0 || to_x >= out.width || to_y >= out.height) return;
    out.gray[static_cast<size_t>(to_y) * static_cast<size_t>(out.width) +
             static_cast<size_t>(to_x)] =
        static_cast<uint8_t>(GET_DATA_BYTE(data + static_cast<ptrdiff_t>(y) * words_per_line, x));
  };
  for (const int label : labels) {
    const InkPart& part = parts_[static_cast<size_t>(label)];
    for (int y = part.y0; y < part.y1; ++y) {
      for (int x = part.x0; x < part.x1; ++x) {
        if (label_at(x, y) != label) continue;
        for (int near_y = std::max(0, y - kEdge); near_y <= std::min(height_ - 1, y + kEdge);
             ++near_y) {
          for (int near_x = std::max(0, x - kEdge); near_x <= std::min(width_ - 1, x + kEdge);
               ++near_x) {
            const int other = label_at(near_x, near_y);
            if (other < 0 || other == label) copy(near_x, near_y);
          }
        }
      }
    }
  }
  return out;
}

}  // namespace prongsai::extract
