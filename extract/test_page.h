// SPDX-License-Identifier: GPL-3.0-or-later
// Pages for tests, put together glyph by glyph.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "extract/page_content.h"
#include "extract/path_rulings.h"
#include "extract/thai.h"
#include "extract/words.h"
#include "model/page_text.h"

namespace prongsai::extract {

// Writes glyphs of a font whose letters are half an em wide, spaces a quarter and Thai marks
// nothing, drawn at the pen.
class TestPage {
 public:
  TestPage() {
    content.width = 600;
    content.height = 800;
    content.styles.push_back({"Regular", false, 0.9F, -0.3F});
    content.styles.push_back({"Bold", true, 0.9F, -0.3F});
  }

  TestPage& at(double x, double y) {
    pen_x = x;
    pen_y = y;
    return *this;
  }

  // One glyph of any text; `advance` in em.
  TestPage& glyph(const std::u32string& text, double advance) {
    Glyph glyph;
    glyph.text = static_cast<uint32_t>(content.text.size());
    glyph.length = static_cast<uint32_t>(text.size());
    content.text += text;
    glyph.x = static_cast<float>(pen_x);
    glyph.y = static_cast<float>(pen_y);
    glyph.size = static_cast<float>(size);
    glyph.em = static_cast<float>(size);
    glyph.angle = static_cast<float>(angle);
    double dx = angle == 0 ? 1 : angle == 180 ? -1 : 0;
    double dy = angle == 90 ? 1 : angle == 270 ? -1 : 0;
    glyph.dx = static_cast<float>(dx * advance * size);
    glyph.dy = static_cast<float>(dy * advance * size);
    glyph.style = style;
    glyph.luminance = luminance;
    glyph.order = ++order;
    content.glyphs.push_back(glyph);
    pen_x += dx * (advance * size + spacing);
    pen_y += dy * (advance * size + spacing);
    return *this;
  }

  TestPage& write(const std::u32string& text) {
    for (char32_t c : text)
      glyph(std::u32string(1, c), is_thai_mark(c) ? 0 : is_space(c) ? 0.25 : 0.5);
    return *this;
  }

  TestPage& move(double dx) {
    pen_x += dx;
    return *this;
  }

  TestPage& area(const Box& box, uint8_t area_luminance, bool image = false) {
    content.areas.push_back({box, ++order, area_luminance, image});
    return *this;
  }

  std::vector<Word> words() const {
    std::vector<Word> visible;
    std::vector<Word> hidden;
    join_words(content, content.rulings, visible, hidden);
    return visible;
  }

  std::vector<Word> hidden_words() const {
    std::vector<Word> visible;
    std::vector<Word> hidden;
    join_words(content, content.rulings, visible, hidden);
    return hidden;
  }

  // The words' raw texts between bars: "|one|two|".
  std::string joined() const { return bars(words()); }
  std::string hidden_joined() const { return bars(hidden_words()); }

  static std::string bars(const std::vector<Word>& words) {
    std::string text = "|";
    for (const Word& word : words) text += word.raw + "|";
    return text;
  }

  PageContent content;
  double pen_x = 100;
  double pen_y = 100;
  double size = 10;
  double angle = 0;
  double spacing = 0;  // points after each glyph
  uint16_t style = 0;
  uint8_t luminance = 0;
  uint32_t order = 0;
};

// The page's rulings, merged: "[x0 y0 x1 y1]" of each, to 0.1 pt.
inline std::string merged_rulings_text(const PageContent& content) {
  std::string text;
  for (const Ruling& r : merged(content.rulings)) {
    text += fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", r.x0, r.y0, r.x1, r.y1);
  }
  return text;
}

}  // namespace prongsai::extract
