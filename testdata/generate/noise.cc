// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/noise.h"

#include <algorithm>
#include <string>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

constexpr int kOtherSlot = 100;                // for a second text of the same glyph
constexpr double kGap = 1.9;                   // points
constexpr int kMostGaps = 2;                   // in a line, so that it stays in its column
constexpr double kDoubledShift = 0.4;          // points
constexpr char32_t kZeroWidthJoiner = 0x200d;  // the fonts have no U+200B
constexpr char32_t kSaraAa = 0x0e32;
constexpr char32_t kSaraAm = 0x0e33;
constexpr char32_t kSaraE = 0x0e40;
constexpr char32_t kSaraAe = 0x0e41;

bool is_thai_digit(char32_t c) { return c >= U'๐' && c <= U'๙'; }

// Nikhahit and sara aa as the one glyph U+0E33, which stands where the sara aa stood.
std::vector<Glyph> join_am(const std::vector<Glyph>& line, const Typesetter& setter) {
  std::vector<Glyph> out;
  for (const Glyph& glyph : line) {
    if (glyph.part == GlyphPart::kAmMark) continue;
    out.push_back(glyph);
    if (glyph.part != GlyphPart::kAmAa) continue;
    out.back().character = kSaraAm;
    out.back().id = setter.glyph_of(glyph.font, kSaraAm);
    out.back().part = GlyphPart::kWhole;
  }
  return out;
}

bool splits_am(Noise noise) {
  return noise == Noise::kDecomposedAm || noise == Noise::kSpacedAm || noise == Noise::kReplacement;
}

// The private code points of Thai marks drawn lower or further left; 0 if a mark has none.
char32_t private_mark(char32_t c) {
  if (c >= 0x0e48 && c <= 0x0e4c) return 0xf70a + (c - 0x0e48);
  if (c >= 0x0e34 && c <= 0x0e37) return 0xf701 + (c - 0x0e34);
  if (c == 0x0e31) return 0xf710;
  if (c == 0x0e47) return 0xf712;
  return 0;
}

std::string latin_for(char32_t c) {
  static constexpr std::string_view kLetters = "tlu:ri1w{J/vfdnrsab'~%xLc;";
  return std::string(1, kLetters[c * size_t{7} % kLetters.size()]);
}

bool is_tall(char32_t c) { return c == 0x0e1b || c == 0x0e1d || c == 0x0e1f; }

// Whether the mark at `i` is drawn in its shifted form: a tone with no vowel under it, or any mark
// over a tall letter.
bool is_shifted(const std::vector<Glyph>& line, std::size_t i) {
  if (i == 0) return false;
  const char32_t before = line[i - 1].character;
  return is_tall(before) || (is_tone(line[i].character) && !is_mark(before));
}

class Damager {
 public:
  Damager(Noise noise, const Typesetter& setter, Random& random)
      : noise_(noise), setter_(setter), random_(random) {}

  std::vector<PrintedGlyph> run(const std::vector<Glyph>& source) {
    line_ = splits_am(noise_) ? source : join_am(source, setter_);
    if (noise_ == Noise::kReordered) reorder();
    for (std::size_t i = 0; i < line_.size(); ++i) one(i);
    return std::move(out_);
  }

 private:
  void put(const Glyph& glyph, std::string text, int other = 0) {
    out_.push_back({glyph, static_cast<int>(noise_) + other * kOtherSlot, std::move(text)});
  }

  // The glyph of a character that leaves no ink, before `at`.
  void put_empty(const Glyph& at, char32_t character, std::string text) {
    Glyph empty = at;
    empty.id = setter_.glyph_of(at.font, character);
    empty.character = character;
    empty.y = 0;
    put(empty, std::move(text));
  }

  void one(std::size_t i) {
    const Glyph& glyph = line_[i];
    const char32_t c = glyph.character;
    const std::string plain = to_utf8(c);
    const char32_t next = i + 1 < line_.size() ? line_[i + 1].character : 0;
    switch (noise_) {
      case Noise::kLostAm:
        put(glyph, c == kSaraAm ? to_utf8(kSaraAa) : plain);
        return;
      case Noise::kSpacedAm:
        put(glyph, glyph.part == GlyphPart::kAmMark ? " " : plain);
        return;
      case Noise::kReplacement:
        put(glyph, glyph.part == GlyphPart::kAmMark ? to_utf8(0xfffd) : plain);
        return;
      case Noise::kAllAm:
        put(glyph, c == kSaraAa ? to_utf8(kSaraAm) : plain);
        return;
      case Noise::kInnerSpaces:
        put(glyph, plain);
        if (is_mark(c) && is_thai_letter(next) && next != kSaraAa && gaps_ < kMostGaps &&
            random_.chance(0.2)) {
          put_empty(line_[i + 1], U' ', " ");
          open_gap(i + 1);
        }
        return;
      case Noise::kPrivateMarks:
        if (const char32_t code = private_mark(c); code != 0 && is_shifted(line_, i)) {
          put(glyph, to_utf8(code), 1);
        } else {
          put(glyph, plain);
        }
        return;
      case Noise::kZeroWidth:
        put(glyph, plain);
        if (is_thai_letter(c) && is_thai_letter(next) && random_.chance(0.08)) {
          put_empty(line_[i + 1], kZeroWidthJoiner, to_utf8(0x200b));
        }
        return;
      case Noise::kDoubledMarks:
        // Always the same marks, as where one program wrote the whole document; the second stands a
        // hair beside the first.
        put(glyph, plain);
        if (is_mark(c) && c % 2 == 1) {
          put(glyph, plain);
          out_.back().glyph.x += kDoubledShift;
        }
        return;
      case Noise::kAsciiDigits:
        put(glyph, is_thai_digit(c) ? std::string(1, static_cast<char>('0' + (c - U'๐'))) : plain);
        return;
      case Noise::kMixedDigits:
        if (is_thai_digit(c) && random_.chance(0.4)) {
          put(glyph, std::string(1, static_cast<char>('0' + (c - U'๐'))), 1);
        } else {
          put(glyph, plain);
        }
        return;
      case Noise::kPrivateBullets:
        put(glyph, c == U'•' ? to_utf8(0xf0b7) : plain);
        return;
      case Noise::kLatinGarbage:
        put(glyph, c >= 0x0e01 && c < 0x0e60 ? latin_for(c) : plain);
        return;
      case Noise::kControlGarbage:
        put(glyph, c >= 0x0e01 && c < 0x0e60 ? to_utf8(c - 0x0e00) : plain);
        return;
      case Noise::kTwoSaraE:
        two_sara_e(glyph, i + 1 < line_.size() ? line_[i + 1].x : glyph.x);
        return;
      default:
        put(glyph, plain);
        return;
    }
  }

