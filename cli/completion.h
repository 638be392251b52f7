// SPDX-License-Identifier: GPL-3.0-or-later
// What shells complete after `prongsai`.
#pragma once

#include <string>
#include <vector>

#include "cli/option_table.h"

namespace prongsai {

// Scripts to be sourced by bash, and to be put as _prongsai into a folder of zsh's $fpath.
std::string bash_completion(const std::vector<CommandEntry>& table);
std::string zsh_completion(const std::vector<CommandEntry>& table);

}  // namespace prongsai
