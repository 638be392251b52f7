// SPDX-License-Identifier: GPL-3.0-or-later
// Frames from a worker that is not trusted. Input: how long pieces are, then the bytes of the pipe.
#include <algorithm>

#include "tests/fuzz/fuzz.h"
#include "worker/channel.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

constexpr size_t kMost = 1000;

// Pieces of 1 .. `longest` bytes.
FrameReader read_in_pieces(std::string_view bytes, size_t longest) {
  FrameReader reader(kMost);
  for (size_t at = 0, size = 1; at < bytes.size(); at += size) {
    size = std::min(bytes.size() - at, 1 + at * 7 % longest);
    const FrameReader::State before = reader.state();
    const FrameReader::State after = reader.take(bytes.substr(at, size));
    require(after == reader.state(), "the state is what was returned");
    const bool over =
        before == FrameReader::State::kBroken || before == FrameReader::State::kTooLong;
    require(!over || after == before, "nothing is taken after the end");
    require(reader.output.size() + reader.attachment.size() <= kMost, "never more than allowed");
    require(reader.output.capacity() <= 2 * (kMost + longest),
            "nothing is reserved that is not sent");
    require(reader.step().page >= 0, "pages are counted");
  }
  return reader;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const size_t longest = 1 + tests::take_byte(data, size);
  const std::string bytes = tests::text_of(data, size);
  const FrameReader pieces = read_in_pieces(bytes, longest);
  FrameReader whole(kMost);
  whole.take(bytes);
  require(whole.state() == pieces.state(), "pieces of any size give the same state");
  require(whole.step() == pieces.step(), "pieces of any size give the same step");
  if (whole.state() != FrameReader::State::kComplete) return 0;
  require(whole.output == pieces.output, "pieces of any size give the same output");
  require(whole.attachment == pieces.attachment, "pieces of any size give the same attachment");
  return 0;
}
