// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/records.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/record_json.h"
#include "cli/record_shape.h"
#include "cli/worker_answer.h"
#include "dataset/json_from.h"
#include "dataset/json_line.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// A record, if it is one; Error if it only means to be one.
bool take_record(json value, std::vector<json>& records) {
  if (!is_record(value)) return false;
  const std::string misshapen = misshapen_part(value);
  if (!misshapen.empty())
    throw Error(ErrorCode::kDamaged, "", 0, "no record as extract prints it: " + misshapen);
  records.push_back(std::move(value));
  return true;
}

// A dataset stands for its records.
std::vector<std::string> with_records_of_datasets(std::vector<std::string> names) {
  for (std::string& name : names) {
    const std::filesystem::path records = std::filesystem::path(name) / "records.ndjson";
    std::error_code error;
    if (std::filesystem::is_regular_file(records, error)) name = records.string();
  }
  return names;
}

// What a worker sends: a WorkerAnswer with "records".
std::string read_one(const Input& input, const WorkerVoice& voice, const Sandbox& sandbox,
                     const PipelineOptions& options) {
  WorkerAnswer answer;
  answer.json["records"] = json::array();
  const auto read = [&] {
    const std::string bytes = take_input(input, voice, sandbox);
    std::vector<json> records = records_in(bytes);
    if (records.empty()) {
      const PipelineResult result =
          read_to_record(bytes, input.name, with_steps_told(options, voice));
      for (const Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.severity == Severity::kError)
          answer.fail(diagnostic.page, diagnostic.message);
      }
      records.push_back(record_to_json(result.record, result.document));
    }
    answer.json["records"] = std::move(records);
  };
  with_failures_told(read, [&](const Error& error) { answer.fail(error.page(), error.what()); });
  return json_line(answer.json);
}

}  // namespace

std::vector<json> records_in(const std::string& bytes) {
  std::vector<json> records;
  const size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || bytes[first] != '{') return records;
  if (take_record(json_from(bytes), records)) return records;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    take_record(json_from(line), records);
  }
  return records;
}

std::optional<WorkerAnswer> records_of_answer(std::string_view output) {
  auto answer = WorkerAnswer::read(output);
  if (!answer) return std::nullopt;
  const auto records = answer->json.find("records");
  const auto is_whole = [](const json& record) {
    return is_record(record) && misshapen_part(record).empty();
  };
  if (records == answer->json.end() || !records->is_array() ||
      !std::ranges::all_of(*records, is_whole))
    return std::nullopt;
  return answer;
}

RecordsRead read_records(const std::vector<std::string>& names, const PipelineOptions& options,
                         int timeout, int memory_mib) {
  const std::vector<Input> inputs = expand_inputs(with_records_of_datasets(names));
  const auto sandbox = prepare_workers(options);
  RecordsRead read;
  run_workers(
      inputs.size(), 0, {timeout, memory_mib},
      [&](size_t index, const WorkerVoice& voice) {
        return read_one(inputs[index], voice, *sandbox, options);
      },
      [&](size_t index, const WorkerResult& result) {
        if (!result.finished()) {
          print_message(inputs[index].name, result.step.page, result.failure);
          read.complete = false;
          return;
        }
        auto answer = records_of_answer(result.output);
        if (!answer) {
          print_no_answer(inputs[index].name);
          read.complete = false;
          return;
        }
        answer->print_messages(inputs[index].name);
        if (answer->failed()) read.complete = false;
        for (json& record : answer->json.at("records")) read.records.push_back(std::move(record));
      });
  return read;
}

}  // namespace prongsai
