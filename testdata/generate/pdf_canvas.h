// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF under construction, one page at a time. Lengths in points, origin top left.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "testdata/generate/flow.h"
#include "testdata/generate/glyphs.h"
#include "testdata/generate/noise.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

class PdfCanvas {
 public:
  // With the noises of scans every page becomes a picture without text.
  PdfCanvas(const std::filesystem::path& file, double width, double height, Noise noise,
            const Typesetter& setter, Random random);
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  // The next paragraph may be damaged in another way.
  void begin_paragraph();
  // `y` is the top of the line, its space above included.
  void draw(const SetLine& line, double x, double y, bool fake_bold = false);
  void draw_watermark(const SetLine& line);
  void draw_rule(double x0, double y0, double x1, double y1, RuleStyle style);
  void draw_rectangle(double x0, double y0, double x1, double y1);
  void end_page();
  // Writes the file out; throws std::runtime_error if that fails.
  void finish();

 private:
  struct Cairo;
  void show(const SetLine& line, double x, double baseline);
  void show_scan();
  void show(const std::vector<PrintedGlyph>& printed, double size, double x, double baseline);

  std::unique_ptr<Cairo> cairo_;
  double width_;
  double height_;
  Noise noise_;
  Noise paragraph_noise_;
  const Typesetter& setter_;
  Random random_;
};

}  // namespace prongsai::testdata
