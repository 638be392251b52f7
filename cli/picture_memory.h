// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker has read of pictures of pages. A page is known by its pixels: one that a changed
// document shares with the old one, or with another document, is not read again.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/page_cache.h"
#include "extract/ocr_page.h"

namespace prongsai {

class PictureMemory {
 public:
  // `kept` is what earlier workers have read.
  explicit PictureMemory(const PageCache& kept) : kept_(kept) {}

  // For ExtractOptions, while this lives. A reading that is not complete is not remembered.
  extract::PictureMemory recall();

  // What was not known before: pack_picture by the digest of the picture.
  const std::map<std::string, std::string>& fresh() const { return fresh_; }

 private:
  std::optional<extract::OcrPage> find(const std::string& sha256) const;

  const PageCache& kept_;
  std::map<std::string, std::string> fresh_;
};

// By its pixels and how large it is on paper.
std::string sha256_of(const extract::Raster& picture);

}  // namespace prongsai
