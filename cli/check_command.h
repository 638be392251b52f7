// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai check: what a document contradicts in itself.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/check_sentences.h"
#include "cli/exit_code.h"
#include "cli/pipeline.h"

namespace prongsai {

struct CheckCommand {
  std::vector<std::string> inputs;
  Language language = Language::kThai;
  PipelineOptions pipeline;
  int timeout = 300;      // seconds for each input
  int memory_mib = 2048;  // for each input
};

// Reads documents, or records as `extract` prints them, and prints one finding a line:
// "FILE:PAGE: sentence". kDisagrees if there is any.
ExitCode run_check(const CheckCommand& command);

// What one record contradicts in itself: a line for each finding; empty if there is none.
std::string findings_of(const nlohmann::ordered_json& record, Language language);

}  // namespace prongsai
