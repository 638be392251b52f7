// SPDX-License-Identifier: GPL-3.0-or-later
// What a process that reads a hostile document is left with: memory, the processor, the pipe it
// answers by, and a few folders to read from. No network, no other file, no other process.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace prongsai {

class Sandbox {
 public:
  // Prepared once, in the process that starts the workers; `readable` are the files that may be
  // opened for reading, and the folders with all that is in them (those that are there). What the
  // kernel does not have is left out.
  explicit Sandbox(const std::vector<std::string>& readable);
  // The same, and more that is readable; also in a worker.
  Sandbox(const Sandbox& other, const std::vector<std::string>& readable);
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox();

  // What this kernel grants: "landlock+seccomp", "seccomp", "landlock" or "none". Without Landlock
  // a worker may still read files, but neither write them nor tell anybody.
  const std::string& level() const { return level_; }

  // From now on, for this process: of the open files only `kept` and the standard streams stay
  // open; of others only the readable can be opened; a connection, a program, a process or a trace
  // ends this process with SIGSYS. There is no way back.
  void enter(std::vector<int> kept) const;

 private:
  struct Filter;
  std::vector<std::string> readable_;
  int files_ = -1;  // Landlock's rules
  std::shared_ptr<const Filter> calls_;
  std::string level_;
};

}  // namespace prongsai
