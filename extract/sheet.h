// SPDX-License-Identifier: GPL-3.0-or-later
// A page's picture, one way up.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "extract/deadline.h"
#include "extract/ocr.h"
#include "extract/page_ink.h"
#include "extract/page_picture.h"
#include "extract/segment_reader.h"
#include "extract/text_chunks.h"

namespace prongsai::extract {

class Sheet {
 public:
  // `raster` and `reader` outlive it.
  Sheet(const Raster& raster, SegmentReader& reader);

  // False if there was no memory for the pictures.
  bool ready() const { return ink_ != nullptr; }

  // How sure the reading of the better half of its longest lines is, 0..1; absent where no line is
  // long enough to tell.
  std::optional<double> clarity(const Deadline& deadline);

  // All words and rulings, in points of this way up.
  OcrPage read(const Deadline& deadline);

 private:
  struct Line {
    size_t begin = 0;  // chunks of a segment
    size_t end = 0;
    double length = 0;  // of the height of its letters
  };
  const std::vector<Word>& words_of(size_t line, const Deadline& deadline);

  SegmentReader& reader_;
  double dots_per_inch_;
  PagePicture picture_;
  std::vector<Ruling> rulings_;
  std::unique_ptr<PageInk> ink_;
  std::vector<Chunk> chunks_;
  std::vector<Line> lines_;
  std::map<size_t, std::vector<Word>> read_;  // by line
};

}  // namespace prongsai::extract
