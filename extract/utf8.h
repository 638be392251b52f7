// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace prongsai::extract {

// What is no character (surrogates, beyond U+10FFFF) becomes U+FFFD, as does NUL.
std::string to_utf8(std::u32string_view text);

// Bytes that are not UTF-8 become U+FFFD, one each.
std::u32string from_utf8(std::string_view bytes);

}  // namespace prongsai::extract
