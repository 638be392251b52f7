// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pipeline.h"

#include <set>
#include <utility>

#include "cli/archive.h"
#include "cli/warm_up.h"
#include "dataset/sha256.h"
#include "model/layout.h"
#include "model/read_record.h"
#include "model/text.h"
#include "normalize/repair.h"

namespace prongsai {

Extraction read_pages(const std::string& bytes, const std::string& source,
                      const PipelineOptions& options) {
  Extraction extraction = extract::read_document(bytes, source, options.extract);
  if (extraction.pages.empty() && !options.extract.wanted_pages.empty())
    throw Error(ErrorCode::kNoPages, source, 0, "has none of the pages that were asked for");
  return extraction;
}

std::vector<Block> read_blocks(const Extraction& extraction) {
  std::vector<Block> blocks = lay_out(extraction.pages);
  std::set<int> ocr_pages;
  for (const PageText& page : extraction.pages) {
    if (page.method == Method::kOcr) ocr_pages.insert(page.number);
  }
  normalize::repair(blocks, ocr_pages);
  return blocks;
}

PipelineResult pages_to_record(Extraction extraction, const PipelineOptions& options) {
  PipelineResult result;
  if (options.extract.on_step) options.extract.on_step("record", 0);
  const std::vector<Block> blocks = read_blocks(extraction);
  result.record = read_record(blocks, {options.year, options.corrections});
  result.document.media_type = extraction.media_type;
  result.diagnostics = std::move(extraction.diagnostics);
  for (const size_t stale : result.record.stale_corrections) {
    const Correction& one = options.corrections[stale];
    const std::string& value = one.what.empty() ? one.pointer : one.what;
    result.diagnostics.push_back({Severity::kWarning, kCorrectionStale, 0,
                                  "a correction of " + clean_utf8(value) + " finds no value"});
  }
  for (PageText& page : extraction.pages) {
    page.words.clear();
    page.hidden_words.clear();
    page.rulings.clear();
    page.blocks.clear();
    result.document.pages.push_back(std::move(page));
  }
  return result;
}

std::unique_ptr<Sandbox> prepare_workers(const PipelineOptions& options) {
  warm_up();
  return std::make_unique<Sandbox>(extract::folders_to_read(options.extract));
}

std::string take_input(const Input& input, const WorkerVoice& voice, const Sandbox& sandbox) {
  voice.begin({"read", 0});
  if (!input.place.archive.empty()) {
    // An archive is as hostile as what is in it.
    voice.shut_in(Sandbox(sandbox, files_of_archive(input.place.archive)));
    return read_input(input);
  }
  std::string bytes = read_input(input);
  voice.shut_in(sandbox);
  return bytes;
}

PipelineOptions with_steps_told(PipelineOptions options, const WorkerVoice& voice) {
  options.extract.on_step = [voice](const char* step, int page) { voice.begin({step, page}); };
  return options;
}

PipelineResult read_to_record(const std::string& bytes, const std::string& source,
                              const PipelineOptions& options) {
  PipelineResult result = pages_to_record(read_pages(bytes, source, options), options);
  result.document.sha256 = sha256_hex(bytes);
  result.document.source = source;
  return result;
}

}  // namespace prongsai
