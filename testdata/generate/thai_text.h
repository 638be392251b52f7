// SPDX-License-Identifier: GPL-3.0-or-later
// Thai letters, as far as the generator needs them.
#pragma once

#include <string>
#include <string_view>

#include "model/text.h"

namespace prongsai::testdata {

using prongsai::to_utf8;
std::string to_utf8(char32_t character);

// Every ASCII digit as its Thai one.
std::string to_thai_digits(std::string_view text);

std::string replace_all(std::string text, std::string_view from, std::string_view to);

bool is_tone(char32_t c);         // mai ek to thanthakhat and nikhahit's neighbours: U+0E47-0E4C
bool is_upper_vowel(char32_t c);  // mai han akat, sara i to sara uee
bool is_mark(char32_t c);         // anything that stands above or below a letter
bool is_thai_letter(char32_t c);  // a consonant or a vowel with a place of its own

// Half up, two decimals; `score` is an exact quotient that may lie on the half.
double round_score(double score);

}  // namespace prongsai::testdata
