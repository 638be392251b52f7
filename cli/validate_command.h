// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai validate: typed scores against what was published.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pipeline.h"

namespace prongsai {

struct ValidateCommand {
  std::string typed;                 // CSV
  std::vector<std::string> against;  // documents, records, directories
  PipelineOptions pipeline;
  int timeout = 300;      // seconds for each document
  int memory_mib = 2048;  // for each document
};

// Prints a CSV with a verdict for each typed score, and for each published one that is not typed.
// kDone only if all are the same.
ExitCode run_validate(const ValidateCommand& command);

}  // namespace prongsai
