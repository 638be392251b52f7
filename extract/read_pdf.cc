// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_pdf.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/path_rulings.h"
#include "extract/pdf_document.h"
#include "extract/words.h"

namespace prongsai::extract {
namespace {

// Processor time, in seconds: of one page's content, and of all pages of a document.
constexpr double kPageSeconds = 10;

}  // namespace

Extraction read_pdf(const std::string& bytes, const std::string& name,
                    const ExtractOptions& options) {
  Extraction extraction;
  extraction.media_type = "application/pdf";
  PdfDocument document(bytes, name);
  (void)options;
  for (int number = 1; number <= document.page_count(); ++number) {
    PageText page;
    page.number = number;
    if (document.has_page(number)) {
      PageContent content = document.page(number, kPageSeconds);
      page.width = content.width;
      page.height = content.height;
      page.rulings = merged(std::move(content.rulings));
      page.method_reason = "text_layer_usable";
      join_words(content, page.rulings, page.words, page.hidden_words);
    }
    extraction.pages.push_back(std::move(page));
  }
  return extraction;
}

}  // namespace prongsai::extract
