// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/character_rules.h"

#include <algorithm>
#include <iterator>

#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

using Glyphs = std::vector<Glyph>;

// Thai marks of fonts that shift them by private code points: Windows' set (U+F700..F71A), which
// moves marks left, down, or both, and takes the foot off two letters.
struct PrivateMark {
  char32_t from;
  char32_t to;
};
constexpr PrivateMark kPrivateMarks[] = {
    {0xF700, 0x0E10}, {0xF701, 0x0E34}, {0xF702, 0x0E35}, {0xF703, 0x0E36}, {0xF704, 0x0E37},
    {0xF705, 0x0E48}, {0xF706, 0x0E49}, {0xF707, 0x0E4A}, {0xF708, 0x0E4B}, {0xF709, 0x0E4C},
    {0xF70A, 0x0E48}, {0xF70B, 0x0E49}, {0xF70C, 0x0E4A}, {0xF70D, 0x0E4B}, {0xF70E, 0x0E4C},
    {0xF70F, 0x0E0D}, {0xF710, 0x0E31}, {0xF711, 0x0E4D}, {0xF712, 0x0E47}, {0xF713, 0x0E48},
    {0xF714, 0x0E49}, {0xF715, 0x0E4A}, {0xF716, 0x0E4B}, {0xF717, 0x0E4C}, {0xF718, 0x0E38},
    {0xF719, 0x0E39}, {0xF71A, 0x0E3A},
};

// Symbol fonts (Symbol, Wingdings) as Office writes them: U+F000 plus the font's code.
constexpr PrivateMark kPrivateSymbols[] = {
    {0xF0B7, 0x2022}, {0xF0A7, 0x2022}, {0xF0D8, 0x2022}, {0xF076, 0x2022}, {0xF06E, 0x2022},
    {0xF09F, 0x2022}, {0xF06C, 0x2022}, {0xF0B2, 0x2022}, {0xF075, 0x2022}, {0xF0E8, 0x2022},
    {0xF0E0, 0x2192}, {0xF052, 0x2611}, {0xF0FE, 0x2611}, {0xF0FC, 0x2713}, {0xF050, 0x2713},
    {0xF0A8, 0x2610}, {0xF06F, 0x2610}, {0xF0A3, 0x2610}, {0xF071, 0x2610}, {0xF02D, 0x002D},
};

constexpr char32_t kRemoved = 0;

constexpr const char* kLatinLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
         (c >= 0x202A && c <= 0x202E);
}

bool is_unusual_space(char32_t c) {
  return c == '\t' || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

// The end of the spaces that begin at `from`, or `from` itself if a column gap is among them.
size_t after_spaces(const Glyphs& glyphs, size_t from) {
  size_t end = from;
  while (end < glyphs.size() && glyphs[end].c == ' ') {
    if (glyphs[end].wide) return from;
    ++end;
  }
  return end;
}

// Removes what `unwanted` holds of, noting each.
template <typename Predicate>
void remove_where(const char* rule, TextBuffer& text, Predicate unwanted) {
  auto& glyphs = text.glyphs();
  const auto end = std::remove_if(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
    if (!unwanted(glyph.c)) return false;
    text.note(rule, glyph);
    return true;
  });
  glyphs.erase(end, glyphs.end());
}

template <size_t size>
void replace_from(const PrivateMark (&table)[size], const char* rule, TextBuffer& text) {
  for (Glyph& glyph : text.glyphs()) {
    if (glyph.c < 0xF000 || glyph.c > 0xF8FF) continue;
    const auto* row = std::find_if(std::begin(table), std::end(table),
                                   [&](const PrivateMark& mark) { return mark.from == glyph.c; });
    if (row == std::end(table)) continue;
    glyph.c = row->to;
    text.note(rule, glyph);
  }
}

// A space between letters, such as a character that has moved away leaves behind.
bool is_single_gap(const Glyphs& glyphs, size_t position) {
  return position + 1 < glyphs.size() && glyphs[position].c == ' ' && !glyphs[position].wide &&
         is_thai_letter(glyphs[position + 1].c);
}

// Whether marks can hang below or above what stands before `position`.
bool carries_marks(const Glyphs& glyphs, size_t position) {
  return position > 0 && (is_consonant(glyphs[position - 1].c) || is_mark(glyphs[position - 1].c));
}

// The first of the marks that end before `position`.
size_t marks_begin(const Glyphs& glyphs, size_t position) {
  while (position > 0 && is_mark(glyphs[position - 1].c)) --position;
  return position;
}

}  // namespace

void remove_zero_width(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  remove_where(rule, text, is_zero_width);
}

void remove_controls(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  remove_where(rule, text, is_control);
}

