// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/workers.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <map>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace prongsai {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kMostOutput = 256U << 20U;  // bytes a worker may send

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;  // reserves terabytes, and reports on standard error
#else
constexpr bool kSanitized = false;
#endif

constexpr auto kPatience = std::chrono::seconds(1);  // with a worker that has closed its pipe
constexpr int kZeroNewMemory = 0xFF;                 // the complement of what it is filled with
constexpr int kNeedsMemory = 3;                      // exit code of a worker

struct EndingName {
  Ending ending;
  const char* name;
};
constexpr EndingName kEndingNames[] = {
    {Ending::kFinished, "finished"},  {Ending::kTime, "time"},
    {Ending::kMemory, "memory"},      {Ending::kOutput, "output"},
    {Ending::kSandbox, "sandbox"},    {Ending::kProtocol, "protocol"},
    {Ending::kCrash, "crash"},        {Ending::kKilled, "killed"},
    {Ending::kNoProcess, "processes"}};

void write_all(int descriptor, std::string_view data) {
  while (!data.empty()) {
    const ssize_t count = ::write(descriptor, data.data(), data.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ::_exit(EXIT_FAILURE);
    data.remove_prefix(static_cast<size_t>(count));
  }
}

void set_limit(int resource, rlim_t soft, rlim_t hard) {
  const struct rlimit limit = {soft, hard};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void set_limit(int resource, rlim_t value) { set_limit(resource, value, value); }

void set_limits(const WorkerLimits& limits) {
  set_limit(RLIMIT_CORE, 0);
  // Where the parent cannot stop it: the first limit warns by a signal, the second kills.
  const auto seconds = static_cast<rlim_t>(limits.seconds) + 1;
  set_limit(RLIMIT_CPU, seconds, seconds + 1);
  if (kSanitized) return;
  set_limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_mib) << 20U);
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_NPROC, 0);
}

// Libraries print what they think of a damaged file; what a user needs to know comes with the
// result instead.
void silence_standard_error() {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return;
  ::dup2(nowhere, STDERR_FILENO);
  ::close(nowhere);
}

[[noreturn]] void run_child(int descriptor, size_t index, const WorkerLimits& limits,
                            const WorkerTask& task) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Poppler takes what it has not set from memory where a font is damaged: with zeros in it, a
  // document says the same each time it is read.
  ::mallopt(M_PERTURB, kZeroNewMemory);
  set_limits(limits);
  if (!kSanitized) silence_standard_error();
  try {
    write_all(descriptor, frame_bytes(FrameKind::kOutput, task(index, WorkerVoice(descriptor))));
  } catch (const std::bad_alloc&) {
    ::_exit(kNeedsMemory);
  }
  // No destructors: what the parent set up is the parent's to take down.
  ::_exit(EXIT_SUCCESS);
}

struct Running {
  pid_t process = 0;
  int descriptor = -1;
  Clock::time_point deadline;
  FrameReader received{kMostOutput};
  bool timed_out = false;
};

// Why a worker that was not killed for its time gave no output; `status` as waitpid gives it.
Ending ending_of(int status, FrameReader::State state) {
  using enum FrameReader::State;
  if (state == kTooLong) return Ending::kOutput;
  if (state == kBroken) return Ending::kProtocol;
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGSYS) return Ending::kSandbox;
    if (signal == SIGXCPU) return Ending::kTime;
    if (signal == SIGKILL) return Ending::kKilled;
    return Ending::kCrash;
  }
  if (WEXITSTATUS(status) == kNeedsMemory) return Ending::kMemory;
  return state == kComplete && WEXITSTATUS(status) == EXIT_SUCCESS ? Ending::kFinished
                                                                   : Ending::kCrash;
}

std::string failure_text(Ending ending, int status, const WorkerLimits& limits) {
  switch (ending) {
    case Ending::kFinished:
      return {};
    case Ending::kTime:
      return fmt::format("given up: took longer than {} s", limits.seconds);
    case Ending::kMemory:
      return fmt::format("given up: needs more than {} MiB of memory", limits.memory_mib);
    case Ending::kOutput:
      return fmt::format("given up: gives more than {} MiB", kMostOutput >> 20U);
    case Ending::kSandbox:
      return "given up: tried what no document needs";
    case Ending::kProtocol:
      return kNoRightForm;
    case Ending::kKilled:
    case Ending::kCrash:
      if (WIFSIGNALED(status))
        return fmt::format("given up: reading it ended with signal {}", WTERMSIG(status));
      return "given up: reading it ended without a result";
    case Ending::kNoProcess:
      return "no process could be started";
  }
  return {};
}

// Waits for a process that has nothing to say any more. One that does not end by itself is killed:
// false then.
bool wait_for_end(pid_t process, int& status) {
  const auto until = Clock::now() + kPatience;
  for (bool killed = false;;) {
    const pid_t ended = ::waitpid(process, &status, killed ? 0 : WNOHANG);
    if (ended == process) return !killed;
    if (ended < 0 && errno != EINTR) return false;
    if (killed) continue;
    if (Clock::now() < until) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      continue;
    }
    ::kill(process, SIGKILL);
    killed = true;
  }
}

