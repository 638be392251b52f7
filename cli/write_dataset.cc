// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/write_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/agency_codes.h"
#include "cli/dataset_document.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/versions.h"
#include "dataset/agencies.h"
#include "dataset/ckan_package.h"
#include "dataset/sha256.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;
using States = std::map<std::string, size_t>;  // inputs of each state

json models_json(const std::string& tessdata) {
  json models = json::array();
  for (const ModelVersion& model : model_versions(tessdata)) {
    json one = {{"name", model.name}};
    if (model.year != 0) one["year"] = model.year;
    one["sha256"] = model.sha256.empty() ? json(nullptr) : json(model.sha256);
    models.push_back(std::move(one));
  }
  return models;
}

std::string manifest(const Known& known, const std::string& tessdata, size_t documents,
                     const States& states, const Corrections& corrections) {
  json libraries;
  for (const auto& [name, version] : all_library_versions()) libraries[name] = version;
  const json out = {
      {"program", "prongsai"},
      {"version", PRONGSAI_VERSION},
      {"libraries", libraries},
      {"models", models_json(tessdata)},
      {"limits", {{"seconds", known.run().seconds}, {"memory_mib", known.run().memory_mib}}},
      {"options", known.run().options},
      {"sandbox", known.run().sandbox},
      {"inputs", known.sources().size()},
      {"documents", documents},
      {"states", states},
      {"corrections", corrections_json(corrections, known)}};
  return out.dump(1) + '\n';
}

Outcome outcome_of(const Known& known, const SourceState& source) {
  if (!source.sha256.empty()) return known.outcomes().at(source.sha256);
  return {source.state.empty() ? "io_error" : source.state, source.reason, "", "", "", 0};
}

States states_of(const Known& known) {
  States states;
  for (const auto& [name, source] : known.sources()) ++states[outcome_of(known, source).state];
  return states;
}

// What the publisher says of themselves: a file of theirs among those of the dataset.
std::string publisher_of(const std::string& dataset) {
  const std::string name = (std::filesystem::path(dataset) / "publisher.json").string();
  return std::filesystem::exists(name) ? read_input({.name = name}) : std::string();
}

// What the files depend on besides the journal.
std::string options_text(const ExportOptions& options, const std::string& publisher,
                         const std::string& list, const Corrections& corrections) {
  return fmt::format("{} excel={} xlsx={} publisher={} list={} corrections={}", PRONGSAI_VERSION,
                     options.excel, options.xlsx, publisher.empty() ? "" : sha256_hex(publisher),
                     list, corrections.digest());
}

