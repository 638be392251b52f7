// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of any encoding that Thai programs write, as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::normalize {

// UTF-8, UTF-16 with or without a byte order mark, and otherwise Windows-874 (TIS-620). The byte
// order mark is left out; what no character is becomes U+FFFD.
std::string decoded(std::string_view bytes);

}  // namespace prongsai::normalize
