// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share. A target is one function that takes any bytes; libFuzzer calls it
// with inputs it makes up (./dev fuzz), the tests with those in corpus/ and regressions/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

namespace prongsai::tests {

// Ends the process, which is how a target says that something is wrong.
inline void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", claim);
  std::abort();
}

inline std::string text_of(const std::uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The first byte of an input, which says how the rest is meant; 0 if there is none.
inline unsigned take_byte(const std::uint8_t*& data, size_t& size) {
  if (size == 0) return 0;
  --size;
  return *data++;
}

}  // namespace prongsai::tests
