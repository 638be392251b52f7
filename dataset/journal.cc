// SPDX-License-Identifier: GPL-3.0-or-later
// A line is 16 hexadecimal digits of the entry's SHA-256, a space, the entry, and '\n'.
#include "dataset/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "dataset/sha256.h"
#include "model/diagnostic.h"

namespace prongsai {
namespace {

constexpr size_t kChecksum = 16;
constexpr size_t kHead = kChecksum + 1;
constexpr size_t kBlock = 1U << 20U;

std::string reason() { return std::strerror(errno); }

// Reads the file in blocks and hands out its lines, without their ends, and where they begin.
template <typename Seen>
void for_each_line(int file, const std::string& name, const Seen& seen) {
  std::string pending;
  std::uint64_t begin = 0;  // of what is pending
  std::vector<char> block(kBlock);
  for (std::uint64_t offset = 0;;) {
    const ssize_t count = ::pread(file, block.data(), block.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Error(ErrorCode::kUnreadable, name, 0, "cannot be read: " + reason());
    if (count == 0) return;
    offset += static_cast<std::uint64_t>(count);
    pending.append(block.data(), static_cast<size_t>(count));
    size_t from = 0;
    for (size_t end = pending.find('\n'); end != std::string::npos;
         end = pending.find('\n', from)) {
      if (!seen(std::string_view(pending).substr(from, end - from), begin + from)) return;
      from = end + 1;
    }
    pending.erase(0, from);
    begin += from;
  }
}

bool is_whole(std::string_view line) {
  return line.size() >= kHead && line[kChecksum] == ' ' &&
         sha256_hex(line.substr(kHead)).starts_with(line.substr(0, kChecksum));
}

}  // namespace

Journal::Journal(const std::string& folder, const std::string& file,
                 const std::function<bool()>& wait)
    : folder_(folder), name_(folder + '/' + file) {
  try {
    while (file_ < 0) {
      if (!open_locked() && !wait())
        throw Error(ErrorCode::kUnreadable, folder_, 0, "another run is working on this dataset");
    }
    cut_tail();
  } catch (...) {
    if (file_ >= 0) ::close(file_);
    throw;
  }
}

// False if another run holds it. Leaves no file then, and where the one that was locked is no
// longer the one of this name: another run has put a new one in its place meanwhile.
bool Journal::open_locked() {
  file_ = ::open(name_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be opened: " + reason());
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK)
      throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be locked: " + reason());
    ::close(std::exchange(file_, -1));
    return false;
  }
  struct stat locked {};
  struct stat named {};
  if (::fstat(file_, &locked) == 0 && ::stat(name_.c_str(), &named) == 0 &&
      locked.st_dev == named.st_dev && locked.st_ino == named.st_ino)
    return true;
  ::close(std::exchange(file_, -1));
  return true;
}

void Journal::cut_tail() {
  for_each_line(file_, name_, [&](std::string_view line, std::uint64_t offset) {
    if (!is_whole(line)) return false;
    end_ = offset + line.size() + 1;
    return true;
  });
  if (::ftruncate(file_, static_cast<off_t>(end_)) != 0)
    throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written: " + reason());
}

Journal::~Journal() { ::close(file_); }

void Journal::read_all(
    const std::function<void(std::string_view entry, JournalPlace place)>& seen) const {
  for_each_line(file_, name_, [&](std::string_view line, std::uint64_t offset) {
    if (offset >= end_) return false;
    seen(line.substr(kHead), {offset, line.size() + 1});
    return true;
  });
}

std::string Journal::read(JournalPlace place) const {
  std::string line(place.size, '\0');
  size_t have = 0;
  while (have < line.size()) {
    const ssize_t count = ::pread(file_, line.data() + have, line.size() - have,
                                  static_cast<off_t>(place.offset + have));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be read: " + reason());
    have += static_cast<size_t>(count);
  }
  return line.substr(kHead, line.size() - kHead - 1);
}

JournalPlace Journal::add(std::string_view entry) {
  std::string line = sha256_hex(entry).substr(0, kChecksum) + ' ';
  line += entry;
  line += '\n';
  size_t written = 0;
  while (written < line.size()) {
    const ssize_t count = ::pwrite(file_, line.data() + written, line.size() - written,
                                   static_cast<off_t>(end_ + written));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const std::string why = reason();
      // Best effort: what is left of the entry is cut off when the journal is opened again.
      if (::ftruncate(file_, static_cast<off_t>(end_)) != 0) errno = 0;
      throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written: " + why);
    }
    written += static_cast<size_t>(count);
  }
  const JournalPlace place{end_, line.size()};
  end_ += line.size();
  return place;
}

void Journal::sync() {
  if (::fdatasync(file_) != 0)
    throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written: " + reason());
}

void Journal::move_to(const std::string& file) {
  const std::string name = folder_ + '/' + file;
  if (::rename(name_.c_str(), name.c_str()) != 0)
    throw Error(ErrorCode::kUnreadable, name, 0, "cannot be written: " + reason());
  name_ = name;
}

}  // namespace prongsai
