// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/extract_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string_view>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/scores_csv.h"
#include "cli/worker_answer.h"
#include "dataset/json_line.h"
#include "extract/read_document.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// A record as it is printed.
std::string formatted(const json& record, OutputFormat format) {
  if (format == OutputFormat::kCsv) return scores_csv_rows(record);
  const int indent = format == OutputFormat::kJson ? 1 : -1;
  return record.dump(indent, ' ', false, json::error_handler_t::replace) + '\n';
}

// What a worker sends: a line with a WorkerAnswer, then the record as it is printed, or nothing. A
// record may come with a failure, if a part of the input could be read.
std::string read_one(const Input& input, const WorkerVoice& voice, const Sandbox& sandbox,
                     const ExtractCommand& command, OutputFormat format) {
  WorkerAnswer answer;
  std::string record;
  const auto read = [&] {
    const std::string bytes = take_input(input, voice, sandbox);
    const PipelineResult result =
        read_to_record(bytes, input.name, with_steps_told(command.pipeline, voice));
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (diagnostic.severity == Severity::kNote) continue;
      // A part that could not be read: the record says what the rest says.
      if (diagnostic.severity == Severity::kError) answer.json["failed"] = true;
      answer.note(diagnostic.page, diagnostic.message);
    }
    record = formatted(record_to_json(result.record, result.document), format);
  };
  with_failures_told(read, [&](const Error& error) { answer.fail(error.page(), error.what()); });
  return json_line(answer.json) + '\n' + record;
}

// Where records go: standard output, or a file that appears only when it is complete.
class Output {
 public:
  explicit Output(const std::string& name) : name_(name) {
    if (name_ == "-") return;
    // A device or a pipe is written as it is: nothing can take its place.
    std::error_code error;
    const auto status = std::filesystem::status(name_, error);
    written_ = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)
                   ? name_
                   : name_ + ".tmp";
    file_.open(written_, std::ios::binary);
    if (!file_) throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written");
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() {
    if (finished_ || written_ == name_ || written_.empty()) return;
    std::error_code error;
    std::filesystem::remove(written_, error);
  }

  std::ostream& stream() { return name_ == "-" ? std::cout : file_; }

  // False, with a message, if not everything could be written.
  bool finish() {
    stream().flush();
    std::error_code error;
    finished_ = static_cast<bool>(stream());
    if (finished_ && name_ != "-") {
      file_.close();
      finished_ = static_cast<bool>(file_);
      if (finished_ && written_ != name_) std::filesystem::rename(written_, name_, error);
      finished_ = finished_ && !error;
    }
    if (!finished_)
      print_message(name_ == "-" ? "standard output" : name_, 0, "could not be written completely");
    return finished_;
  }

 private:
  std::string name_;
  std::string written_;
  std::ofstream file_;
  bool finished_ = false;
};

}  // namespace

ExitCode run_extract(const ExtractCommand& command) {
  if (std::count(command.inputs.begin(), command.inputs.end(), "-") > 1) {
    print_message("-", 0, "standard input can be read once only");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  const std::vector<Input> inputs = expand_inputs(command.inputs);
  OutputFormat format = command.format;
  if (format != OutputFormat::kCsv && inputs.size() != 1) format = OutputFormat::kNdjson;
  if (format == OutputFormat::kAuto) format = OutputFormat::kJson;
  const auto sandbox = prepare_workers(command.pipeline);
  std::optional<Output> output;
  try {
    output.emplace(command.output);
  } catch (const Error& error) {
    print_message(error.file(), 0, error.what());
    return ExitCode::kUsage;
  }
  if (format == OutputFormat::kCsv) output->stream() << scores_csv_header();
  bool complete = true;
  run_workers(
      inputs.size(), command.jobs, {command.timeout, command.memory_mib},
      [&](size_t index, const WorkerVoice& voice) {
        return read_one(inputs[index], voice, *sandbox, command, format);
      },
      [&](size_t index, const WorkerResult& result) {
        if (!result.finished()) {
          print_message(inputs[index].name, result.step.page, result.failure);
          complete = false;
          return;
        }
        const size_t line_end = result.output.find('\n');
        const auto answer = WorkerAnswer::read(result.output.substr(0, line_end));
        if (!answer || line_end == std::string::npos) {
          print_no_answer(inputs[index].name);
          complete = false;
          return;
        }
        answer->print_messages(inputs[index].name);
        if (answer->failed()) complete = false;
        output->stream() << std::string_view(result.output).substr(line_end + 1);
      });
  return output->finish() && complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace prongsai
