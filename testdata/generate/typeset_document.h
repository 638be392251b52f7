// SPDX-License-Identifier: GPL-3.0-or-later
// Sets a document on pages of A4 and writes it as a PDF.
#pragma once

#include <filesystem>

#include "testdata/generate/flow.h"
#include "testdata/generate/glyphs.h"
#include "testdata/generate/noise.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

// Throws std::runtime_error if the file cannot be written.
void write_pdf(const Document& document, Noise noise, Typesetter& setter, Random random,
               const std::filesystem::path& file);

}  // namespace prongsai::testdata
