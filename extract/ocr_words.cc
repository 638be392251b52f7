// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr_words.h"

#include <algorithm>

namespace prongsai::extract {
namespace {

// All of the line's height. Inside a word of the engine's.
constexpr double kLetterGap = 0.35;
// Between two words of the engine's in Thai, which it cuts by its dictionary and by guess: a
// letter's box is its ink alone, so that the gaps inside a word reach 0.28; a space begins at 0.4.
constexpr double kThaiGap = 0.33;
// Between other words the engine sees spaces well.
constexpr double kLatinGap = 0.12;

bool begins_thai(const std::string& text) {
  return text.size() >= 3 && static_cast<unsigned char>(text[0]) == 0xE0 &&
         (static_cast<unsigned char>(text[1]) == 0xB8 ||
          static_cast<unsigned char>(text[1]) == 0xB9);
}

double widest_gap(const OcrSymbol& last, const OcrSymbol& symbol) {
  if (symbol.word == last.word) return kLetterGap;
  return begins_thai(last.text) && begins_thai(symbol.text) ? kThaiGap : kLatinGap;
}

bool ruling_between(const OcrSymbol& left, const OcrSymbol& right,
                    const std::vector<Ruling>& rulings) {
  double y = right.box.center_y();
  for (const Ruling& ruling : rulings) {
    if (!ruling.horizontal() && ruling.x0 > left.box.center_x() &&
        ruling.x0 < right.box.center_x() && ruling.y0 <= y && y <= ruling.y1) {
      return true;
    }
  }
  return false;
}

bool continues(const OcrSymbol& last, const OcrSymbol& symbol, const std::vector<Ruling>& rulings) {
  if (symbol.line != last.line) return false;
  double size = std::max(symbol.font_size, 4.0);
  double gap = symbol.box.x0 - last.box.x1;
  if (gap > size * widest_gap(last, symbol)) return false;
  return !ruling_between(last, symbol, rulings);
}

}  // namespace

std::vector<Word> join_symbols(const std::vector<OcrSymbol>& symbols,
                               const std::vector<Ruling>& rulings) {
  std::vector<Word> words;
  const OcrSymbol* last = nullptr;
  size_t count = 0;
  for (const OcrSymbol& symbol : symbols) {
    if (last && continues(*last, symbol, rulings)) {
      Word& word = words.back();
      word.raw += symbol.text;
      word.box = united(word.box, symbol.box);
      word.confidence += (symbol.confidence - word.confidence) / static_cast<double>(++count);
    } else {
      Word word;
      word.raw = symbol.text;
      word.box = symbol.box;
      word.confidence = symbol.confidence;
      word.font_size = symbol.font_size;
      words.push_back(std::move(word));
      count = 1;
    }
    last = &symbol;
  }
  for (Word& word : words) word.text = word.raw;
  return words;
}

}  // namespace prongsai::extract
