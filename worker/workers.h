// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that each read one document, under limits and shut off from everything else.
#pragma once

#include <functional>
#include <string>

#include "model/diagnostic.h"
#include "worker/channel.h"
#include "worker/sandbox.h"

namespace prongsai {

struct WorkerLimits {
  int seconds = 300;  // by the clock
  int memory_mib = 2048;
};

// How a worker ended.
enum class Ending {
  kFinished,  // its whole output arrived
  kTime,
  kMemory,
  kOutput,    // it sent more than it may
  kSandbox,   // it tried what no reader of documents does
  kProtocol,  // what it sent has no right form
  kCrash,
  kKilled,  // by somebody else: it may be tried again
  kNoProcess,
};

// Of an ending by kProtocol; also for an answer whose frames are right and whose content is not.
constexpr const char* kNoRightForm = "given up: its reader answered what has no right form";

// "time", "memory", ...: the limit that ended a worker.
const char* ending_name(Ending ending);

struct WorkerResult {
  Ending ending = Ending::kNoProcess;
  std::string output;
  std::string attachment;  // empty if the task sent none
  std::string failure;     // why there is no output: "given up: took longer than 300 s", ...
  Step step;               // what the task was about when it ended

  bool finished() const { return ending == Ending::kFinished; }
};

// What a task tells while it runs. For use in the worker only.
class WorkerVoice {
 public:
  explicit WorkerVoice(int descriptor) : descriptor_(descriptor) {}
  void begin(const Step& step) const;
  // Bytes beside the output; at most once.
  void attach(std::string_view bytes) const;
  // Before the first byte of a hostile document is looked at. `kept`: an open file that is still to
  // be read from; -1 for none.
  void shut_in(const Sandbox& sandbox, int kept = -1) const;

 private:
  int descriptor_;
};

// Calls `work`; whatever it throws is told to `fail` as an Error.
void with_failures_told(const std::function<void()>& work,
                        const std::function<void(const Error& error)>& fail);

// Gives the output of task `index`.
using WorkerTask = std::function<std::string(size_t index, const WorkerVoice& voice)>;

// Runs task 0 .. count - 1, each in a forked process, at most `jobs` at once (0: as many as there
// are cores). `done` is called in this process with each result, in the order of the indices. Once
// `stopped` says so, none is started any more, and only what is running is waited for.
void run_workers(
    size_t count, int jobs, const WorkerLimits& limits, const WorkerTask& task,
    const std::function<void(size_t, const WorkerResult&)>& done,
    const std::function<bool()>& stopped = [] { return false; });

}  // namespace prongsai
