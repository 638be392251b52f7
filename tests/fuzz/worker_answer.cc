// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a worker of `build`, which is not trusted: what is taken of it can be written as a
// dataset.
#include <nlohmann/json.hpp>

#include "cli/dataset_document.h"
#include "cli/document_reader.h"
#include "dataset/agencies.h"
#include "dataset/csv_text.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

void write_rows(const DatasetDocument& document) {
  require(document.line.empty() == document.record.is_null(), "a record has its line");
  require(document.line.find('\n') == std::string::npos, "it is one line");
  for (const auto& [name, row] : document.rows) {
    require(row_fits(name, row), "rows fit their table");
    csv_row(*table_named(name), row, true);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  static const Corrections corrections({{"sha256:" + std::string(64, '0'),
                                         {"/overall/score", "", "1", "2", "", "2026Z"},
                                         "",
                                         2,
                                         true}});
  static const DocumentReader reader(PipelineOptions(), WorkerLimits(), "/nowhere", corrections);
  const DocumentTask task{std::string(64, '0'), {.name = "report.pdf"}};
  WorkerResult result;
  result.ending = Ending::kFinished;
  result.output = tests::text_of(data, size);
  const DocumentAnswer answer = reader.conclude(task, result);
  require(!answer.outcome.state.empty(), "every document is in a state");
  for (const size_t stale : answer.outcome.stale)
    require(stale == 0, "only what is corrected can be stale");
  require(answer.record.find('\n') == std::string::npos, "a record is a line");
  const Outcome& outcome = answer.outcome;
  const DatasetDocument document = dataset_document({task.sha256,
                                                     outcome.state,
                                                     outcome.reason,
                                                     {task.source.name},
                                                     outcome.limit,
                                                     outcome.step,
                                                     outcome.page,
                                                     {}},
                                                    answer.record);
  write_rows(document);
  AgencyRegister agencies;
  if (!document.record.is_null()) agencies.add(document.record);
  const auto no_codes = [](const auto&...) { return AgencyCodes(); };
  for (const TableRow& row : agencies.rows(no_codes))
    require(row_fits("agencies", row), "an agency fits its table");
  return 0;
}
