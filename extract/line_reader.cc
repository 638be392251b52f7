// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/line_reader.h"

#include <algorithm>
#include <utility>

#include "extract/line_engine.h"

namespace prongsai::extract {

struct LineReader::Engine : LineEngine {};

LineReader::LineReader() : engine_(std::make_unique<Engine>()) {}
LineReader::~LineReader() = default;

std::unique_ptr<LineReader> LineReader::open(const std::string& tessdata,
                                             const std::string& model) {
  auto reader = std::make_unique<LineReader>();
  if (!reader->engine_->load(tessdata, model.c_str())) return nullptr;
  return reader;
}

std::vector<LineSymbol> LineReader::read(const Raster& line, double seconds) {
  std::vector<LineSymbol> symbols;
  engine_->read(line, seconds,
                [&](tesseract::ResultIterator& at, std::string text, int x0, int x1) {
                  const bool after_space =
                      at.IsAtBeginningOf(tesseract::RIL_WORD) && at.BlanksBeforeWord() > 0;
                  symbols.push_back({std::move(text), static_cast<double>(x0),
                                     static_cast<double>(x1), word_confidence(at), after_space});
                });
  // The engine draws the box of a symbol before a space out to the end of the line now and then.
  for (size_t i = 1; i < symbols.size(); ++i) {
    LineSymbol& symbol = symbols[i - 1];
    if (symbol.x1 > symbols[i].x1) symbol.x1 = std::max(symbol.x0, symbols[i].x0);
  }
  return symbols;
}

}  // namespace prongsai::extract
