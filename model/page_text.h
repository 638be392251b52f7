// SPDX-License-Identifier: GPL-3.0-or-later
// What extraction hands over: pages of words with their places, and the rulings.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "model/block.h"
#include "model/diagnostic.h"
#include "model/geometry.h"
#include "model/word.h"

namespace prongsai {

// How the text of a page was read; the names are those of the record's schema.
enum class Method { kTextLayer, kOcr, kPlainText };

// "text_layer", "ocr" or "plain_text".
const char* method_name(Method method);

// A straight table line: horizontal if y0 == y1, vertical if x0 == x1. Thin filled rectangles and
// the sides of stroked rectangles come as rulings too. Sides are ordered: x0 <= x1, y0 <= y1.
struct Ruling {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  double thickness = 0;  // points

  bool horizontal() const { return y1 - y0 < x1 - x0; }
  bool operator==(const Ruling&) const = default;
};

struct PageText {
  int number = 0;     // 1-based, in the document
  double width = 0;   // points after rotation and cropping; 0 for plain text
  double height = 0;  // points
  // Degrees, clockwise, that a scanned page leans. Words and rulings are where they would be
  // without it: turned back about the page's middle.
  double lean = 0;
  Method method = Method::kTextLayer;
  std::string method_reason;  // why the page went to OCR or kept its layer: "no_text_layer", ...
  double confidence = 1;      // 0..1: how far the page's text can be trusted
  std::vector<Word> words;    // in content order; normal words only
  std::vector<Word> hidden_words;  // invisible, covered or white text; and watermarks
  std::vector<Ruling> rulings;
  // For plain text, Markdown and HTML, which have structure but no geometry: the blocks
  // themselves, in order; words and rulings are empty then.
  std::vector<Block> blocks;

  bool operator==(const PageText&) const = default;
};

struct Extraction {
  std::string media_type;  // as in the record's schema: "application/pdf", ...
  std::vector<PageText> pages;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace prongsai
