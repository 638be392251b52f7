// SPDX-License-Identifier: GPL-3.0-or-later
// A shortest path from the beginning of a stretch of Thai to its end. Its arcs are the words of
// the dictionary, walked letter by letter; on the way a word may undo damages (edits), at a cost.
// Letters in no word cost so much that they are the last resort, and every edit costs enough that
// it must save words or letters: a reading without edits wins a tie.
#include "normalize/word_lattice.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>

#include "normalize/dictionary.h"
#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

constexpr int kInfinite = std::numeric_limits<int>::max();
constexpr int kUnknownCost = 160;  // of a letter with its marks that is in no word
constexpr int kForbidden = 100000;
// Words end before this many readings of one beginning have been tried; hostile text does not.
constexpr size_t kMostFrames = 400;
constexpr int kMostEdits = 8;  // in one word
constexpr size_t kLongWord = 5;
constexpr size_t kLayers = 3;  // nodes at one glyph: at most two marks move together

constexpr char32_t kMarks[] = {0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39,
                               0x0E47, 0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C};

enum class EditKind {
  kLost,      // sara aa is sara am
  kFalse,     // sara am is sara aa
  kOpenAa,    // space and sara aa are sara aa
  kSpaces,    // spaces that are none, `length` of them
  kSwap,      // the `length` marks after this letter belong before it
  kFill,      // a replacement character is the mark `c`
  kFillTone,  // the replacement character after this tone is the mark `c` before it
  kDrop,      // a replacement character is nothing
};

struct Edit {
  EditKind kind = EditKind::kLost;
  size_t at = 0;
  size_t length = 1;
  char32_t c = 0;
};

// What a word has undone so far.
struct Damage {
  int lost = 0;
  int falsed = 0;
  int soft_spaces = 0;
  int spaces_at_marks = 0;
  int spaces = 0;
  int moved = 0;
  int filled = 0;
  int open = 0;

  int total() const {
    return lost + falsed + soft_spaces + spaces_at_marks + spaces + moved + filled + open;
  }
};

constexpr int word_cost(WordKind kind) { return kind == WordKind::kFrequent ? 32 : 40; }

int lost_cost(WordKind kind, size_t letters, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 4;
  // Long frequent words are never the right spelling of anything else with sara aa for sara am.
  return kind == WordKind::kFrequent && letters >= kLongWord ? 20 : 180;
}

int false_cost(WordKind kind, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 4;
  return kind == WordKind::kFrequent ? 80 : 120;
}

int space_cost(WordKind kind, size_t letters, Strictness strictness) {
  if (strictness == Strictness::kLoose) return kind == WordKind::kPlace ? 60 : 52;
  if (kind == WordKind::kFrequent) return 80;
  return kind == WordKind::kGeneral && letters >= 4 ? 140 : 240;
}

int space_at_mark_cost(WordKind kind, size_t letters, Strictness strictness) {
  return strictness == Strictness::kLoose ? 24 : space_cost(kind, letters, strictness);
}

int moved_cost(WordKind kind, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 16;
  return kind == WordKind::kFrequent ? 80 : kForbidden;
}

int cost_of(WordKind kind, size_t letters, const Damage& damage, const Modes& modes) {
  int cost = word_cost(kind);
  if (damage.total() == 0) return cost;
  cost += damage.lost * lost_cost(kind, letters, modes.sara_am_lost);
  cost += damage.falsed * false_cost(kind, modes.sara_am_false);
  cost += damage.soft_spaces;
  cost += damage.spaces_at_marks * space_at_mark_cost(kind, letters, modes.split_words);
  cost += damage.spaces * space_cost(kind, letters, modes.split_words);
  cost += damage.moved * moved_cost(kind, modes.moved_marks);
  cost += damage.filled * 20 + damage.open * 4;
  return cost + damage.total();
}

// A word half read.
struct Frame {
  DictionaryCursor cursor;
  size_t at = 0;
  size_t letters = 0;
  Damage damage;
  int last_edit = -1;  // into trail_
  bool soft_space = false;
  // So many marks after the letter at `at` have been read before it, and the letter not yet.
  size_t pending = 0;

