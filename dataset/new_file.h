// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are written beside their place and take it when they are whole.
#pragma once

#include <string>

namespace prongsai {

class NewFile {
 public:
  // Throws Error if it cannot be begun.
  explicit NewFile(std::string name);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  // Throws Error if it cannot be written: "no space left on device".
  void write(const std::string& bytes);
  // Waits until all of it is on the disk, and closes it.
  void close();
  // Takes its place; only behind close().
  void rename();

  const std::string& temporary_name() const { return temporary_; }

 private:
  std::string name_;
  std::string temporary_;
  std::string pending_;
  int file_ = -1;

  void flush();
};

}  // namespace prongsai
