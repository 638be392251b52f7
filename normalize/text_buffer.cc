// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/text_buffer.h"

#include <unicode/utf8.h>

#include <cstdint>

#include "normalize/thai.h"

namespace prongsai::normalize {

namespace {

unsigned contents_of(char32_t c) {
  if (is_thai_letter(c)) return c == kNikhahit ? kHasThai | kHasNikhahit : kHasThai;
  if (c == ' ') return kHasSpaces;
  if (is_ascii_digit(c)) return kHasAsciiDigits;
  if (is_thai_digit(c)) return kHasThaiDigits;
  if (c == '<' || c == '&' || c == '*' || c == '#' || c == '-') return kHasMarkup;
  if (c == kReplacement) return kHasReplacement;
  return c < 0x20 || (c >= 0x7F && c < 0x0E00) || c > 0x0E5B ? kHasOther : kHasNothing;
}

}  // namespace

TextBuffer::TextBuffer(std::string_view source) {
  glyphs_.reserve(source.size() / 2);
  const auto* bytes = reinterpret_cast<const uint8_t*>(source.data());
  for (size_t i = 0; i < source.size();) {
    const size_t begin = i;
    UChar32 c = -1;
    U8_NEXT(bytes, i, source.size(), c);
    if (c < 0) i = begin + 1;
    Glyph glyph;
    glyph.c = c < 0 ? kReplacement : static_cast<char32_t>(c);
    glyph.begin = begin;
    glyph.end = i;
    glyphs_.push_back(glyph);
  }
}

unsigned TextBuffer::contents() const {
  unsigned contents = kHasNothing;
  for (const Glyph& glyph : glyphs_) contents |= contents_of(glyph.c);
  return contents;
}

void append_utf8(char32_t c, std::string& out) {
  uint8_t bytes[U8_MAX_LENGTH];
  size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
  out.append(reinterpret_cast<const char*>(bytes), length);
}

}  // namespace prongsai::normalize
