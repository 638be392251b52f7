// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs seen along their own line of writing, whichever way it is turned on the page.
#pragma once

#include <string_view>
#include <vector>

#include "extract/hidden_text.h"
#include "extract/page_content.h"

namespace prongsai::extract {

enum class GlyphKind : uint8_t { kLetter, kMark, kSpace };

// A glyph in its line's frame: `from` and `to` along the writing, `base` across it, growing
// downwards as a reader of the line sees it.
struct LineGlyph {
  uint32_t index = 0;  // into PageContent::glyphs
  float from = 0;
  float to = 0;
  float base = 0;
  float em = 0;
  uint16_t rotation = 0;  // 0, 90, 180 or 270
  GlyphKind kind = GlyphKind::kLetter;
  Visibility visibility = Visibility::kVisible;
  bool bold = false;
  // Spacing between letters of the run that this glyph belongs to, beyond their advance; 0 where
  // the run is not letter-spaced.
  float letter_spacing = 0;
};

inline std::u32string_view text_of(const PageContent& page, const Glyph& glyph) {
  return std::u32string_view(page.text).substr(glyph.text, glyph.length);
}

// The page's glyphs in content order, without those that print another one again (a way to fake
// bold; the one that stays is marked bold).
std::vector<LineGlyph> line_glyphs(const PageContent& page);

}  // namespace prongsai::extract
