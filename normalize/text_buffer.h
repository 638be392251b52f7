// SPDX-License-Identifier: GPL-3.0-or-later
// A text under repair: characters that remember which source bytes they come from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::normalize {

struct Glyph {
  char32_t c = 0;
  size_t begin = 0;  // source bytes [begin, end)
  size_t end = 0;
  // A sara am whose nikhahit has been seen, so that it is no misread sara aa.
  bool certain = false;
  // Sara am or sara aa: a space stood for its first half. The dictionary decides.
  bool either = false;
  // A space that an extractor has probably put there, or (wide) one that shows a column gap.
  bool soft = false;
  bool wide = false;
};

// Kinds of characters that rules look for, to know at once that a text has none.
enum Contents : unsigned {
  kHasNothing = 0,
  kHasMarkup = 1U << 0U,  // < & * # -
  kHasSpaces = 1U << 1U,
  kHasAsciiDigits = 1U << 2U,
  kHasThaiDigits = 1U << 3U,
  kHasThai = 1U << 4U,  // letters and marks
  kHasNikhahit = 1U << 5U,
  kHasReplacement = 1U << 6U,
  kHasOther = 1U << 7U,  // neither ASCII nor Thai, or a control
};

// A rule's work on source bytes [begin, end). `rule` is a string of static storage.
struct AppliedRule {
  const char* rule = nullptr;
  size_t begin = 0;
  size_t end = 0;
};

class TextBuffer {
 public:
  // Bytes that are no UTF-8 become U+FFFD, one each.
  explicit TextBuffer(std::string_view source);

  std::vector<Glyph>& glyphs() { return glyphs_; }
  const std::vector<Glyph>& glyphs() const { return glyphs_; }
  const std::vector<AppliedRule>& applied() const { return applied_; }

  // Kinds of characters, as a set of Contents.
  unsigned contents() const;

  void note(const char* rule, const Glyph& glyph) { note(rule, glyph.begin, glyph.end); }
  void note(const char* rule, size_t begin, size_t end) { applied_.push_back({rule, begin, end}); }

 private:
  std::vector<Glyph> glyphs_;
  std::vector<AppliedRule> applied_;
};

void append_utf8(char32_t c, std::string& out);

}  // namespace prongsai::normalize
