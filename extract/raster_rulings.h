// SPDX-License-Identifier: GPL-3.0-or-later
// Table lines in a page's picture. Leptonica types: for .cc files only.
#pragma once

#include <vector>

#include "extract/page_picture.h"
#include "model/page_text.h"

namespace prongsai::extract {

// The straight dark lines along the axes, longer than letters are tall, in points. Takes them out
// of the page's ink and paints them white, because they would be read as letters.
std::vector<Ruling> take_rulings(PagePicture& page);

}  // namespace prongsai::extract
