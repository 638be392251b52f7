// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and their options as plain values, for all that is generated from them: the manual
// and the completions of shells.
#pragma once

#include <string>
#include <vector>

namespace prongsai {

enum class ValueKind { kNone, kWord, kFile, kFolder, kChoice };

struct OptionEntry {
  std::vector<std::string> names;  // "-o", "--output"; one without dashes if it is positional
  ValueKind kind = ValueKind::kNone;
  std::string value;                 // what help calls its value: "FILE"; empty for a flag
  std::vector<std::string> choices;  // for kChoice
  std::string least_and_most;        // "1 - 1024"; empty where anything goes
  std::string by_default;            // empty where help names none
  std::string help;
  bool required = false;
  bool many = false;  // positional, may be repeated
};

struct CommandEntry {
  std::string name;  // empty for the program itself
  std::string help;
  std::vector<OptionEntry> options;
  std::vector<OptionEntry> positionals;
};

// The program itself, then its commands in the order of --help.
std::vector<CommandEntry> option_table();

}  // namespace prongsai
