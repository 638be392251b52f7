// SPDX-License-Identifier: GPL-3.0-or-later
// A worker's answer is {"state", "reason", "page", "limit"}, perhaps "stale" and "pictures", and if
// there is a record a tab and the record: it is put into the journal as it came, and tried when the
// dataset is written. Attached is what was read and not known: the pictures, of which "pictures"
// tells the sizes in bytes by their digests, in this order, and behind them the document's pages.
#include "cli/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/pages_archive.h"
#include "cli/picture_memory.h"
#include "cli/warm_up.h"
#include "dataset/document_id.h"
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

// An answer, and the record as one line; empty: none.
struct Told {
  json answer;
  std::string record;
};

// Reads the pages and attaches them; `pictures` are told beside the answer.
Extraction pages_of(const DocumentTask& task, const WorkerVoice& voice, const Sandbox& sandbox,
                    PipelineOptions options, const PageCache& kept, json& pictures) {
  PictureMemory memory(kept);
  options.extract.memory = memory.recall();
  const std::string bytes = take_input(task.source, voice, sandbox);
  if (sha256_hex(bytes) != task.sha256)
    throw Error(ErrorCode::kUnreadable, task.source.name, 0, "has changed since it was looked at");
  Extraction extraction = read_pages(bytes, task.source.name, options);
  std::string attached;
  for (const auto& [sha256, picture] : memory.fresh()) {
    attached += picture;
    pictures[sha256] = picture.size();
  }
  voice.attach(attached + pack_pages(extraction));
  return extraction;
}

std::string placed(int page, const std::string& message) {
  return page > 0 ? fmt::format("page {}: {}", page, message) : message;
}

Told answer_of(PipelineResult result, const DocumentTask& task) {
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
  return {std::move(answer), json_line(record)};
}

Told answer_of(const Error& error) {
  const bool memory = error.code() == ErrorCode::kOutOfMemory;
  return {{{"state", state_of(error)},
           {"reason", placed(error.page(), error.what())},
           {"page", error.page()},
           {"limit", memory ? ending_name(Ending::kMemory) : ""}},
          ""};
}

// Sizes by digests, which are not more than is `attached`.
bool is_pictures(const json& pictures, size_t attached) {
  if (!pictures.is_object()) return false;
  for (const auto& [sha256, size] : pictures.items()) {
    if (!is_document_id("sha256:" + sha256) || !size.is_number_unsigned() ||
        size.get<std::uint64_t>() > attached)
      return false;
    attached -= size.get<size_t>();
  }
  return true;
}

// `corrections` is how many there are of the document, `attached` what came along in bytes.
bool is_answer(const json& answer, size_t corrections, size_t attached) {
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
  if (answer.is_object() && answer.contains("pictures") &&
      !is_pictures(answer.at("pictures"), attached))
    return false;
  return answer.is_object() && is_text("state") && is_text("reason") && is_text("limit") &&
         answer.contains("page") && answer.at("page").is_number_integer() &&
         kStates.contains(answer.at("state"));
}

// What a worker may open while it reads. What is kept of pictures has to be there to be allowed.
std::vector<std::string> folders_to_read(const PipelineOptions& options,
                                         const std::string& dataset) {
  std::vector<std::string> folders = extract::folders_to_read(options.extract);
  folders.push_back(PageCache::folder_of(dataset, PageCacheKind::kPictures));
  std::error_code error;
  std::filesystem::create_directories(folders.back(), error);
  return folders;
}

}  // namespace

DocumentReader::DocumentReader(const PipelineOptions& options, const WorkerLimits& limits,
                               const std::string& dataset, const Corrections& corrections)
    : options_(options),
      corrections_(corrections),
      version_(reading_version(options)),
      limits_(fmt::format(" {} s {} MiB", limits.seconds, limits.memory_mib)),
      documents_(dataset, PageCacheKind::kDocuments, version_.pages),
      pictures_(dataset, PageCacheKind::kPictures, version_.pictures),
      sandbox_(folders_to_read(options, dataset)) {}

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
  Told told;
  json pictures;
  const auto read = [&] {
    const std::string kept = documents_.find(task.sha256);
    if (!kept.empty()) voice.shut_in(sandbox_);
    Extraction pages = kept.empty() ? pages_of(task, voice, sandbox_, options, pictures_, pictures)
                                    : unpack_pages(kept);
    told = answer_of(pages_to_record(std::move(pages), options), task);
  };
  with_failures_told(read, [&](const Error& error) { told = answer_of(error); });
  if (!pictures.empty()) told.answer["pictures"] = std::move(pictures);
  return json_line(told.answer) + (told.record.empty() ? "" : '\t' + told.record);
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
  if (!is_answer(answer, corrections_.of(task.sha256).size(), result.attachment.size()) ||
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
  std::string_view attached = result.attachment;
  const json pictures = answer.value("pictures", json::object());
  for (const auto& [digest, size] : pictures.items()) {
    pictures_.keep(digest, attached.substr(0, size.get<size_t>()));
    attached.remove_prefix(size.get<size_t>());
  }
  if (!attached.empty()) documents_.keep(task.sha256, attached);
  const size_t tab = output.find('\t');
  return {outcome, tab == std::string_view::npos ? "" : std::string(output.substr(tab + 1))};
}

}  // namespace prongsai
