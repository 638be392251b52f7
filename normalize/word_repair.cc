// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/word_repair.h"

#include <algorithm>
#include <optional>
#include <span>

#include "normalize/dictionary.h"
#include "normalize/lattice.h"
#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

const char* rule_of(EditKind kind) {
  switch (kind) {
    case EditKind::kLost:
      return kSaraAmLost;
    case EditKind::kFalse:
      return kSaraAmFalse;
    case EditKind::kOpenAa:
    case EditKind::kSpaces:
      return kSpacesInsideWord;
    case EditKind::kSwap:
      return kMarkAfterNextLetter;
    case EditKind::kConfused:
      return kLetterConfused;
    case EditKind::kUnseen:
      return kMarkUnseen;
    case EditKind::kFill:
    case EditKind::kFillTone:
    case EditKind::kDrop:
      break;
  }
  return kReplacementCharacter;
}

// Applies an edit within its glyphs; what is to go gets the character 0.
void apply(const Edit& edit, std::span<Glyph> run, TextBuffer& text) {
  const std::span<Glyph> part = run.subspan(edit.at);
  size_t touched = edit.length;
  switch (edit.kind) {
    case EditKind::kLost:
      part[0].c = kSaraAm;
      break;
    case EditKind::kFalse:
    case EditKind::kOpenAa:
      part[0].c = kSaraAa;
      part[0].either = false;
      break;
    case EditKind::kSpaces:
      for (size_t i = 0; i < edit.length; ++i) part[i].c = 0;
      break;
    case EditKind::kSwap:
      touched = edit.length + 1;
      text.note(rule_of(edit.kind), part[0].begin, part[touched - 1].end);
      std::rotate(part.begin(), part.begin() + 1,
                  part.begin() + static_cast<std::ptrdiff_t>(touched));
      if (touched + 1 < part.size() && part[touched].c == ' ' && part[touched + 1].c != ' ') {
        part[touched].c = 0;  // The gap that the marks have left.
      }
      return;
    case EditKind::kConfused:
    case EditKind::kFill:
      part[0].c = edit.c;
      break;
    case EditKind::kFillTone:
      touched = 2;
      part[1].c = part[0].c;
      part[0].c = edit.c;
      break;
    case EditKind::kDrop:
      part[0].c = 0;
      break;
    case EditKind::kUnseen:
      return;  // see insert_unseen
  }
  text.note(rule_of(edit.kind), part[0].begin, part[touched - 1].end);
}

// Puts the marks before the letters that they were not seen before; `begin` is the run's.
void insert_unseen(const std::vector<Edit>& edits, size_t begin, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    if (edit->kind != EditKind::kUnseen) continue;
    const size_t at = begin + edit->at;
    Glyph mark = glyphs[at - 1];
    mark.c = edit->c;
    mark.begin = mark.end;
    text.note(rule_of(edit->kind), glyphs[at - 1]);
    glyphs.insert(glyphs.begin() + static_cast<std::ptrdiff_t>(at), mark);
  }
}

bool in_run(const Glyph& glyph) {
  return is_thai_letter(glyph.c) || glyph.c == kReplacement || (glyph.c == ' ' && !glyph.wide);
}

// Makes all spaces soft where the pieces between them are too short for Thai text.
void soften_spaces(std::span<Glyph> run) {
  constexpr size_t kFewestPieces = 6;
  constexpr size_t kMostGlyphsPerPiece = 3;
  const auto spaces = static_cast<size_t>(
      std::count_if(run.begin(), run.end(), [](const Glyph& glyph) { return glyph.c == ' '; }));
  const size_t pieces = spaces + 1;
  if (pieces < kFewestPieces || run.size() - spaces > pieces * kMostGlyphsPerPiece) return;
  for (Glyph& glyph : run) glyph.soft = glyph.soft || glyph.c == ' ';
}

// Where the abbreviation before the full stop at `end` begins, if it is one of the run's pieces:
// its letters make no words with those before them ("ตาม พ.ร.บ.").
size_t abbreviation_begin(const std::vector<Glyph>& glyphs, size_t begin, size_t end) {
  constexpr size_t kLongestAbbreviation = 4;
  for (size_t i = end; i > begin && end - i <= kLongestAbbreviation; --i) {
    if (glyphs[i - 1].c == ' ') return i;
  }
  return end;
}

// Whether a frequent word begins before the full stop at `dot` and goes on behind it.
bool word_goes_on_behind(const std::vector<Glyph>& glyphs, size_t dot) {
  constexpr size_t kFewestLetters = 5;
  for (size_t begin = dot; begin > 0 && is_thai_letter(glyphs[begin - 1].c);) {
    --begin;
    DictionaryCursor word;
    size_t letters = 0;
    for (size_t i = begin; i < glyphs.size(); ++i) {
      if (i == dot) continue;
      if (!word.step(glyphs[i].c)) break;
      ++letters;
      const auto kind = i > dot && letters >= kFewestLetters ? word.word() : std::nullopt;
      const bool ends = i + 1 == glyphs.size() || !is_dependent(glyphs[i + 1].c);
      if (kind && is_frequent(*kind) && ends) return true;
    }
  }
  return false;
}

}  // namespace

void repair_words(const char* /*rule*/, const Modes& modes, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  bool removed = false;
  for (size_t begin = 0; begin < glyphs.size(); ++begin) {
    if (!is_thai_letter(glyphs[begin].c)) continue;
    size_t end = begin;
    while (end < glyphs.size() && in_run(glyphs[end])) ++end;
    const bool before_dot = end < glyphs.size() && glyphs[end].c == '.';
    if (before_dot) end = abbreviation_begin(glyphs, begin, end);
    const std::span<Glyph> run(glyphs.data() + begin, end - begin);
    soften_spaces(run);
    const std::vector<Edit> edits = Lattice(run, modes).read();
    for (const Edit& edit : edits) {
      apply(edit, run, text);
      removed = removed || edit.kind == EditKind::kSpaces || edit.kind == EditKind::kDrop ||
                edit.kind == EditKind::kSwap;
    }
    const size_t before = glyphs.size();
    insert_unseen(edits, begin, text);
    begin = end + glyphs.size() - before;
  }
  for (Glyph& glyph : glyphs) {
    if (!glyph.either) continue;
    text.note(kSaraAmSpace, glyph);
    glyph.either = false;
  }
  if (!removed) return;
  glyphs.erase(
      std::remove_if(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) { return glyph.c == 0; }),
      glyphs.end());
}

void drop_stops_inside_words(const char* rule, const Modes& modes, TextBuffer& text) {
  if (!modes.by_ocr) return;
  auto& glyphs = text.glyphs();
  for (size_t dot = 1; dot + 1 < glyphs.size(); ++dot) {
    if (glyphs[dot].c != '.' || !word_goes_on_behind(glyphs, dot)) continue;
    text.note(rule, glyphs[dot]);
    glyphs.erase(glyphs.begin() + static_cast<std::ptrdiff_t>(dot));
  }
}

size_t unknown_clusters(const std::vector<Glyph>& glyphs) {
  const Modes modes;
  return Lattice(glyphs, modes).unknown_clusters();
}

}  // namespace prongsai::normalize
