// SPDX-License-Identifier: GPL-3.0-or-later
// A worker's answer is {"state", "reason", "page", "limit", "record"}.
#include "cli/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/pages_archive.h"
#include "cli/record_shape.h"
#include "cli/warm_up.h"
#include "dataset/json_from.h"
#include "dataset/json_line.h"
#include "dataset/sha256.h"
#include "dataset/tables.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// What a reader is told to look at, and what not.
std::string state_of(const json& record) {
  const bool empty = record.at("overall").is_null() && record.at("indicators").empty() &&
                     record.at("issues").empty() && record.at("measures").empty();
  if (empty) return "not_ita";
  for (const json& check : record.at("checks")) {
    if (check.at("verdict") == "disagrees") return "needs_review";
  }
  for (const json& evidence : record.at("evidence")) {
    const auto trust = evidence.at("trust").get<std::string>();
    if (trust == "doubtful" || trust == "conflicting") return "needs_review";
  }
  return "done";
}

// A document that cannot be had is not one that cannot be read: it may be there the next time.
const char* state_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kNotFound:
    case ErrorCode::kNotAFile:
    case ErrorCode::kUnreadable:
      return "io_error";
    case ErrorCode::kOutOfMemory:
      return "quarantined";
    default:
      return "rejected";
  }
}

// Reads the pages, or takes those that are kept; then the worker is shut in.
Extraction pages_of(const DocumentTask& task, const WorkerVoice& voice, const Sandbox& sandbox,
                    const PageCache& cache, const PipelineOptions& options) {
  const std::string kept = cache.find(task.sha256);
  if (!kept.empty()) {
    voice.shut_in(sandbox);
    return unpack_pages(kept);
  }
  const std::string bytes = take_input(task.source, voice, sandbox);
  if (sha256_hex(bytes) != task.sha256)
    throw Error(ErrorCode::kUnreadable, task.source.name, 0, "has changed since it was looked at");
  Extraction extraction = read_pages(bytes, task.source.name, options);
  voice.attach(pack_pages(extraction));
  return extraction;
}

std::string placed(int page, const std::string& message) {
  return page > 0 ? fmt::format("page {}: {}", page, message) : message;
}

json answer_of(PipelineResult result, const DocumentTask& task) {
  result.document.sha256 = task.sha256;
  result.document.source = task.source.name;
  json record = record_to_json(result.record, result.document);
  json answer = {{"state", state_of(record)}, {"reason", ""}, {"page", 0}, {"limit", ""}};
  // What failed, or else what is doubtful about the reading.
  for (const Severity severity : {Severity::kError, Severity::kWarning}) {
    const auto found = std::ranges::find(result.diagnostics, severity, &Diagnostic::severity);
    if (found == result.diagnostics.end()) continue;
    answer["reason"] = placed(found->page, found->message);
    answer["state"] = "needs_review";
    break;
  }
  answer["record"] = std::move(record);
  return answer;
}

json answer_of(const Error& error) {
  const bool memory = error.code() == ErrorCode::kOutOfMemory;
  return {{"state", state_of(error)},
          {"reason", placed(error.page(), error.what())},
          {"page", error.page()},
          {"limit", memory ? ending_name(Ending::kMemory) : ""},
          {"record", nullptr}};
}

bool is_answer(const json& answer) {
  static const std::set<std::string> kStates = {"done",     "needs_review", "not_ita",
                                                "rejected", "quarantined",  "io_error"};
  const auto is_text = [&](const char* key) {
    return answer.contains(key) && answer.at(key).is_string();
  };
  return answer.is_object() && is_text("state") && is_text("reason") && is_text("limit") &&
         answer.contains("page") && answer.at("page").is_number_integer() &&
         answer.contains("record") && kStates.contains(answer.at("state"));
}

// Whether the tables of a dataset can be made of it.
bool is_usable(const json& record, const DocumentTask& task) {
  if (!is_record(record) || !misshapen_part(record).empty()) return false;
  if (record.at("document").value("id", "") != "sha256:" + task.sha256) return false;
  try {
    bool fits = true;
    rows_of_document(
        {task.sha256, "done", "", {task.source.name}}, record,
        [&](const char* table, const TableRow& row) { fits = fits && row_fits(table, row); });
    return fits;
  } catch (const json::exception&) {
    return false;
  }
}

}  // namespace

DocumentReader::DocumentReader(const PipelineOptions& options, const WorkerLimits& limits,
                               const std::string& dataset)
    : options_(options),
      version_(reading_version(options)),
      limits_(fmt::format(" {} s {} MiB", limits.seconds, limits.memory_mib)),
      cache_(dataset, version_.pages),
      sandbox_(extract::folders_to_read(options.extract)) {}

void DocumentReader::prepare() const {
  warm_up();
  extract::load_models(options_.extract);
}

bool DocumentReader::is_current(const Outcome& outcome) const {
  return outcome.version == version_.record + (outcome.state == "quarantined" ? limits_ : "");
}

std::string DocumentReader::read(const DocumentTask& task, const WorkerVoice& voice) const {
  const PipelineOptions options = with_steps_told(options_, voice);
  json answer;
  const auto read = [&] {
    answer =
        answer_of(pages_to_record(pages_of(task, voice, sandbox_, cache_, options), options), task);
  };
  with_failures_told(read, [&](const Error& error) { answer = answer_of(error); });
  return json_line(answer);
}

DocumentAnswer DocumentReader::conclude(const DocumentTask& task,
                                        const WorkerResult& result) const {
  Outcome outcome{
      "quarantined",    result.failure,  version_.record + limits_, ending_name(result.ending),
      result.step.name, result.step.page};
  // Not the document's fault: it is read again the next time.
  if (result.ending == Ending::kNoProcess) outcome.state = "io_error";
  if (!result.finished()) return {outcome, ""};
  const json answer = json_from(result.output);
  const bool has_record =
      answer.is_object() && answer.contains("record") && !answer.at("record").is_null();
  if (!is_answer(answer) || (has_record && !is_usable(answer.at("record"), task))) {
    outcome.limit = ending_name(Ending::kProtocol);
    outcome.reason = kNoRightForm;
    return {outcome, ""};
  }
  outcome.state = answer.at("state");
  outcome.reason = answer.at("reason");
  outcome.limit = answer.at("limit");
  if (outcome.state != "quarantined") {
    outcome.version = version_.record;
    outcome.step.clear();
    outcome.page = answer.at("page");
  }
  if (!result.attachment.empty()) cache_.keep(task.sha256, result.attachment);
  return {outcome, has_record ? json_line(answer.at("record")) : ""};
}

}  // namespace prongsai
