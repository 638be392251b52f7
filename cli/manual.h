// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the manual that follows from the table of options.
#pragma once

#include <string>
#include <vector>

#include "cli/option_table.h"

namespace prongsai {

// The section COMMANDS, with every command's options, as help2man includes it.
std::string manual_of_commands(const std::vector<CommandEntry>& table);

}  // namespace prongsai
