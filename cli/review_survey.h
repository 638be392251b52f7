// SPDX-License-Identifier: GPL-3.0-or-later
// The first look at all documents of a review: what each is listed with, and which of its values
// wait for a reviewer, in which order.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/review_documents.h"
#include "cli/review_pictures.h"
#include "review/queue.h"

namespace prongsai {

// What is kept of a document between the first look and its file.
struct SurveyedDocument {
  size_t index = 0;       // among the reviewed documents
  std::string row;        // of the summary, JSON
  std::string place;      // "34-2567"
  std::string place_row;  // JSON
  int year = 0;
  WantedPictures wanted;
  size_t record_bytes = 0;
};

struct ReviewSurvey {
  std::vector<SurveyedDocument> documents;  // those that have a record
  std::vector<review::Candidate> queue;     // in order; `document` is an index of `documents`
  std::vector<review::GroupKey> groups;
  size_t left_out = 0;  // plausible values for which the queue is too long
  size_t decided = 0;   // values that a reviewer has decided
  std::string digest;   // of all records
};

// `folder`: of the review, from which links to the documents' files start.
ReviewSurvey survey(const ReviewedDocuments& documents, const std::string& folder, int jobs);

}  // namespace prongsai