  size_t node() const { return kLayers * at + pending; }
};

struct TrailEdit {
  Edit edit;
  int before = -1;
};

// The best way to a node. Node kLayers * i is before glyph i; node kLayers * i + k is there too,
// but with k marks after that letter already read, as the end of the word before.
struct Step {
  int cost = kInfinite;
  size_t from = 0;  // a node
  bool unknown = false;
  std::vector<Edit> edits;
};

class Lattice {
 public:
  Lattice(std::span<const Glyph> glyphs, const Modes& modes)
      : glyphs_(glyphs),
        modes_(modes),
        steps_(kLayers * glyphs.size() + 1),
        crossable_(glyphs.size(), 0) {}

  // Reads the glyphs, first without joining over spaces, then, where that leaves letters in no
  // word, with it. Returns the edits from left to right.
  std::vector<Edit> read();
  size_t unknown_clusters();

 private:
  void search();
  void search_words(size_t start);
  void expand(const Frame& frame);
  void expand_space(const Frame& frame);
  void expand_moved(const Frame& frame);
  void expand_pending(const Frame& frame);
  void expand_replacement(const Frame& frame);
  void accept(size_t start, const Frame& frame);
  void skip_unknown(size_t start);
  void push(Frame frame) { stack_.push_back(std::move(frame)); }
  std::optional<Frame> advanced(const Frame& frame, char32_t c, size_t length) const;
  void add_edit(Frame& frame, const Edit& edit);
  struct Piece {
    size_t end = 0;
    size_t length = 0;
    bool unknown = false;
  };
  Piece piece_at(size_t begin, const std::vector<char>& in_unknown) const;
  // Whether a mark is on one of the two letters before the space: words are split there.
  bool near_mark(size_t space) const {
    return is_mark(at(space - 1)) || (space > 1 && is_mark(at(space - 2)));
  }
  bool mark_crossable();
  char32_t at(size_t i) const { return i < glyphs_.size() ? glyphs_[i].c : 0; }

  std::span<const Glyph> glyphs_;
  const Modes& modes_;
  std::vector<Step> steps_;
  std::vector<char> crossable_;  // of a space: words may run over it
  std::vector<Frame> stack_;
  std::vector<TrailEdit> trail_;
};

std::optional<Frame> Lattice::advanced(const Frame& frame, char32_t c, size_t length) const {
  Frame next = frame;
  if (!next.cursor.step(c)) return std::nullopt;
  ++next.letters;
  next.at += length;
  next.soft_space = false;
  return next;
}

void Lattice::add_edit(Frame& frame, const Edit& edit) {
  trail_.push_back({edit, frame.last_edit});
  frame.last_edit = static_cast<int>(trail_.size()) - 1;
}

void Lattice::expand_space(const Frame& frame) {
  size_t end = frame.at;
  while (at(end) == ' ') ++end;
  if (crossable_[frame.at] == 0 || !is_thai_letter(at(end))) return;
  Frame next = frame;
  const bool soft = frame.soft_space || glyphs_[frame.at].soft;
  const bool at_mark = near_mark(frame.at);
  ++(soft ? next.damage.soft_spaces : at_mark ? next.damage.spaces_at_marks : next.damage.spaces);
  next.at = end;
  next.soft_space = false;
  add_edit(next, {EditKind::kSpaces, frame.at, end - frame.at, 0});
  push(next);
}

// Reads some of the marks after a letter before that letter.
void Lattice::expand_moved(const Frame& frame) {
  size_t before = frame.at - 1;
  while (before > 0 && at(before) == ' ') --before;
  if (!is_consonant(at(before)) && !is_mark(at(before))) return;
  Frame next = frame;
  ++next.damage.moved;
  for (size_t count = 1; count < kLayers && is_mark(at(frame.at + count)); ++count) {
    if (!next.cursor.step(at(frame.at + count))) return;
    ++next.letters;
    next.pending = count;
    Frame moved = next;
    add_edit(moved, {EditKind::kSwap, frame.at, count, 0});
    push(moved);
  }
}

