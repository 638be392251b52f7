// SPDX-License-Identifier: GPL-3.0-or-later
// A worker's answer is {"state", "reason", "page", "limit"}, perhaps "stale", and if there is a
// record a tab and the record: it is put into the journal as it came, and tried when the dataset is
// written.
#include "cli/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/pages_archive.h"
#include "cli/warm_up.h"
#include "dataset/json_from.h"
#include "dataset/json_line.h"
#include "dataset/sha256.h"
#include "worker/huge_pages.h"

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

std::string answer_of(PipelineResult result, const DocumentTask& task) {
  result.document.sha256 = task.sha256;
  result.document.source = task.source.name;
  const json record = record_to_json(result.record, result.document);
  json answer = {{"state", state_of(record)}, {"reason", ""}, {"page", 0}, {"limit", ""}};
  // What failed, or else what is doubtful about the reading.
  for (const Severity severity : {Severity::kError, Severity::kWarning}) {
    const auto found = std::ranges::find(result.diagnostics, severity, &Diagnostic::severity);
    if (found == result.diagnostics.end()) continue;
    // What was decided about a document does not make it one of the kind.
    if (found->rule == kCorrectionStale && answer["state"] == "not_ita") break;
    answer["reason"] = placed(found->page, found->message);
    answer["state"] = "needs_review";
    break;
  }
  if (!result.record.stale_corrections.empty()) answer["stale"] = result.record.stale_corrections;
  return json_line(answer) + '\t' + json_line(record);
}

std::string answer_of(const Error& error) {
  const bool memory = error.code() == ErrorCode::kOutOfMemory;
  return json_line({{"state", state_of(error)},
                    {"reason", placed(error.page(), error.what())},
                    {"page", error.page()},
                    {"limit", memory ? ending_name(Ending::kMemory) : ""}});
}

// `corrections` is how many there are of the document.
bool is_answer(const json& answer, size_t corrections) {
  static const std::set<std::string> kStates = {"done",     "needs_review", "not_ita",
                                                "rejected", "quarantined",  "io_error"};
  const auto is_text = [&](const char* key) {
    return answer.contains(key) && answer.at(key).is_string();
  };
  const auto is_numbers = [&](const json& list) {
    return list.is_array() && std::ranges::all_of(list, [&](const json& number) {
             return number.is_number_unsigned() && number.get<std::uint64_t>() < corrections;
           });
  };
  if (answer.is_object() && answer.contains("stale") && !is_numbers(answer.at("stale")))
    return false;
  return answer.is_object() && is_text("state") && is_text("reason") && is_text("limit") &&
         answer.contains("page") && answer.at("page").is_number_integer() &&
         kStates.contains(answer.at("state"));
}

}  // namespace

DocumentReader::DocumentReader(const PipelineOptions& options, const WorkerLimits& limits,
                               const std::string& dataset, const Corrections& corrections)
    : options_(options),
      corrections_(corrections),
      version_(reading_version(options)),
      limits_(fmt::format(" {} s {} MiB", limits.seconds, limits.memory_mib)),
      cache_(dataset, version_.pages),
      sandbox_(extract::folders_to_read(options.extract)) {}

void DocumentReader::prepare() const {
  warm_up();
  extract::load_models(options_.extract);
  gather_memory();
}

bool DocumentReader::is_current(const std::string& sha256, const Outcome& outcome) const {
  return outcome.version == version_.record + (outcome.state == "quarantined" ? limits_ : "") +
                                corrections_.version_of(sha256);
}

std::string DocumentReader::read(const DocumentTask& task, const WorkerVoice& voice) const {
  PipelineOptions options = with_steps_told(options_, voice);
  options.corrections = corrections_.of(task.sha256);
  std::string answer;
  const auto read = [&] {
    answer =
        answer_of(pages_to_record(pages_of(task, voice, sandbox_, cache_, options), options), task);
  };
  with_failures_told(read, [&](const Error& error) { answer = answer_of(error); });
  return answer;
}

DocumentAnswer DocumentReader::conclude(const DocumentTask& task,
                                        const WorkerResult& result) const {
  const std::string corrected = corrections_.version_of(task.sha256);
  Outcome outcome{"quarantined",
                  result.failure,
                  version_.record + limits_ + corrected,
                  ending_name(result.ending),
                  result.step.name,
                  result.step.page};
  // Not the document's fault: it is read again the next time.
  if (result.ending == Ending::kNoProcess) outcome.state = "io_error";
  if (!result.finished()) return {outcome, ""};
  const std::string_view output = result.output;
  const json answer = json_from(output.substr(0, output.find('\t')));
  if (!is_answer(answer, corrections_.of(task.sha256).size()) ||
      output.find('\n') != std::string_view::npos) {
    outcome.limit = ending_name(Ending::kProtocol);
    outcome.reason = kNoRightForm;
    return {outcome, ""};
  }
  outcome.state = answer.at("state");
  outcome.reason = answer.at("reason");
  outcome.limit = answer.at("limit");
  if (outcome.state != "quarantined") {
    outcome.version = version_.record + corrected;
    if (answer.contains("stale")) outcome.stale = answer.at("stale").get<std::vector<size_t>>();
    outcome.step.clear();
    outcome.page = answer.at("page");
  }
  if (!result.attachment.empty()) cache_.keep(task.sha256, result.attachment);
  const size_t tab = output.find('\t');
  return {outcome, tab == std::string_view::npos ? "" : std::string(output.substr(tab + 1))};
}

}  // namespace prongsai
