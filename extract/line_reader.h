// SPDX-License-Identifier: GPL-3.0-or-later
// The stock models of Tesseract on one line of text at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/raster.h"

namespace prongsai::extract {

// A letter with its marks.
struct LineSymbol {
  std::string text;
  double x0 = 0;  // in pixels of the picture, to about a third of a letter
  double x1 = 0;
  double confidence = 0;  // 0..1, of the word that it stands in
  bool after_space = false;
};

class LineReader {
 public:
  // Null if the folder has no such model ("tha", "eng") or it cannot be loaded.
  static std::unique_ptr<LineReader> open(const std::string& tessdata, const std::string& model);

  LineReader();
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  // Reads a picture with one line of text, from left to right; gives up after so many seconds.
  std::vector<LineSymbol> read(const Raster& line, double seconds);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace prongsai::extract
