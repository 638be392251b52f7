// SPDX-License-Identifier: GPL-3.0-or-later
// Small helpers on UTF-8 text in Thai and Latin letters. All positions are byte offsets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// The code points of `text`; each byte that is no UTF-8 becomes U+FFFD.
std::u32string code_points(std::string_view text);

// What is no character (surrogates, beyond U+10FFFF, NUL) becomes U+FFFD.
std::string to_utf8(std::u32string_view text);

bool is_thai(char32_t c);       // letters, marks, digits and signs, U+0E01 to U+0E5B
bool is_thai_mark(char32_t c);  // written above or below its base
bool is_thai_digit(char32_t c);
bool has_digit(std::string_view text);  // Thai or ASCII

// Thai digits as ASCII ones; everything else unchanged.
std::string to_arabic_digits(std::string_view text);

// The form in which texts are compared: ASCII digits, lower case, without white space and
// zero-width characters, dashes alike, without markup asterisks.
std::string fold(std::string_view text);

// fold() without vowels and tones above and below and without sara am's mark: what is left of a
// Thai word when its marks are lost or stand in the wrong order.
std::u32string skeleton(std::string_view text);

// fold() of the code points, for similarity.
std::u32string fold_points(std::string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

// White space runs (also line breaks) as single spaces, trimmed.
std::string collapse_spaces(std::string_view text);

// Number of leading bytes of `text` whose fold() is exactly the first `folded` code points of
// fold_points(text): maps a length in folded text back to the text.
size_t unfolded_length(std::string_view text, size_t folded);

// `text` as it may stand in JSON and on a terminal: invalid bytes replaced, control characters,
// and marks that reverse the direction of text, removed.
std::string clean_utf8(std::string_view text);

}  // namespace prongsai
