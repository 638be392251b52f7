// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reading_version.h"

#include <fmt/format.h>

#include "dataset/sha256.h"
#include "extract/versions.h"
#include "source_digests.h"

namespace prongsai {
namespace {

constexpr size_t kDigits = 12;

std::string shortened(const std::string& text) { return sha256_hex(text).substr(0, kDigits); }

std::string pictures_text(const extract::ExtractOptions& options) {
  std::string text = PRONGSAI_PAGES_DIGEST;
  for (const auto& [name, version] : extract::library_versions())
    text += fmt::format("\n{} {}", name, version);
  if (options.ocr != extract::OcrMode::kNever) {
    for (const extract::OcrModel& model : extract::ocr_models(options.tessdata))
      text += fmt::format("\n{} {}", model.name, sha256_hex(model.content));
  }
  return text;
}

std::string options_text(const extract::ExtractOptions& options) {
  std::string text =
      fmt::format("\nocr={} dots={} pages=", static_cast<int>(options.ocr), options.dots_per_inch);
  for (const bool wanted : options.wanted_pages) text += wanted ? '1' : '0';
  return text;
}

}  // namespace

ReadingVersion reading_version(const PipelineOptions& options) {
  const std::string pictures = pictures_text(options.extract);
  const std::string pages = pictures + options_text(options.extract);
  return {shortened(pictures), shortened(pages),
          shortened(fmt::format("{}\n{} year={}", pages, PRONGSAI_RECORD_DIGEST, options.year))};
}

}  // namespace prongsai
