// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <iostream>

#include "model/text.h"

namespace prongsai {

void print_message(const std::string& file, int page, const std::string& message) {
  std::string line = "prongsai: ";
  if (!file.empty()) {
    line += file;
    if (page > 0) line += ':' + std::to_string(page);
    line += ": ";
  }
  line += message;
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  // What a document or a file name contains must not steer the terminal.
  std::cerr << clean_utf8(line) << '\n';
}

std::string shell_quoted(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace prongsai
