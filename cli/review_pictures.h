// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a review, drawn by workers, and what of the pages was not used. What an earlier
// run has drawn is drawn again only if it would come out otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/review_documents.h"
#include "cli/review_files.h"
#include "cli/review_pictures_state.h"
#include "cli/review_step.h"
#include "worker/workers.h"

namespace prongsai {

// What is wanted of a document. Where there is no room for all, the crops of all documents come
// first, then the queued pages of all, and so on.
struct WantedPictures {
  size_t document = 0;
  std::string record_digest;       // what is unused depends on the record
  std::map<int, CropPlace> crops;  // by their number
  std::vector<PageSize> queued;    // pages with values that wait for a reviewer
  std::vector<PageSize> read;      // other pages that values were read from
  std::vector<PageSize> others;
};

struct DrawnPictures {
  std::set<int> crops;
  std::set<int> pages;
  UnusedLines unused;
};

struct PictureOptions {
  int jobs = 0;
  WorkerLimits limits;
  std::uint64_t bytes = 0;  // that all pictures together may have
};

class ReviewPictures {
 public:
  ReviewPictures(const ReviewedDocuments& documents, ReviewFiles& files,
                 const PictureOptions& options);

  // Gives for each of the documents what there is of it now; of several of one kind, those that
  // stand first in `wanted` are served first. Files of which no picture can be had are named on
  // standard error.
  std::map<size_t, DrawnPictures> draw(const std::vector<WantedPictures>& wanted);

  // How many pictures this run has drawn.
  size_t drawn() const { return drawn_; }
  // Whether there was no room for some.
  bool full() const { return full_of_pages_; }

 private:
  // A part of what is wanted, and of it what has to be made.
  struct Step {
    ReviewStep whole;
    ReviewStep fresh;
    std::string unused_of;
  };

  std::vector<Step> steps_of(const std::vector<WantedPictures>& wanted) const;
  void find_fresh(std::vector<Step>& steps) const;
  // Does the steps of `work`, and settles all.
  void make(std::vector<Step>& steps, const std::vector<size_t>& work);
  void settle(const Step& step, const ReviewAnswer& answer);
  void settle_crop(const Step& step, int number, const CropPlace& place,
                   const ReviewAnswer& answer);
  void settle_page(const Step& step, const PageSize& page, const ReviewAnswer& answer);
  bool is_for_nothing(const ReviewStep& step) const;
  const KeptPictures& kept_of(size_t document) const;

  const ReviewedDocuments& documents_;
  ReviewFiles& files_;
  PictureOptions options_;
  PicturesState before_;
  PicturesState now_;
  std::set<size_t> told_;       // documents of which was said that something is missing
  std::uint64_t used_ = 0;      // bytes
  std::uint64_t reserved_ = 0;  // for crops that are still to come
  size_t drawn_ = 0;
  bool full_of_crops_ = false;
  bool full_of_pages_ = false;
};

}  // namespace prongsai
