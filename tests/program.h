// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built program as a user does, and gives files to it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace prongsai::tests {

struct Outcome {
  int exit_code = -1;               // -1: it had to be killed or ended by a signal
  std::string out;                  // standard output
  std::vector<std::string> errors;  // lines of standard error

  // True if a line of standard error is exactly this, or begins with it.
  bool said(const std::string& line) const;
};

// Runs `prongsai ARGUMENTS...` for at most a minute. `prefix`, a program and its arguments, runs
// it.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input = {},
                    const std::vector<std::string>& prefix = {});

// A folder that is removed with everything in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }
  // Writes a file and returns its name.
  std::string file(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& file);

}  // namespace prongsai::tests
