// SPDX-License-Identifier: GPL-3.0-or-later
// Work that several threads do ahead of one that takes its results in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <future>
#include <thread>

namespace prongsai {

// Calls take(make(i)) for i = 0 .. count - 1: `take` in this thread and in this order, `make` in up
// to `jobs` others (0: as many as there are cores), or with one job here. What either throws comes
// out here. No process may be forked meanwhile.
template <typename Make, typename Take>
void in_order(size_t count, int jobs, const Make& make, const Take& take) {
  if (jobs <= 0) jobs = std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  const auto policy = jobs == 1 ? std::launch::deferred : std::launch::async;
  std::deque<decltype(std::async(policy, make, size_t{}))> ahead;
  for (size_t begun = 0, taken = 0; taken < count; ++taken) {
    for (; begun < count && begun < taken + static_cast<size_t>(jobs); ++begun)
      ahead.push_back(std::async(policy, std::cref(make), begun));
    take(ahead.front().get());
    ahead.pop_front();
  }
}

}  // namespace prongsai
