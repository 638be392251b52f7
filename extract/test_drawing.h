// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for tests, drawn with Pango.
#pragma once

#include <cstdint>
#include <string>

#include "extract/raster.h"

namespace prongsai::extract {

// White paper.
Raster blank_picture(int width, int height, double dots_per_inch = 300);

// Fills the rectangle from (x0, y0) up to (x1, y1).
void fill(Raster& raster, int x0, int y0, int x1, int y1, uint8_t gray = 0);

// Text in the letters of TH Sarabun at 16 points, its line's left top corner at (x, y); leaning by
// so many degrees, clockwise, about the picture's middle.
void draw_text(Raster& raster, int x, int y, const std::string& text, double lean = 0);

// A line of text alone.
Raster drawn_line(const std::string& text);

}  // namespace prongsai::extract