void replace_unusual_spaces(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  for (Glyph& glyph : text.glyphs()) {
    if (!is_unusual_space(glyph.c)) continue;
    glyph.c = ' ';
    text.note(rule, glyph);
  }
}

void replace_ligatures(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  const auto is_ligature = [](const Glyph& glyph) {
    return glyph.c >= 0xFB00 && glyph.c <= 0xFB06;
  };
  if (std::none_of(text.glyphs().begin(), text.glyphs().end(), is_ligature)) return;
  Glyphs spelled;
  for (Glyph glyph : text.glyphs()) {
    if (!is_ligature(glyph)) {
      spelled.push_back(glyph);
      continue;
    }
    text.note(rule, glyph);
    for (const char* letter = kLatinLigatures[glyph.c - 0xFB00]; *letter != '\0'; ++letter) {
      Glyph part = glyph;
      part.c = static_cast<char32_t>(*letter);
      spelled.push_back(part);
    }
  }
  text.glyphs() = std::move(spelled);
}

void replace_private_marks(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  replace_from(kPrivateMarks, rule, text);
}

void replace_private_symbols(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  replace_from(kPrivateSymbols, rule, text);
}

// Copies the text glyph by glyph in place. `step` is called with each one copied, from `i` to `to`;
// it may change it, take in those that follow and say so by moving `i` on (and `to`, if it adds).
template <typename Step>
void rewrite(TextBuffer& text, Step step) {
  Glyphs& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i, ++to) {
    glyphs[to] = glyphs[i];
    step(glyphs, i, to);
  }
  glyphs.resize(to);
}

void join_double_sara_e(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  rewrite(text, [&](Glyphs& glyphs, size_t& i, size_t& to) {
    if (glyphs[i].c != kSaraE || i + 1 == glyphs.size() || glyphs[i + 1].c != kSaraE) return;
    glyphs[to].c = kSaraAe;
    glyphs[to].end = glyphs[++i].end;
    text.note(rule, glyphs[to]);
  });
}

// A replacement character beside sara am or before sara aa stands for the nikhahit.
void resolve_replacement_in_sara_am(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  rewrite(text, [&](Glyphs& glyphs, size_t& i, size_t& to) {
    if (i + 1 == glyphs.size()) return;
    const Glyph& next = glyphs[i + 1];
    const bool before = glyphs[i].c == kReplacement && (next.c == kSaraAa || next.c == kSaraAm) &&
                        carries_marks(glyphs, to);
    const bool after = glyphs[i].c == kSaraAm && next.c == kReplacement;
    if (!before && !after) return;
    glyphs[to].c = kSaraAm;
    glyphs[to].end = next.end;
    glyphs[to].certain = true;
    text.note(rule, glyphs[to]);
    ++i;
    if (after && is_single_gap(glyphs, i + 1)) ++i;
  });
}

// Nikhahit and sara aa are sara am, also with spaces, or a tone on the wrong side, between them.
void compose_sara_am(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  rewrite(text, [&](Glyphs& glyphs, size_t& i, size_t& to) {
    if (glyphs[i].c != kNikhahit) return;
    size_t next = i + 1;
    const bool tone = next < glyphs.size() && is_tone(glyphs[next].c);
    if (tone) ++next;
    next = after_spaces(glyphs, next);
    if (next == glyphs.size() || glyphs[next].c != kSaraAa) return;
    Glyph am = glyphs[next];
    am.c = kSaraAm;
    am.begin = glyphs[i].begin;
    am.certain = true;
    text.note(rule, am);
    if (tone) glyphs[to++] = glyphs[i + 1];
    glyphs[to] = am;
    i = next;
  });
}

// Neither sara am nor sara aa begins a word: a space before it is its lost nikhahit, or nothing.
void join_spaced_sara_am(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  rewrite(text, [&](Glyphs& glyphs, size_t& i, size_t& to) {
    if (glyphs[i].c != ' ' || !carries_marks(glyphs, to)) return;
    const size_t next = after_spaces(glyphs, i);
    if (next == i || next == glyphs.size()) return;
    if (glyphs[next].c != kSaraAa && glyphs[next].c != kSaraAm) return;
    Glyph vowel = glyphs[next];
    vowel.begin = glyphs[i].begin;
    vowel.either = vowel.c == kSaraAa;
    vowel.certain = true;
    vowel.c = kSaraAm;
    // Where the vowel is open, the dictionary notes the rule with its decision.
    if (!vowel.either) text.note(rule, vowel);
    glyphs[to] = vowel;
    i = next;
  });
}

