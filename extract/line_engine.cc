// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/line_engine.h"

#include <tesseract/ocrclass.h>

#include <algorithm>

#include "extract/pix.h"

namespace prongsai::extract {

bool LineEngine::load(const std::string& tessdata, const char* model) {
  set("debug_file", "/dev/null");
  if (api_.Init(tessdata.c_str(), model, tesseract::OEM_LSTM_ONLY) != 0) return false;
  set_up();
  return true;
}

bool LineEngine::load(std::string_view content, const char* model) {
  set("debug_file", "/dev/null");
  if (api_.Init(content.data(), static_cast<int>(content.size()), model, tesseract::OEM_LSTM_ONLY,
                nullptr, 0, nullptr, nullptr, false, nullptr) != 0)
    return false;
  set_up();
  return true;
}

void LineEngine::set_up() {
  set("debug_file", "/dev/null");  // loading a model sets it back
  set("tessedit_do_invert", "0");
  // The other segmentation modes have crashed on pictures full of noise; this one never looks for
  // lines.
  api_.SetPageSegMode(tesseract::PSM_RAW_LINE);
}

void LineEngine::read(const Raster& line, double seconds, const OnSymbol& on_symbol) {
  const PixPtr pix = to_pix(line);
  if (!pix) return;
  api_.SetImage(pix.get());
  api_.SetSourceResolution(300);
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(static_cast<int>(std::clamp(seconds, 0.01, 1e5) * 1000));
  if (api_.Recognize(&monitor) != 0) return;
  const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
  if (!at || at->Empty(tesseract::RIL_SYMBOL)) return;
  do {
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    if (!text || text[0] == 0 || !at->BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1))
      continue;
    on_symbol(*at, text.get(), x0, x1);
  } while (at->Next(tesseract::RIL_SYMBOL));
}

double word_confidence(const tesseract::ResultIterator& at) {
  return std::clamp(at.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
}

}  // namespace prongsai::extract
