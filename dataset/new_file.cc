// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/new_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "model/diagnostic.h"

namespace prongsai {
namespace {

constexpr size_t kPending = 1U << 18U;  // bytes that are written at once

[[noreturn]] void fail(const std::string& name) {
  throw Error(ErrorCode::kUnreadable, name, 0,
              std::string("cannot be written: ") + std::strerror(errno));
}

}  // namespace

NewFile::NewFile(std::string name) : name_(std::move(name)), temporary_(name_ + ".new") {
  file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) fail(name_);
}

NewFile::~NewFile() {
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void NewFile::write(const std::string& bytes) {
  pending_ += bytes;
  if (pending_.size() >= kPending) flush();
}

void NewFile::flush() {
  size_t written = 0;
  while (written < pending_.size()) {
    const ssize_t count = ::write(file_, pending_.data() + written, pending_.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(name_);
    written += static_cast<size_t>(count);
  }
  pending_.clear();
}

void NewFile::close() {
  flush();
  if (::fsync(file_) != 0) fail(name_);
  if (::close(std::exchange(file_, -1)) != 0) fail(name_);
}

void NewFile::rename() {
  if (::rename(temporary_.c_str(), name_.c_str()) != 0) fail(name_);
  temporary_.clear();
}

}  // namespace prongsai
