// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/chunk_reader.h"

#include <algorithm>
#include <cmath>

#include "extract/chunk_numbers.h"
#include "model/text.h"

namespace prongsai::extract {
namespace {

// The stock Thai model lacks five of the ten Thai digits and prints others for them with high
// confidence, so what it says of a number is never more than a weak reading.
constexpr double kMostOfDigits = 0.55;
// Where the Thai model is less sure than this, the letters may be Latin.
constexpr double kMaybeLatin = 0.7;
constexpr double kPlainlyBetter = 0.1;
// A longer chunk, of the height of its letters, is hardly a number alone: the Thai model sees it
// first, and if that is as sure as this and sees no digit, there is none.
constexpr double kLongChunk = 6;
constexpr double kPlainThai = 0.85;
// Of the height of letters.
constexpr double kDigitWidth = 0.4;
// Pixels of paper around what is read.
constexpr int kMargin = 5;

Word word_of(const std::vector<LineSymbol>& symbols) {
  Word word;
  word.confidence = 0;
  bool digits = false;
  for (const LineSymbol& symbol : symbols) {
    word.raw += symbol.text;
    word.confidence += symbol.confidence / static_cast<double>(symbols.size());
    digits = digits || has_digit(symbol.text);
  }
  if (digits) word.confidence = std::min(word.confidence, kMostOfDigits);
  return word;
}

Word word_of(const NumberRun& run) {
  Word word;
  word.raw = run.text;
  word.confidence = run.confidence;
  word.alternatives = run.alternatives;
  return word;
}

// The Thai model's digits for ๔ ๖ ๗ ๘ ๙ are other digits, and ฒ for ๗ now and then.
bool is_plain_thai(const std::vector<LineSymbol>& symbols) {
  const Word word = word_of(symbols);
  return word.confidence >= kPlainThai && !has_digit(word.raw) &&
         word.raw.find("ฒ") == std::string::npos;
}

// The runs of numbers take the place of what the Thai model saw there.
Word merged_word(const std::vector<LineSymbol>& symbols, const std::vector<NumberRun>& runs,
                 double digit_width) {
  Word word;
  double sum = 0;
  double least = 1;
  int count = 0;
  bool digits = false;
  size_t next = 0;
  const auto take_run = [&] {
    word.raw += runs[next].text;
    least = std::min(least, runs[next].confidence);
    ++next;
  };
  for (const LineSymbol& symbol : symbols) {
    while (next < runs.size() && runs[next].x0 < (symbol.x0 + symbol.x1) / 2) take_run();
    const bool replaced = std::ranges::any_of(runs, [&](const NumberRun& run) {
      return stands_for(run, symbol, digit_width);
    });
    if (replaced) continue;
    word.raw += symbol.text;
    sum += symbol.confidence;
    ++count;
    digits = digits || has_digit(symbol.text);
  }
  while (next < runs.size()) take_run();
  word.confidence = std::min(least, count == 0 ? 1 : sum / count);
  if (digits) word.confidence = std::min(word.confidence, kMostOfDigits);
  return word;
}

}  // namespace

std::unique_ptr<ChunkReader> ChunkReader::open(const std::string& tessdata) {
  auto reader = std::make_unique<ChunkReader>();
  reader->numbers_ = NumberReader::open(tessdata);
  reader->thai_ = LineReader::open(tessdata, "tha");
  if (!reader->numbers_ || !reader->thai_) return nullptr;
  reader->latin_ = LineReader::open(tessdata, "eng");
  return reader;
}

Word ChunkReader::read(const Chunk& chunk, const PageInk& ink, double seconds) {
  const bool is_long = chunk.ink.width() > kLongChunk * (chunk.bottom - chunk.top);
  const Raster line = ink.cut_out(chunk.labels, chunk.line, kMargin);
  std::vector<LineSymbol> thai;
  if (is_long) {
    thai = thai_->read(line, seconds);
    if (is_plain_thai(thai)) return word_of(thai);
  }
  const NumberReading numbers = read_numbers(ink.cut_out(chunk.labels, chunk.ink, kMargin), *numbers_);
  if (numbers.whole) return word_of(numbers.runs.front());
  if (!is_long) thai = thai_->read(line, seconds);
  if (!numbers.runs.empty())
    return merged_word(thai, numbers.runs, kDigitWidth * (chunk.bottom - chunk.top));
  Word word = word_of(thai);
  if (latin_ && word.confidence < kMaybeLatin) {
    Word latin = word_of(latin_->read(line, seconds));
    if (latin.confidence > word.confidence + kPlainlyBetter) return latin;
  }
  return word;
}

}  // namespace prongsai::extract
