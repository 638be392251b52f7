// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace prongsai::extract {

// A moment from which on nothing more is begun.
class Deadline {
 public:
  explicit Deadline(double seconds)
      : until_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(seconds))) {}

  // Seconds by the clock; negative when the moment has passed.
  double left() const { return std::chrono::duration<double>(until_ - Clock::now()).count(); }
  bool passed() const { return left() <= 0; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point until_;
};

}  // namespace prongsai::extract