WorkerResult conclude(Running& running, const WorkerLimits& limits) {
  ::close(running.descriptor);
  int status = 0;
  const bool by_itself = wait_for_end(running.process, status);
  WorkerResult result;
  result.ending = running.timed_out ? Ending::kTime
                  : by_itself       ? ending_of(status, running.received.state())
                                    : Ending::kProtocol;
  result.failure = failure_text(result.ending, status, limits);
  result.step = running.received.step();
  if (!result.finished()) return result;
  result.output = std::move(running.received.output);
  result.attachment = std::move(running.received.attachment);
  return result;
}

class Pool {
 public:
  Pool(size_t jobs, const WorkerLimits& limits, const WorkerTask& task)
      : jobs_(jobs), limits_(limits), task_(task) {}

  bool full() const { return running_.size() >= jobs_; }
  bool idle() const { return running_.empty(); }

  // False if no process could be had.
  bool start(size_t index) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    const pid_t process = ::fork();
    if (process < 0) {
      ::close(ends[0]);
      ::close(ends[1]);
      return false;
    }
    if (process == 0) {
      ::close(ends[0]);
      run_child(ends[1], index, limits_, task_);
    }
    ::close(ends[1]);
    Running running;
    running.process = process;
    running.descriptor = ends[0];
    running.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
    running_.emplace(index, std::move(running));
    return true;
  }

  // Waits for something to arrive; adds what is finished to `results`.
  void wait(std::map<size_t, WorkerResult>& results) {
    std::vector<pollfd> polled;
    std::vector<size_t> indices;
    auto next = Clock::now() + std::chrono::seconds(1);
    for (const auto& [index, running] : running_) {
      polled.push_back({running.descriptor, POLLIN, 0});
      indices.push_back(index);
      next = std::min(next, running.deadline);
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(next - Clock::now()).count();
    ::poll(polled.data(), polled.size(), static_cast<int>(std::max<long>(left, 0) + 1));
    for (size_t i = 0; i < polled.size(); ++i) {
      Running& running = running_.at(indices[i]);
      bool ended = polled[i].revents != 0 && !receive(running);
      if (!ended && Clock::now() >= running.deadline) {
        ::kill(running.process, SIGKILL);
        running.timed_out = true;
        ended = true;
      }
      if (!ended) continue;
      results[indices[i]] = conclude(running, limits_);
      running_.erase(indices[i]);
    }
  }

 private:
  // False at the end of the output.
  static bool receive(Running& running) {
    std::array<char, 1U << 16U> buffer{};
    const ssize_t count = ::read(running.descriptor, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    if (count == 0) return false;
    const auto state = running.received.take({buffer.data(), static_cast<size_t>(count)});
    if (state == FrameReader::State::kOpen || state == FrameReader::State::kComplete) return true;
    ::kill(running.process, SIGKILL);
    return false;
  }

  size_t jobs_;
  const WorkerLimits& limits_;
  const WorkerTask& task_;
  std::map<size_t, Running> running_;
};

WorkerResult no_process(const WorkerLimits& limits) {
  WorkerResult result;
  result.failure = failure_text(result.ending, 0, limits);
  return result;
}

}  // namespace

const char* ending_name(Ending ending) {
  const auto* found = std::ranges::find(kEndingNames, ending, &EndingName::ending);
  assert(found != std::end(kEndingNames));
  return found->name;
}

void WorkerVoice::begin(const Step& step) const {
  write_all(descriptor_, frame_bytes(FrameKind::kStep, step_payload(step)));
}

void WorkerVoice::attach(std::string_view bytes) const {
  write_all(descriptor_, frame_bytes(FrameKind::kAttachment, bytes));
}

void WorkerVoice::shut_in(const Sandbox& sandbox, int kept) const {
  if (kSanitized) return;
  // The standard streams lead nowhere any more.
  ::dup2(STDERR_FILENO, STDIN_FILENO);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  std::vector<int> descriptors = {descriptor_};
  if (kept >= 0) descriptors.push_back(kept);
  sandbox.enter(std::move(descriptors));
}

void with_failures_told(const std::function<void()>& work,
                        const std::function<void(const Error& error)>& fail) {
  try {
    work();
  } catch (const Error& error) {
    fail(error);
  } catch (const std::bad_alloc&) {
    fail({ErrorCode::kOutOfMemory, "", 0, "given up: needs more memory than it may use"});
  } catch (const std::exception& error) {
    fail({ErrorCode::kInternal, "", 0, std::string("could not be read: ") + error.what()});
  }
}

void run_workers(size_t count, int jobs, const WorkerLimits& limits, const WorkerTask& task,
                 const std::function<void(size_t, const WorkerResult&)>& done,
                 const std::function<bool()>& stopped) {
  if (jobs <= 0) jobs = std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  Pool pool(static_cast<size_t>(jobs), limits, task);
  std::map<size_t, WorkerResult> results;  // finished, not yet handed over
  size_t started = 0;
  size_t handed = 0;
  // Results wait for those before them; not more than this many of them.
  const size_t ahead = static_cast<size_t>(jobs) * 8;
  while (handed < count) {
    while (started < count && !pool.full() && started < handed + ahead && !stopped()) {
      if (!pool.start(started)) {
        if (!pool.idle()) break;
        results[started] = no_process(limits);
      }
      ++started;
    }
    if (handed == started && stopped()) return;
    if (!results.contains(handed)) pool.wait(results);
    for (auto it = results.find(handed); it != results.end(); it = results.find(handed)) {
      done(handed, it->second);
      results.erase(it);
      ++handed;
    }
  }
}

}  // namespace prongsai
