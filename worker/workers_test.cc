// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that do what a document which has taken one over would do. Each probe ends in its own
// way, and the task behind it is not disturbed.
#include "worker/workers.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

namespace prongsai {

std::ostream& operator<<(std::ostream& out, Ending ending) { return out << ending_name(ending); }

namespace {

constexpr WorkerLimits kLimits = {2, 512};

const std::string& folder() {
  static const std::string name = PRONGSAI_BINARY_DIR "/worker/probes";
  return name;
}

// What a call that should have failed says: nothing, or which call it was.
std::string refused(const char* call, bool failed) { return failed ? "" : call; }

std::string open_a_file() {
  std::string got = refused("read /etc/passwd", ::open("/etc/passwd", O_RDONLY) < 0);
  got += refused("list /", ::open("/", O_RDONLY | O_DIRECTORY) < 0);
  return got;
}

std::string write_a_file() {
  const std::string name = folder() + "/written";
  std::string got = refused("create", ::open(name.c_str(), O_WRONLY | O_CREAT, 0644) < 0);
  got += refused("append", ::open((folder() + "/readable/file").c_str(), O_RDWR | O_APPEND) < 0);
  got += refused("mkdir", ::mkdir(name.c_str(), 0755) != 0);
  got += refused("unlink", ::unlink((folder() + "/readable/file").c_str()) != 0);
  got += refused("rename", ::rename((folder() + "/readable/file").c_str(), name.c_str()) != 0);
  return got;
}

std::string read_what_is_allowed() {
  const int file = ::open((folder() + "/readable/file").c_str(), O_RDONLY);
  return file < 0 ? std::strerror(errno) : "";
}

// Descriptors of the parent: its journal, other workers' pipes, the terminal.
std::string use_open_files() {
  std::string got;
  int open = 0;
  for (int descriptor = STDERR_FILENO + 1; descriptor < 200; ++descriptor)
    open += ::fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
  // The pipe and Landlock's rules.
  if (open > 2) got = std::to_string(open) + " files are open";
  char byte = 0;
  got += refused("standard input", ::read(STDIN_FILENO, &byte, 1) <= 0);
  return got;
}

std::string connect_somewhere() {
  ::socket(AF_INET, SOCK_STREAM, 0);
  return "socket";
}

std::string run_a_program() {
  ::execl("/bin/true", "true", nullptr);
  return "exec";
}

std::string multiply() {
  ::fork();
  return "fork";
}

std::string trace_the_parent() {
  ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr);
  return "ptrace";
}

std::string kill_the_parent() { return refused("kill", ::kill(::getppid(), SIGTERM) != 0); }

std::string raise_the_limits() {
  const rlimit much = {RLIM_INFINITY, RLIM_INFINITY};
  return refused("setrlimit", ::setrlimit(RLIMIT_AS, &much) != 0);
}

std::string sleep_for_ever() {
  for (;;) ::sleep(1000);
}

std::string spin() {
  std::atomic<unsigned long> turns = 0;
  for (;;) ++turns;
}

std::string allocate() {
  std::vector<std::string> all;
  for (;;) all.emplace_back(1U << 24U, 'x');
}

std::string crash() { std::abort(); }

std::string end_early() { ::_exit(0); }

std::string say_nothing() {
  for (int descriptor = STDERR_FILENO + 1; descriptor < 200; ++descriptor) ::close(descriptor);
  return sleep_for_ever();
}

// The pipe is the only descriptor that can be written to.
void forge(const std::string& bytes) {
  for (int descriptor = STDERR_FILENO + 1; descriptor < 200; ++descriptor)
    if (::write(descriptor, bytes.data(), bytes.size()) > 0) return;
}

std::string print_for_ever() {
  const std::string step = frame_bytes(FrameKind::kStep, "1 spam");
  for (;;) forge(step);
}

std::string send_too_much() {
  forge(std::string("O\xFF\xFF\xFF\xFF", 5));
  return sleep_for_ever();
}

std::string forge_a_record() {
  forge("{\"state\": \"done\"}");
  return sleep_for_ever();
}

struct Probe {
  const char* name;
  std::string (*act)();  // what it got hold of; empty: nothing
  Ending ending;
};
constexpr Probe kProbes[] = {
    {"open_a_file", open_a_file, Ending::kFinished},
    {"write_a_file", write_a_file, Ending::kFinished},
    {"read_what_is_allowed", read_what_is_allowed, Ending::kFinished},
    {"use_open_files", use_open_files, Ending::kFinished},
    {"connect_somewhere", connect_somewhere, Ending::kSandbox},
    {"run_a_program", run_a_program, Ending::kSandbox},
    {"multiply", multiply, Ending::kSandbox},
    {"trace_the_parent", trace_the_parent, Ending::kSandbox},
    {"kill_the_parent", kill_the_parent, Ending::kFinished},
    {"raise_the_limits", raise_the_limits, Ending::kFinished},
    {"sleep_for_ever", sleep_for_ever, Ending::kTime},
    {"spin", spin, Ending::kTime},
    {"allocate", allocate, Ending::kMemory},
    {"crash", crash, Ending::kCrash},
    {"end_early", end_early, Ending::kCrash},
    {"say_nothing", say_nothing, Ending::kProtocol},
    {"print_for_ever", print_for_ever, Ending::kTime},
    {"send_too_much", send_too_much, Ending::kOutput},
    {"forge_a_record", forge_a_record, Ending::kProtocol},
};

// A folder that may be read from, and one that may not be written to.
struct Folders {
  Folders() {
    std::filesystem::remove_all(folder());
    std::filesystem::create_directories(folder() + "/readable");
    const int file = ::open((folder() + "/readable/file").c_str(), O_WRONLY | O_CREAT, 0644);
    ::close(file);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(workers_test, Folders)

// Two tasks a probe: the second one is an honest worker.
BOOST_AUTO_TEST_CASE(a_worker_gets_hold_of_nothing_and_disturbs_nobody) {
  const Sandbox sandbox({folder() + "/readable"});
  BOOST_TEST_MESSAGE("sandbox: " << sandbox.level());
  BOOST_TEST_REQUIRE(sandbox.level().find("seccomp") != std::string::npos);
  const bool files = sandbox.level().find("landlock") != std::string::npos;
  const auto start = std::chrono::steady_clock::now();
  run_workers(
      2 * std::size(kProbes), 4, kLimits,
      [&](size_t index, const WorkerVoice& voice) -> std::string {
        voice.begin({"probe", static_cast<int>(index)});
        voice.shut_in(sandbox);
        return index % 2 == 1 ? "honest" : kProbes[index / 2].act();
      },
      [&](size_t index, const WorkerResult& result) {
        const Probe& probe = kProbes[index / 2];
        BOOST_TEST_CONTEXT(probe.name) {
          if (index % 2 == 1) {
            BOOST_TEST(result.ending == Ending::kFinished);
            BOOST_TEST(result.output == "honest");
            return;
          }
          BOOST_TEST(result.ending == probe.ending);
          BOOST_TEST(result.failure.empty() == result.finished());
          if (files || probe.act != open_a_file) BOOST_TEST(result.output == "");
          if (probe.act != print_for_ever)
            BOOST_TEST((result.step == Step{"probe", static_cast<int>(index)}));
        }
      });
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  // Four that run into a limit of two seconds, four at a time.
  BOOST_TEST(taken.count() < 12);
}

BOOST_AUTO_TEST_CASE(one_more_file_can_be_readable) {
  const Sandbox narrow({});
  const std::string name = folder() + "/readable/file";
  run_workers(
      2, 2, kLimits,
      [&](size_t index, const WorkerVoice& voice) -> std::string {
        if (index == 0) {
          voice.shut_in(Sandbox(narrow, {name}));
        } else {
          voice.shut_in(narrow);
        }
        return ::open(name.c_str(), O_RDONLY) < 0 ? "no" : "yes";
      },
      [&](size_t index, const WorkerResult& result) {
        if (narrow.level().find("landlock") == std::string::npos) return;
        BOOST_TEST(result.output == (index == 0 ? "yes" : "no"));
      });
}

BOOST_AUTO_TEST_CASE(no_file_is_left_open) {
  const auto count = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  const auto before = count();
  run_workers(
      20, 2, kLimits,
      [](size_t index, const WorkerVoice&) -> std::string {
        if (index % 3 == 0) ::_exit(EXIT_FAILURE);
        return "x";
      },
      [](size_t, const WorkerResult&) {});
  BOOST_TEST(count() == before);
}

BOOST_AUTO_TEST_CASE(results_come_in_order_with_what_was_attached) {
  std::vector<std::string> outputs;
  const std::string large(3U << 20U, 'l');
  run_workers(
      9, 3, kLimits,
      [&](size_t index, const WorkerVoice& voice) {
        if (index == 4) ::usleep(200'000);
        voice.attach(large + std::to_string(index));
        return std::to_string(index);
      },
      [&](size_t index, const WorkerResult& result) {
        BOOST_TEST(result.output == std::to_string(index));
        BOOST_TEST((result.attachment == large + std::to_string(index)));
        outputs.push_back(result.output);
      });
  BOOST_TEST(outputs.size() == 9U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace prongsai
