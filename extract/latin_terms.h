// SPDX-License-Identifier: GPL-3.0-or-later
// The Latin words of reports.
#pragma once

#include <string_view>

namespace prongsai::extract {

// Whether the text is one of them, or but a letter off; signs around it do not count. Such short
// words mean little to a model of English, but they are not seen by chance.
bool is_latin_term(std::string_view text);

// How many letters there are, and ampersands ("Q&A").
int latin_letters(std::string_view text);

}  // namespace prongsai::extract
