// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/segment_reader.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/chunk_numbers.h"
#include "extract/chunk_symbols.h"
#include "extract/latin_terms.h"
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
// Of a term of the reports, however little the Latin model makes of it.
constexpr double kSureOfTerms = 0.75;
// A longer chunk, of the height of its letters, is hardly a number alone: the Thai model sees it
// first, and if that is as sure as this and sees no digit, there is none.
constexpr double kLongChunk = 6;
constexpr double kLongBesideText = 2.5;
constexpr double kPlainThai = 0.85;
// Of the height of letters.
constexpr double kDigitWidth = 0.4;
// Of the height of letters, between the parts of a number.
constexpr double kWidestTear = 0.8;
constexpr double kSureOfMarks = 0.9;
constexpr double kMostOfTorn = 0.4;
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

// Which symbols of the Thai model's the runs stand for. Figures next to each other are one number,
// and its run stands for all of them.
std::vector<bool> replaced_by(const std::vector<NumberRun>& runs,
                              const std::vector<LineSymbol>& symbols, double digit_width) {
  std::vector<bool> replaced;
  replaced.reserve(symbols.size());
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

Box box_of(const Chunk& chunk) {
  return {static_cast<double>(chunk.ink.x0), chunk.top, static_cast<double>(chunk.ink.x1),
          chunk.bottom};
}

// The ink of all chunks, as one.
Chunk joined(std::span<const Chunk> chunks) {
  Chunk all = chunks.front();
  for (const Chunk& chunk : chunks.subspan(1)) {
    all.labels.insert(all.labels.end(), chunk.labels.begin(), chunk.labels.end());
    all.line.x1 = std::max(all.line.x1, chunk.line.x1);
    all.ink = united(all.ink, chunk.ink);
  }
  return all;
}

bool is_longer(const Chunk& chunk, double than) {
  return chunk.ink.width() > than * (chunk.bottom - chunk.top);
}

// How long a chunk has to be for the Thai model to see it first. Beside a long one it costs
// nothing.
double thai_first_from(std::span<const Chunk> chunks) {
  const bool text =
      std::ranges::any_of(chunks, [](const Chunk& chunk) { return is_longer(chunk, kLongChunk); });
  return text ? kLongBesideText : kLongChunk;
}

// Whether two numbers may be one that a narrow figure one has torn apart ("94.1 1").
bool may_be_one(const Word& left, const Word& right) {
  const std::string all = left.raw + right.raw;
  static constexpr std::string_view kCodeLetters = "ieoIEO";
  const bool narrow = left.raw.ends_with('1') || right.raw.starts_with('1');
  const bool code = all.size() == 3 && kCodeLetters.find(all[0]) != std::string_view::npos;
  const size_t dot = all.find('.');
  return narrow && (code || (dot != std::string::npos && dot + 3 == all.size()));
}

}  // namespace

std::unique_ptr<SegmentReader> SegmentReader::open(const std::string& tessdata) {
  auto reader = std::make_unique<SegmentReader>();
  reader->numbers_ = NumberReader::open(tessdata);
  reader->thai_ = LineReader::open(tessdata, "tha");
  reader->latin_ = LineReader::open(tessdata, "eng");
  if (!reader->numbers_ || !reader->thai_ || !reader->latin_) return nullptr;
  return reader;
}

NumberReading SegmentReader::number_in(const Chunk& chunk, const PageInk& ink) {
  return read_numbers(ink.cut_out(chunk.labels, chunk.ink, kMargin), *numbers_);
}

