// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that each read one document under limits of time and memory.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/diagnostic.h"

namespace prongsai {

struct WorkerLimits {
  int seconds = 300;
  int memory_mib = 2048;
};

// What became of one task: its output, or why there is none.
struct WorkerResult {
  bool finished = false;  // the task ran to its end and its whole output arrived
  std::string output;
  bool killed = false;  // by somebody else: it may be tried again
  std::string failure;  // "took longer than 300 s", "was ended by signal 11", ...
};

// Calls `work`; whatever it throws is told to `fail` as an Error.
void with_failures_told(const std::function<void()>& work,
                        const std::function<void(const Error& error)>& fail);

// Runs task(0) .. task(count - 1), each in a forked process, at most `jobs` at once (0:
// as many as there are cores). `done` is
// called in this process with each result, in the order of the indices. Once `stopped` says so,
// none is started any more, and only what is running is waited for.
void run_workers(
    size_t count, int jobs, const WorkerLimits& limits,
    const std::function<std::string(size_t)>& task,
    const std::function<void(size_t, const WorkerResult&)>& done,
    const std::function<bool()>& stopped = [] { return false; });

}  // namespace prongsai
