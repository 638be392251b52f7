// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF file, opened: the pages' contents and their rasters.
#pragma once

#include <memory>
#include <string>

#include "extract/page_content.h"
#include "extract/raster.h"

namespace prongsai::extract {

class PdfDocument {
 public:
  // Throws Error (kEncrypted, kDamaged, kNoPages). `bytes` must outlive the document.
  PdfDocument(const std::string& bytes, const std::string& name);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  // As the file announces them; page() tells which of them exist.
  int page_count() const;
  // Whether the cross-reference table had to be rebuilt from the file's objects.
  bool was_repaired() const;
  // What Poppler complained about so far, and its first complaint.
  int complaints() const;
  const std::string& first_complaint() const;

  bool has_page(int number) const;
  // What the page draws. The page must exist.
  PageContent page(int number, double cpu_seconds);
  // The page in gray as it is shown. The resolution is lowered so far that the raster stays within
  // kMaxRasterPixels; an empty raster means that the page could not be drawn.
  Raster render(int number, double dots_per_inch, double cpu_seconds);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace prongsai::extract
