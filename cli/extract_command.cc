// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/extract_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>
#include <thread>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/scores_csv.h"
#include "cli/worker.h"
#include "extract/read_document.h"
#include "model/codebook.h"
#include "model/gazetteer.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

json message(const std::string& file, int page, const std::string& text) {
  return {{"file", file}, {"page", page}, {"text", text}};
}

// A record as it is printed.
std::string formatted(const json& record, OutputFormat format) {
  if (format == OutputFormat::kCsv) return scores_csv_rows(record);
  const int indent = format == OutputFormat::kJson ? 1 : -1;
  return record.dump(indent, ' ', false, json::error_handler_t::replace) + '\n';
}

// What a worker sends: a line {"messages": [...], "failed": bool}, then the record as it is
// printed, or nothing.
std::string read_one(const Input& input, const PipelineOptions& options, OutputFormat format) {
  json out = {{"messages", json::array()}, {"failed", true}};
  std::string record;
  const auto fail = [&](int page, const std::string& text) {
    out["messages"].push_back(message(input.name, page, text));
  };
  try {
    const PipelineResult result = read_to_record(read_input(input), input.name, options);
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (diagnostic.severity == Severity::kNote) continue;
      fail(diagnostic.page, diagnostic.message);
    }
    record = formatted(record_to_json(result.record, result.document), format);
    out["failed"] = false;
  } catch (const Error& error) {
    fail(error.page(), error.what());
  } catch (const std::bad_alloc&) {
    fail(0, "given up: needs more memory than it may use");
  } catch (const std::exception& error) {
    fail(0, std::string("could not be read: ") + error.what());
  }
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + '\n' + record;
}

// Where records go: standard output, a file that appears only when it is complete, or something
// that is no file, such as /dev/null, and must not become one.
class Output {
 public:
  explicit Output(const std::string& name) : name_(name) {
    if (name_ == "-") return;
    namespace fs = std::filesystem;
    written_ = fs::exists(name_) && !fs::is_regular_file(name_) ? name_ : name_ + ".tmp";
    file_.open(written_, std::ios::binary);
    if (!file_) throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written");
  }

  std::ostream& stream() { return name_ == "-" ? std::cout : file_; }

  void finish() {
    stream().flush();
    if (!stream()) throw Error(ErrorCode::kUnreadable, name_, 0, "could not be written completely");
    if (name_ == "-") return;
    file_.close();
    if (written_ != name_) std::filesystem::rename(written_, name_);
  }

 private:
  std::string name_;
  std::string written_;
  std::ofstream file_;
};

}  // namespace

ExitCode run_extract(const ExtractCommand& command) {
  const std::vector<Input> inputs = expand_inputs(command.inputs);
  OutputFormat format = command.format;
  if (format == OutputFormat::kAuto)
    format = inputs.size() == 1 ? OutputFormat::kJson : OutputFormat::kNdjson;
  // Loaded here, the workers share them.
  codebook();
  gazetteer();
  Output output(command.output);
  if (format == OutputFormat::kCsv) output.stream() << scores_csv_header();
  bool complete = !inputs.empty();
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  run_workers(
      inputs.size(), command.jobs > 0 ? command.jobs : std::max(cores, 1),
      {command.timeout, command.memory_mib},
      [&](size_t index) { return read_one(inputs[index], command.pipeline, format); },
      [&](size_t index, const WorkerResult& result) {
        if (!result.finished) {
          print_message(inputs[index].name, 0, result.failure);
          complete = false;
          return;
        }
        const size_t line_end = result.output.find('\n');
        const json answer = json::parse(result.output.substr(0, line_end));
        for (const json& line : answer.at("messages"))
          print_message(line.at("file"), line.at("page"), line.at("text"));
        if (answer.at("failed").get<bool>()) complete = false;
        output.stream() << std::string_view(result.output).substr(line_end + 1);
      });
  output.finish();
  if (inputs.empty()) print_message("", 0, "there is no file in what was given");
  return complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace prongsai
