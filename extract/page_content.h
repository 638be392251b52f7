// SPDX-License-Identifier: GPL-3.0-or-later
// What a page draws, before anything is joined: glyphs, straight lines, filled areas and images.
// Points, origin at the top left of the page as it is shown, y growing downwards.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/page_text.h"

namespace prongsai::extract {

// A font as it is used on the page.
struct FontStyle {
  std::string name;
  bool bold = false;
  float ascent = 0.95F;    // of the em, above the baseline
  float descent = -0.35F;  // of the em, below it
};

// One drawn glyph. Its code points are PageContent::text[text, text + length): usually one, several
// for a ligature or an ActualText span, none if the font does not tell.
struct Glyph {
  uint32_t text = 0;
  uint32_t length = 0;
  float x = 0;  // start of its baseline
  float y = 0;
  float dx = 0;  // how far it moves the pen, character spacing left out
  float dy = 0;
  float size = 0;         // font size
  float em = 0;           // font size along the baseline, which horizontal scaling changes
  float angle = 0;        // of the baseline against the page, degrees clockwise, 0 <= angle < 360
  uint32_t order = 0;     // in which order the page paints glyphs and areas
  uint16_t style = 0;     // index into PageContent::styles
  uint8_t luminance = 0;  // 0 black to 255 white
  uint8_t opacity = 255;
  bool stroked = false;    // outlined as well as filled: a way to fake bold
  bool invisible = false;  // not painted at all, or outside of the clipping path
};

// An area that hides what was painted before it.
struct PaintedArea {
  Box box;
  uint32_t order = 0;
  uint8_t luminance = 0;
  bool image = false;
};

struct PageContent {
  double width = 0;
  double height = 0;
  std::u32string text;
  std::vector<Glyph> glyphs;  // in content order
  std::vector<FontStyle> styles;
  std::vector<Ruling> rulings;     // as drawn: unmerged
  std::vector<PaintedArea> areas;  // in paint order
  double image_area = 0;           // square points covered by images, overlaps counted twice
  int outlines = 0;                // filled shapes with curves: letters drawn as paths
  bool complete = true;            // false: a limit stopped the page
  size_t disputed_digits = 0;      // that the file tells in two ways; they are U+FFFD in `text`
};

}  // namespace prongsai::extract
