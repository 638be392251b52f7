// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion.h"

namespace prongsai {
namespace {

constexpr const char* kHead = R"(# bash completion for prongsai, written from its table of options.
# bash takes "=" for a word of its own: "--format=csv" comes as three.
_prongsai_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_prongsai_files() {
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
  compopt -o filenames 2>/dev/null
}

_prongsai() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= i
  if [[ $current == "=" ]]; then
    current=
  elif [[ $previous == "=" ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
)";

constexpr const char* kTail = R"(  esac
}
complete -F _prongsai prongsai
)";

std::string names_of_commands(const std::vector<CommandEntry>& table, const char* between) {
  std::vector<std::string> names;
  for (const CommandEntry& command : table) {
    if (!command.name.empty()) names.push_back(command.name);
  }
  return fmt::format("{}", fmt::join(names, between));
}

// What completes a value; ":" is bash for nothing.
std::string completer_of(const OptionEntry& option) {
  switch (option.kind) {
    case ValueKind::kChoice:
      return fmt::format("_prongsai_words \"{}\"", fmt::join(option.choices, " "));
    case ValueKind::kFile:
      return "_prongsai_files -f";
    case ValueKind::kFolder:
      return "_prongsai_files -d";
    default:
      return ":";
  }
}

std::string values_of(const CommandEntry& command) {
  std::string out;
  for (const OptionEntry& option : command.options) {
    if (option.kind == ValueKind::kNone) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names)
      patterns.push_back(fmt::format("\"{} {}\"", command.name, name));
    out += fmt::format("    {}) {}; return ;;\n", fmt::join(patterns, "|"), completer_of(option));
  }
  return out;
}

std::string words_of(const CommandEntry& command) {
  std::vector<std::string> names;
  for (const OptionEntry& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return fmt::format("{}", fmt::join(names, " "));
}

}  // namespace

std::string bash_completion(const std::vector<CommandEntry>& table) {
  std::string out = kHead;
  out += "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${COMP_WORDS[i]} in\n";
  out += fmt::format("      {}) command=${{COMP_WORDS[i]}}; break ;;\n    esac\n  done\n",
                     names_of_commands(table, "|"));
  out += "  case \"$command $previous\" in\n";
  for (const CommandEntry& command : table) out += values_of(command);
  out += "  esac\n  case \"$command $current\" in\n";
  for (const CommandEntry& command : table)
    out +=
        fmt::format("    \"{} -\"*) _prongsai_words \"{}\" ;;\n", command.name, words_of(command));
  out += fmt::format("    \" \"*) _prongsai_words \"{}\" ;;\n", names_of_commands(table, " "));
  for (const CommandEntry& command : table) {
    if (!command.positionals.empty())
      out += fmt::format("    \"{} \"*) {} ;;\n", command.name,
                         completer_of(command.positionals.back()));
  }
  return out + kTail;
}

}  // namespace prongsai
