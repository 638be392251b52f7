// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai validate: typed scores against what was published.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/pipeline.h"
#include "cli/typed_table.h"

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

// The CSV for records that are there already; whether all are the same.
bool print_verdicts(const std::vector<nlohmann::ordered_json>& records, const TypedTable& table,
                    std::ostream& out);

}  // namespace prongsai
