// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/write_dataset.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "dataset/agencies.h"
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
      {"inputs", known.sources().size()},
      {"documents", documents},
      {"states", states}};
  return out.dump(1) + '\n';
}

// Every input is in one state; says so, and names what could not be read.
ExitCode report(const Known& known, const std::string& dataset, const States& states) {
  size_t sum = 0;
  std::string counts;
  for (const auto& [state, count] : states) {
    sum += count;
    counts += fmt::format(", {} {}", count, state);
  }
  bool complete = true;
  for (const auto& [name, source] : known.sources()) {
    const bool unread = source.sha256.empty();
    const Outcome outcome =
        unread ? Outcome{"io_error", source.reason, ""} : known.outcomes().at(source.sha256);
    if (outcome.state != "io_error" && outcome.state != "rejected" &&
        outcome.state != "quarantined")
      continue;
    complete = false;
    print_message(clean_utf8(name), 0, outcome.state + ": " + outcome.reason);
  }
  if (sum != known.sources().size())
    throw Error(ErrorCode::kInternal, dataset, 0,
                fmt::format("{} inputs, but {} states", known.sources().size(), sum));
  print_message(dataset, 0, fmt::format("{} inputs{}", sum, counts));
  return complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace

ExitCode write_dataset(const Known& known, const std::string& dataset,
                       const ExportOptions& options) {
  Exporter exporter(dataset, options);
  AgencyRegister agencies;
  States states;
  const auto give = [&](const char* table, const TableRow& row) { exporter.add(table, row); };
  const auto all = known.contents();
  for (const auto& [sha256, names] : all) {
    const Outcome& outcome = known.outcomes().at(sha256);
    DocumentEntry entry{sha256, outcome.state, outcome.reason, {}};
    for (const std::string& name : names) entry.sources.push_back(clean_utf8(name));
    states[outcome.state] += names.size();
    json record = json::parse(known.record_of(sha256), nullptr, false);
    if (record.is_discarded()) record = nullptr;
    if (!record.is_null()) {
      record["document"]["source"] = entry.sources.front();
      agencies.add(record);
      exporter.add_record(record.dump(-1, ' ', false, json::error_handler_t::replace));
    }
    rows_of_document(entry, record, give);
  }
  for (const TableRow& row : agencies.rows()) exporter.add("agencies", row);
  for (const auto& [name, state] : known.sources()) {
    if (!state.sha256.empty()) continue;
    ++states["io_error"];
    rows_of_document({"", "io_error", state.reason, {clean_utf8(name)}}, nullptr, give);
  }
  exporter.add_file("datapackage.json", data_package(options));
  exporter.add_file("manifest.json", manifest(known, all.size(), states));
  exporter.finish();
  return report(known, dataset, states);
}

}  // namespace prongsai
