// SPDX-License-Identifier: GPL-3.0-or-later
// Damages the text a PDF carries under its glyphs while the picture stays right, as the text
// layers of published PDFs are damaged. Each kind has the name it has in gold.json.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "testdata/generate/glyphs.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

enum class Noise {
  kNone,
  kDecomposedAm,    // n1: nikhahit and sara aa
  kLostAm,          // n2a: sara aa for sara am
  kSpacedAm,        // n2b: the nikhahit reads as a space
  kAllAm,           // n3: every sara aa reads as sara am
  kInnerSpaces,     // n4: spaces after marks
  kPrivateMarks,    // n5: shifted marks in the private use area
  kReordered,       // n6: tone before vowel, or past the next letter
  kZeroWidth,       // n7: zero-width spaces between words
  kDoubledMarks,    // n8
  kAsciiDigits,     // n9: ASCII digits under Thai shapes
  kMixedDigits,     // n10: some of them
  kPrivateBullets,  // n11: bullets of a symbol font
  kLatinGarbage,    // n12: Latin letters under Thai
  kControlGarbage,  // n13: a wrong ToUnicode table
  kReplacement,     // n14: U+FFFD for the nikhahit
  kTwoSaraE,        // n16: two sara e for sara ae
  kMixture,         // mixed: another one each paragraph
  kScan,            // scan_clean: a picture without text
  kScan300,         // scan300: of 300 dpi, leaning, blurred, on tinted paper
  kScan200,         // scan200
  kScan150,         // scan150
  kFax300,          // fax300: in black and white
};

struct NoiseName {
  Noise noise;
  const char* name;
};

inline std::ostream& operator<<(std::ostream& out, const NoiseName& entry) {
  return out << entry.name;
}

// All kinds, clean ("digital") first.
const std::vector<NoiseName>& noise_names();
const char* name_of(Noise noise);
std::optional<Noise> noise_named(std::string_view name);

// Whether the noise can only be seen on Thai digits.
bool needs_thai_digits(Noise noise);

// A glyph to draw and the text to give for it. A glyph has one text in each `slot` of its font, so
// that every slot can be a font of its own with a ToUnicode table.
struct PrintedGlyph {
  Glyph glyph;
  int slot = 0;
  std::string text;
};

// One of the kinds that a mixture may use for a paragraph; any other noise is itself.
Noise noise_for_paragraph(Noise noise, Random& random);

std::vector<PrintedGlyph> damage(const std::vector<Glyph>& line, Noise noise,
                                 const Typesetter& setter, Random& random);

}  // namespace prongsai::testdata
