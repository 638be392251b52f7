// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLongest(60);

[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& folder) {
  const auto redirect = [&](const char* name, int flags, int descriptor) {
    const int opened = ::open((folder / name).c_str(), flags, 0600);
    if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
  };
  redirect("in", O_RDONLY, STDIN_FILENO);
  redirect("out", O_WRONLY | O_CREAT, STDOUT_FILENO);
  redirect("err", O_WRONLY | O_CREAT, STDERR_FILENO);
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  ::setpgid(0, 0);
  ::execvp(pointers.front(), pointers.data());
  ::_exit(127);
}

// The exit code, or -1.
int wait_for(pid_t process) {
  const auto deadline = std::chrono::steady_clock::now() + kLongest;
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(-process, SIGKILL);
      ::waitpid(process, &status, 0);
      return -1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool Outcome::said(const std::string& line) const {
  for (const std::string& error : errors) {
    if (error.starts_with(line)) return true;
  }
  return false;
}

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input,
                    const std::vector<std::string>& prefix) {
  const ScratchFolder folder;
  folder.file("in", input);
  std::vector<std::string> words = prefix;
  words.emplace_back(PRONGSAI_PROGRAM);
  words.insert(words.end(), arguments.begin(), arguments.end());
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("no process");
  if (process == 0) become(words, folder.path());
  Outcome outcome;
  outcome.exit_code = wait_for(process);
  outcome.out = bytes_of(folder.path() / "out");
  std::istringstream lines(bytes_of(folder.path() / "err"));
  for (std::string line; std::getline(lines, line);) outcome.errors.push_back(line);
  return outcome;
}

ScratchFolder::ScratchFolder() {
  std::string name = (fs::temp_directory_path() / "prongsai-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string ScratchFolder::file(const std::string& name, const std::string& bytes) const {
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return (path_ / name).string();
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace prongsai::tests
