// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a page's text layer can be used or the page has to be read from its picture.
#pragma once

#include <span>
#include <string>

#include "model/page_text.h"

namespace prongsai::extract {

// What the decision is made on.
struct LayerFacts {
  std::u32string text;        // the visible words, each followed by a space
  size_t hidden_letters = 0;  // of the text that is not seen
  double image_share = 0;     // of the page's area that is covered by images, 0..1
  int outlines = 0;           // curved shapes that are filled: letters drawn as paths
};

// What is counted in a text.
struct TextCounts {
  size_t letters = 0;  // all that is no white space
  size_t thai = 0;     // letters, marks and digits, also marks in private use
  size_t thai_marks = 0;
  size_t stray_marks = 0;  // after nothing that can carry them
  size_t lost = 0;         // U+FFFD that stands for more than a part of sara am
  size_t controls = 0;     // control characters
  size_t private_use = 0;  // without the Thai marks and the symbol fonts' bullets and boxes
  size_t symbols = 0;      // ASCII and Latin-1 signs that are no letters, digits or common stops
  size_t latin1 = 0;       // U+00A1 to U+00FF: Thai bytes in a font without a table
  size_t latin = 0;        // A to Z
  size_t latin_words = 0;  // of three letters or more
  size_t odd_words = 0;    // of these, those that no language would write
};
TextCounts count_text(std::u32string_view text);

// Reasons by name, as in PageText::method_reason.
enum class LayerReason {
  kUsable,
  kBlankPage,
  kNoTextLayer,
  kHiddenTextOnly,
  kControlCharacters,
  kWrongToUnicode,
  kLatinGarbage,
  kTooManyDamagedWords,
};

struct LayerDecision {
  LayerReason reason = LayerReason::kUsable;
  double confidence = 1;  // 0..1, of the layer's text
};

LayerDecision judge_layer(const LayerFacts& facts);

// "text_layer_usable", "no_text_layer", ...
const char* reason_name(LayerReason reason);
// Whether the page is to be read by OCR.
bool needs_ocr(LayerReason reason);

// The rules, in order of priority, each with a text that it is made for. Rules without an example
// are about pages that have no text to show.
struct RouterRule {
  LayerReason reason;
  const char* name;
  bool ocr;
  bool (*applies)(const LayerFacts& facts, const TextCounts& counts);
  const char* example;
};
std::span<const RouterRule> router_rules();

}  // namespace prongsai::extract
