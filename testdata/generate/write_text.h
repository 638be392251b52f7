// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a document as OCR tools write what they see: tables as tab-separated lines, stray markup.
#pragma once

#include <string>

#include "testdata/generate/flow.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

std::string to_ocr_text(const Document& document, Random random);

}  // namespace prongsai::testdata