// Reads the letter that marks after it have passed.
void Lattice::expand_pending(const Frame& frame) {
  std::optional<Frame> next = advanced(frame, at(frame.at), 1 + frame.pending);
  if (!next) return;
  next->pending = 0;
  next->soft_space = true;  // The gap that the marks have left.
  push(*next);
}

void Lattice::expand_replacement(const Frame& frame) {
  const bool after_tone = is_tone(at(frame.at));
  const auto push_edit = [&](Frame next, EditKind kind, char32_t c) {
    ++next.damage.filled;
    next.soft_space = true;
    add_edit(next, {kind, frame.at, 1, c});
    push(std::move(next));
  };
  for (const char32_t mark : kMarks) {
    std::optional<Frame> next = advanced(frame, mark, 1);
    if (!next) continue;
    if (after_tone) {
      next = is_vowel_mark(mark) ? advanced(*next, at(frame.at), 1) : std::nullopt;
      if (!next) continue;
    }
    push_edit(*next, after_tone ? EditKind::kFillTone : EditKind::kFill, mark);
  }
  if (after_tone) return;
  Frame dropped = frame;
  ++dropped.at;
  push_edit(std::move(dropped), EditKind::kDrop, 0);
}

void Lattice::expand(const Frame& frame) {
  if (frame.at >= glyphs_.size()) return;
  if (frame.pending > 0) return expand_pending(frame);
  const Glyph& glyph = glyphs_[frame.at];
  if (auto next = advanced(frame, glyph.c, 1)) push(*next);
  if (frame.letters == 0 || frame.damage.total() >= kMostEdits) return;
  const auto push_other = [&](char32_t c, EditKind kind, int Damage::*count) {
    auto next = advanced(frame, c, 1);
    if (!next) return;
    ++(next->damage.*count);
    add_edit(*next, {kind, frame.at, 1, 0});
    push(*next);
  };
  if (glyph.c == kSaraAa) push_other(kSaraAm, EditKind::kLost, &Damage::lost);
  if (glyph.c == kSaraAm && glyph.either) push_other(kSaraAa, EditKind::kOpenAa, &Damage::open);
  if (glyph.c == kSaraAm && !glyph.certain) {
    push_other(kSaraAa, EditKind::kFalse, &Damage::falsed);
  }
  if (glyph.c == ' ') expand_space(frame);
  if (is_consonant(glyph.c) && is_mark(at(frame.at + 1))) expand_moved(frame);
  const bool replacement_next = is_tone(glyph.c) && at(frame.at + 1) == kReplacement;
  if (glyph.c == kReplacement || replacement_next) expand_replacement(frame);
}

void Lattice::accept(size_t start, const Frame& frame) {
  const std::optional<WordKind> kind = frame.cursor.word();
  if (!kind || (frame.pending == 0 && is_dependent(at(frame.at)))) return;
  const int cost = steps_[start].cost + cost_of(*kind, frame.letters, frame.damage, modes_);
  Step& step = steps_[frame.node()];
  if (cost >= step.cost) return;
  step.cost = cost;
  step.from = start;
  step.unknown = false;
  step.edits.clear();
  for (int i = frame.last_edit; i >= 0; i = trail_[static_cast<size_t>(i)].before) {
    step.edits.push_back(trail_[static_cast<size_t>(i)].edit);
  }
  std::reverse(step.edits.begin(), step.edits.end());
}

void Lattice::search_words(size_t start) {
  trail_.clear();
  stack_.clear();
  Frame first;
  first.at = start / kLayers;
  first.pending = start % kLayers;
  push(first);
  for (size_t frames = 0; !stack_.empty() && frames < kMostFrames; ++frames) {
    const Frame frame = stack_.back();
    stack_.pop_back();
    if (frame.letters > 0) accept(start, frame);
    expand(frame);
  }
}

void Lattice::skip_unknown(size_t start) {
  const size_t begin = start / kLayers;
  size_t end = begin;
  while (is_leading_vowel(at(end))) ++end;
  if (is_consonant(at(end)) || end == begin) ++end;
  while (is_dependent(at(end))) ++end;
  Step& step = steps_[kLayers * end];
  const int cost = steps_[start].cost + kUnknownCost;
  if (cost >= step.cost) return;
  step.cost = cost;
  step.from = start;
  step.unknown = true;
  step.edits.clear();
}

