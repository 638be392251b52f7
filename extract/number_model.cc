// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number_model.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "extract/line_engine.h"
#include "extract/strip.h"
#include "extract/tessdata.h"
#include "model/embedded.h"

namespace prongsai::extract {
namespace {

// Choices below this probability are of no use to anybody.
constexpr double kLeastLikely = 0.01;
constexpr double kMostSeconds = 10;  // a strip takes milliseconds

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

std::string number_model_file(const std::string& tessdata) {
  if (tessdata.empty()) return {};
  const std::string file = model_file(tessdata, kNumberModel);
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) ? file : std::string();
}

std::string_view embedded_number_model() {
  return embedded_file(std::string(kNumberModel) + ".traineddata");
}

struct NumberReader::Engine : LineEngine {};

NumberReader::NumberReader() : engine_(std::make_unique<Engine>()) {}
NumberReader::~NumberReader() = default;

std::unique_ptr<NumberReader> NumberReader::open(const std::string& tessdata) {
  auto reader = std::make_unique<NumberReader>();
  if (number_model_file(tessdata).empty()
          ? !reader->engine_->load(embedded_number_model(), kNumberModel)
          : !reader->engine_->load(tessdata, kNumberModel))
    return nullptr;
  reader->engine_->set("lstm_choice_mode", "2");
  return reader;
}

std::vector<NumberSymbol> NumberReader::read(const Raster& crop) {
  std::vector<NumberSymbol> symbols;
  const Strip strip = normalised_strip(crop);
  if (strip.empty) return symbols;
  int word = 0;
  engine_->read(strip.raster, kMostSeconds,
                [&](tesseract::ResultIterator& at, std::string text, int x0, int x1) {
                  if (at.IsAtBeginningOf(tesseract::RIL_WORD)) ++word;
                  NumberSymbol symbol;
                  symbol.x0 = strip.x0 + x0 / strip.scale;
                  symbol.x1 = strip.x0 + x1 / strip.scale;
                  symbol.confidence = word_confidence(at);
                  symbol.word = word;
                  symbol.alternatives = alternatives_at(at, text);
                  symbol.text = std::move(text);
                  symbols.push_back(std::move(symbol));
                });
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
