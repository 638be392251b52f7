// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai merge`: datasets that were built apart to one.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/write_dataset.h"

namespace prongsai {

struct MergeCommand {
  std::vector<std::string> parts;
  std::string dataset;
  DatasetOptions written;
};

ExitCode run_merge(const MergeCommand& command);

}  // namespace prongsai
