// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs of what OCR makes of short texts that no dictionary has. In text read by OCR only.
#pragma once

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// The number of a list's entry at the beginning of a line, whose stop was taken for a comma or was
// not seen.
void restore_list_numbers(const char* rule, const Modes& modes, TextBuffer& text);

// The abbreviation of a month beside a number: the one that it is most like, if it is like no other
// as much.
void restore_months(const char* rule, const Modes& modes, TextBuffer& text);

}  // namespace prongsai::normalize