// Joins numbers that were torn apart. Where the whole does not read as its parts did, it is weak.
void SegmentReader::join_numbers(std::vector<Part>& parts, const PageInk& ink) {
  for (size_t i = 0; i + 1 < parts.size();) {
    Part& left = parts[i];
    const Part& right = parts[i + 1];
    const double gap = right.chunk.ink.x0 - left.chunk.ink.x1;
    if (!left.numbers.whole || !right.numbers.whole ||
        gap > kWidestTear * (left.chunk.bottom - left.chunk.top) ||
        !may_be_one(word_of(left.numbers.runs.front()), word_of(right.numbers.runs.front()))) {
      ++i;
      continue;
    }
    NumberRun& torn = left.numbers.runs.front();
    const std::string expected = torn.text + right.numbers.runs.front().text;
    left.chunk = joined(std::vector<Chunk>{left.chunk, right.chunk});
    const NumberReading whole = number_in(left.chunk, ink);
    if (whole.whole && whole.runs.front().text == expected) {
      left.numbers = whole;
    } else {
      torn.text = expected;
      torn.confidence = std::min(torn.confidence, kMostOfTorn);
    }
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// What the models make of the chunks. Beside Thai text the Thai model comes first, and only where
// it sees no plain Thai the model of numbers.
std::vector<SegmentReader::Part> SegmentReader::parts_of(std::vector<Chunk> chunks,
                                                         const PageInk& ink, double seconds) {
  const double thai_first = thai_first_from(chunks);
  std::vector<Part> parts(chunks.size());
  for (size_t i = 0; i < chunks.size(); ++i) {
    if (!is_longer(chunks[i], thai_first)) parts[i].numbers = number_in(chunks[i], ink);
  }
  if (!std::ranges::all_of(parts, [](const Part& part) { return part.numbers.whole; })) {
    const Chunk line = joined(chunks);
    const auto symbols = thai_->read(ink.cut_out(line.labels, line.line, kMargin), seconds);
    auto thai = symbols_by_chunk(symbols, chunks, kMargin);
    for (size_t i = 0; i < chunks.size(); ++i) {
      if (is_longer(chunks[i], thai_first) && !is_plain_thai(thai[i]))
        parts[i].numbers = number_in(chunks[i], ink);
      parts[i].thai = std::move(thai[i]);
    }
  }
  for (size_t i = 0; i < chunks.size(); ++i) parts[i].chunk = std::move(chunks[i]);
  join_numbers(parts, ink);
  return parts;
}

Word SegmentReader::read_part(const Part& part, const PageInk& ink, double seconds) {
  Word word;
  if (part.numbers.whole) {
    word = word_of(part.numbers.runs.front());
  } else if (!part.numbers.runs.empty()) {
    const double digit = kDigitWidth * (part.chunk.bottom - part.chunk.top);
    word = merged_word(part.thai, part.numbers.runs, digit);
  } else {
    word = word_of(part.thai);
  }
  if (word.confidence >= kMaybeLatin ||
      code_points(word.raw).size() < static_cast<size_t>(kFewestLetters))
    return word;
  Word latin = read_latin(part.chunk, ink, seconds);
  // What may be a number is one, unless the letters make a term.
  if (part.numbers.whole && latin.confidence < kSureOfTerms) return word;
  return latin.confidence > word.confidence + kPlainlyBetter ? latin : word;
}

std::vector<Word> SegmentReader::read(std::vector<Chunk> chunks, const PageInk& ink,
                                      double seconds) {
  std::vector<Word> words;
  if (!chunks.front().mark.empty()) {
    Word mark;
    mark.raw = chunks.front().mark;
    mark.confidence = kSureOfMarks;
    mark.box = box_of(chunks.front());
    words.push_back(std::move(mark));
    chunks.erase(chunks.begin());
  }
  if (chunks.empty()) return words;
  for (const Part& part : parts_of(std::move(chunks), ink, seconds)) {
    words.push_back(read_part(part, ink, seconds));
    words.back().box = box_of(part.chunk);
  }
  return words;
}

// Nothing if there are no words in Latin letters.
Word SegmentReader::read_latin(const Chunk& chunk, const PageInk& ink, double seconds) {
  Word word;
  word.confidence = 0;
  Word read = word_of(latin_->read(ink.cut_out(chunk.labels, chunk.line, kMargin), seconds));
  if (latin_letters(read.raw) < kFewestLetters) return word;
  if (is_latin_term(read.raw)) read.confidence = std::max(read.confidence, kSureOfTerms);
  return read;
}

}  // namespace prongsai::extract
