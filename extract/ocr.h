// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a page from its picture.
#pragma once

#include <string>

#include "extract/ocr_page.h"

namespace prongsai::extract {

// Loads the models of a folder for the calling thread; read_by_ocr does it where nobody has.
// Throws Error kMissingModel.
void load_ocr(const std::string& tessdata);

// Reads the words of a page. `seconds` is time by the clock. With a memory, it is asked first.
OcrPage read_by_ocr(const Raster& raster, const std::string& tessdata, double seconds,
                    const PictureMemory& memory = {});

}  // namespace prongsai::extract
