// SPDX-License-Identifier: GPL-3.0-or-later
// A worker answers a WorkerAnswer with "sizes", in bytes, of the pictures in the order of the step,
// crops first, 0 for one that could not be drawn; and "unused". The pictures are attached, one
// behind the other.
#include "cli/review_step.h"

#include <utility>

#include "cli/page_cache.h"
#include "cli/pages_archive.h"
#include "cli/pipeline.h"
#include "cli/png_check.h"
#include "cli/worker_answer.h"
#include "dataset/json_line.h"
#include "dataset/sha256.h"
#include "extract/page_image.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// The file, and the worker shut in, whether there is one or not.
std::string bytes_of(const ReviewedDocument& document, const WorkerVoice& voice,
                     const Sandbox& sandbox) {
  try {
    return take_input(document.source, voice, sandbox);
  } catch (const Error&) {
    // What lies in an archive is looked for behind closed doors.
    if (document.source.place.archive.empty()) voice.shut_in(sandbox);
    throw;
  }
}

void draw(const ReviewStep& step, const ReviewedDocument& document, const std::string& bytes,
          const WorkerVoice& voice, json& sizes, std::string& pictures) {
  if (sha256_hex(bytes) != document.sha256)
    throw Error(ErrorCode::kUnreadable, "", 0, "has changed since it was read");
  extract::PageImages images(bytes, document.source.name);
  const auto add = [&](const std::string& png) {
    sizes.push_back(png.size());
    pictures += png;
  };
  for (const auto& [number, crop] : step.crops) {
    voice.begin({"crop", crop.page});
    add(images.part(crop.page, crop.part, {crop.width, crop.height}));
  }
  for (const PageSize& page : step.pages) {
    voice.begin({"picture", page.number});
    add(images.page(page.number, size_of(page)));
  }
}

}  // namespace

extract::PixelSize size_of(const PageSize& page) {
  return extract::pixel_size(page.width, page.height, kPageDotsPerInch);
}

std::string do_review_step(const ReviewStep& step, const ReviewedDocuments& documents,
                           const WorkerVoice& voice, const Sandbox& sandbox) {
  const ReviewedDocument& document = documents.all()[step.document];
  WorkerAnswer answer;
  json& sizes = answer.json["sizes"] = json::array();
  answer.json["unused"] = nullptr;
  std::string pictures;
  const json record = step.unused ? documents.record(step.document) : json();
  const std::string pages =
      step.unused ? PageCache::any(documents.dataset(), document.sha256) : std::string();
  const auto tell = [&](const Error& error) { answer.note(error.page(), error.what()); };
  with_failures_told(
      [&] {
        if (step.crops.empty() && step.pages.empty()) {
          voice.shut_in(sandbox);
        } else {
          const std::string bytes = bytes_of(document, voice, sandbox);
          draw(step, document, bytes, voice, sizes, pictures);
        }
      },
      tell);
  with_failures_told(
      [&] {
        if (step.unused)
          answer.json["unused"] = unused_json(
              pages.empty() ? UnusedLines() : unused_lines(unpack_pages(pages), record));
      },
      tell);
  if (!pictures.empty()) voice.attach(pictures);
  return json_line(answer.json);
}

ReviewAnswer review_answer(const ReviewStep& step, const WorkerResult& result) {
  ReviewAnswer answer;
  answer.failure = result.failure;
  if (!result.finished()) return answer;
  const auto told = WorkerAnswer::read(result.output);
  if (!told || !told->json.contains("sizes") || !told->json.at("sizes").is_array() ||
      !told->json.contains("unused")) {
    answer.failure = kNoRightForm;
    return answer;
  }
  if (!told->json.at("messages").empty())
    answer.failure = told->json.at("messages").front().at(1).get<std::string>();
  answer.unused = unused_from(told->json.at("unused"));
  const json& sizes = told->json.at("sizes");
  std::string_view left = result.attachment;
  size_t index = 0;
  const auto next = [&](int width, int height) {
    if (index >= sizes.size() || !sizes.at(index).is_number_unsigned()) return std::string();
    const std::string png(left.substr(0, sizes.at(index++).get<size_t>()));
    left.remove_prefix(png.size());
    if (png.empty() || is_plain_png(png, width, height)) return png;
    answer.failure = kNoRightForm;
    return std::string();
  };
  for (const auto& [number, crop] : step.crops) {
    std::string png = next(crop.width, crop.height);
    if (!png.empty()) answer.crops.emplace(number, std::move(png));
  }
  for (const PageSize& page : step.pages) {
    std::string png = next(size_of(page).width, size_of(page).height);
    if (!png.empty()) answer.pages.emplace(page.number, std::move(png));
  }
  return answer;
}

}  // namespace prongsai
