// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout_test_page.h"

#include <sstream>

namespace prongsai::test {
namespace {

constexpr double kHeight = 14;
constexpr double kSpace = 4;
constexpr double kCharacter = 6;

double width_of_line(const std::string& words) {
  std::istringstream in(words);
  double width = -kSpace;
  for (std::string word; in >> word;) width += width_of(word) + kSpace;
  return width;
}

}  // namespace

double width_of(const std::string& text) {
  size_t n = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
    if ((byte(i) & 0xC0) == 0x80) continue;
    // Thai marks above and below take no room.
    const bool thai = byte(i) == 0xE0 && i + 2 < text.size();
    const bool mark =
        thai && ((byte(i + 1) == 0xB8 && (byte(i + 2) == 0xB1 || byte(i + 2) >= 0xB4)) ||
                 (byte(i + 1) == 0xB9 && byte(i + 2) >= 0x87 && byte(i + 2) <= 0x8E));
    n += !mark;
  }
  return kCharacter * static_cast<double>(n);
}

PageBuilder::PageBuilder(int number, double width, double height) {
  page.number = number;
  page.width = width;
  page.height = height;
}

PageBuilder& PageBuilder::text(double x, double y, const std::string& words) {
  std::istringstream in(words);
  for (std::string part; in >> part;) {
    word({x, y, x + width_of(part), y + kHeight}, part);
    x += width_of(part) + kSpace;
  }
  return *this;
}

PageBuilder& PageBuilder::text_right(double x1, double y, const std::string& words) {
  return text(x1 - width_of_line(words), y, words);
}

PageBuilder& PageBuilder::text_centred(double x, double y, const std::string& words) {
  return text(x - width_of_line(words) / 2, y, words);
}

PageBuilder& PageBuilder::word(const Box& box, const std::string& text, int rotation) {
  Word word;
  word.text = word.raw = text;
  word.box = box;
  word.font_size = kHeight;
  word.rotation = rotation;
  page.words.push_back(word);
  return *this;
}

PageBuilder& PageBuilder::bold() {
  page.words.back().bold = true;
  return *this;
}

PageBuilder& PageBuilder::size(double points) {
  page.words.back().font_size = points;
  return *this;
}

PageBuilder& PageBuilder::rule_across(double y, double x0, double x1) {
  page.rulings.push_back({x0, y, x1, y, 0.5});
  return *this;
}

PageBuilder& PageBuilder::rule_down(double x, double y0, double y1) {
  page.rulings.push_back({x, y0, x, y1, 0.5});
  return *this;
}

PageBuilder& PageBuilder::box(double x0, double y0, double x1, double y1) {
  return grid({x0, x1}, {y0, y1});
}

PageBuilder& PageBuilder::grid(const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double y : ys) rule_across(y, xs.front(), xs.back());
  for (const double x : xs) rule_down(x, ys.front(), ys.back());
  return *this;
}

}  // namespace prongsai::test
