// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers and codes in a chunk of text.
#pragma once

#include <string>
#include <vector>

#include "extract/line_reader.h"
#include "extract/number_model.h"
#include "model/word.h"

namespace prongsai::extract {

// Symbols of a number or code that follow each other, in pixels of the picture.
struct NumberRun {
  std::string text;
  double x0 = 0;
  double x1 = 0;
  double confidence = 0;                  // 0..1, of the least sure symbol
  std::vector<Alternative> alternatives;  // of the whole run, the likeliest first
};

struct NumberReading {
  std::vector<NumberRun> runs;  // from left to right
  bool whole = false;           // the picture is one run and nothing else
};

// Reads the picture twice, the second time blurred: what the second look does not confirm is a weak
// reading, with the other reading among its alternatives.
NumberReading read_numbers(const Raster& picture, NumberReader& reader);

// A digit, or a stop or comma as within a number.
bool is_figure(const LineSymbol& symbol);

// Whether the run is the reading of this symbol of the Thai model's too: it lies within, or is a
// digit beside it, for the edges of a run are known to about half a digit. `near` is in pixels.
bool stands_for(const NumberRun& run, const LineSymbol& symbol, double near);

}  // namespace prongsai::extract
