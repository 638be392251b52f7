// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

// No published report comes near it.
constexpr off_t kMaxFileSize = off_t{512} * 1024 * 1024;

struct Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a directory";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

}  // namespace

std::string read_file(const std::filesystem::path& file) {
  const std::string name = file.string();
  // Non-blocking, so that opening a FIFO without a writer returns.
  Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
  if (descriptor.number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      throw Error(ErrorCode::kNotFound, name, 0, "there is no such file");
    }
    if (errno == ENXIO) throw Error(ErrorCode::kNotAFile, name, 0, "this is a socket, not a file");
    throw Error(ErrorCode::kUnreadable, name, 0,
                fmt::format("the file cannot be opened: {}", std::strerror(errno)));
  }
  struct stat status {};
  if (::fstat(descriptor.number, &status) != 0) {
    throw Error(ErrorCode::kUnreadable, name, 0, std::strerror(errno));
  }
  if (!S_ISREG(status.st_mode)) {
    throw Error(ErrorCode::kNotAFile, name, 0,
                fmt::format("this is {}, not a file", kind_of(status.st_mode)));
  }
  if (status.st_size > kMaxFileSize) {
    throw Error(ErrorCode::kTooLarge, name, 0,
                fmt::format("the file is larger than {} MiB", kMaxFileSize >> 20));
  }
  std::string bytes(static_cast<size_t>(status.st_size), '\0');
  size_t filled = 0;
  while (filled < bytes.size()) {
    ssize_t count = ::read(descriptor.number, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      throw Error(ErrorCode::kUnreadable, name, 0,
                  fmt::format("the file cannot be read: {}", std::strerror(errno)));
    }
    if (count == 0) break;
    filled += static_cast<size_t>(count);
  }
  bytes.resize(filled);
  if (bytes.empty()) throw Error(ErrorCode::kEmpty, name, 0, "the file is empty");
  return bytes;
}

}  // namespace prongsai::extract