void Lattice::search() {
  std::fill(steps_.begin(), steps_.end(), Step{});
  steps_[0].cost = 0;
  for (size_t node = 0; node < kLayers * glyphs_.size(); ++node) {
    if (steps_[node].cost == kInfinite) continue;
    if (at(node / kLayers) == ' ') {
      Step& next = steps_[node + kLayers];
      if (steps_[node].cost < next.cost) next = {steps_[node].cost, node, false, {}};
      continue;
    }
    search_words(node);
    skip_unknown(node);
  }
}

// Opens the spaces where a piece beside them holds letters in no word, or a mark has moved away.
// Where words are known to be split after their marks, a space there is open even between words.
bool Lattice::mark_crossable() {
  std::vector<char> in_unknown(glyphs_.size(), 0);
  std::vector<char> after_moved(glyphs_.size() + 1, 0);
  for (size_t node = kLayers * glyphs_.size(); node > 0; node = steps_[node].from) {
    const Step& step = steps_[node];
    if (step.unknown) {
      std::fill(in_unknown.begin() + static_cast<std::ptrdiff_t>(step.from / kLayers),
                in_unknown.begin() + static_cast<std::ptrdiff_t>(node / kLayers), 1);
    }
    for (const Edit& edit : step.edits) {
      if (edit.kind == EditKind::kSwap) after_moved[edit.at + edit.length + 1] = 1;
    }
  }
  bool any = false;
  const bool loose = modes_.split_words == Strictness::kLoose;
  Piece before;
  for (size_t i = 0; i < glyphs_.size();) {
    const Piece piece = piece_at(i, in_unknown);
    // Two single letters are rather a list ("ก ข") than a word.
    const bool letters = before.length == 1 && piece.length == 1;
    const size_t space = before.end;
    if (before.length > 0 && piece.length > 0 &&
        ((glyphs_[space].soft && !letters) || after_moved[space] != 0 ||
         (loose && near_mark(space)) ||
         ((before.unknown || piece.unknown) && (loose || !letters)))) {
      crossable_[space] = 1;
      any = true;
    }
    before = piece;
    i = piece.end;
    while (at(i) == ' ') ++i;
  }
  return any;
}

// What stands between two spaces.
Lattice::Piece Lattice::piece_at(size_t begin, const std::vector<char>& in_unknown) const {
  Piece piece;
  piece.end = begin;
  for (; piece.end < glyphs_.size() && at(piece.end) != ' '; ++piece.end) {
    piece.unknown = piece.unknown || in_unknown[piece.end] != 0;
  }
  piece.length = piece.end - begin;
  return piece;
}

std::vector<Edit> Lattice::read() {
  search();
  if (mark_crossable()) search();
  std::vector<Edit> edits;
  for (size_t node = kLayers * glyphs_.size(); node > 0; node = steps_[node].from) {
    edits.insert(edits.end(), steps_[node].edits.rbegin(), steps_[node].edits.rend());
  }
  std::reverse(edits.begin(), edits.end());
  return edits;
}

size_t Lattice::unknown_clusters() {
  search();
  size_t count = 0;
  for (size_t node = kLayers * glyphs_.size(); node > 0; node = steps_[node].from) {
    count += steps_[node].unknown ? 1 : 0;
  }
  return count;
}

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
  }
  text.note(rule_of(edit.kind), part[0].begin, part[touched - 1].end);
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
    for (const Edit& edit : Lattice(run, modes).read()) {
      apply(edit, run, text);
      removed = removed || edit.kind == EditKind::kSpaces || edit.kind == EditKind::kDrop ||
                edit.kind == EditKind::kSwap;
    }
    begin = end;
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

size_t unknown_clusters(const std::vector<Glyph>& glyphs) {
  const Modes modes;
  return Lattice(glyphs, modes).unknown_clusters();
}

}  // namespace prongsai::normalize
