// SPDX-License-Identifier: GPL-3.0-or-later
// What the first stage needs to know of Thai letters.
#pragma once

namespace prongsai::extract {

// Letters of the Thai block, digits and signs included.
constexpr bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E5B; }

// Above or below its base letter: vowels, tone marks, thanthakhat, nikhahit and the like, also
// those of the private-use block in which old fonts keep their shifted shapes (U+F701 to U+F71A).
constexpr bool is_thai_mark(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E) ||
         (c >= 0xF701 && c <= 0xF71A && c != 0xF70F);
}

constexpr bool is_thai_consonant(char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; }

// White space of any width; a zero-width space is not one, it has no gap.
constexpr bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x00A0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace prongsai::extract
