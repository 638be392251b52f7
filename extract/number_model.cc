// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number_model.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <filesystem>

#include "extract/pix.h"
#include "extract/strip.h"
#include "model/embedded.h"

namespace prongsai::extract {
namespace {

// Choices below this probability are of no use to anybody.
constexpr double kLeastLikely = 0.01;

std::vector<Alternative> alternatives_at(tesseract::ResultIterator& results,
                                         const std::string& chosen) {
  std::vector<Alternative> out;
  tesseract::ChoiceIterator choices(results);
  do {
    const char* text = choices.GetUTF8Text();
    const double likely = choices.Confidence() / 100.0;
    if (text == nullptr || text[0] == 0 || text == chosen || likely < kLeastLikely) continue;
    out.push_back({text, std::min(likely, 1.0)});
  } while (choices.Next());
  std::ranges::sort(out, std::ranges::greater(), &Alternative::confidence);
  return out;
}

}  // namespace

struct NumberReader::Engine {
  tesseract::TessBaseAPI api;
};

NumberReader::NumberReader() : engine_(std::make_unique<Engine>()) {}
NumberReader::~NumberReader() = default;

std::unique_ptr<NumberReader> NumberReader::open(const std::string& tessdata) {
  std::error_code error;
  const std::string name = std::string(kNumberModel) + ".traineddata";
  const bool other = !tessdata.empty() && std::filesystem::is_regular_file(
                                              std::filesystem::path(tessdata) / name, error);
  auto reader = std::make_unique<NumberReader>();
  tesseract::TessBaseAPI& api = reader->engine_->api;
  api.SetVariable("debug_file", "/dev/null");
  const std::string_view own = embedded_file(name);
  const int failed =
      other ? api.Init(tessdata.c_str(), kNumberModel, tesseract::OEM_LSTM_ONLY)
            : api.Init(own.data(), static_cast<int>(own.size()), kNumberModel,
                       tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr);
  if (failed != 0) return nullptr;
  api.SetVariable("debug_file", "/dev/null");
  api.SetVariable("tessedit_do_invert", "0");
  api.SetVariable("lstm_choice_mode", "2");
  // The other segmentation modes have crashed on strips full of noise; this one never looks for
  // lines.
  api.SetPageSegMode(tesseract::PSM_RAW_LINE);
  return reader;
}

std::vector<NumberSymbol> NumberReader::read(const Raster& crop) {
  std::vector<NumberSymbol> symbols;
  const Strip strip = normalised_strip(crop);
  if (strip.empty) return symbols;
  const PixPtr pix = to_pix(strip.raster);
  if (!pix) return symbols;
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetImage(pix.get());
  api.SetSourceResolution(300);
  if (api.Recognize(nullptr) != 0) return symbols;
  const std::unique_ptr<tesseract::ResultIterator> results(api.GetIterator());
  if (!results || results->Empty(tesseract::RIL_SYMBOL)) return symbols;
  int word = 0;
  do {
    if (results->IsAtBeginningOf(tesseract::RIL_WORD)) ++word;
    const std::unique_ptr<char[]> text(results->GetUTF8Text(tesseract::RIL_SYMBOL));
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    if (!text || text[0] == 0 || !results->BoundingBox(tesseract::RIL_SYMBOL, &x0, &y0, &x1, &y1))
      continue;
    NumberSymbol symbol;
    symbol.text = text.get();
    symbol.x0 = strip.x0 + x0 / strip.scale;
    symbol.x1 = strip.x0 + x1 / strip.scale;
    symbol.confidence = std::clamp(results->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
    symbol.word = word;
    symbol.alternatives = alternatives_at(*results, symbol.text);
    symbols.push_back(std::move(symbol));
  } while (results->Next(tesseract::RIL_SYMBOL));
  return symbols;
}

std::string text_of(const std::vector<NumberSymbol>& symbols) {
  std::string text;
  for (size_t i = 0; i < symbols.size(); ++i) {
    if (i > 0 && symbols[i].word != symbols[i - 1].word) text += ' ';
    text += symbols[i].text;
  }
  return text;
}

}  // namespace prongsai::extract
