// SPDX-License-Identifier: GPL-3.0-or-later
// Set text: glyphs with the characters they stand for. Lengths in points.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "testdata/generate/flow.h"

namespace prongsai::testdata {

// A sara am is drawn as a nikhahit and a sara aa, with a tone mark between them if there is one.
enum class GlyphPart { kWhole, kAmMark, kAmAa };

struct Glyph {
  int font = 0;  // index into the typesetter's font files
  std::uint32_t id = 0;
  double x = 0;  // from the start of the line
  double y = 0;  // from the baseline, downwards
  char32_t character = 0;
  GlyphPart part = GlyphPart::kWhole;
};

struct SetLine {
  std::vector<Glyph> glyphs;
  double x = 0;  // of the line, inside its box
  double width = 0;
  double before = 0;  // space above
  double ascent = 0;
  double height = 0;  // with the space above
  double size = 0;
  bool bold = false;
  bool keep_next = false;
};

struct FontTables {
  std::vector<std::uint32_t> glyphs;  // by character
  std::vector<char32_t> characters;   // by glyph
};

// Turns paragraphs into lines by Pango (Thai words are found by libthai), and knows the font
// files the glyphs come from.
class Typesetter {
 public:
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  // `size` is for paragraphs that name none.
  std::vector<SetLine> set(const std::vector<Para>& paras, const std::string& family, double size,
                           double width);

  const std::string& font_file(int font) const { return files_[static_cast<std::size_t>(font)]; }

  // The glyph a font has for a character by itself; 0 if none.
  std::uint32_t glyph_of(int font, char32_t character) const;
  // The character a glyph is named after; 0 if its name does not tell.
  char32_t character_of(int font, std::uint32_t glyph) const;

 private:
  struct Pango;
  int font_index(const std::string& file);

  Pango* pango_;
  std::vector<std::string> files_;
  std::vector<FontTables> tables_;  // by font
};

}  // namespace prongsai::testdata
