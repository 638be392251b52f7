// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of a dataset: what is known, one entry a line, in the order in which it came to be
// known. It is only ever added to, so that a run that ends at any moment loses at most the entry
// it was writing.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace prongsai {

// Where an entry stands in the journal.
struct JournalPlace {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

class Journal {
 public:
  static constexpr const char* kFile = "journal.ndjson";

  // Opens or begins the journal in `folder`, which must be there, and locks it against other runs,
  // also those of other machines that share the folder. What stands behind the last whole entry is
  // cut off. While another run holds it, `wait` is called, and the lock is asked for again as long
  // as it says so. Throws Error if another run holds it still, or if it cannot be locked or read.
  explicit Journal(
      const std::string& folder, const std::string& file = kFile,
      const std::function<bool()>& wait = [] { return false; });
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  ~Journal();

  // Of its file.
  const std::string& name() const { return name_; }

  // Calls `seen` with each entry, the oldest first.
  void read_all(const std::function<void(std::string_view entry, JournalPlace place)>& seen) const;
  std::string read(JournalPlace place) const;

  // Adds an entry (one line, without its end). Throws Error if the disk is full: nothing of the
  // entry counts then.
  JournalPlace add(std::string_view entry);

  // Waits until all that was added is on the disk.
  void sync();

  // Takes the place of the file `file` in the same folder, which is gone then. The lock stays.
  void move_to(const std::string& file);

 private:
  bool open_locked();
  void cut_tail();

  std::string folder_;
  std::string name_;
  int file_ = -1;
  std::uint64_t end_ = 0;  // behind the last whole entry
};

}  // namespace prongsai
