// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a worker of `build`, which is not trusted: what is taken of it can be written as a
// dataset.
#include <nlohmann/json.hpp>

#include "cli/document_reader.h"
#include "dataset/agencies.h"
#include "dataset/csv_text.h"
#include "dataset/json_line.h"
#include "dataset/tables.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

void write_rows(const DocumentEntry& entry, const nlohmann::ordered_json& record) {
  rows_of_document(entry, record, [](const std::string& name, const TableRow& row) {
    require(row_fits(name.c_str(), row), "rows fit their table");
    for (const TableDefinition& table : dataset_tables()) {
      if (name == table.name) csv_row(table, row, true);
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  static const DocumentReader reader(PipelineOptions(), WorkerLimits(), "/nowhere");
  const DocumentTask task{std::string(64, '0'), {.name = "report.pdf"}};
  WorkerResult result;
  result.ending = Ending::kFinished;
  result.output = tests::text_of(data, size);
  const DocumentAnswer answer = reader.conclude(task, result);
  require(!answer.outcome.state.empty(), "every document is in a state");
  require(answer.record.empty() || answer.record.find('\n') == std::string::npos,
          "a record is a line");
  const auto record = nlohmann::ordered_json::parse(
      answer.record.empty() ? std::string("null") : answer.record, nullptr, false);
  require(!record.is_discarded(), "a record is JSON");
  const Outcome& outcome = answer.outcome;
  write_rows({task.sha256,
              outcome.state,
              outcome.reason,
              {task.source.name},
              outcome.limit,
              outcome.step,
              outcome.page,
              {}},
             record);
  AgencyRegister agencies;
  if (!record.is_null()) agencies.add(record);
  const auto no_codes = [](const auto&...) { return AgencyCodes(); };
  for (const TableRow& row : agencies.rows(no_codes))
    require(row_fits("agencies", row), "an agency fits its table");
  return 0;
}
