// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/segment_reader.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>

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
// Numbers of fewer letters are codes, and those are not for the Latin model.
constexpr int kFewestLetters = 3;
// Short words mean little to the model, but they are not seen by chance: the Latin words of
// reports.
constexpr std::string_view kLatinTerms[] = {
    "ITA",    "IIT",    "EIT",     "OIT",    "ITAS", "LPA",    "NACC",      "PDCA",     "Q&A",
    "Gift",   "Policy", "Service", "Online", "Line", "Social", "Network",   "Facebook", "Website",
    "Access", "Smart",  "Sources", "Clinic", "Dos",  "Don'ts", "E-Service",
};
constexpr int kMostWrongLetters = 1;
constexpr double kSureOfTerms = 0.75;
// A longer chunk, of the height of its letters, is hardly a number alone: the Thai model sees it
// first, and if that is as sure as this and sees no digit, there is none.
constexpr double kLongChunk = 6;
constexpr double kPlainThai = 0.85;
// Of the height of letters.
constexpr double kDigitWidth = 0.4;
// How far, of the height of letters, a space may stand from the gap that it is; symbols are placed
// to about half a letter.
constexpr double kSpaceWorth = 0.8;
constexpr double kMiddleWeight = 0.05;  // among places within the gap
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

bool is_figure(const LineSymbol& symbol) {
  return has_digit(symbol.text) || symbol.text == "." || symbol.text == ",";
}

// Which symbols of the Thai model's the runs stand for. Figures next to each other are one number,
// and its run stands for all of them.
std::vector<bool> replaced_by(const std::vector<NumberRun>& runs,
                              const std::vector<LineSymbol>& symbols, double digit_width) {
  std::vector<bool> replaced;
  for (const LineSymbol& symbol : symbols) {
    replaced.push_back(std::ranges::any_of(
        runs, [&](const NumberRun& run) { return stands_for(run, symbol, digit_width); }));
  }
  for (size_t begin = 0; begin < symbols.size();) {
    size_t end = begin;
    bool any = false;
    for (; end < symbols.size() && is_figure(symbols[end]); ++end) any = any || replaced[end];
    for (size_t i = begin; i < end; ++i) replaced[i] = any;
    begin = std::max(end, begin + 1);
  }
  return replaced;
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
  const std::vector<bool> replaced = replaced_by(runs, symbols, digit_width);
  for (size_t i = 0; i < symbols.size(); ++i) {
    while (next < runs.size() && runs[next].x0 < (symbols[i].x0 + symbols[i].x1) / 2) take_run();
    if (replaced[i]) continue;
    word.raw += symbols[i].text;
    sum += symbols[i].confidence;
    ++count;
    digits = digits || has_digit(symbols[i].text);
  }
  while (next < runs.size()) take_run();
  word.confidence = std::min(least, count == 0 ? 1 : sum / count);
  if (digits) word.confidence = std::min(word.confidence, kMostOfDigits);
  return word;
}

// The ink of all chunks, as one.
Chunk joined(std::span<const Chunk> chunks) {
  Chunk all = chunks.front();
  for (const Chunk& chunk : chunks.subspan(1)) {
    all.labels.insert(all.labels.end(), chunk.labels.begin(), chunk.labels.end());
    all.line.x1 = std::max(all.line.x1, chunk.line.x1);
  }
  return all;
}

