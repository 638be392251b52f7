// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr_words.h"

#include <algorithm>

#include "model/text.h"

namespace prongsai::extract {
namespace {

// The stock Thai models lack five of the ten Thai digits and print others for them with high
// confidence, so what they say of a number is never more than a weak reading.
constexpr double kMostOfDigits = 0.55;
// All of the line's height. Inside a word of the engine's.
constexpr double kLetterGap = 0.35;
// Between two words of the engine's in Thai, which it cuts by its dictionary and by guess: a
// letter's box is its ink alone, so that the gaps inside a word reach 0.28; a space begins at 0.4.
constexpr double kThaiGap = 0.33;
// Between other words the engine sees spaces well.
constexpr double kLatinGap = 0.12;
// A line of marks has at most this part of the size of the line that they belong to.
constexpr double kStrayLine = 0.6;
// More lines than any page has are not compared with each other.
constexpr size_t kMaxLines = 2000;

bool begins_thai(const std::string& text) {
  return text.size() >= 3 && static_cast<unsigned char>(text[0]) == 0xE0 &&
         (static_cast<unsigned char>(text[1]) == 0xB8 ||
          static_cast<unsigned char>(text[1]) == 0xB9);
}

double widest_gap(const OcrSymbol& last, const OcrSymbol& symbol) {
  if (symbol.word == last.word) return kLetterGap;
  // The stops of Thai abbreviations stand as far off as its letters.
  const bool thai_before = begins_thai(last.text) || last.text == ".";
  const bool thai_after = begins_thai(symbol.text) || symbol.text == ".";
  const bool both_stops = last.text == "." && symbol.text == ".";
  return thai_before && thai_after && !both_stops ? kThaiGap : kLatinGap;
}

// A line as the engine found it.
struct Span {
  Box box;
  double font_size = 0;
};

// The engine takes the marks above or below a line for a line of its own, read as digits and
// quotes, before it reads the line itself with all its marks. Such a line is small and lies within
// the other.
bool is_within(const Span& small, const Span& large) {
  const double height = std::max(small.box.height(), 0.1);
  const double overlap =
      std::min(small.box.y1, large.box.y1) - std::max(small.box.y0, large.box.y0);
  return small.font_size < kStrayLine * large.font_size && overlap > 0.7 * height &&
         small.box.x0 > large.box.x0 - large.font_size &&
         small.box.x1 < large.box.x1 + large.font_size;
}

std::vector<bool> stray_lines(const std::vector<OcrSymbol>& symbols) {
  std::vector<Span> lines;
  for (const OcrSymbol& symbol : symbols) {
    const auto index = static_cast<size_t>(std::max(symbol.line, 0));
    if (index > kMaxLines) continue;
    if (index >= lines.size()) lines.resize(index + 1);
    Span& line = lines[index];
    line.box = line.font_size == 0 ? symbol.box : united(line.box, symbol.box);
    line.font_size = std::max(symbol.font_size, 0.1);
  }
  std::vector<bool> stray(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    stray[i] = lines[i].font_size > 0 &&
               std::any_of(lines.begin(), lines.end(),
                           [&](const Span& other) { return is_within(lines[i], other); });
  }
  return stray;
}

bool continues(const OcrSymbol& last, const OcrSymbol& symbol, const std::vector<Ruling>& rulings) {
  if (symbol.line != last.line) return false;
  double size = std::max(symbol.font_size, 4.0);
  double gap = symbol.box.x0 - last.box.x1;
  if (gap > size * widest_gap(last, symbol)) return false;
  return !ruling_between(last.box, symbol.box, rulings);
}

}  // namespace

bool ruling_between(const Box& left, const Box& right, const std::vector<Ruling>& rulings) {
  const double y = right.center_y();
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
    return !ruling.horizontal() && ruling.x0 > left.center_x() && ruling.x0 < right.center_x() &&
           ruling.y0 <= y && y <= ruling.y1;
  });
}

std::vector<Word> join_symbols(const std::vector<OcrSymbol>& symbols,
                               const std::vector<Ruling>& rulings) {
  std::vector<Word> words;
  const OcrSymbol* last = nullptr;
  size_t count = 0;
  bool weak_digits = false;
  const auto finish = [&] {
    if (!words.empty() && weak_digits)
      words.back().confidence = std::min(words.back().confidence, kMostOfDigits);
    weak_digits = false;
  };
  const std::vector<bool> stray = stray_lines(symbols);
  for (const OcrSymbol& symbol : symbols) {
    const auto line = static_cast<size_t>(std::max(symbol.line, 0));
    if (line < stray.size() && stray[line]) continue;
    if (last && continues(*last, symbol, rulings)) {
      Word& word = words.back();
      word.raw += symbol.text;
      word.box = united(word.box, symbol.box);
      word.confidence += (symbol.confidence - word.confidence) / static_cast<double>(++count);
    } else {
      finish();
      Word word;
      word.raw = symbol.text;
      word.box = symbol.box;
      word.confidence = symbol.confidence;
      word.font_size = symbol.font_size;
      words.push_back(std::move(word));
      count = 1;
    }
    weak_digits = weak_digits || (!symbol.number && has_digit(symbol.text));
    last = &symbol;
  }
  finish();
  for (Word& word : words) word.text = word.raw;
  return words;
}

}  // namespace prongsai::extract
