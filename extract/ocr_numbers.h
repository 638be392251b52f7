// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers and codes of a page, read again by our own model.
#pragma once

#include <vector>

#include "extract/number_model.h"
#include "extract/ocr_words.h"
#include "extract/raster.h"

namespace prongsai::extract {

// The Thai model found the lines; the number model reads each of them, cut at table lines and wide
// gaps, and its digits and codes take the place of what stands there. `raster` is the page without
// its table lines; symbols and rulings are in points.
std::vector<OcrSymbol> with_numbers(const std::vector<OcrSymbol>& symbols, const Raster& raster,
                                    const std::vector<Ruling>& rulings, NumberReader& reader);

}  // namespace prongsai::extract
