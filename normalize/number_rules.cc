// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/number_rules.h"

#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

using Glyphs = std::vector<Glyph>;

struct Number {
  size_t begin = 0;
  size_t end = 0;
  int thai = 0;
  int ascii = 0;

  bool mixed() const { return thai > 0 && ascii > 0; }
};

int digits_from(const Glyphs& glyphs, size_t position) {
  int count = 0;
  while (position < glyphs.size() && is_digit(glyphs[position].c)) ++position, ++count;
  return count;
}

// Whether the separator at `position` is within a number: a decimal point before the two decimals
// of a score, or a comma before three digits.
bool separates(const Glyphs& glyphs, size_t position) {
  if (position >= glyphs.size()) return false;
  const int after = digits_from(glyphs, position + 1);
  return (glyphs[position].c == '.' && after == 2) || (glyphs[position].c == ',' && after == 3);
}

Number number_at(const Glyphs& glyphs, size_t begin) {
  Number number;
  number.begin = begin;
  size_t i = begin;
  for (; i < glyphs.size(); ++i) {
    if (is_thai_digit(glyphs[i].c)) {
      ++number.thai;
    } else if (is_ascii_digit(glyphs[i].c)) {
      ++number.ascii;
    } else if (!separates(glyphs, i)) {
      break;
    }
  }
  number.end = i;
  return number;
}

// Thai zero before one or two ASCII digits, or one before Thai ones: most likely a letter o.
bool is_code(const Glyphs& glyphs, const Number& number) {
  const char32_t first = glyphs[number.begin].c;
  return (first == 0x0E50 && number.thai == 1 && number.ascii <= 2) ||
         (first == '0' && number.ascii == 1 && number.thai <= 2);
}

}  // namespace

void unify_digits(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  std::vector<Number> mixed;
  int thai = 0;
  int ascii = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    if (!is_digit(glyphs[i].c)) continue;
    const Number number = number_at(glyphs, i);
    if (number.mixed()) {
      if (!is_code(glyphs, number)) mixed.push_back(number);
    } else {
      thai += number.thai;
      ascii += number.ascii;
    }
    i = number.end - 1;
  }
  for (const Number& number : mixed) {
    const bool to_thai = number.thai != number.ascii ? number.thai > number.ascii : thai >= ascii;
    for (size_t i = number.begin; i < number.end; ++i) {
      char32_t& c = glyphs[i].c;
      if (to_thai && is_ascii_digit(c)) c = c - '0' + 0x0E50;
      if (!to_thai && is_thai_digit(c)) c = c - 0x0E50 + '0';
    }
    text.note(rule, glyphs[number.begin].begin, glyphs[number.end - 1].end);
  }
}

}  // namespace prongsai::normalize
