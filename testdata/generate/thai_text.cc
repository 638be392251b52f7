// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/thai_text.h"

#include <cmath>
#include <cstddef>

namespace prongsai::testdata {

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7fU >> static_cast<unsigned>(length));
    for (int k = 1; k < length && i + k < text.size(); ++k) {
      c = (c << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3fU);
    }
    out.push_back(c);
    i += static_cast<std::size_t>(length);
  }
  return out;
}

std::string to_utf8(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else {
    out += static_cast<char>(0xf0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3fU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) out += to_utf8(c);
  return out;
}

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
