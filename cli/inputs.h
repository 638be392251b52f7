// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line names, as a list of files.
#pragma once

#include <string>
#include <vector>

namespace prongsai {

struct Input {
  std::string name;  // as in messages and records
  bool standard_input = false;
};

// Files as given; directories walked in name order (files only, no links out of them); "-" is
// standard input. What does not exist, and a directory without files or that cannot be listed,
// stays in the list: reading it reports it.
std::vector<Input> expand_inputs(const std::vector<std::string>& names);

// The bytes of an input. Error if there is no such file, it is no regular file, cannot be read, is
// empty or larger than 512 MiB. A FIFO or device is refused without opening it.
std::string read_input(const Input& input);

}  // namespace prongsai
