// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <optional>
#include <thread>

namespace prongsai {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kMostOutput = 256U << 20U;  // bytes a worker may send

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;  // reserves terabytes, and reports on standard error
#else
constexpr bool kSanitized = false;
#endif

void write_all(int descriptor, const char* data, size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(descriptor, data, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ::_exit(EXIT_FAILURE);
    data += count;
    size -= static_cast<size_t>(count);
  }
}

void set_limit(int resource, rlim_t value) {
  struct rlimit limit {};
  limit.rlim_cur = value;
  limit.rlim_max = value;
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

// Libraries print what they think of a damaged file; what a user needs to know comes with the
// result instead.
void silence_standard_error() {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
}

[[noreturn]] void run_child(int descriptor, size_t index, const WorkerLimits& limits,
                            const std::function<std::string(size_t)>& task) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds) * 8 + 1);  // a worker may use threads
  if (!kSanitized) {
    set_limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_mib) << 20U);
    silence_standard_error();
  }
  const std::string output = task(index);
  const std::uint64_t size = output.size();
  write_all(descriptor, reinterpret_cast<const char*>(&size), sizeof(size));
  write_all(descriptor, output.data(), output.size());
  ::close(descriptor);
  // No destructors: what the parent set up is the parent's to take down.
  ::_exit(EXIT_SUCCESS);
}

struct Running {
  pid_t process = 0;
  int descriptor = -1;
  Clock::time_point deadline;
  std::string received;
  bool timed_out = false;
};

// The output, if its announced length arrived.
std::optional<std::string> payload(const std::string& received) {
  std::uint64_t size = 0;
  if (received.size() < sizeof(size)) return std::nullopt;
  std::memcpy(&size, received.data(), sizeof(size));
  if (received.size() != sizeof(size) + size) return std::nullopt;
  return received.substr(sizeof(size));
}

WorkerResult conclude(Running& running, const WorkerLimits& limits) {
  ::close(running.descriptor);
  int status = 0;
  while (::waitpid(running.process, &status, 0) < 0 && errno == EINTR) {
  }
  WorkerResult result;
  const auto output = payload(running.received);
  if (running.timed_out) {
    result.failure = fmt::format("given up: took longer than {} s", limits.seconds);
  } else if (WIFSIGNALED(status)) {
    result.killed = WTERMSIG(status) == SIGKILL && running.received.size() <= kMostOutput;
    result.failure = fmt::format("given up: reading it ended with signal {}", WTERMSIG(status));
  } else if (!output || WEXITSTATUS(status) != EXIT_SUCCESS) {
    result.failure = "given up: reading it ended without a result";
  } else {
    result.finished = true;
    result.output = *output;
  }
  return result;
}

class Pool {
 public:
  Pool(size_t jobs, const WorkerLimits& limits, const std::function<std::string(size_t)>& task)
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
    running.received.append(buffer.data(), static_cast<size_t>(count));
    if (running.received.size() <= kMostOutput) return true;
    ::kill(running.process, SIGKILL);
    return false;
  }

  size_t jobs_;
  const WorkerLimits& limits_;
  const std::function<std::string(size_t)>& task_;
  std::map<size_t, Running> running_;
};

}  // namespace

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

void run_workers(size_t count, int jobs, const WorkerLimits& limits,
                 const std::function<std::string(size_t)>& task,
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
        results[started].failure = "no process could be started";
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
