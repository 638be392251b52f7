// SPDX-License-Identifier: GPL-3.0-or-later
// Messages on standard error: "prongsai: FILE:PAGE: message".
#pragma once

#include <string>

namespace prongsai {

// `page` 0 leaves the page out; an empty file leaves the file out.
void print_message(const std::string& file, int page, const std::string& message);

// A word that a shell reads as it is.
std::string shell_quoted(const std::string& word);

}  // namespace prongsai
