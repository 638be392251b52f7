// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/spacing_rules.h"

#include "normalize/thai.h"
#include "normalize/word_repair.h"

namespace prongsai::normalize {
namespace {

using Glyphs = std::vector<Glyph>;

// Fewer pieces in a row are an abbreviation or a list rather than a word pulled apart.
constexpr size_t kFewestPieces = 4;

bool is_narrow_space(const Glyph& glyph) { return glyph.c == ' ' && !glyph.wide; }

// The end of the syllable part at `position`: leading vowels, one consonant, what depends on it.
size_t piece_end(const Glyphs& glyphs, size_t position) {
  size_t i = position;
  while (i < glyphs.size() && is_leading_vowel(glyphs[i].c)) ++i;
  if (i < glyphs.size() && is_consonant(glyphs[i].c)) ++i;
  while (i < glyphs.size() && is_dependent(glyphs[i].c)) ++i;
  return i;
}

struct SpacedRun {
  size_t end = 0;
  size_t pieces = 0;
};

// Pieces from `position` on, each followed by exactly one space and another piece.
SpacedRun spaced_run(const Glyphs& glyphs, size_t position) {
  SpacedRun run{position, 0};
  size_t i = position;
  while (true) {
    const size_t end = piece_end(glyphs, i);
    if (end == i) return run;
    // The piece must stand alone, not begin a longer word.
    if (end < glyphs.size() && is_thai_letter(glyphs[end].c)) return run;
    run.end = end;
    ++run.pieces;
    if (end + 1 >= glyphs.size() || !is_narrow_space(glyphs[end])) return run;
    i = end + 1;
  }
}

bool makes_words(const Glyphs& joined, size_t pieces) {
  return 4 * unknown_clusters(joined) < pieces;
}

}  // namespace

void join_after_leading_vowel(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    const bool joins = to > 0 && is_narrow_space(glyphs[i]) && is_leading_vowel(glyphs[to - 1].c) &&
                       i + 1 < glyphs.size() && is_consonant(glyphs[i + 1].c);
    if (joins) {
      text.note(rule, glyphs[i]);
    } else {
      glyphs[to++] = glyphs[i];
    }
  }
  glyphs.resize(to);
}

void join_spaced_letters(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size();) {
    const bool at_word = i == 0 || !is_thai_letter(glyphs[i - 1].c);
    const SpacedRun run = at_word ? spaced_run(glyphs, i) : SpacedRun{};
    Glyphs joined;
    if (run.pieces >= kFewestPieces) {
      for (size_t k = i; k < run.end; ++k) {
        if (glyphs[k].c != ' ') joined.push_back(glyphs[k]);
      }
    }
    if (!joined.empty() && makes_words(joined, run.pieces)) {
      text.note(rule, glyphs[i].begin, glyphs[run.end - 1].end);
      for (const Glyph& glyph : joined) glyphs[to++] = glyph;
      i = run.end;
      continue;
    }
    const size_t end = joined.empty() ? i + 1 : run.end;
    while (i < end) glyphs[to++] = glyphs[i++];
  }
  glyphs.resize(to);
}

}  // namespace prongsai::normalize
