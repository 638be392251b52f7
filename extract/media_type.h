// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, by its bytes.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::extract {

// "application/pdf", "image/png", "image/jpeg", "image/tiff", "text/html", "text/markdown",
// "text/plain", or "" for what is not read here.
std::string sniff_media_type(std::string_view bytes);

// What a file that is not read here looks like, for a message: "a ZIP archive", "a Word document".
std::string describe_unsupported(std::string_view bytes);

}  // namespace prongsai::extract
