// SPDX-License-Identifier: GPL-3.0-or-later
// Our own OCR model for what the stock Thai model cannot write: the Thai and ASCII digits, the
// letters of item codes and the signs around them. It writes '#' for every other letter.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/raster.h"
#include "model/word.h"

namespace prongsai::extract {

// The name of the model. It is part of the program; a folder with thascore.traineddata has another.
constexpr const char* kNumberModel = "thascore";

// The file of the model in the folder; empty if the folder has none, and the program's own serves.
std::string number_model_file(const std::string& tessdata);
// The content of the program's own.
std::string_view embedded_number_model();

struct NumberSymbol {
  std::string text;  // one character
  double x0 = 0;     // in pixels of the crop; the engine knows them to about a third of a letter
  double x1 = 0;
  double confidence = 0;                  // 0..1, of the word it stands in
  int word = 0;                           // equal for the symbols without a space between them
  std::vector<Alternative> alternatives;  // other characters, the likeliest first
};

class NumberReader {
 public:
  // With the model of the folder, or else with the program's own. Null if it cannot be loaded.
  static std::unique_ptr<NumberReader> open(const std::string& tessdata);

  NumberReader();
  ~NumberReader();
  NumberReader(const NumberReader&) = delete;
  NumberReader& operator=(const NumberReader&) = delete;

  // Reads a crop with one line of text at most, from left to right.
  std::vector<NumberSymbol> read(const Raster& crop);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

// The symbols as text, with spaces between words.
std::string text_of(const std::vector<NumberSymbol>& symbols);

}  // namespace prongsai::extract
