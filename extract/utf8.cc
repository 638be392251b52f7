// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/utf8.h"

namespace prongsai::extract {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_character(char32_t c) { return c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF); }

}  // namespace

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3);
  for (char32_t c : text) {
    if (!is_character(c)) c = kReplacement;
    if (c < 0x80) {
      bytes += static_cast<char>(c);
    } else if (c < 0x800) {
      bytes += static_cast<char>(0xC0 | c >> 6);
      bytes += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      bytes += static_cast<char>(0xE0 | c >> 12);
      bytes += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      bytes += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      bytes += static_cast<char>(0xF0 | c >> 18);
      bytes += static_cast<char>(0x80 | (c >> 12 & 0x3F));
      bytes += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      bytes += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return bytes;
}

std::u32string from_utf8(std::string_view bytes) {
  std::u32string text;
  for (size_t i = 0; i < bytes.size();) {
    auto lead = static_cast<unsigned char>(bytes[i]);
    size_t length = lead < 0x80       ? 1
                    : lead >> 5 == 6  ? 2
                    : lead >> 4 == 14 ? 3
                    : lead >> 3 == 30 ? 4
                                      : 0;
    char32_t c = lead;
    if (length > 1) c = lead & (0xFF >> (length + 1));
    bool good = length > 0 && i + length <= bytes.size();
    for (size_t k = 1; good && k < length; ++k) {
      auto next = static_cast<unsigned char>(bytes[i + k]);
      good = next >> 6 == 2;
      c = c << 6 | (next & 0x3F);
    }
    if (good && length > 1) {
      constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
      good = c >= kLeast[length] && (is_character(c));
    }
    text += good ? c : kReplacement;
    i += good ? length : 1;
  }
  return text;
}

}  // namespace prongsai::extract
