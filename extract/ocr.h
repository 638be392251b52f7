// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a page from its picture.
#pragma once

#include <string>
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
};

// Loads the models of a folder for the calling thread; read_by_ocr does it where nobody has.
// Throws Error kMissingModel.
void load_ocr(const std::string& tessdata);

// Reads the words of a page. `seconds` is time by the clock.
OcrPage read_by_ocr(const Raster& raster, const std::string& tessdata, double seconds);

}  // namespace prongsai::extract
