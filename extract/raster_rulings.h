// SPDX-License-Identifier: GPL-3.0-or-later
// Table lines in a page's picture.
#pragma once

#include <vector>

#include "extract/raster.h"
#include "model/page_text.h"

namespace prongsai::extract {

// The straight dark lines along the axes, longer than letters are tall, in points. Paints them
// white in `raster`, because the OCR engine reads them as letters.
std::vector<Ruling> take_rulings(Raster& raster);

}  // namespace prongsai::extract