  // Readers take a gap of a tenth of the font's size for a space; the eye does not see it.
  void open_gap(std::size_t from) {
    ++gaps_;
    for (std::size_t i = from; i < line_.size(); ++i) line_[i].x += kGap;
  }

  // The shape of sara ae is twice that of sara e.
  void two_sara_e(const Glyph& glyph, double end) {
    if (glyph.character != kSaraAe) {
      put(glyph, to_utf8(glyph.character));
      return;
    }
    Glyph half = glyph;
    half.id = setter_.glyph_of(glyph.font, kSaraE);
    half.character = kSaraE;
    put(half, to_utf8(kSaraE));
    half.x += (end - glyph.x) / 2;
    put(half, to_utf8(kSaraE));
  }

  // Every fifth tone goes before its vowel, every fifth past the next letter.
  void reorder() {
    for (std::size_t i = 1; i + 1 < line_.size(); ++i) {
      if (!is_tone(line_[i].character)) continue;
      const double roll = random_.unit();
      const char32_t next = line_[i + 1].character;
      if (roll < 0.2 && is_upper_vowel(line_[i - 1].character)) {
        std::swap(line_[i - 1], line_[i]);
      } else if (roll >= 0.8 && is_thai_letter(next) && next != kSaraAm) {
        std::swap(line_[i], line_[i + 1]);
        ++i;
      }
    }
  }

  Noise noise_;
  const Typesetter& setter_;
  Random& random_;
  std::vector<Glyph> line_;
  std::vector<PrintedGlyph> out_;
  int gaps_ = 0;
};

}  // namespace

const std::vector<NoiseName>& noise_names() {
  static const std::vector<NoiseName> kNames = {
      {Noise::kNone, "digital"},       {Noise::kDecomposedAm, "n1"},
      {Noise::kLostAm, "n2a"},         {Noise::kSpacedAm, "n2b"},
      {Noise::kAllAm, "n3"},           {Noise::kInnerSpaces, "n4"},
      {Noise::kPrivateMarks, "n5"},    {Noise::kReordered, "n6"},
      {Noise::kZeroWidth, "n7"},       {Noise::kDoubledMarks, "n8"},
      {Noise::kAsciiDigits, "n9"},     {Noise::kMixedDigits, "n10"},
      {Noise::kPrivateBullets, "n11"}, {Noise::kLatinGarbage, "n12"},
      {Noise::kControlGarbage, "n13"}, {Noise::kReplacement, "n14"},
      {Noise::kTwoSaraE, "n16"},       {Noise::kMixture, "mixed"},
      {Noise::kScan, "scan_clean"},    {Noise::kScan300, "scan300"},
      {Noise::kScan200, "scan200"},    {Noise::kScan150, "scan150"},
      {Noise::kFax300, "fax300"},
  };
  return kNames;
}

const char* name_of(Noise noise) {
  for (const NoiseName& entry : noise_names()) {
    if (entry.noise == noise) return entry.name;
  }
  return "";
}

std::optional<Noise> noise_named(std::string_view name) {
  for (const NoiseName& entry : noise_names()) {
    if (name == entry.name) return entry.noise;
  }
  return std::nullopt;
}

bool needs_thai_digits(Noise noise) {
  return noise == Noise::kAsciiDigits || noise == Noise::kMixedDigits;
}

Noise noise_for_paragraph(Noise noise, Random& random) {
  if (noise != Noise::kMixture) return noise;
  static const std::vector<Noise> kUsual = {
      Noise::kNone,  Noise::kDecomposedAm, Noise::kLostAm,      Noise::kLostAm,  Noise::kSpacedAm,
      Noise::kAllAm, Noise::kInnerSpaces,  Noise::kMixedDigits, Noise::kTwoSaraE};
  return random.pick(kUsual);
}

std::vector<PrintedGlyph> damage(const std::vector<Glyph>& line, Noise noise,
                                 const Typesetter& setter, Random& random) {
  return Damager(noise, setter, random).run(line);
}

}  // namespace prongsai::testdata
