// SPDX-License-Identifier: GPL-3.0-or-later
// What OCR reads of a picture.
#pragma once

#include <functional>
#include <vector>

#include "extract/raster.h"
#include "model/page_text.h"

namespace prongsai::extract {

struct OcrPage {
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  double confidence = 0;  // mean of the words', 0 without any
  double lean = 0;        // degrees that the page leant by, clockwise; words and rulings are in the
                          // page turned back by them about its middle
  bool complete = true;   // false: the time was over first, or there is too much for a page
  bool operator==(const OcrPage&) const = default;
};

// Gives what a picture says, by `read` or, as that takes seconds, from what it has kept: two equal
// pictures are read as the same.
using PictureMemory =
    std::function<OcrPage(const Raster& picture, const std::function<OcrPage()>& read)>;

}  // namespace prongsai::extract
