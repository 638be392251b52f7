// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's reading depends on besides the page: libraries, and models of the OCR engine.
#pragma once

#include <string>
#include <vector>

#include "model/versions.h"

namespace prongsai::extract {

// Poppler, Tesseract, Leptonica.
LibraryVersions library_versions();

struct OcrModel {
  std::string name;     // tha, eng, thascore
  std::string path;     // its file; empty where it is part of the program, or missing
  std::string content;  // empty where it is missing
};

// The models that OCR uses, given the folder that --tessdata names (or empty). One that is missing
// is listed as such; nothing is thrown.
std::vector<OcrModel> ocr_models(const std::string& tessdata);

}  // namespace prongsai::extract
