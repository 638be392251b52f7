// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of one line share: how Tesseract is set up, and how its symbols are walked.
// Tesseract types: for .cc files only.
#pragma once

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extract/raster.h"

namespace prongsai::extract {

class LineEngine {
 public:
  // With a model of a folder. False if it cannot be loaded.
  bool load(const std::string& tessdata, const char* model);
  // With a model of which the file's content is given.
  bool load(std::string_view content, const char* model);

  void set(const char* variable, const char* value) { api_.SetVariable(variable, value); }

  // A symbol's text and its left and right edge, in pixels of the picture.
  using OnSymbol =
      std::function<void(tesseract::ResultIterator&, std::string text, int x0, int x1)>;

  // Reads a picture with one line of text and calls `on_symbol` from left to right; gives up after
  // so many seconds.
  void read(const Raster& line, double seconds, const OnSymbol& on_symbol);

 private:
  void set_up();

  tesseract::TessBaseAPI api_;
};

// Of the word that the iterator's symbol stands in, 0..1.
double word_confidence(const tesseract::ResultIterator& at);

}  // namespace prongsai::extract
