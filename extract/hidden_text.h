// SPDX-License-Identifier: GPL-3.0-or-later
// Which glyphs a reader of the page does not see, or not as its text.
#pragma once

#include <vector>

#include "extract/page_content.h"

namespace prongsai::extract {

enum class Visibility : uint8_t {
  kVisible,
  kHidden,     // not painted, painted white on white, clipped away, or covered later
  kWatermark,  // slanted, or large and light: laid over the page
};

// One entry per glyph of the page.
std::vector<Visibility> glyph_visibility(const PageContent& page);

}  // namespace prongsai::extract
