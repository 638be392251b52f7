// SPDX-License-Identifier: GPL-3.0-or-later
// The work is cut into steps, each for one process. Whether a picture finds room is settled in the
// order of the steps, however many processes there are and whatever is there already, so that the
// same documents give the same folder.
#include "cli/review_pictures.h"

#include <algorithm>
#include <span>
#include <utility>

#include "cli/messages.h"
#include "cli/page_cache.h"
#include "extract/read_document.h"
#include "model/text.h"
#include "worker/huge_pages.h"

namespace prongsai {
namespace {

constexpr size_t kPagesInStep = 40;
constexpr size_t kCropsInStep = 200;
constexpr size_t kStepsAtOnce = 200;        // then it is seen for how much there is still room
constexpr std::uint64_t kUsualCrop = 9000;  // bytes

std::string page_file(const ReviewedDocument& document, int page) {
  return "pictures/" + document.key + '/' + std::to_string(page) + ".png";
}

std::string crop_file(const ReviewedDocument& document, int crop) {
  return "crops/" + document.key + '/' + std::to_string(crop) + ".png";
}

}  // namespace

ReviewPictures::ReviewPictures(const ReviewedDocuments& documents, ReviewFiles& files,
                               const PictureOptions& options)
    : documents_(documents),
      files_(files),
      options_(options),
      before_(read_pictures_state(files.folder())) {
  now_.budget = options.bytes;
}

std::map<size_t, DrawnPictures> ReviewPictures::draw(const std::vector<WantedPictures>& wanted) {
  std::vector<Step> steps = steps_of(wanted);
  find_fresh(steps);
  std::vector<size_t> work;  // steps that need a worker
  for (size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].fresh.empty()) work.push_back(i);
    reserved_ += steps[i].whole.crops.size() * kUsualCrop;
  }
  make(steps, work);
  std::map<size_t, DrawnPictures> drawn;
  for (const WantedPictures& one : wanted) {
    const KeptPictures& kept = now_.documents[documents_.all()[one.document].sha256];
    DrawnPictures& pictures = drawn[one.document];
    for (const auto& [number, crop] : kept.crops) pictures.crops.insert(number);
    for (const auto& [number, page] : kept.pages) {
      if (!page.left_out) pictures.pages.insert(number);
    }
    pictures.unused = kept.unused;
  }
  files_.write(kPicturesState, pictures_state_text(now_));
  return drawn;
}

void ReviewPictures::make(std::vector<Step>& steps, const std::vector<size_t>& work) {
  extract::ExtractOptions drawing;
  drawing.ocr = extract::OcrMode::kNever;
  const Sandbox sandbox(extract::folders_to_read(drawing));
  size_t settled = 0;
  const auto settle_until = [&](size_t end) {
    for (; settled < end; ++settled) settle(steps[settled], {});
  };
  if (!work.empty()) gather_memory();
  for (auto left = std::span<const size_t>(work); !left.empty();) {
    const auto now = left.first(std::min(left.size(), kStepsAtOnce));
    left = left.subspan(now.size());
    // A process for what finds no room would be one for nothing.
    if (std::ranges::all_of(now, [&](size_t i) { return is_for_nothing(steps[i].fresh); }))
      continue;
    run_workers(
        now.size(), options_.jobs, options_.limits,
        [&](size_t index, const WorkerVoice& voice) {
          ReviewStep& step = steps[now[index]].fresh;
          if (full_of_pages_) step.pages.clear();
          if (full_of_crops_) step.crops.clear();
          return do_review_step(step, documents_, voice, sandbox);
        },
        [&](size_t index, const WorkerResult& result) {
          settle_until(now[index]);
          settle(steps[settled], review_answer(steps[settled].fresh, result));
          ++settled;
        });
  }
  settle_until(steps.size());
}

std::vector<ReviewPictures::Step> ReviewPictures::steps_of(
    const std::vector<WantedPictures>& wanted) const {
  std::vector<Step> steps;
  const auto begin = [&](const WantedPictures& one) {
    steps.push_back({{one.document, {}, {}, false}, {one.document, {}, {}, false}, ""});
  };
  const auto add_pages = [&](const WantedPictures& one, const std::vector<PageSize>& pages) {
    for (const PageSize& page : pages) {
      if (steps.back().whole.pages.size() == kPagesInStep) begin(one);
      steps.back().whole.pages.push_back(page);
    }
  };
  for (const WantedPictures& one : wanted) {
    begin(one);
    steps.back().whole.unused = true;
    steps.back().unused_of =
        one.record_digest + ' ' +
        PageCache::head(documents_.dataset(), documents_.all()[one.document].sha256);
    // Those of a page together: it is drawn once for them.
    std::vector<std::pair<int, CropPlace>> crops(one.crops.begin(), one.crops.end());
    std::ranges::stable_sort(crops, {}, [](const auto& crop) { return crop.second.page; });
    for (const auto& crop : crops) {
      if (steps.back().whole.crops.size() == kCropsInStep) begin(one);
      steps.back().whole.crops.push_back(crop);
    }
    add_pages(one, one.queued);
  }
  for (const auto pages : {&WantedPictures::read, &WantedPictures::others}) {
    for (const WantedPictures& one : wanted) {
      if ((one.*pages).empty()) continue;
      begin(one);
      add_pages(one, one.*pages);
    }
  }
  return steps;
}

