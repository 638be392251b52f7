// SPDX-License-Identifier: GPL-3.0-or-later
// What one worker draws of one document for a review.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/review_documents.h"
#include "cli/review_json.h"
#include "cli/review_unused.h"
#include "extract/page_image.h"
#include "worker/workers.h"

namespace prongsai {

struct ReviewStep {
  size_t document = 0;
  std::vector<std::pair<int, CropPlace>> crops;  // by their number
  std::vector<PageSize> pages;
  bool unused = false;  // whether to find what is unused

  bool empty() const { return crops.empty() && pages.empty() && !unused; }
};

// What a worker has sent, as far as it has the right form.
struct ReviewAnswer {
  std::map<int, std::string> crops;  // PNG
  std::map<int, std::string> pages;
  std::optional<UnusedLines> unused;
  std::string failure;  // why something is missing; of a document
};

extract::PixelSize size_of(const PageSize& page);

// In a worker: the pages as they were kept, and the file, if it is still the same.
std::string do_review_step(const ReviewStep& step, const ReviewedDocuments& documents,
                           const WorkerVoice& voice, const Sandbox& sandbox);

ReviewAnswer review_answer(const ReviewStep& step, const WorkerResult& result);

}  // namespace prongsai
