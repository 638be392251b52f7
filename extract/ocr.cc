// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "extract/ocr_numbers.h"
#include "extract/ocr_words.h"
#include "extract/pix.h"
#include "extract/raster_rulings.h"
#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

constexpr const char* kSystemFolders[] = {
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
};

bool has_model(const std::filesystem::path& folder, const char* language) {
  std::error_code error;
  return std::filesystem::is_regular_file(folder / fmt::format("{}.traineddata", language), error);
}

// Tesseract starts four threads for every layer of its network, which costs more than it gains and
// ruins a machine whose cores each read a page. OMP_THREAD_LIMIT is read when the program is
// loaded, too late to be set here; forbidding parallel regions has the same effect, per thread.
void forbid_engine_threads() {
  using SetLevels = void (*)(int);
  auto set_levels = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (set_levels) set_levels(0);
}

class Engine {
 public:
  // Null if the engine cannot be started with this folder's models.
  static Engine* of_this_thread(const std::string& tessdata) {
    thread_local std::unique_ptr<Engine> engine;
    if (!engine || engine->tessdata_ != tessdata) engine = std::make_unique<Engine>(tessdata);
    return engine->ready_ ? engine.get() : nullptr;
  }

  explicit Engine(const std::string& tessdata) : tessdata_(tessdata) {
    forbid_engine_threads();
    setMsgSeverity(L_SEVERITY_NONE);
    api_.SetVariable("debug_file", "/dev/null");
    const char* languages = has_model(tessdata, "eng") ? "tha+eng" : "tha";
    numbers_ = NumberReader::open(tessdata);
    ready_ = api_.Init(tessdata.c_str(), languages, tesseract::OEM_LSTM_ONLY) == 0;
    api_.SetVariable("debug_file", "/dev/null");
  }

  tesseract::TessBaseAPI& api() { return api_; }
  NumberReader* numbers() { return numbers_.get(); }

 private:
  std::string tessdata_;
  tesseract::TessBaseAPI api_;
  std::unique_ptr<NumberReader> numbers_;
  bool ready_ = false;
};

std::vector<OcrSymbol> symbols_of(tesseract::ResultIterator& results, double scale) {
  std::vector<OcrSymbol> symbols;
  if (results.Empty(tesseract::RIL_SYMBOL)) return symbols;
  float size = 0;
  int line = 0;
  int word = 0;
  do {
    if (results.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
      float row_height = 0;
      float descenders = 0;
      float ascenders = 0;
      results.RowAttributes(&row_height, &descenders, &ascenders);
      size = row_height;
      ++line;
    }
    if (results.IsAtBeginningOf(tesseract::RIL_WORD)) ++word;
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    if (!results.BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1)) continue;
    std::unique_ptr<char[]> text(results.GetUTF8Text(tesseract::RIL_SYMBOL));
    if (!text || text[0] == 0) continue;
    OcrSymbol symbol;
    symbol.text = text.get();
    symbol.box = {x0 * scale, y0 * scale, x1 * scale, y1 * scale};
    symbol.confidence = std::clamp(results.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
    symbol.font_size = size * scale;
    symbol.line = line;
    symbol.word = word;
    symbols.push_back(std::move(symbol));
  } while (results.Next(tesseract::RIL_SYMBOL));
  return symbols;
}

}  // namespace

std::string find_tessdata(const std::string& wanted) {
  std::vector<std::string> folders;
  if (!wanted.empty()) {
    folders.push_back(wanted);
  } else {
    if (const char* prefix = std::getenv("TESSDATA_PREFIX")) folders.emplace_back(prefix);
    folders.insert(folders.end(), std::begin(kSystemFolders), std::end(kSystemFolders));
  }
  for (const std::string& folder : folders) {
    if (has_model(folder, "tha")) return folder;
  }
  throw Error(ErrorCode::kMissingModel, wanted, 0,
              "the Thai OCR model (tha.traineddata) is missing: install the package "
              "tesseract-ocr-tha, name its folder by --tessdata, or use --ocr=never");
}

OcrPage read_by_ocr(Raster& raster, const std::string& tessdata, double seconds) {
  OcrPage page;
  Engine* engine = Engine::of_this_thread(tessdata);
  if (!engine) {
    throw Error(ErrorCode::kMissingModel, "", 0,
                fmt::format("the OCR engine cannot load the models in {}", tessdata));
  }
  page.rulings = take_rulings(raster);
  PixPtr pix = to_pix(raster);
  if (!pix) {
    page.complete = false;
    return page;
  }
  tesseract::TessBaseAPI& api = engine->api();
  api.SetPageSegMode(tesseract::PSM_AUTO);
  api.SetImage(pix.get());
  api.SetSourceResolution(static_cast<int>(std::lround(raster.dots_per_inch)));
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(static_cast<int>(seconds * 1000));
  page.complete = api.Recognize(&monitor) == 0 && !monitor.deadline_exceeded();
  std::unique_ptr<tesseract::ResultIterator> results(api.GetIterator());
  if (results) {
    std::vector<OcrSymbol> symbols = symbols_of(*results, 72 / raster.dots_per_inch);
    if (engine->numbers())
      symbols = with_numbers(symbols, raster, page.rulings, *engine->numbers());
    page.words = join_symbols(symbols, page.rulings);
  }
  api.Clear();
  for (const Word& word : page.words) page.confidence += word.confidence;
  if (!page.words.empty()) page.confidence /= static_cast<double>(page.words.size());
  return page;
}

}  // namespace prongsai::extract
