// SPDX-License-Identifier: GPL-3.0-or-later
// How tall the letters of a page's main text are.
#pragma once

#include <vector>

#include "extract/text_segments.h"

namespace prongsai::extract {

// The height that most of the page's ink has, weighed by width, in pixels; but what is very small
// is the noise of a shadow if there are letters beside it. 0 without letters.
double letter_height(const std::vector<InkPart>& parts, double dots_per_inch);

}  // namespace prongsai::extract
