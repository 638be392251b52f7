// SPDX-License-Identifier: GPL-3.0-or-later
// From a file's bytes to pages of words: the first stage.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/ocr_page.h"
#include "model/page_text.h"

namespace prongsai::extract {

enum class OcrMode { kAuto, kNever, kAlways };

struct ExtractOptions {
  OcrMode ocr = OcrMode::kAuto;
  std::string tessdata;            // folder of the OCR models; empty: the system's
  std::vector<bool> wanted_pages;  // wanted_pages[n - 1] for page n; empty: all
  int dots_per_inch = 300;         // of the raster that is given to OCR
  // Told what is begun on which page: "open", "text_layer", "ocr"; page 0 is the whole document.
  std::function<void(const char* step, int page)> on_step;
  PictureMemory memory;  // asked before a picture is read; empty: each one is
};

// Throws Error kMissingModel, which names the package to install, if the options ask for OCR and
// its models are not there. Reading checks it as well; a batch calls it before its first input.
void check_models(const ExtractOptions& options);

// Loads the models that the options ask for, for the calling thread and for the processes that it
// forks, which share them. Throws Error kMissingModel.
void load_models(const ExtractOptions& options);

// The folders whose files are opened while a document is read: models, fonts, character maps.
std::vector<std::string> folders_to_read(const ExtractOptions& options);

// Reads every page of the file: PDF (the text layer where it is usable, OCR elsewhere), PNG, JPEG,
// TIFF (OCR), plain text, Markdown and HTML (blocks). What the file is is decided by its bytes.
// A page that cannot be read comes back empty with a Diagnostic; Error is thrown only if nothing
// can be read at all.
Extraction read_document(const std::filesystem::path& file, const ExtractOptions& options);

// The same for bytes already in memory; `name` is used in messages only.
Extraction read_document(const std::string& bytes, const std::string& name,
                         const ExtractOptions& options);

}  // namespace prongsai::extract
