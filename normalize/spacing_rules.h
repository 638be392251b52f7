// SPDX-License-Identifier: GPL-3.0-or-later
// Spaces that part the letters of one word, told without a dictionary.
#pragma once

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// A leading vowel is never the end of a word.
void join_after_leading_vowel(const char* rule, const Modes& modes, TextBuffer& text);

// Words set with a space after each letter. A list of letters ("ก ข ค ง") is none: too few of
// its letters would make words.
void join_spaced_letters(const char* rule, const Modes& modes, TextBuffer& text);

}  // namespace prongsai::normalize
