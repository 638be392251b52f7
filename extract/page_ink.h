// SPDX-License-Identifier: GPL-3.0-or-later
// The connected parts of a page's ink, and pictures of some of them without the others.
// Leptonica types: for .cc files only.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/page_picture.h"
#include "extract/raster.h"
#include "extract/text_segments.h"

namespace prongsai::extract {

class PageInk {
 public:
  // The page's table lines are already taken out of its ink.
  explicit PageInk(const PagePicture& page);

  // Every connected part; `label` of a part is its place here.
  const std::vector<InkPart>& parts() const { return parts_; }

  // The parts of these labels alone on white paper, with `margin` pixels around `frame`.
  Raster cut_out(const std::vector<int>& labels, const InkPart& frame, int margin) const;

 private:
  int label_at(int x, int y) const {
    return labels_[static_cast<size_t>(y) * static_cast<size_t>(width_) + static_cast<size_t>(x)];
  }

  const PagePicture& page_;
  int width_ = 0;
  int height_ = 0;
  std::vector<InkPart> parts_;
  std::vector<int32_t> labels_;  // of every pixel; -1 where there is no ink
};

}  // namespace prongsai::extract
