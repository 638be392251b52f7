// SPDX-License-Identifier: GPL-3.0-or-later
// A text through all stages: the record that is printed can be read again and be put in tables.
#include <nlohmann/json.hpp>

#include "cli/check_command.h"
#include "cli/pipeline.h"
#include "cli/record_shape.h"
#include "dataset/agencies.h"
#include "dataset/json_line.h"
#include "dataset/tables.h"
#include "extract/media_type.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string bytes = tests::text_of(data, size);
  if (!extract::sniff_media_type(bytes).starts_with("text/")) return 0;
  PipelineOptions options;
  options.extract.ocr = extract::OcrMode::kNever;
  PipelineResult result = read_to_record(bytes, "report.md", options);
  const std::string printed = json_line(record_to_json(result.record, result.document));
  const auto record = nlohmann::ordered_json::parse(printed, nullptr, false);
  require(is_record(record), "what is printed is a record");
  require(misshapen_part(record).empty(), "what is printed has a record's form");
  findings_of(record, Language::kThai);
  rows_of_document({result.document.sha256, "done", "", {"report.md"}}, record,
                   [](const char* table, const TableRow& row) {
                     require(row_fits(table, row), "rows fit their table");
                   });
  AgencyRegister agencies;
  agencies.add(record);
  return 0;
}
