// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

int main(int argc, char** argv) { return static_cast<int>(prongsai::run_command_line(argc, argv)); }
