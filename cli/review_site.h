// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a review: docs/review.md says what is in it.
#pragma once

#include <string>

#include "cli/review_documents.h"
#include "worker/workers.h"

namespace prongsai {

struct SiteOptions {
  std::string folder;
  int jobs = 0;
  WorkerLimits limits;  // of drawing the pictures of a document
  int size_mib = 1000;  // of the folder; data goes first, then pictures
};

// Writes all of it, and says on standard error what is in it. Throws Error if a file cannot be
// written. The same documents give the same bytes.
void write_review(const ReviewedDocuments& documents, const SiteOptions& options);

}  // namespace prongsai
