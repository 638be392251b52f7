// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "extract/read_document.h"

namespace prongsai::extract {

// Reads a PNG, JPEG or TIFF (each of its images a page) by OCR. `tessdata` is the folder of the
// models; nothing is read if it is empty.
Extraction read_image(const std::string& bytes, const std::string& media_type,
                      const std::string& name, const ExtractOptions& options,
                      const std::string& tessdata);

}  // namespace prongsai::extract
