// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a document: what its bytes are, whatever it is called.
#pragma once

#include <string>
#include <string_view>

namespace prongsai {

// 64 hexadecimal digits in lower case. Throws Error if the library fails.
std::string sha256_hex(std::string_view bytes);

// The same digest in base 64, as a Content-Security-Policy names what it allows.
std::string sha256_base64(std::string_view bytes);

}  // namespace prongsai
