// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives among the inputs. Nothing of them is ever written to the disk. Their bytes are
// hostile: call what is here in a worker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/inputs.h"

namespace prongsai {

// Whether a file that begins like this is an archive, or an office document, which is one inside.
bool begins_like_archive(std::string_view start);

// A file in an archive. Its name is UTF-8, relative, and without "..", whatever the archive says.
struct ArchiveMember {
  std::string name;
  std::uint64_t place = 0;  // in the archive, from where it is found again
  std::string sha256;       // empty: it could not be read
  std::string state;        // "rejected", "io_error": where it could not be read
  std::string reason;       // why not
  bool operator==(const ArchiveMember&) const = default;
};

// How far the reading of an archive has come.
struct ArchiveProgress {
  bool finished = false;
  bool scanning = false;       // its list of members is missing or damaged: they are looked for
  std::uint64_t seen = 0;      // heads of members
  std::uint64_t end = 0;       // where what has been read of the archive ends
  std::uint64_t members = 0;   // files so far
  std::uint64_t unpacked = 0;  // bytes so far
  bool operator==(const ArchiveProgress&) const = default;
};

// A part of the members of an archive, in the archive's order.
struct ArchivePart {
  std::vector<ArchiveMember> members;
  ArchiveProgress progress;
  bool document = false;  // an office document, no archive
  std::string reason;     // why there may be members that are missing here
};

// The files and folders that are opened while an archive is read: itself, and the locale of names.
std::vector<std::string> files_of_archive(const std::string& archive);

// Reads on from `progress` for about `seconds`. Members that begin with a dot, as what macOS adds,
// are left out as they are in directories.
ArchivePart read_archive(const std::string& archive, const ArchiveProgress& progress, int seconds);

// The bytes of one member, of this digest. Error if it is not there.
std::string read_member(const std::string& archive, const ArchivePlace& place);

}  // namespace prongsai
