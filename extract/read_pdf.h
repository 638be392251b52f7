// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "extract/read_document.h"

namespace prongsai::extract {

// Reads a PDF, page by page from its text layer or by OCR. `tessdata` is the folder of the OCR
// models, empty where OCR is switched off.
Extraction read_pdf(const std::string& bytes, const std::string& name,
                    const ExtractOptions& options, const std::string& tessdata);

}  // namespace prongsai::extract
