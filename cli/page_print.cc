// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_print.h"

#include <fmt/format.h>

#include <ostream>

#include "model/text.h"

namespace prongsai {

void print_page(const PageText& page, std::ostream& out) {
  out << fmt::format(
      "page {} {:.1f} x {:.1f} pt, {} ({}), confidence {:.3f}, {} words, {} rulings\n", page.number,
      page.width, page.height, method_name(page.method), page.method_reason, page.confidence,
      page.words.size(), page.rulings.size());
  for (const Word& word : page.words) {
    const Box& box = word.box;
    out << fmt::format("  word [{:.1f} {:.1f} {:.1f} {:.1f}] {:.1f} {:.2f} | {}\n", box.x0, box.y0,
                       box.x1, box.y1, word.font_size, word.confidence, clean_utf8(word.raw));
  }
  for (const Word& word : page.hidden_words) {
    out << fmt::format("  hidden [{:.1f} {:.1f} {:.1f} {:.1f}] | {}\n", word.box.x0, word.box.y0,
                       word.box.x1, word.box.y1, clean_utf8(word.raw));
  }
  for (const Ruling& ruling : page.rulings) {
    out << fmt::format("  ruling [{:.1f} {:.1f} {:.1f} {:.1f}] {:.1f}\n", ruling.x0, ruling.y0,
                       ruling.x1, ruling.y1, ruling.thickness);
  }
}

}  // namespace prongsai
