// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace prongsai::extract {

// The bytes of a regular file. Throws Error: kNotFound, kNotAFile (a FIFO is not waited for),
// kUnreadable, kEmpty, kTooLarge.
std::string read_file(const std::filesystem::path& file);

}  // namespace prongsai::extract
