// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_command.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "cli/records.h"
#include "extract/read_document.h"
#include "model/text.h"

namespace prongsai {

using json = nlohmann::ordered_json;

std::string findings_of(const json& record, Language language) {
  const std::string source = record.at("document").at("source");
  std::string out;
  for (const json& check : record.at("checks")) {
    if (check.at("verdict") != "disagrees") continue;
    const int page = page_of_check(record, check);
    out += clean_utf8(source + (page > 0 ? ":" + std::to_string(page) : "") + ": " +
                      sentence_of(record, check, language)) +
           '\n';
  }
  return out;
}

ExitCode run_check(const CheckCommand& command) {
  if (std::count(command.inputs.begin(), command.inputs.end(), "-") > 1) {
    print_message("-", 0, "standard input can be read once only");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  const RecordsRead read =
      read_records(command.inputs, command.pipeline, command.timeout, command.memory_mib);
  bool disagrees = false;
  for (const json& record : read.records) {
    const std::string findings = findings_of(record, command.language);
    disagrees = disagrees || !findings.empty();
    std::cout << findings;
  }
  std::cout.flush();
  if (!read.complete) return ExitCode::kIncomplete;
  return disagrees ? ExitCode::kDisagrees : ExitCode::kDone;
}

}  // namespace prongsai
