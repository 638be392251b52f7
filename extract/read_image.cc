// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_image.h"

#include "extract/image_file.h"
#include "extract/limits.h"
#include "extract/ocr.h"

namespace prongsai::extract {
namespace {

PageText read_page(const Raster& raster, int number, const PictureMemory& memory,
                   const std::string& tessdata, std::vector<Diagnostic>& diagnostics) {
  PageText page;
  page.number = number;
  page.method = Method::kOcr;
  page.method_reason = "image_file";
  page.confidence = 0;
  if (raster.empty()) {
    diagnostics.push_back({Severity::kError, "page_unreadable", number,
                           "the image could not be converted; its page is left empty"});
    return page;
  }
  page.width = raster.width * 72 / raster.dots_per_inch;
  page.height = raster.height * 72 / raster.dots_per_inch;
  if (tessdata.empty()) {
    diagnostics.push_back({Severity::kWarning, "page_needs_ocr", number,
                           "this is a picture and OCR is switched off; the page is left empty"});
    return page;
  }
  OcrPage read = read_by_ocr(raster, tessdata, kOcrSeconds, memory);
  page.words = std::move(read.words);
  page.rulings = std::move(read.rulings);
  page.confidence = read.confidence;
  page.lean = read.lean;
  if (!read.complete) {
    diagnostics.push_back(
        {Severity::kError, "page_timeout", number,
         "reading the page's picture took too long, or it is noise; it is incomplete"});
  }
  return page;
}

}  // namespace

Extraction read_image(const std::string& bytes, const std::string& media_type,
                      const std::string& name, const ExtractOptions& options,
                      const std::string& tessdata) {
  Extraction extraction;
  extraction.media_type = media_type;
  ImageFile file(bytes, media_type, name);
  for (auto next = file.next(); next != ImageFile::Next::kEnd && file.number() <= kMaxPages;
       next = file.next()) {
    const int number = file.number();
    if (next == ImageFile::Next::kDamaged) {
      extraction.diagnostics.push_back(
          {Severity::kError, "page_unreadable", number,
           "the image is damaged; the pages from here on are missing"});
      break;
    }
    if (!is_wanted(options, number)) continue;
    if (options.on_step && !tessdata.empty()) options.on_step("ocr", number);
    extraction.pages.push_back(
        read_page(file.raster(), number, options.memory, tessdata, extraction.diagnostics));
  }
  return extraction;
}

}  // namespace prongsai::extract
