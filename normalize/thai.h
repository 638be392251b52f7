// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of Thai characters, as far as repairs need them.
#pragma once

namespace prongsai::normalize {

constexpr char32_t kSaraA = 0x0E30;
constexpr char32_t kSaraAa = 0x0E32;
constexpr char32_t kSaraAm = 0x0E33;
constexpr char32_t kSaraE = 0x0E40;
constexpr char32_t kSaraAe = 0x0E41;
constexpr char32_t kNikhahit = 0x0E4D;
constexpr char32_t kReplacement = 0xFFFD;

constexpr bool is_consonant(char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; }
constexpr bool is_leading_vowel(char32_t c) { return c >= 0x0E40 && c <= 0x0E44; }
constexpr bool is_vowel_mark(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || c == 0x0E47;
}
constexpr bool is_tone(char32_t c) { return c >= 0x0E48 && c <= 0x0E4B; }
// A mark stands above or below the letter before it.
constexpr bool is_mark(char32_t c) { return is_vowel_mark(c) || (c >= 0x0E48 && c <= 0x0E4E); }
// Sara a, aa, am and lakkhangyao stand on the line but never begin a word.
constexpr bool is_following_vowel(char32_t c) {
  return (c >= kSaraA && c <= kSaraAm && c != 0x0E31) || c == 0x0E45;
}
// Belongs to the letter before it; no word begins here.
constexpr bool is_dependent(char32_t c) { return is_mark(c) || is_following_vowel(c); }
// What words are made of: no digits, no paiyannoi, no maiyamok.
constexpr bool is_thai_letter(char32_t c) {
  return is_consonant(c) || is_leading_vowel(c) || is_dependent(c);
}
constexpr bool is_thai_digit(char32_t c) { return c >= 0x0E50 && c <= 0x0E59; }
constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit(char32_t c) { return is_thai_digit(c) || is_ascii_digit(c); }

// The place of a mark in its stack: the vowel first, then the tone, then what cancels a letter.
constexpr int mark_rank(char32_t c) {
  if (is_tone(c)) return 1;
  return c == 0x0E4C || c == 0x0E4E ? 2 : 0;
}

}  // namespace prongsai::normalize
