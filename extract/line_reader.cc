// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/line_reader.h"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>

#include "extract/pix.h"

namespace prongsai::extract {

struct LineReader::Engine {
  tesseract::TessBaseAPI api;
};

LineReader::LineReader() : engine_(std::make_unique<Engine>()) {}
LineReader::~LineReader() = default;

std::unique_ptr<LineReader> LineReader::open(const std::string& tessdata,
                                             const std::string& model) {
  auto reader = std::make_unique<LineReader>();
  tesseract::TessBaseAPI& api = reader->engine_->api;
  api.SetVariable("debug_file", "/dev/null");
  if (api.Init(tessdata.c_str(), model.c_str(), tesseract::OEM_LSTM_ONLY) != 0) return nullptr;
  api.SetVariable("debug_file", "/dev/null");
  api.SetVariable("tessedit_do_invert", "0");
  api.SetPageSegMode(tesseract::PSM_RAW_LINE);
  return reader;
}

std::vector<LineSymbol> LineReader::read(const Raster& line, double seconds) {
  std::vector<LineSymbol> symbols;
  const PixPtr pix = to_pix(line);
  if (!pix) return symbols;
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetImage(pix.get());
  api.SetSourceResolution(300);
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(static_cast<int>(std::clamp(seconds, 0.01, 1e5) * 1000));
  if (api.Recognize(&monitor) != 0) return symbols;
  const std::unique_ptr<tesseract::ResultIterator> results(api.GetIterator());
  if (!results || results->Empty(tesseract::RIL_SYMBOL)) return symbols;
  do {
    const std::unique_ptr<char[]> text(results->GetUTF8Text(tesseract::RIL_SYMBOL));
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    if (!text || text[0] == 0 || !results->BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1))
      continue;
    const double sure = results->Confidence(tesseract::RIL_WORD) / 100.0;
    const bool after_space =
        results->IsAtBeginningOf(tesseract::RIL_WORD) && results->BlanksBeforeWord() > 0;
    symbols.push_back({text.get(), static_cast<double>(x0), static_cast<double>(x1),
                       std::clamp(sure, 0.0, 1.0), after_space});
  } while (results->Next(tesseract::RIL_SYMBOL));
  // The engine draws the box of a symbol before a space out to the end of the line now and then.
  for (size_t i = 1; i < symbols.size(); ++i) {
    LineSymbol& symbol = symbols[i - 1];
    if (symbol.x1 > symbols[i].x1) symbol.x1 = std::max(symbol.x0, symbols[i].x0);
  }
  return symbols;
}

}  // namespace prongsai::extract
