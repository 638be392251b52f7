// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai inspect`: what a stage saw, for a person.
#pragma once

#include <string>

#include "cli/exit_code.h"
#include "cli/pipeline.h"

namespace prongsai {

enum class InspectStage { kPages, kLines, kTables, kSegments };

struct InspectCommand {
  std::string input;
  InspectStage stage = InspectStage::kSegments;
  int page = 0;  // 0: all
  PipelineOptions pipeline;
};

ExitCode run_inspect(const InspectCommand& command);

}  // namespace prongsai
