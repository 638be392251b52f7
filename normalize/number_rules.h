// SPDX-License-Identifier: GPL-3.0-or-later
// Digits of two scripts in one number.
#pragma once

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// Writes a number in the script that most of its digits have; where both have as many, in that of
// the text's other numbers, or else in Thai (whose fonts give ASCII digits a Thai shape). Codes as
// "๐21" and "o๑" keep their digits: there a digit may stand for a letter.
void unify_digits(const char* rule, const Modes& modes, TextBuffer& text);

}  // namespace prongsai::normalize
