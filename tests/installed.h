// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is after `cmake --install`, under a prefix that nothing of the build knows.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/program.h"

namespace prongsai::tests {

// The prefix; installed at the first call, removed at the end.
const std::filesystem::path& installed();

// Runs a script by bash in a folder, with the installed program on the path, and `arguments` as
// $1... The files that no test may touch, such as those of the home folder, lie elsewhere then.
Outcome run_script(const std::string& script, const std::filesystem::path& folder,
                   const std::vector<std::string>& arguments = {});

}  // namespace prongsai::tests
