// SPDX-License-Identifier: GPL-3.0-or-later
// Words in Latin letters that no one wrote: what a Latin OCR engine makes of Thai.
#pragma once

#include <string_view>

namespace prongsai::extract {

// Whether the word, three Latin letters or more among its characters, is none of any language:
// signs or digits between its letters, capitals in its middle, letters in an order that is not
// used. Addresses of pages and mail are not odd, nor are abbreviations and codes.
bool is_odd_word(std::u32string_view word);

}  // namespace prongsai::extract
