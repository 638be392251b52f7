// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai build`: documents to a dataset.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pipeline.h"
#include "cli/write_dataset.h"

namespace prongsai {

struct BuildCommand {
  std::vector<std::string> inputs;
  std::string dataset;
  PipelineOptions pipeline;
  DatasetOptions written;
  std::vector<std::string> corrections;  // files whose rows are added to the dataset's
  int jobs = 0;                          // 0: the cores
  int timeout = 300;
  int memory_mib = 2048;
  int shard = 1;  // of `shards` parts, from 1: the contents that this run reads
  int shards = 1;
  bool wait = false;  // until another run that works on the dataset has ended
};

ExitCode run_build(const BuildCommand& command);

}  // namespace prongsai
