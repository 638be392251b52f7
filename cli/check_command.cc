// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_command.h"

#include <algorithm>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/record_json.h"
#include "cli/worker.h"
#include "extract/read_document.h"
#include "model/codebook.h"
#include "model/gazetteer.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// The records in the bytes, if they are what `extract` prints: one object, or one a line.
std::vector<json> records_in(const std::string& bytes) {
  std::vector<json> records;
  const size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || bytes[first] != '{') return records;
  const auto is_record = [](const json& value) {
    return value.is_object() && value.contains("schema_version") && value.contains("checks") &&
           value.contains("evidence");
  };
  json whole = json::parse(bytes, nullptr, false);
  if (is_record(whole)) return {std::move(whole)};
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    json record = json::parse(line, nullptr, false);
    if (is_record(record)) records.push_back(std::move(record));
  }
  return records;
}

std::string findings_of(const json& record, const std::string& name, Language language) {
  std::string out;
  for (const json& check : record.at("checks")) {
    if (check.at("verdict") != "disagrees") continue;
    const int page = page_of_check(record, check);
    out += name + (page > 0 ? ":" + std::to_string(page) : "") + ": " +
           clean_utf8(sentence_of(record, check, language)) + '\n';
  }
  return out;
}

// What a worker sends: {"output": text, "messages": [[page, text], ...], "failed": bool}.
std::string check_one(const Input& input, const CheckCommand& command) {
  json answer = {{"output", ""}, {"messages", json::array()}, {"failed", false}};
  const auto fail = [&](int page, const std::string& text) {
    answer["failed"] = true;
    answer["messages"].push_back({page, text});
  };
  try {
    const std::string bytes = read_input(input);
    std::vector<json> records = records_in(bytes);
    if (records.empty()) {
      const PipelineResult result = read_to_record(bytes, input.name, command.pipeline);
      for (const Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.severity == Severity::kError) fail(diagnostic.page, diagnostic.message);
      }
      records.push_back(record_to_json(result.record, result.document));
    }
    std::string findings;
    for (const json& record : records) {
      const std::string source =
          records.size() > 1 ? record.at("document").at("source").get<std::string>() : input.name;
      findings += findings_of(record, source, command.language);
    }
    answer["output"] = findings;
  } catch (const Error& error) {
    fail(error.page(), error.what());
  } catch (const std::bad_alloc&) {
    fail(0, "given up: needs more memory than it may use");
  } catch (const std::exception& error) {
    fail(0, std::string("could not be read: ") + error.what());
  }
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

ExitCode run_check(const CheckCommand& command) {
  if (std::count(command.inputs.begin(), command.inputs.end(), "-") > 1) {
    print_message("-", 0, "standard input can be read once only");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  const std::vector<Input> inputs = expand_inputs(command.inputs);
  codebook();
  gazetteer();
  bool complete = true;
  bool disagrees = false;
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  run_workers(
      inputs.size(), std::max(cores, 1), {command.timeout, command.memory_mib},
      [&](size_t index) { return check_one(inputs[index], command); },
      [&](size_t index, const WorkerResult& result) {
        if (!result.finished) {
          print_message(inputs[index].name, 0, result.failure);
          complete = false;
          return;
        }
        const json answer = json::parse(result.output);
        for (const json& line : answer.at("messages"))
          print_message(inputs[index].name, line.at(0), line.at(1));
        if (answer.at("failed").get<bool>()) complete = false;
        const std::string findings = answer.at("output");
        disagrees = disagrees || !findings.empty();
        std::cout << findings;
      });
  std::cout.flush();
  if (!complete) return ExitCode::kIncomplete;
  return disagrees ? ExitCode::kDisagrees : ExitCode::kDone;
}

}  // namespace prongsai
