// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/deflated.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace prongsai::tests {

std::string deflated(const std::string& part, size_t times) {
  constexpr size_t kBlock = size_t{1} << 20U;
  const size_t in_block = std::max<size_t>(kBlock / part.size(), 1);
  std::string block;
  for (size_t i = 0; i < std::min(times, in_block); ++i) block += part;
  z_stream stream{};
  if (::deflateInit(&stream, Z_BEST_SPEED) != Z_OK) throw std::runtime_error("zlib");
  std::string out;
  std::array<unsigned char, 1U << 16U> buffer{};
  for (size_t left = times, ended = 0; ended == 0;) {
    const size_t now = std::min(left, in_block);
    left -= now;
    stream.next_in = reinterpret_cast<unsigned char*>(block.data());
    stream.avail_in = static_cast<unsigned>(now * part.size());
    do {
      stream.next_out = buffer.data();
      stream.avail_out = buffer.size();
      ended = ::deflate(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END ? 1 : 0;
      out.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  ::deflateEnd(&stream);
  return out;
}

}  // namespace prongsai::tests
