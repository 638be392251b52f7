// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

namespace prongsai {
namespace {

// A dash is a hyphen in roff, and a dot or quote at the start of a line is a request.
std::string escaped(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      out += c;
    }
  }
  return out;
}

std::string positional_usage(const OptionEntry& positional) {
  const std::string name =
      fmt::format("\\fI{}\\fR{}", escaped(positional.value), positional.many ? "..." : "");
  return positional.required ? name : "[" + name + "]";
}

std::string heading(const OptionEntry& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names)
    names.push_back(fmt::format("\\fB{}\\fR", escaped(name)));
  std::string out = fmt::format("{}", fmt::join(names, ", "));
  if (option.kind == ValueKind::kChoice) {
    std::vector<std::string> choices;
    for (const std::string& choice : option.choices)
      choices.push_back(fmt::format("\\fB{}\\fR", escaped(choice)));
    out += fmt::format(" {}", fmt::join(choices, "|"));
  } else if (option.kind != ValueKind::kNone) {
    out += fmt::format(" \\fI{}\\fR", escaped(option.value));
  }
  return out;
}

std::string remarks(const OptionEntry& option) {
  std::string out;
  if (option.required) out += "; required";
  if (!option.least_and_most.empty()) out += "; " + option.least_and_most;
  if (!option.by_default.empty()) out += "; default " + option.by_default;
  return out.empty() ? out : " (" + out.substr(2) + ")";
}

std::string command_section(const CommandEntry& command) {
  std::string out = fmt::format(".SS \"prongsai {}\"\n", command.name);
  out += fmt::format(".B prongsai {}\n[\\fIOPTION\\fR]...", command.name);
  for (const OptionEntry& positional : command.positionals)
    out += ' ' + positional_usage(positional);
  out += fmt::format("\n.PP\n{}.\n", escaped(command.help));
  for (const OptionEntry& positional : command.positionals)
    out +=
        fmt::format(".TP\n\\fI{}\\fR\n{}\n", escaped(positional.value), escaped(positional.help));
  for (const OptionEntry& option : command.options) {
    out += fmt::format(".TP\n{}\n{}\n", heading(option), escaped(option.help + remarks(option)));
  }
  return out;
}

}  // namespace

std::string manual_of_commands(const std::vector<CommandEntry>& table) {
  std::string out = "[COMMANDS]\n";
  for (const CommandEntry& command : table) {
    if (!command.name.empty()) out += command_section(command);
  }
  return out;
}

}  // namespace prongsai
