// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a document may cost, so that no file keeps the program busy for ever.
#pragma once

#include "extract/read_document.h"

namespace prongsai::extract {

constexpr int kMaxPages = 2000;             // the rest is named in a diagnostic and not read
constexpr double kMaxDecodedBytes = 200e6;  // of an image file, before it is scaled down

// Seconds. Of the processor for a page's content and for all pages of a document, and for drawing
// a page; by the clock for OCR of a page.
constexpr double kPageSeconds = 8;
constexpr double kDocumentSeconds = 60;
constexpr double kRenderSeconds = 20;
constexpr double kOcrSeconds = 60;

// Words are what a document's memory goes to.
constexpr size_t kMaxWords = 2'000'000;

inline bool is_wanted(const ExtractOptions& options, int number) {
  if (options.wanted_pages.empty()) return true;
  const auto index = static_cast<size_t>(number - 1);
  return index < options.wanted_pages.size() && options.wanted_pages[index];
}

}  // namespace prongsai::extract
