// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/channel.h"

#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace prongsai {

std::ostream& operator<<(std::ostream& out, FrameReader::State state) {
  return out << static_cast<int>(state);
}

namespace {

using State = FrameReader::State;

constexpr size_t kMost = 1000;

const std::string kWhole = frame_bytes(FrameKind::kStep, "7 ocr") +
                           frame_bytes(FrameKind::kAttachment, std::string("a\0b", 3)) +
                           frame_bytes(FrameKind::kOutput, "{}");

}  // namespace

BOOST_AUTO_TEST_SUITE(channel_test)

BOOST_AUTO_TEST_CASE(frames_arrive_in_pieces_of_any_size) {
  for (size_t size = 1; size <= kWhole.size(); ++size) {
    FrameReader reader(kMost);
    for (size_t at = 0; at < kWhole.size(); at += size) {
      BOOST_TEST_REQUIRE(reader.state() == State::kOpen);
      reader.take(std::string_view(kWhole).substr(at, size));
    }
    BOOST_TEST(reader.state() == State::kComplete);
    BOOST_TEST(reader.output == "{}");
    BOOST_TEST(reader.attachment == std::string("a\0b", 3));
    BOOST_TEST(reader.step().name == "ocr");
    BOOST_TEST(reader.step().page == 7);
  }
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_is_not_complete) {
  for (size_t size = 0; size < kWhole.size(); ++size) {
    FrameReader reader(kMost);
    BOOST_TEST(reader.take(std::string_view(kWhole).substr(0, size)) == State::kOpen);
  }
}

BOOST_AUTO_TEST_CASE(a_step_written_is_the_step_read) {
  FrameReader reader(kMost);
  const Step step{"text_layer", 12};
  reader.take(frame_bytes(FrameKind::kStep, step_payload(step)));
  BOOST_TEST((reader.step() == step));
}

struct Forgery {
  const char* what;
  std::string bytes;
  State state;
};

BOOST_AUTO_TEST_CASE(what_no_worker_sends_is_not_believed) {
  const std::string output = frame_bytes(FrameKind::kOutput, "{}");
  const std::string attachment = frame_bytes(FrameKind::kAttachment, "x");
  const Forgery forgeries[] = {
      {"unknown kind", std::string("X\0\0\0\0", 5), State::kBroken},
      {"text", "hello, world", State::kBroken},
      {"after the output", output + "x", State::kBroken},
      {"two outputs", output + output, State::kBroken},
      {"two attachments", attachment + attachment, State::kBroken},
      {"announces 4 GiB", std::string("O\xFF\xFF\xFF\xFF", 5), State::kTooLong},
      {"announces one byte too many", std::string("O\xE9\x03\0\0", 5), State::kTooLong},
      {"both together are too long",
       frame_bytes(FrameKind::kAttachment, std::string(600, 'x')) +
           frame_bytes(FrameKind::kOutput, std::string(600, 'x')),
       State::kTooLong},
      {"long step", frame_bytes(FrameKind::kStep, "1 " + std::string(70, 'a')), State::kTooLong},
      {"step without page", frame_bytes(FrameKind::kStep, "ocr"), State::kBroken},
      {"step of a page below zero", frame_bytes(FrameKind::kStep, "-1 ocr"), State::kBroken},
      {"step beyond int", frame_bytes(FrameKind::kStep, "99999999999 ocr"), State::kBroken},
      {"step with markup", frame_bytes(FrameKind::kStep, "1 <b>"), State::kBroken},
      {"step with an escape", frame_bytes(FrameKind::kStep, "1 \x1b[2J"), State::kBroken},
  };
  for (const Forgery& forgery : forgeries) {
    BOOST_TEST_CONTEXT(forgery.what) {
      FrameReader reader(kMost);
      BOOST_TEST(reader.take(forgery.bytes) == forgery.state);
      // Nothing mends it.
      BOOST_TEST(reader.take(output) == forgery.state);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace prongsai