bool all_files_there(const std::string& dataset, const ExportOptions& options) {
  return std::ranges::all_of(Exporter::file_names(options), [&](const std::string& name) {
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

DocumentEntry entry_of(const Known& known, const std::string& sha256,
                       const std::vector<std::string>& names) {
  const Outcome& outcome = known.outcomes().at(sha256);
  DocumentEntry entry{sha256, outcome.state, outcome.reason, {}, {}, {}, 0, {}};
  entry.limit = outcome.limit;
  entry.stage = outcome.step;
  entry.page = outcome.page;
  for (const std::string& name : names) {
    entry.sources.push_back(clean_utf8(name));
    entry.commands.push_back(command_for(known.run(), entry.sources.back()));
  }
  return entry;
}

// What turns out to be none is read again the next time.
void quarantine(Known& known, const DocumentEntry& entry) {
  Outcome outcome = known.outcomes().at(entry.sha256);
  if (outcome.state == entry.state) return;
  outcome.state = entry.state;
  outcome.reason = entry.reason;
  outcome.limit = entry.limit;
  known.add_outcome(entry.sha256, outcome, "");
}

void write_files(Known& known, const std::string& dataset, const ExportOptions& options,
                 const std::string& ckan, const DatasetOptions& written_with,
                 ExpectedAgencies* expected, const Corrections& corrections) {
  Exporter exporter(dataset, options);
  AgencyRegister agencies;
  size_t written = 0;  // inputs whose document is among the rows
  const auto give = [&](const char* table, const TableRow& row) { exporter.add(table, row); };
  const auto all = known.contents();
  std::vector<const std::pair<const std::string, std::vector<std::string>>*> contents;
  for (const auto& content : all) contents.push_back(&content);
  std::vector<DocumentEntry> broken;
  const auto make = [&](size_t index) {
    const auto& [sha256, names] = *contents[index];
    return dataset_document(entry_of(known, sha256, names), known.record_of(sha256));
  };
  const auto take = [&](const DatasetDocument& document) {
    const DocumentEntry& entry = document.entry;
    written += entry.sources.size();
    for (const auto& [table, row] : document.rows) exporter.add(table, row);
    if (entry.state == "quarantined") broken.push_back(entry);
    if (document.line.empty()) return;
    agencies.add(document.record);
    const bool about = entry.state == "done" || entry.state == "needs_review";
    if (expected != nullptr && about) expected->see(document.record);
    exporter.add_record(document.line);
  };
  in_order(contents.size(), written_with.jobs, make, take);
  for (const DocumentEntry& entry : broken) quarantine(known, entry);
  for (const TableRow& row : agencies.rows(agency_codes)) exporter.add("agencies", row);
  for (const auto& [name, state] : known.sources()) {
    if (!state.sha256.empty()) continue;
    ++written;
    rows_of_document(
        {"", outcome_of(known, state).state, state.reason, {clean_utf8(name)}, {}, {}, 0, {}},
        nullptr, give);
  }
  if (expected != nullptr) {
    for (const TableRow& row : expected->missing()) exporter.add("missing", row);
  }
  exporter.add_conflicts();
  exporter.add_report(known.sources().size());
  exporter.add_file("datapackage.json", data_package(options));
  exporter.add_file("ckan-package.json", ckan);
  exporter.add_file("manifest.json", manifest(known, written_with.tessdata, all.size(),
                                              states_of(known), corrections));
  if (written != known.sources().size())
    throw Error(ErrorCode::kInternal, dataset, 0,
                fmt::format("{} inputs, but {} in a state", known.sources().size(), written));
  exporter.finish();
}

}  // namespace

std::optional<AgencyList> read_agency_list(const DatasetOptions& options) {
  if (options.agencies.empty()) return std::nullopt;
  const std::string bytes = read_input({.name = options.agencies});
  AgencyList list{sha256_hex(bytes), ExpectedAgencies(bytes)};
  for (const TypedError& error : list.expected.errors()) {
    const std::string column =
        error.column > 0 ? fmt::format("column {}: ", error.column) : std::string();
    print_message(options.agencies, error.line, column + clean_utf8(error.message));
  }
  if (list.expected.empty())
    throw Error(ErrorCode::kEmpty, options.agencies, 0, "the list names no agency");
  return list;
}

ExitCode write_dataset(Known& known, const std::string& dataset, const DatasetOptions& options,
                       std::optional<AgencyList> list, const DatasetCorrections& corrections) {
  ExportOptions exported = options.exported;
  if (list) exported.missing = MissingTable::kWritten;
  const std::string publisher = publisher_of(dataset);
  const CkanPackage ckan = ckan_package(exported, publisher);
  for (const std::string& wrong : ckan.wrong)
    print_message(dataset + "/publisher.json", 0, clean_utf8(wrong));
  for (const std::string& field : ckan.missing) {
    if (options.check_ckan)
      print_message(dataset + "/ckan-package.json", 0, field + " is to be given in publisher.json");
  }
  const std::string text =
      options_text(exported, publisher, list ? list->sha256 : "", corrections.counted);
  if (known.exported() != text || !all_files_there(dataset, exported)) {
    write_files(known, dataset, exported, ckan.json, options, list ? &list->expected : nullptr,
                corrections.counted);
    known.add_exported(text);
  }
  report_corrections(corrections, known, dataset);
  const ExitCode code = report(known, dataset);
  return corrections.errors.empty() ? code : ExitCode::kIncomplete;
}

}  // namespace prongsai
