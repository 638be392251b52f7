// SPDX-License-Identifier: GPL-3.0-or-later
// From the symbols of an OCR engine to words.
#pragma once

#include <string>
#include <vector>

#include "model/page_text.h"

namespace prongsai::extract {

// A letter with its marks, in points.
struct OcrSymbol {
  std::string text;
  Box box;
  double confidence = 0;  // 0..1
  double font_size = 0;
  int line = 0;  // equal for the symbols of one line, and of one word of the engine's
  int word = 0;
  bool number = false;  // read by the number model
  std::vector<Alternative> alternatives = {};
};

// Whether a vertical ruling stands between two boxes on one line.
bool ruling_between(const Box& left, const Box& right, const std::vector<Ruling>& rulings);

// Words as of a text layer: what has no gap is one word, although the engine cuts Thai by its
// dictionary, and no word crosses a vertical ruling.
std::vector<Word> join_symbols(const std::vector<OcrSymbol>& symbols,
                               const std::vector<Ruling>& rulings);

}  // namespace prongsai::extract
