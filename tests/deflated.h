// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed data that is far larger when it is taken apart.
#pragma once

#include <string>

namespace prongsai::tests {

// `part`, so many times, in zlib's format.
std::string deflated(const std::string& part, size_t times);

}  // namespace prongsai::tests
