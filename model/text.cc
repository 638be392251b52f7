// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text.h"

namespace prongsai {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_character(char32_t c) { return c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF); }

struct Decoded {
  char32_t point = kReplacement;
  size_t length = 1;
};

Decoded decode(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {};
  char32_t point = lead & (0x7FU >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    point = (point << 6U) | (byte(i) & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (point < kLeast[length] || !is_character(point)) return {};
  return {point, length};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool is_dash(char32_t c) { return c >= 0x2010 && c <= 0x2015; }

// The folded code point; 0 if it is left out.
char32_t folded(char32_t c) {
  if (is_space(c) || is_zero_width(c) || c == '*') return 0;
  if (is_thai_digit(c)) return U'0' + (c - 0x0E50);
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if (is_dash(c)) return '-';
  return c;
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    out += next.point;
    at += next.length;
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append(out, is_character(c) ? c : kReplacement);
  return out;
}

bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E5B; }

bool is_thai_mark(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
}

bool is_thai_digit(char32_t c) { return c >= 0x0E50 && c <= 0x0E59; }

bool has_digit(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    // U+0E50 to U+0E59 are E0 B9 90 to E0 B9 99.
    const auto last = i >= 2 ? static_cast<unsigned char>(text[i]) : 0U;
    if (last >= 0x90 && last <= 0x99 && text[i - 1] == '\xB9' && text[i - 2] == '\xE0') return true;
  }
  return false;
}

std::string to_arabic_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (is_thai_digit(next.point)) {
      out += static_cast<char>('0' + (next.point - 0x0E50));
    } else {
      out += text.substr(at, next.length);
    }
    at += next.length;
  }
  return out;
}

std::u32string fold_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (const char32_t c = folded(next.point)) out += c;
    at += next.length;
  }
  return out;
}

std::u32string skeleton(std::string_view text) {
  std::u32string out;
  for (const char32_t c : fold_points(text)) {
    if (!is_thai_mark(c)) out += c == 0x0E33 ? 0x0E32 : c;
  }
  return out;
}

std::string fold(std::string_view text) { return to_utf8(fold_points(text)); }

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  const size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  for (size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator, start)) {
    parts.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (is_space(next.point)) {
      pending = !out.empty();
    } else {
      if (pending) out += ' ';
      pending = false;
      out += text.substr(at, next.length);
    }
    at += next.length;
  }
  return out;
}

size_t unfolded_length(std::string_view text, size_t folded_count) {
  size_t count = 0;
  size_t at = 0;
  while (at < text.size() && count < folded_count) {
    const Decoded next = decode(text, at);
    if (folded(next.point) != 0) ++count;
    at += next.length;
  }
  return at;
}

std::string clean_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : code_points(text)) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (!control && !direction) append(out, c);
  }
  return out;
}

}  // namespace prongsai
