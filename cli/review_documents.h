// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that a review is about: those of a dataset that have records, or records alone.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/corrections.h"
#include "cli/inputs.h"
#include "dataset/journal.h"
#include "dataset/known.h"

namespace prongsai {

struct ReviewedDocument {
  std::string sha256;
  std::string key;    // of its files: the first digits
  std::string state;  // "needs_review", ...
  Input source;       // where its file was found last
};

class ReviewedDocuments {
 public:
  // Of a dataset, which is locked as long as this lives. Throws Error if it is in use, or damaged.
  explicit ReviewedDocuments(const std::string& dataset);
  // Of records as `extract` prints them. Of two of one document the first is taken.
  explicit ReviewedDocuments(const std::vector<nlohmann::ordered_json>& records);

  // Sorted by the digest.
  const std::vector<ReviewedDocument>& all() const { return documents_; }
  // The record of document `index`; null if it is not one. For several threads at once.
  nlohmann::ordered_json record(size_t index) const;
  // Who has decided about a value of document `index`: its name, or its pointer.
  std::vector<std::string> reviewers_of(size_t index, const std::string& name,
                                        const std::string& pointer) const;
  // The decisions that the last build of the dataset found no value for, a sentence each.
  std::vector<std::string> stale_corrections() const;
  // The folder of the dataset; empty of records.
  const std::string& dataset() const { return dataset_; }
  // Whether the last build of the dataset came to its end; true of records.
  bool is_written() const { return !known_ || !known_->exported().empty(); }

 private:
  void add(ReviewedDocument document);

  std::string dataset_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<Known> known_;
  Corrections corrections_;
  std::vector<ReviewedDocument> documents_;
  std::vector<std::string> records_;  // where there is no journal
};

// Whether it is the folder of a dataset that `build` has made.
bool is_dataset(const std::string& folder);

}  // namespace prongsai
