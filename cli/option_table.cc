// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_table.h"

#include <string_view>

#include "cli/option_table_of.h"

namespace prongsai {
namespace {

struct KindOfName {
  std::string_view name;  // of an option's value, or of a positional
  ValueKind kind;
};
constexpr KindOfName kKinds[] = {{"FILE", ValueKind::kFile},         {"DIR", ValueKind::kFolder},
                                 {"DATASET", ValueKind::kFolder},    {"INPUT", ValueKind::kFile},
                                 {"TYPED", ValueKind::kFile},        {"AGAINST", ValueKind::kFile},
                                 {"DATASET|INPUT", ValueKind::kFile}};

ValueKind kind_of(std::string_view name) {
  for (const KindOfName& row : kKinds) {
    if (row.name == name) return row.kind;
  }
  return ValueKind::kWord;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// "N:INT in [1 - 1024]" is the name of the value and what its check says.
std::string least_and_most(std::string_view type) {
  const size_t open = type.find('[');
  const size_t close = type.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  return std::string(type.substr(open + 1, close - open - 1));
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  entry.help = option.get_description();
  entry.required = option.get_required();
  if (option.get_positional()) {
    entry.names = {option.get_name(true, false)};
    entry.value = entry.names.front();
    entry.kind = kind_of(entry.value);
    entry.many = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    return entry;
  }
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  const std::string type = option.get_type_name();
  if (type.empty()) return entry;  // a flag
  entry.value = type.substr(0, type.find(':'));
  entry.by_default = option.get_default_str();
  if (is_choice(option)) {
    entry.kind = ValueKind::kChoice;
    entry.choices = split(entry.value, '|');
  } else {
    entry.kind = kind_of(entry.value);
    entry.least_and_most = least_and_most(type);
  }
  return entry;
}

CommandEntry command_of(const CLI::App& app, const std::string& name) {
  CommandEntry command{name, app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? command.positionals : command.options).push_back(entry_of(*option));
  }
  return command;
}

}  // namespace

bool is_choice(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::string name = type.substr(0, type.find(':'));
  return !option.get_positional() && name.find('|') != std::string::npos &&
         kind_of(name) == ValueKind::kWord;
}

std::vector<CommandEntry> option_table_of(const CLI::App& app) {
  std::vector<CommandEntry> table = {command_of(app, "")};
  for (const CLI::App* command : app.get_subcommands({}))
    table.push_back(command_of(*command, command->get_name()));
  return table;
}

}  // namespace prongsai
