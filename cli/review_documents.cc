// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/dataset_corrections.h"
#include "cli/dataset_document.h"
#include "cli/messages.h"
#include "dataset/document_id.h"
#include "dataset/json_line.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kScheme = "sha256:";

}  // namespace

bool is_dataset(const std::string& folder) {
  std::error_code error;
  return std::filesystem::is_regular_file(std::filesystem::path(folder) / Journal::kFile, error);
}

ReviewedDocuments::ReviewedDocuments(const std::string& dataset)
    : dataset_(dataset),
      journal_(std::make_unique<Journal>(dataset)),
      known_(std::make_unique<Known>(*journal_)),
      corrections_(corrections_of(dataset).counted) {
  for (const auto& [sha256, names] : known_->contents()) {
    const auto outcome = known_->outcomes().find(sha256);
    if (outcome == known_->outcomes().end() || known_->record_of(sha256).empty()) continue;
    const SourceState& state = known_->sources().at(names.front());
    add({sha256,
         "",
         outcome->second.state,
         {.name = names.front(), .place = {state.archive, state.offset, sha256}}});
  }
}

ReviewedDocuments::ReviewedDocuments(const std::vector<json>& records) {
  std::vector<std::pair<std::string, const json*>> sorted;
  for (const json& record : records) {
    const std::string id = record.at("document").value("id", "");
    if (is_document_id(id)) sorted.emplace_back(id.substr(kScheme.size()), &record);
  }
  std::ranges::stable_sort(sorted, {}, [](const auto& row) { return row.first; });
  for (const auto& [sha256, record] : sorted) {
    if (!documents_.empty() && documents_.back().sha256 == sha256) continue;
    add({sha256, "", "", {.name = record->at("document").at("source"), .place = {}}});
    if (records_.size() < documents_.size()) records_.push_back(json_line(*record));
  }
}

void ReviewedDocuments::add(ReviewedDocument document) {
  document.key = document_key(std::string(kScheme) + document.sha256);
  // Files are named by the first digits: who makes two documents with the same ones means harm.
  if (!documents_.empty() && documents_.back().key == document.key) {
    print_message(clean_utf8(document.source.name), 0,
                  "left out: its digest begins like that of another document");
    return;
  }
  documents_.push_back(std::move(document));
}

json ReviewedDocuments::record(size_t index) const {
  const ReviewedDocument& document = documents_[index];
  DocumentEntry entry{document.sha256, document.state, {}, {clean_utf8(document.source.name)}};
  entry.commands = {""};
  return dataset_document(std::move(entry),
                          known_ ? known_->record_of(document.sha256) : records_[index])
      .record;
}

std::vector<std::string> ReviewedDocuments::reviewers_of(size_t index, const std::string& name,
                                                         const std::string& pointer) const {
  std::vector<std::string> names;
  for (const Correction& correction : corrections_.of(documents_[index].sha256)) {
    const bool same =
        correction.what.empty() ? correction.pointer == pointer : correction.what == name;
    if (same) names.push_back(clean_utf8(correction.who));
  }
  return names;
}

std::vector<std::string> ReviewedDocuments::stale_corrections() const {
  std::vector<std::string> sentences;
  if (!known_) return sentences;
  for (const auto& [line, why] : outcome_of_corrections(corrections_, *known_).stale)
    sentences.push_back(fmt::format("corrections.csv:{}: {}", line, clean_utf8(why)));
  return sentences;
}

}  // namespace prongsai