// The first symbol from `from` on that stands behind the gap between two chunks. A space that the
// model saw near it tells better than the places of symbols.
size_t first_behind(double gap_begin, double gap_end, double height, size_t from,
                    const std::vector<LineSymbol>& symbols) {
  size_t best = from;
  double least = 1e9;
  for (size_t i = from; i <= symbols.size(); ++i) {
    const double before = i == 0 ? 0 : symbols[i - 1].x1;
    const double x = i == symbols.size() ? before : (before + symbols[i].x0) / 2;
    double distance = std::max({gap_begin - x, x - gap_end, 0.0}) +
                      kMiddleWeight * std::abs(x - (gap_begin + gap_end) / 2);
    if (i < symbols.size() && symbols[i].after_space) distance -= kSpaceWorth * height;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

// The symbols of a line, in pixels of its picture, given to the chunks that they stand in and
// measured from there.
std::vector<std::vector<LineSymbol>> by_chunk(const std::vector<LineSymbol>& symbols,
                                              std::span<const Chunk> chunks) {
  std::vector<std::vector<LineSymbol>> out(chunks.size());
  const double left = chunks.front().line.x0 - kMargin;  // of the picture
  size_t next = 0;
  for (size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    const size_t end = i + 1 == chunks.size()
                           ? symbols.size()
                           : first_behind(chunk.ink.x1 - left, chunks[i + 1].ink.x0 - left,
                                          chunk.bottom - chunk.top, next, symbols);
    for (; next < end; ++next) {
      LineSymbol symbol = symbols[next];
      const double shift = left + kMargin - chunk.ink.x0;
      symbol.x0 += shift;
      symbol.x1 += shift;
      out[i].push_back(std::move(symbol));
    }
  }
  return out;
}

bool is_long(const Chunk& chunk) {
  return chunk.ink.width() > kLongChunk * (chunk.bottom - chunk.top);
}

bool is_latin_term(std::string_view text) {
  const auto first = text.find_first_not_of("([\"'");
  const auto last = text.find_last_not_of(")].,:;\"'");
  if (first == std::string_view::npos || last < first) return false;
  const std::string_view word = text.substr(first, last - first + 1);
  return std::ranges::any_of(kLatinTerms, [&](std::string_view term) {
    return term.size() == word.size() &&
           std::inner_product(term.begin(), term.end(), word.begin(), 0, std::plus(),
                              std::not_equal_to()) <= kMostWrongLetters;
  });
}

// Letters, and the ampersand of "Q&A".
int latin_letters(const std::string& text) {
  return static_cast<int>(std::ranges::count_if(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '&'; }));
}

}  // namespace

std::unique_ptr<SegmentReader> SegmentReader::open(const std::string& tessdata) {
  auto reader = std::make_unique<SegmentReader>();
  reader->numbers_ = NumberReader::open(tessdata);
  reader->thai_ = LineReader::open(tessdata, "tha");
  if (!reader->numbers_ || !reader->thai_) return nullptr;
  reader->latin_ = LineReader::open(tessdata, "eng");
  return reader;
}

std::vector<Word> SegmentReader::read(std::span<const Chunk> chunks, const PageInk& ink,
                                      double seconds) {
  std::vector<NumberReading> numbers(chunks.size());
  bool all_numbers = true;
  const auto read_number = [&](size_t i) {
    numbers[i] = read_numbers(ink.cut_out(chunks[i].labels, chunks[i].ink, kMargin), *numbers_);
  };
  for (size_t i = 0; i < chunks.size(); ++i) {
    if (!is_long(chunks[i])) read_number(i);
    all_numbers = all_numbers && numbers[i].whole;
  }
  std::vector<std::vector<LineSymbol>> thai(chunks.size());
  if (!all_numbers) {
    const Chunk line = joined(chunks);
    thai = by_chunk(thai_->read(ink.cut_out(line.labels, line.line, kMargin), seconds), chunks);
  }
  std::vector<Word> words(chunks.size());
  for (size_t i = 0; i < chunks.size(); ++i) {
    if (is_long(chunks[i]) && !is_plain_thai(thai[i])) read_number(i);
    if (numbers[i].whole) {
      words[i] = word_of(numbers[i].runs.front());
    } else if (!numbers[i].runs.empty()) {
      const double digit = kDigitWidth * (chunks[i].bottom - chunks[i].top);
      words[i] = merged_word(thai[i], numbers[i].runs, digit);
    } else {
      words[i] = word_of(thai[i]);
    }
    if (words[i].confidence >= kMaybeLatin) continue;
    Word latin = read_latin(chunks[i], ink, seconds);
    // What may be a number is one, unless the letters make a term.
    if (numbers[i].whole && latin.confidence < kSureOfTerms) continue;
    if (latin.confidence > words[i].confidence + kPlainlyBetter) words[i] = std::move(latin);
  }
  return words;
}

// Nothing if there are no words in Latin letters.
Word SegmentReader::read_latin(const Chunk& chunk, const PageInk& ink, double seconds) {
  Word word;
  word.confidence = 0;
  if (!latin_) return word;
  Word read = word_of(latin_->read(ink.cut_out(chunk.labels, chunk.line, kMargin), seconds));
  if (latin_letters(read.raw) < kFewestLetters) return word;
  if (is_latin_term(read.raw)) read.confidence = std::max(read.confidence, kSureOfTerms);
  return read;
}

}  // namespace prongsai::extract
