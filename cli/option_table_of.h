// SPDX-License-Identifier: GPL-3.0-or-later
// From CLI11's own description of the command line. CLI11 types: for .cc files only.
#pragma once

#include <CLI/CLI.hpp>
#include <vector>

#include "cli/option_table.h"

namespace prongsai {

// True if the value is one of some words, which the type's name lists: "json|csv".
bool is_choice(const CLI::Option& option);

std::vector<CommandEntry> option_table_of(const CLI::App& app);

}  // namespace prongsai
