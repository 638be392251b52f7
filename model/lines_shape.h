// SPDX-License-Identifier: GPL-3.0-or-later
// What a piece of text looks like, as far as layout needs to know: it reads no meaning.
#pragma once

#include <string>
#include <string_view>

namespace prongsai {

// Thai digits as ASCII ones; other characters unchanged. Invalid UTF-8 becomes U+FFFD.
std::u32string shape_characters(std::string_view text);

// shape_characters() without what the ways to damage Thai text touch: marks above and below, the
// ring of sara am, zero-width characters, glyphs for private use; the vowel typed as two is one.
std::u32string shape_letters(std::string_view text);

// Whether a line that begins so is an entry of a list: "1.", "๑)", "(๑)", "ก.", "-", "•", "ข้อ ๑".
bool starts_list_entry(std::string_view text);

// Whether a line begins with the code of an item and goes on: "o12 แผน", "I๓ เจ้าหน้าที่".
bool starts_with_code(std::string_view text);

// Whether a line begins with the code of an item whose letter o became a zero: "๐๒๔ แผน", "05 ข่าว".
bool starts_with_zero_code(std::string_view text);

// Whether a text ends so that what follows belongs to it: with a comma, dash, opening bracket, or a
// word that needs another ("และ", "ข้อ").
bool joined_to_next(std::string_view text);

// Whether a text begins with a word that goes on with a sentence ("และ", "หรือ").
bool goes_on_with(std::string_view text);

// Whether the text is nothing but the mark or number of a list entry.
bool is_list_mark(std::string_view text);

// A number as tables print it: digits with separators, percent sign, brackets; or a dash alone.
bool is_number(std::string_view text);

// "3", "- ๓ -", "(3)", "หน้า 3", "หน้า 3 จาก 9", "3/9", "Page 3 of 9".
bool is_page_number(std::string_view text);

// "/ข้อ ๒..." at the foot of an official letter: the first words of the next page.
bool is_catchword(std::string_view text);

// Whether the text is, or begins with, a usual title of a table's column and is no longer than one.
bool is_column_title(std::string_view text);

}  // namespace prongsai
