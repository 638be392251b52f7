// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "cli/completion.h"

namespace prongsai {
namespace {

// Within single quotes, with a backslash before the characters that mean something to _arguments.
std::string quoted(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '\\' || special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string action_of(const OptionEntry& option) {
  switch (option.kind) {
    case ValueKind::kChoice:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case ValueKind::kFile:
      return "_files";
    case ValueKind::kFolder:
      return "_files -/";
    default:
      return " ";
  }
}

// As _arguments takes it: '(-o --output)'{-o+,--output=}'[help]:FILE:_files'.
std::string option_spec(const OptionEntry& option) {
  const bool flag = option.kind == ValueKind::kNone;
  std::vector<std::string> names;
  for (const std::string& name : option.names)
    names.push_back(flag ? name : name + (name.starts_with("--") ? "=" : "+"));
  std::string spec = names.size() == 1 ? "'" + names.front()
                                       : fmt::format("'({})'{{{}}}'", fmt::join(option.names, " "),
                                                     fmt::join(names, ","));
  spec += fmt::format("[{}]", quoted(option.help, "[]"));
  if (!flag) spec += fmt::format(":{}:{}", quoted(option.value, ":"), action_of(option));
  return spec + "'";
}

std::string positional_spec(const OptionEntry& positional) {
  return fmt::format("'{}:{}:{}'", positional.many ? "*" : "", quoted(positional.value, ":"),
                     action_of(positional));
}

std::string arguments_of(const CommandEntry& command, const char* indent) {
  std::string out;
  for (const OptionEntry& option : command.options)
    out += fmt::format(" \\\n{}{}", indent, option_spec(option));
  for (const OptionEntry& positional : command.positionals)
    out += fmt::format(" \\\n{}{}", indent, positional_spec(positional));
  return out;
}

}  // namespace

std::string zsh_completion(const std::vector<CommandEntry>& table) {
  std::string out =
      "#compdef prongsai\n# zsh completion for prongsai, written from its table of options.\n\n"
      "_prongsai() {\n"
      "  local context state state_descr line curcontext=\"$curcontext\"\n"
      "  typeset -A opt_args\n"
      "  local -a commands=(\n";
  for (const CommandEntry& command : table) {
    if (!command.name.empty())
      out += fmt::format("    '{}:{}'\n", command.name, quoted(command.help, ""));
  }
  out += "  )\n  _arguments -C";
  for (const CommandEntry& command : table) {
    if (command.name.empty()) out += arguments_of(command, "    ");
  }
  out +=
      " \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n"
      "  case $state in\n    command) _describe command commands ;;\n    argument)\n"
      "      case $words[1] in\n";
  for (const CommandEntry& command : table) {
    if (!command.name.empty())
      out += fmt::format("        {})\n          _arguments{} ;;\n", command.name,
                         arguments_of(command, "            "));
  }
  return out + "      esac ;;\n  esac\n}\n\n_prongsai \"$@\"\n";
}

}  // namespace prongsai
