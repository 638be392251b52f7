// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai review`: pages on which a person decides what the program does not vouch for.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pipeline.h"

namespace prongsai {

struct ReviewCommand {
  std::vector<std::string> inputs;  // one dataset, or documents and folders of them, or records
  std::string folder;
  PipelineOptions pipeline;
  int jobs = 0;  // 0: the cores
  int timeout = 300;
  int memory_mib = 2048;
  int size_mib = 1000;  // of the folder
};

ExitCode run_review(const ReviewCommand& command);

}  // namespace prongsai