bool ReviewPictures::is_for_nothing(const ReviewStep& step) const {
  return !step.unused && (step.crops.empty() || full_of_crops_) &&
         (step.pages.empty() || full_of_pages_);
}

const KeptPictures& ReviewPictures::kept_of(size_t document) const {
  static const KeptPictures kNone;
  const auto found = before_.documents.find(documents_.all()[document].sha256);
  return found == before_.documents.end() ? kNone : found->second;
}

void ReviewPictures::find_fresh(std::vector<Step>& steps) const {
  bool full = false;
  for (Step& step : steps) {
    const ReviewedDocument& document = documents_.all()[step.whole.document];
    const KeptPictures& kept = kept_of(step.whole.document);
    for (const auto& [number, place] : step.whole.crops) {
      const auto crop = kept.crops.find(number);
      if (crop == kept.crops.end() || crop->second.place != place ||
          !files_.has(crop_file(document, number), crop->second.bytes))
        step.fresh.crops.emplace_back(number, place);
    }
    for (const PageSize& page : step.whole.pages) {
      const auto known = kept.pages.find(page.number);
      const bool same = known != kept.pages.end() && known->second.size == size_of(page);
      // There is no more room than there was.
      full = full || (same && known->second.left_out && options_.bytes <= before_.budget);
      if (full) break;
      if (!same || known->second.left_out ||
          !files_.has(page_file(document, page.number), known->second.bytes))
        step.fresh.pages.push_back(page);
    }
    step.fresh.unused = step.whole.unused && kept.unused_of != step.unused_of;
  }
}

void ReviewPictures::settle(const Step& step, const ReviewAnswer& answer) {
  const size_t document = step.whole.document;
  if (!answer.failure.empty() && told_.insert(document).second)
    print_message(clean_utf8(documents_.all()[document].source.name), 0,
                  "without pictures: " + clean_utf8(answer.failure));
  if (step.whole.unused) {
    KeptPictures& now = now_.documents[documents_.all()[document].sha256];
    if (!step.fresh.unused) {
      now.unused = kept_of(document).unused;
      now.unused_of = step.unused_of;
    } else if (answer.unused) {
      now.unused = *answer.unused;
      now.unused_of = step.unused_of;
    }
  }
  for (const auto& [number, place] : step.whole.crops) settle_crop(step, number, place, answer);
  for (const PageSize& page : step.whole.pages) settle_page(step, page, answer);
}

void ReviewPictures::settle_crop(const Step& step, int number, const CropPlace& place,
                                 const ReviewAnswer& answer) {
  const ReviewedDocument& document = documents_.all()[step.whole.document];
  const std::string file = crop_file(document, number);
  reserved_ -= kUsualCrop;
  const bool fresh =
      std::ranges::any_of(step.fresh.crops, [&](const auto& crop) { return crop.first == number; });
  const auto sent = answer.crops.find(number);
  if (full_of_crops_ || (fresh && sent == answer.crops.end())) return;
  const std::uint64_t bytes =
      fresh ? sent->second.size() : kept_of(step.whole.document).crops.at(number).bytes;
  full_of_crops_ = used_ + bytes > options_.bytes;
  if (full_of_crops_) return;
  used_ += bytes;
  now_.documents[document.sha256].crops[number] = {place, bytes};
  if (!fresh) return files_.keep(file);
  ++drawn_;
  files_.write(file, sent->second);
}

void ReviewPictures::settle_page(const Step& step, const PageSize& page,
                                 const ReviewAnswer& answer) {
  const ReviewedDocument& document = documents_.all()[step.whole.document];
  const std::string file = page_file(document, page.number);
  if (full_of_pages_) return;
  const bool fresh = std::ranges::any_of(
      step.fresh.pages, [&](const PageSize& other) { return other.number == page.number; });
  const auto sent = answer.pages.find(page.number);
  if (fresh && sent == answer.pages.end()) return;
  const KeptPictures& kept = kept_of(step.whole.document);
  KeptPage now{size_of(page), fresh ? sent->second.size() : kept.pages.at(page.number).bytes};
  now.left_out = used_ + now.bytes + reserved_ > options_.bytes ||
                 (!fresh && kept.pages.at(page.number).left_out);
  now_.documents[document.sha256].pages[page.number] = now;
  full_of_pages_ = now.left_out;
  if (full_of_pages_) return;
  used_ += now.bytes;
  if (!fresh) return files_.keep(file);
  ++drawn_;
  files_.write(file, sent->second);
}

}  // namespace prongsai
