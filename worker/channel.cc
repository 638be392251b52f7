// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/channel.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace prongsai {
namespace {

constexpr size_t kHead = 5;
constexpr size_t kLongestStep = 64;

std::uint32_t length_of(std::string_view head) {
  std::uint32_t length = 0;
  for (size_t i = kHead - 1; i >= 1; --i)
    length = length << 8U | static_cast<std::uint8_t>(head[i]);
  return length;
}

bool is_kind(char byte) {
  return byte == static_cast<char>(FrameKind::kStep) ||
         byte == static_cast<char>(FrameKind::kAttachment) ||
         byte == static_cast<char>(FrameKind::kOutput);
}

// False unless it is a number, a space and a name of small letters.
bool read_step(std::string_view payload, Step& step) {
  int page = 0;
  const auto [end, error] = std::from_chars(payload.data(), payload.data() + payload.size(), page);
  payload.remove_prefix(static_cast<size_t>(end - payload.data()));
  if (error != std::errc() || page < 0 || payload.size() < 2 || payload.front() != ' ')
    return false;
  payload.remove_prefix(1);
  const auto is_of_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  if (!std::ranges::all_of(payload, is_of_name)) return false;
  step = {std::string(payload), page};
  return true;
}

}  // namespace

std::string frame_bytes(FrameKind kind, std::string_view payload) {
  std::string bytes(1, static_cast<char>(kind));
  auto length = static_cast<std::uint32_t>(payload.size());
  for (size_t i = 1; i < kHead; ++i, length >>= 8U) bytes += static_cast<char>(length & 0xFFU);
  bytes += payload;
  return bytes;
}

std::string step_payload(const Step& step) { return std::to_string(step.page) + ' ' + step.name; }

FrameReader::State FrameReader::take(std::string_view piece) {
  if (state_ == State::kComplete && !piece.empty()) state_ = State::kBroken;
  if (state_ != State::kOpen) return state_;
  pending_ += piece;
  size_t from = 0;
  while (state_ == State::kOpen && pending_.size() - from >= kHead) {
    const std::string_view head = std::string_view(pending_).substr(from, kHead);
    if (!is_kind(head.front())) return state_ = State::kBroken;
    const auto kind = static_cast<FrameKind>(head.front());
    const size_t length = length_of(head);
    const size_t most = kind == FrameKind::kStep ? kLongestStep : most_ - attachment.size();
    if (length > most) return state_ = State::kTooLong;
    if (pending_.size() - from < kHead + length) break;
    state_ = finish_frame(kind, pending_.substr(from + kHead, length));
    from += kHead + length;
  }
  pending_.erase(0, from);
  if (state_ == State::kComplete && !pending_.empty()) state_ = State::kBroken;
  return state_;
}

FrameReader::State FrameReader::finish_frame(FrameKind kind, std::string payload) {
  switch (kind) {
    case FrameKind::kStep:
      return read_step(payload, step_) ? State::kOpen : State::kBroken;
    case FrameKind::kAttachment:
      if (std::exchange(attached_, true)) return State::kBroken;
      attachment = std::move(payload);
      return State::kOpen;
    case FrameKind::kOutput:
      output = std::move(payload);
      return State::kComplete;
  }
  return State::kBroken;
}

}  // namespace prongsai
