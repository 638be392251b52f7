// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/write_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "dataset/agencies.h"
#include "dataset/json_line.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;
using States = std::map<std::string, size_t>;  // inputs of each state

std::string manifest(const Known& known, size_t documents, const States& states) {
  const json out = {
      {"program", "prongsai"},
      {"version", PRONGSAI_VERSION},
      {"limits", {{"seconds", known.run().seconds}, {"memory_mib", known.run().memory_mib}}},
      {"options", known.run().options},
      {"sandbox", known.run().sandbox},
      {"inputs", known.sources().size()},
      {"documents", documents},
      {"states", states}};
  return out.dump(1) + '\n';
}

Outcome outcome_of(const Known& known, const SourceState& source) {
  return source.sha256.empty() ? Outcome{"io_error", source.reason, "", "", "", 0}
                               : known.outcomes().at(source.sha256);
}

States states_of(const Known& known) {
  States states;
  for (const auto& [name, source] : known.sources()) ++states[outcome_of(known, source).state];
  return states;
}

// What the files depend on besides the journal.
std::string options_text(const ExportOptions& options) {
  return fmt::format("{} excel={}", PRONGSAI_VERSION, options.excel);
}

bool all_files_there(const std::string& dataset) {
  return std::ranges::all_of(Exporter::file_names(), [&](const std::string& name) {
    return std::filesystem::is_regular_file(std::filesystem::path(dataset) / name);
  });
}

// Names what could not be read, and says how many inputs there are of each state.
ExitCode report(const Known& known, const std::string& dataset) {
  bool complete = true;
  for (const auto& [name, source] : known.sources()) {
    const Outcome outcome = outcome_of(known, source);
    if (outcome.state != "io_error" && outcome.state != "rejected" &&
        outcome.state != "quarantined")
      continue;
    complete = false;
    print_message(clean_utf8(name), 0, outcome.state + ": " + outcome.reason);
  }
  std::string counts;
  for (const auto& [state, count] : states_of(known))
    counts += fmt::format(", {} {}", count, state);
  print_message(dataset, 0, fmt::format("{} inputs{}", known.sources().size(), counts));
  return complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

// Shows what happens to a document that could not be read.
std::string command_for(const Run& run, const std::string& source) {
  return fmt::format("prongsai extract{} --timeout {} --memory {} -- {}", run.options, run.seconds,
                     run.memory_mib, shell_quoted(source));
}

void write_files(const Known& known, const std::string& dataset, const ExportOptions& options) {
  Exporter exporter(dataset, options);
  AgencyRegister agencies;
  size_t written = 0;  // inputs whose document is among the rows
  const auto give = [&](const char* table, const TableRow& row) { exporter.add(table, row); };
  const auto all = known.contents();
  for (const auto& [sha256, names] : all) {
    const Outcome& outcome = known.outcomes().at(sha256);
    DocumentEntry entry{sha256, outcome.state, outcome.reason, {}, {}, {}, 0, {}};
    entry.limit = outcome.limit;
    entry.stage = outcome.step;
    entry.page = outcome.page;
    for (const std::string& name : names) {
      entry.sources.push_back(clean_utf8(name));
      entry.commands.push_back(command_for(known.run(), entry.sources.back()));
    }
    written += names.size();
    json record = json::parse(known.record_of(sha256), nullptr, false);
    if (record.is_discarded()) record = nullptr;
    if (!record.is_null()) {
      record["document"]["source"] = entry.sources.front();
      agencies.add(record);
      exporter.add_record(json_line(record));
    }
    rows_of_document(entry, record, give);
  }
  for (const TableRow& row : agencies.rows()) exporter.add("agencies", row);
  for (const auto& [name, state] : known.sources()) {
    if (!state.sha256.empty()) continue;
    ++written;
    rows_of_document({"", "io_error", state.reason, {clean_utf8(name)}, {}, {}, 0, {}}, nullptr,
                     give);
  }
  exporter.add_conflicts();
  exporter.add_report(known.sources().size());
  exporter.add_file("datapackage.json", data_package(options));
  exporter.add_file("manifest.json", manifest(known, all.size(), states_of(known)));
  if (written != known.sources().size())
    throw Error(ErrorCode::kInternal, dataset, 0,
                fmt::format("{} inputs, but {} in a state", known.sources().size(), written));
  exporter.finish();
}

}  // namespace

ExitCode write_dataset(Known& known, const std::string& dataset, const ExportOptions& options) {
  if (known.exported() != options_text(options) || !all_files_there(dataset)) {
    write_files(known, dataset, options);
    known.add_exported(options_text(options));
  }
  return report(known, dataset);
}

}  // namespace prongsai
