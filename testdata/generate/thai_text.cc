// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/thai_text.h"

#include <cmath>
#include <cstddef>

namespace prongsai::testdata {

std::string to_utf8(char32_t character) { return to_utf8(std::u32string_view(&character, 1)); }

std::string to_thai_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += to_utf8(U'๐' + static_cast<char32_t>(c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

bool is_tone(char32_t c) { return c >= 0x0e47 && c <= 0x0e4c; }

bool is_upper_vowel(char32_t c) { return c == 0x0e31 || (c >= 0x0e34 && c <= 0x0e37); }

bool is_mark(char32_t c) {
  return is_upper_vowel(c) || (c >= 0x0e38 && c <= 0x0e3a) || (c >= 0x0e47 && c <= 0x0e4e);
}

bool is_thai_letter(char32_t c) { return c >= 0x0e01 && c <= 0x0e46 && !is_mark(c) && c != 0x0e3f; }

double round_score(double score) { return std::floor(score * 100 + 0.5 + 1e-7) / 100; }

}  // namespace prongsai::testdata
