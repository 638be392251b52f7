// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai extract`: one record per input.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pipeline.h"

namespace prongsai {

enum class OutputFormat { kAuto, kJson, kNdjson, kCsv };

struct ExtractCommand {
  std::vector<std::string> inputs;
  OutputFormat format = OutputFormat::kAuto;  // a JSON object for one input, NDJSON for several
  std::string output = "-";
  PipelineOptions pipeline;
  int jobs = 0;           // worker processes at once; 0: the cores
  int timeout = 300;      // seconds for each input
  int memory_mib = 2048;  // for each input
};

// Reads every input in a process of its own, so that a bad one costs itself only. Records are
// printed in the order of the inputs; each failure is named on standard error.
ExitCode run_extract(const ExtractCommand& command);

}  // namespace prongsai
