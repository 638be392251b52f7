// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inspect_command.h"

#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/page_print.h"
#include "cli/worker_answer.h"
#include "dataset/json_line.h"
#include "model/block_print.h"
#include "model/layout.h"
#include "model/text.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

int page_of(const Block& block) {
  if (const auto* line = std::get_if<Line>(&block)) return line->page;
  const Table& table = std::get<Table>(block);
  return table.rows.empty() ? 0 : table.rows.front().page;
}

std::string repairs_of(const Line& line) {
  std::string names;
  for (const std::string& name : line.repairs) names += (names.empty() ? "" : ", ") + name;
  return names.empty() ? names : "  {" + names + "}";
}

void print_segment(const Block& block, std::ostream& out) {
  if (const auto* line = std::get_if<Line>(&block)) {
    out << clean_utf8(to_text(*line)) << repairs_of(*line) << '\n';
  } else {
    out << clean_utf8(to_text(std::get<Table>(block)));
  }
}

bool is_wanted(const Block& block, const InspectCommand& command) {
  if (command.page != 0 && page_of(block) != command.page) return false;
  const bool table = std::holds_alternative<Table>(block);
  if (command.stage == InspectStage::kLines) return !table;
  return table || command.stage != InspectStage::kTables;
}

void print_stage(const Extraction& extraction, const InspectCommand& command, std::ostream& out) {
  if (command.stage == InspectStage::kPages) {
    for (const PageText& page : extraction.pages) {
      if (command.page == 0 || page.number == command.page) print_page(page, out);
    }
    return;
  }
  const std::vector<Block> blocks = command.stage == InspectStage::kSegments
                                        ? read_blocks(extraction)
                                        : lay_out(extraction.pages);
  for (const Block& block : blocks) {
    if (is_wanted(block, command)) print_segment(block, out);
  }
}

// What the worker sends: a WorkerAnswer with "output", a text.
std::string inspect_one(const Input& input, const WorkerVoice& voice, const Sandbox& sandbox,
                        const InspectCommand& command) {
  WorkerAnswer answer;
  answer.json["output"] = "";
  const auto read = [&] {
    const std::string bytes = take_input(input, voice, sandbox);
    const Extraction extraction =
        read_pages(bytes, input.name, with_steps_told(command.pipeline, voice));
    for (const Diagnostic& diagnostic : extraction.diagnostics) {
      answer.note(diagnostic.page, diagnostic.message);
      if (diagnostic.severity == Severity::kError) answer.json["failed"] = true;
    }
    std::ostringstream out;
    print_stage(extraction, command, out);
    answer.json["output"] = out.str();
  };
  with_failures_told(read, [&](const Error& error) { answer.fail(error.page(), error.what()); });
  return json_line(answer.json);
}

}  // namespace

ExitCode run_inspect(const InspectCommand& command) {
  const std::vector<Input> inputs = expand_inputs({command.input});
  if (inputs.size() != 1) {
    print_message(command.input, 0, "name one file");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  const auto sandbox = prepare_workers(command.pipeline);
  bool complete = false;
  run_workers(
      1, 1, {},
      [&](size_t, const WorkerVoice& voice) {
        return inspect_one(inputs.front(), voice, *sandbox, command);
      },
      [&](size_t, const WorkerResult& result) {
        if (!result.finished()) {
          print_message(inputs.front().name, result.step.page, result.failure);
          return;
        }
        const auto answer = WorkerAnswer::read(result.output);
        if (!answer || !answer->json.value("output", nlohmann::ordered_json()).is_string())
          return print_no_answer(inputs.front().name);
        answer->print_messages(inputs.front().name);
        std::cout << answer->json.at("output").get<std::string>();
        complete = !answer->failed();
      });
  return complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace prongsai
