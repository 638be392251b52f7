// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text as scans show them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/raster.h"
#include "testdata/generate/random.h"

namespace prongsai::training {

// How bad the picture is.
enum class Quality { kClean, kScan300, kScan200, kScan150, kBilevel, kAny, kEasy };

struct FontChoice {
  std::string family;
  double weight = 1;  // share of the lines
};

// The fonts to draw with: those of the table that are installed.
std::vector<FontChoice> training_fonts();
std::vector<FontChoice> held_out_fonts();

class LinePainter {
 public:
  LinePainter();
  ~LinePainter();
  LinePainter(const LinePainter&) = delete;
  LinePainter& operator=(const LinePainter&) = delete;

  // A picture as a crop out of a page: the line with margins, and now and then a piece of a rule.
  extract::Raster paint(const std::string& text, const std::string& family, Quality quality,
                        testdata::Random& random);

 private:
  struct Pango;
  std::unique_ptr<Pango> pango_;
};

}  // namespace prongsai::training
