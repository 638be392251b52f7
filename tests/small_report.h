// SPDX-License-Identifier: GPL-3.0-or-later
// A report of one page whose operators a test can change: tables of the first five indicators and
// of their items, with scores that fit together so well that most of them are verified.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "extract/test_pdf.h"

namespace prongsai::tests {

// Where a score stands: "1" to "5" for indicators, "i1" to "i15" for items; from the bottom left.
struct ScorePlace {
  std::string key;
  double x = 0;
  double y = 0;
  std::string text;
};

struct SmallReport {
  SmallReport();

  std::string agency = "เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่";
  std::string year = "2567";
  std::map<std::string, std::string> scores;  // as they are printed
  // Draws a score; by default as it is printed.
  std::function<std::string(const ScorePlace& place)> draw;

  // Operators of the page.
  std::string content() const;
  extract::TestPdf pdf() const { return extract::TestPdf(content()); }
  std::string bytes() const { return pdf().bytes(); }
  // The same as Markdown.
  std::string markdown() const;
};

// Operators that show Thai and ASCII text at (x, y) from the bottom left.
std::string show_thai(double x, double y, const std::string& text, double size = 10);

}  // namespace prongsai::tests
