// SPDX-License-Identifier: GPL-3.0-or-later
// The place on the page where the next thing goes. Lengths in points, origin top left.
#pragma once

#include <string>
#include <vector>

#include "testdata/generate/flow.h"
#include "testdata/generate/glyphs.h"
#include "testdata/generate/pdf_canvas.h"

namespace prongsai::testdata {

class PageFlow {
 public:
  // `pages` is the number of pages, if known: footers of some styles print it.
  PageFlow(const Document& document, Typesetter& setter, PdfCanvas* canvas, int pages);

  double y() const { return y_; }
  void advance(double height) { y_ += height; }
  double left() const { return document_.margin; }
  double width() const;
  double bottom() const;
  double room() const { return bottom() - y_; }
  bool at_top() const { return y_ <= top_ + 0.01; }

  // Ends this page and begins the next.
  void new_page();
  void finish() { end_page(); }
  int page() const { return page_; }

  void line(const SetLine& line, double x, double y);
  void paragraph();
  void rule(double x0, double y0, double x1, double y1);
  void rectangle(double x0, double y0, double x1, double y1);

  std::vector<SetLine> set(const std::vector<Para>& paras, double width, double size = 0);

 private:
  void begin_page();
  void end_page();

  const Document& document_;
  Typesetter& setter_;
  PdfCanvas* canvas_;  // null: only counts the pages
  int pages_;
  int page_ = 0;
  double top_ = 0;
  double y_ = 0;
};

constexpr double kPageShort = 595.28;
constexpr double kPageLong = 841.89;

}  // namespace prongsai::testdata
