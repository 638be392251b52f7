// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line names, as a list of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

constexpr size_t kMostBytes = 512U << 20U;  // of an input

// Why what a directory or an archive links to is not read.
constexpr const char* kLinkRefused = "a symbolic link: give what it points to as an input";

// Where a member of an archive is found.
struct ArchivePlace {
  std::string archive;  // empty: the input is a file of its own
  std::uint64_t offset = 0;
  std::string sha256;  // of the member
};

struct Input {
  std::string name;  // as in messages and records
  bool standard_input = false;
  ArchivePlace place = {};
  bool found = false;  // in a directory, where links are not followed
};

// Files as given; directories walked in name order, without what begins with a dot; "-" is
// standard input. What does not exist or is no file, and a directory without files or that cannot
// be listed, stays in the list: reading it reports it. So do links in a directory: they are not
// followed.
std::vector<Input> expand_inputs(const std::vector<std::string>& names);

// The names in a list, one a line or each ended by NUL. Blank lines are none.
std::vector<std::string> names_in_list(std::string_view list);

// The bytes of an input, or of a member of an archive. Error if there is no such file, it is no
// regular file, cannot be read, is empty or larger than 512 MiB. A FIFO or device is refused
// without opening it.
std::string read_input(const Input& input);

}  // namespace prongsai
