// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pipeline.h"

#include <openssl/evp.h>

#include <array>
#include <set>
#include <utility>

#include "model/layout.h"
#include "model/read_record.h"
#include "normalize/repair.h"

namespace prongsai {
namespace {

std::string sha256_hex(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorCode::kInternal, "", 0, "SHA-256 failed");
  }
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    hex += kHex[digest[i] >> 4U];
    hex += kHex[digest[i] & 15U];
  }
  return hex;
}

}  // namespace

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
  const std::vector<Block> blocks = read_blocks(extraction);
  result.record = read_record(blocks, {options.year});
  result.document.media_type = extraction.media_type;
  result.diagnostics = std::move(extraction.diagnostics);
  for (PageText& page : extraction.pages) {
    page.words.clear();
    page.hidden_words.clear();
    page.rulings.clear();
    page.blocks.clear();
    result.document.pages.push_back(std::move(page));
  }
  return result;
}

PipelineResult read_to_record(const std::string& bytes, const std::string& source,
                              const PipelineOptions& options) {
  PipelineResult result = pages_to_record(read_pages(bytes, source, options), options);
  result.document.sha256 = sha256_hex(bytes);
  result.document.source = source;
  return result;
}

}  // namespace prongsai