// A tone after sara aa, sara am or a leading vowel has gone one letter too far; the space that
// often follows it was the gap it left.
void move_marks_back(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  for (size_t i = 1; i < glyphs.size(); ++i) {
    const char32_t vowel = glyphs[i - 1].c;
    if (!is_mark(glyphs[i].c)) continue;
    const bool after_aa = (vowel == kSaraAa || vowel == kSaraAm) && mark_rank(glyphs[i].c) > 0;
    if ((!after_aa && !is_leading_vowel(vowel)) || !carries_marks(glyphs, i - 1)) continue;
    size_t end = i;
    while (end < glyphs.size() && is_mark(glyphs[end].c)) ++end;
    text.note(rule, glyphs[i - 1].begin, glyphs[end - 1].end);
    const auto begin = glyphs.begin();
    std::rotate(begin + static_cast<std::ptrdiff_t>(i) - 1, begin + static_cast<std::ptrdiff_t>(i),
                begin + static_cast<std::ptrdiff_t>(end));
    if (is_single_gap(glyphs, end)) glyphs[end].c = kRemoved;
    i = end - 1;
  }
  glyphs.erase(std::remove_if(glyphs.begin(), glyphs.end(),
                              [](const Glyph& glyph) { return glyph.c == kRemoved; }),
               glyphs.end());
}

// A mark after a space belongs to the letter before the space. If that letter has a mark which
// cannot stand beside it, that one belongs to the letter before (it moved, and left the space).
void join_spaced_marks(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  rewrite(text, [&](Glyphs& glyphs, size_t& i, size_t& to) {
    if (glyphs[i].c != ' ' || !carries_marks(glyphs, to)) return;
    const size_t next = after_spaces(glyphs, i);
    if (next == i || next == glyphs.size()) return;
    const char32_t mark = glyphs[next].c;
    if (!is_mark(mark) && mark != kSaraA) return;
    text.note(rule, glyphs[i].begin, glyphs[next].end);
    const size_t marks = marks_begin(glyphs, to);
    // What stands before the letter must have room for the marks. (If it has not, the same mark
    // twice is a doubled one.)
    const bool conflict =
        is_mark(mark) && marks >= 2 && marks < to && mark_rank(glyphs[to - 1].c) >= mark_rank(mark);
    const bool room = conflict && is_consonant(glyphs[marks - 1].c) &&
                      (is_consonant(glyphs[marks - 2].c) ||
                       (is_mark(glyphs[marks - 2].c) &&
                        mark_rank(glyphs[marks - 2].c) < mark_rank(glyphs[marks].c)));
    if (room) {
      const auto begin = glyphs.begin();
      std::rotate(begin + static_cast<std::ptrdiff_t>(marks) - 1,
                  begin + static_cast<std::ptrdiff_t>(marks),
                  begin + static_cast<std::ptrdiff_t>(to));
    }
    glyphs[to] = glyphs[next];
    i = next;
  });
}

void order_marks(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  const auto by_rank = [](const Glyph& a, const Glyph& b) {
    return mark_rank(a.c) < mark_rank(b.c);
  };
  for (size_t i = 0; i < glyphs.size(); ++i) {
    if (!is_mark(glyphs[i].c)) continue;
    size_t end = i;
    while (end < glyphs.size() && is_mark(glyphs[end].c)) ++end;
    const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = glyphs.begin() + static_cast<std::ptrdiff_t>(end);
    if (!std::is_sorted(first, last, by_rank)) {
      text.note(rule, first->begin, std::prev(last)->end);
      std::stable_sort(first, last, by_rank);
    }
    i = end - 1;
  }
}

void drop_doubled_marks(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    // Marks are in order, so that the doubles of one are neighbours.
    const bool doubles = is_mark(glyphs[i].c) || glyphs[i].c == kSaraAm;
    if (doubles && to > 0 && glyphs[to - 1].c == glyphs[i].c) {
      text.note(rule, glyphs[to - 1].begin, glyphs[i].end);
      continue;
    }
    glyphs[to++] = glyphs[i];
  }
  glyphs.resize(to);
}

// A full stop carries no mark.
void drop_marks_after_stops(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (const Glyph& glyph : glyphs) {
    if (to > 0 && is_mark(glyph.c) && glyphs[to - 1].c == '.') {
      text.note(rule, glyphs[to - 1].begin, glyph.end);
      continue;
    }
    glyphs[to++] = glyph;
  }
  glyphs.resize(to);
}

void collapse_spaces(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    if (to > 0 && glyphs[i].c == ' ' && glyphs[to - 1].c == ' ') {
      text.note(rule, glyphs[to - 1].begin, glyphs[i].end);
      continue;
    }
    glyphs[to++] = glyphs[i];
  }
  glyphs.resize(to);
}

}  // namespace prongsai::normalize
