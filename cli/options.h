// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_code.h"

namespace prongsai {

// Parses the command line, runs what it asks for, and says how it went. Wrong usage prints what is
// wrong and returns kUsage; nothing is done then.
ExitCode run_command_line(int argc, const char* const* argv);

}  // namespace prongsai
