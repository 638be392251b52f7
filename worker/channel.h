// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker sends to the process that started it: frames over a pipe. The worker has read a
// hostile document, so that the reader believes nothing that does not have the right form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

enum class FrameKind : char {
  kStep = 'S',        // what the worker begins now: the page, a space, the step's name
  kAttachment = 'A',  // bytes that go with the output; at most one, before it
  kOutput = 'O',      // what the task returned; the last frame
};

struct Frame {
  FrameKind kind = FrameKind::kStep;
  std::string payload;
  bool operator==(const Frame&) const = default;
};

// A frame as it goes over the pipe: its kind, the length of the payload in four bytes (the lowest
// first), the payload.
std::string frame_bytes(FrameKind kind, std::string_view payload);

// What the worker was about when it was last heard of.
struct Step {
  std::string name;  // "open", "ocr", "record", ...; empty: none was begun
  int page = 0;      // 0: the whole document
  bool operator==(const Step&) const = default;
};

std::string step_payload(const Step& step);

// Takes what arrives, in pieces of any size.
class FrameReader {
 public:
  // `most`: bytes of output and attachment together.
  explicit FrameReader(size_t most) : most_(most) {}

  enum class State {
    kOpen,      // more is to come
    kComplete,  // the output is there
    kTooLong,   // announces or sends more than it may
    kBroken,    // no frames as they are sent by a worker
  };

  // Takes a piece. Once the state is neither open nor complete, nothing is taken any more.
  State take(std::string_view piece);

  State state() const { return state_; }
  const Step& step() const { return step_; }
  std::string output;      // when complete
  std::string attachment;  // when complete; empty if none was sent

 private:
  State finish_frame(FrameKind kind, std::string payload);

  size_t most_;
  State state_ = State::kOpen;
  std::string pending_;  // the frame that has not arrived in whole
  Step step_;
  bool attached_ = false;
};

}  // namespace prongsai
