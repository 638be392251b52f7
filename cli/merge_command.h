// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai merge`: datasets that were built apart to one.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "dataset/export.h"

namespace prongsai {

struct MergeCommand {
  std::vector<std::string> parts;
  std::string dataset;
  ExportOptions exported;
};

ExitCode run_merge(const MergeCommand& command);

}  // namespace prongsai
