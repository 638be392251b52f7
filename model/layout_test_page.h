// SPDX-License-Identifier: GPL-3.0-or-later
// Pages for the tests of layout, written down by hand.
#pragma once

#include <string>
#include <vector>

#include "model/page_text.h"

namespace prongsai::test {

// Builds one page of words 14 points high in a font of 14 points. `y` is the top of a word.
class PageBuilder {
 public:
  explicit PageBuilder(int number = 1, double width = 600, double height = 800);

  // Words of one line: text split at spaces, four points between words.
  PageBuilder& text(double x, double y, const std::string& words);
  PageBuilder& text_right(double x1, double y, const std::string& words);
  PageBuilder& text_centred(double x, double y, const std::string& words);
  // A word in a box of its own.
  PageBuilder& word(const Box& box, const std::string& text, int rotation = 0);
  // Makes the last word bold, or gives it another size.
  PageBuilder& bold();
  PageBuilder& size(double points);

  PageBuilder& rule_across(double y, double x0, double x1);
  PageBuilder& rule_down(double x, double y0, double y1);
  PageBuilder& box(double x0, double y0, double x1, double y1);
  // All lines of a grid, each drawn through.
  PageBuilder& grid(const std::vector<double>& xs, const std::vector<double>& ys);

  PageText page;
};

// Six points for every character that takes room.
double width_of(const std::string& text);

}  // namespace prongsai::test
