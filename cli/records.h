// SPDX-License-Identifier: GPL-3.0-or-later
// Records from documents, or as `extract` has printed them.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.h"
#include "cli/worker_answer.h"

namespace prongsai {

// The records in the bytes, if they are what `extract` prints: one object, or one a line; none if
// they are a document.
std::vector<nlohmann::ordered_json> records_in(const std::string& bytes);

// What a worker that reads records has answered: whole records under "records". Nothing if it has
// not that form.
std::optional<WorkerAnswer> records_of_answer(std::string_view output);

struct RecordsRead {
  std::vector<nlohmann::ordered_json> records;  // in the order of the inputs
  bool complete = true;                         // every input could be read, and all of it
};

// Reads documents, records, datasets and directories of these, each in a process of its own; what
// cannot be read is named on standard error.
RecordsRead read_records(const std::vector<std::string>& names, const PipelineOptions& options,
                         int timeout, int memory_mib);

}  // namespace prongsai
