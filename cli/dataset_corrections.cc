// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dataset_corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/agreement.h"
#include "cli/input_survey.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "dataset/new_file.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

constexpr const char* kChanged =
    "stale: no document of the dataset has these bytes; the file has changed since, or it is gone";
constexpr const char* kUnread = "stale: the document could not be read";

// As much of a text as fits into a message.
std::string shown(const std::string& text) {
  constexpr size_t kMost = 200;  // bytes
  return clean_utf8(text.size() <= kMost ? text : text.substr(0, kMost) + "...");
}

bool has_record(const Outcome& outcome) {
  return outcome.state == "done" || outcome.state == "needs_review" || outcome.state == "not_ita";
}

void print_errors(const std::string& file, const std::vector<TypedError>& errors) {
  for (const TypedError& error : errors) {
    const std::string column =
        error.column > 0 ? fmt::format("column {}: ", error.column) : std::string();
    print_message(file, error.line, column + shown(error.message));
  }
}

std::string counted(size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string agreement_text(const Corrections::ByDocument& decisions) {
  const size_t people = reviewers(decisions).size();
  if (people < 2) return {};
  if (people > 2) return fmt::format("; {} reviewers, see manifest.json", people);
  const Agreement only = agreements(decisions).front();
  const std::string kappa = only.kappa ? fmt::format("kappa {:.2f}", *only.kappa) : "no kappa";
  return fmt::format("; 2 reviewers decided {} both, {}", counted(only.both, "value"), kappa);
}

}  // namespace

std::string corrections_file(const std::string& dataset) {
  return (fs::path(dataset) / "corrections.csv").string();
}

CorrectionTable read_correction_file(const std::string& name) {
  CorrectionTable table = read_correction_table(read_input({.name = name}));
  if (!table.has_header) {
    const TypedError& error = table.errors.front();
    throw Error(ErrorCode::kNotSupported, name, error.line, error.message);
  }
  return table;
}

CorrectionTable correction_table_of(const std::string& dataset) {
  const std::string name = corrections_file(dataset);
  std::error_code error;
  const bool nothing = !fs::exists(name, error) || fs::is_empty(name, error);
  return nothing ? CorrectionTable() : read_correction_file(name);
}

void write_corrections(const std::string& dataset, const std::vector<CorrectionRow>& rows) {
  const std::string name = corrections_file(dataset);
  const std::string bytes = correction_csv(rows);
  std::error_code error;
  if (fs::file_size(name, error) == bytes.size() && !error && read_input({.name = name}) == bytes)
    return;
  NewFile file(name);
  file.write(bytes);
  file.close();
  file.rename();
}

bool add_corrections(const std::string& dataset, const std::vector<std::string>& files) {
  if (files.empty()) return true;
  bool all = true;
  std::vector<CorrectionRow> rows = correction_table_of(dataset).rows;
  for (const std::string& file : files) {
    CorrectionTable table = read_correction_file(file);
    print_errors(file, table.errors);
    all = all && table.errors.empty();
    std::ranges::copy_if(table.rows, std::back_inserter(rows), &CorrectionRow::usable);
  }
  write_corrections(dataset, rows);
  return all;
}

DatasetCorrections corrections_of(const std::string& dataset, int shard, int shards) {
  CorrectionTable table = correction_table_of(dataset);
  std::erase_if(table.rows, [&](const CorrectionRow& row) {
    if (!row.usable) return true;
    return !is_in_shard(row.document_id.substr(row.document_id.find(':') + 1), shard, shards);
  });
  return {Corrections(table.rows), std::move(table.errors)};
}

CorrectionOutcome outcome_of_corrections(const Corrections& corrections, const Known& known) {
  CorrectionOutcome outcome;
  if (corrections.by_document().empty()) return outcome;
  const auto contents = known.contents();
  for (const auto& [sha256, decisions] : corrections.by_document()) {
    const bool there = contents.contains(sha256);
    const bool read = there && has_record(known.outcomes().at(sha256));
    const auto missing = read ? known.outcomes().at(sha256).stale : std::vector<size_t>();
    for (size_t i = 0; i < decisions.size(); ++i) {
      const auto& [correction, value, line] = decisions[i];
      if (!read) {
        outcome.stale.emplace_back(line, there ? kUnread : kChanged);
      } else if (std::ranges::find(missing, i) != missing.end()) {
        // Where several values have the name, they are not what it was.
        const std::string was =
            correction.was.empty() ? std::string() : " that was " + shown(correction.was);
        outcome.stale.emplace_back(
            line, fmt::format("stale: nothing is read as {} any more{}", shown(value), was));
      } else {
        ++outcome.applied;
      }
    }
  }
  std::ranges::sort(outcome.stale);
  return outcome;
}

json corrections_json(const Corrections& corrections, const Known& known) {
  const CorrectionOutcome outcome = outcome_of_corrections(corrections, known);
  json pairs = json::array();
  for (const Agreement& one : agreements(corrections.by_document())) {
    const json kappa = one.kappa ? json(std::round(*one.kappa * 10000) / 10000) : json(nullptr);
    pairs.push_back({{"reviewers", {clean_utf8(one.first), clean_utf8(one.second)}},
                     {"decided_by_both", one.both},
                     {"kappa", kappa}});
  }
  return {{"applied", outcome.applied},
          {"stale", outcome.stale.size()},
          {"reviewers", reviewers(corrections.by_document()).size()},
          {"agreement", pairs}};
}

void report_corrections(const DatasetCorrections& corrections, const Known& known,
                        const std::string& dataset) {
  const std::string file = corrections_file(dataset);
  print_errors(file, corrections.errors);
  if (corrections.counted.by_document().empty()) return;
  const CorrectionOutcome outcome = outcome_of_corrections(corrections.counted, known);
  for (const auto& [line, why] : outcome.stale) print_message(file, line, why);
  print_message(
      dataset, 0,
      fmt::format("{} applied, {} stale{}", counted(outcome.applied, "correction"),
                  outcome.stale.size(), agreement_text(corrections.counted.by_document())));
}

}  // namespace prongsai
