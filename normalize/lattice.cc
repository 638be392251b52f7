// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lattice.h"

#include <algorithm>

#include "normalize/confusable.h"

namespace prongsai::normalize {
namespace {

// No text but a hostile one makes a word's beginning be read further than this, all readings taken
// together.
constexpr size_t kMostLetters = 400;
constexpr int kMostEdits = 8;  // in one word

constexpr char32_t kMarks[] = {0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39,
                               0x0E47, 0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C};

}  // namespace

std::optional<Lattice::Frame> Lattice::advanced(const Frame& frame, char32_t c,
                                                size_t length) const {
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
  const bool at_mark = is_mark(at(frame.at - 1));
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

void Lattice::expand_replacement(const Frame& frame) {
  const bool after_tone = is_tone(at(frame.at));
  const auto push_edit = [&](Frame next, EditKind kind, char32_t c) {
    ++next.damage.filled;
    next.soft_space = true;
    add_edit(next, {kind, frame.at, 1, c});
    push(next);
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
  push_edit(dropped, EditKind::kDrop, 0);
}

// Reads a mark that OCR has not seen.
void Lattice::expand_unseen(const Frame& frame) {
  const char32_t before = at(frame.at - 1);
  if (frame.damage.misread > 0 || (!is_consonant(before) && !is_vowel_mark(before))) return;
  for (const char32_t mark : kMarks) {
    if (is_vowel_mark(before) && !is_tone(mark)) continue;
    std::optional<Frame> next = advanced(frame, mark, 0);
    if (!next) continue;
    ++next->damage.misread;
    add_edit(*next, {EditKind::kUnseen, frame.at, 0, mark});
    push(*next);
  }
}

// Reads a letter as one that looks alike.
void Lattice::expand_confused(const Frame& frame) {
  if (frame.damage.misread > 0) return;
  const char32_t seen = at(frame.at);
  for (const Confusable& alike : confusables()) {
    if (alike.letters.find(seen) == std::u32string_view::npos) continue;
    for (const char32_t c : alike.letters) {
      if (c == seen) continue;
      std::optional<Frame> next = advanced(frame, c, 1);
      if (!next) continue;
      ++next->damage.misread;
      add_edit(*next, {EditKind::kConfused, frame.at, 1, c});
      push(*next);
    }
  }
}

// Whether any word from here on can pay for the edits. (Strictly, only frequent words can.)
bool Lattice::worth_reading(const Frame& frame) const {
  const bool lost = frame.damage.lost > 0 && modes_.sara_am_lost == Strictness::kStrict;
  const bool moved = frame.damage.moved > 0 && modes_.moved_marks == Strictness::kStrict;
  return (!lost && !moved) || frame.cursor.leads_to_frequent();
}

// Puts aside what else the next characters may be.
void Lattice::expand(const Frame& frame) {
  if (frame.damage.total() >= kMostEdits) return;
  const Glyph& glyph = glyphs_[frame.at];
  const auto push_other = [&](char32_t c, EditKind kind, uint8_t Damage::*count) {
    auto next = advanced(frame, c, 1);
    if (!next) return;
    ++(next->damage.*count);
    add_edit(*next, {kind, frame.at, 1, 0});
    push(*next);
  };
  if (glyph.c == kSaraAa) push_other(kSaraAm, EditKind::kLost, &Damage::lost);
  if (glyph.c == kSaraAm && glyph.either) {
    // The unlikelier reading costs something: sara am where words are split anyway.
    push_other(kSaraAa, EditKind::kOpenAa, splits_words() ? &Damage::free : &Damage::open);
  }
  if (glyph.c == kSaraAm && !glyph.certain) {
    push_other(kSaraAa, EditKind::kFalse, &Damage::falsed);
  }
  if (glyph.c == ' ') expand_space(frame);
  if (is_consonant(glyph.c) && is_mark(at(frame.at + 1))) expand_moved(frame);
  const bool replacement_next = is_tone(glyph.c) && at(frame.at + 1) == kReplacement;
  if (glyph.c == kReplacement || replacement_next) expand_replacement(frame);
  if (modes_.by_ocr) {
    expand_unseen(frame);
    expand_confused(frame);
  }
}

void Lattice::accept(size_t start, const Frame& frame) {
  const std::optional<WordKind> kind = frame.cursor.word();
  if (!kind || (frame.pending == 0 && is_dependent(at(frame.at)))) return;
  const int64_t cost =
      steps_[start].cost + reading_cost(*kind, frame.letters, frame.damage, modes_);
  Step& step = steps_[frame.node()];
  if (cost >= step.cost) return;
  step.cost = cost;
  step.from = start;
  step.unknown = false;
  step.edits = static_cast<uint32_t>(edits_.size());
  step.edit_count = frame.damage.total() == 0 ? 0 : save_edits(frame);
}

// Keeps the edits of an accepted word, from right to left. Returns how many they are.
uint32_t Lattice::save_edits(const Frame& frame) {
  uint32_t count = 0;
  for (int i = frame.last_edit; i >= 0; i = trail_[static_cast<size_t>(i)].before, ++count) {
    edits_.push_back(trail_[static_cast<size_t>(i)].edit);
  }
  return count;
}

void Lattice::search_words(size_t start) {
  trail_.clear();
  stack_.clear();
  Frame first;
  first.at = start / kLayers;
  first.pending = start % kLayers;
  push(first);
  size_t letters = 0;
  while (!stack_.empty()) {
    Frame frame = stack_.back();
    stack_.pop_back();
    while (true) {
      if (frame.letters > 0) accept(start, frame);
      if (frame.at >= glyphs_.size() || ++letters > kMostLetters) break;
      if (frame.pending == 0 && frame.letters > 0) {
        expand(frame);
        if (glyphs_[frame.at].either && splits_words()) ++frame.damage.open;
      }
      if (!frame.cursor.step(at(frame.at))) break;
      ++frame.letters;
      frame.at += 1 + frame.pending;
      frame.soft_space = frame.pending > 0;  // The gap that the marks have left.
      frame.pending = 0;
    }
  }
}

void Lattice::skip_unknown(size_t start) {
  const size_t begin = start / kLayers;
  size_t end = begin;
  while (is_leading_vowel(at(end))) ++end;
  if (is_consonant(at(end)) || end == begin) ++end;
  while (is_dependent(at(end))) ++end;
  Step& step = steps_[kLayers * end];
  const int64_t cost = steps_[start].cost + kUnknownCost;
  if (cost >= step.cost) return;
  step.cost = cost;
  step.from = start;
  step.unknown = true;
  step.edit_count = 0;
}

void Lattice::search() {
  std::fill(steps_.begin(), steps_.end(), Step{});
  edits_.clear();
  steps_[0].cost = 0;
  for (size_t node = 0; node < kLayers * glyphs_.size(); ++node) {
    if (steps_[node].cost == kInfinite) continue;
    if (at(node / kLayers) == ' ') {
      Step& next = steps_[node + kLayers];
      if (steps_[node].cost < next.cost) next = {steps_[node].cost, false, 0, 0, node};
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
    for (const Edit& edit : edits_of(step)) {
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
         (loose && is_mark(at(space - 1))) ||
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
    // An open sara am is a split as well.
    piece.unknown = piece.unknown || in_unknown[piece.end] != 0 || glyphs_[piece.end].either;
  }
  piece.length = piece.end - begin;
  return piece;
}

// What is likely for a sara am in no word: where sara aa has become sara am everywhere it is hardly
// a true one, and where words are split the space before it is no nikhahit.
void Lattice::edit_unknown(size_t i, std::vector<Edit>& edits) const {
  const Glyph& glyph = glyphs_[i];
  if (glyph.c != kSaraAm) return;
  if (glyph.either && splits_words()) edits.push_back({EditKind::kOpenAa, i, 1, 0});
  if (!glyph.certain && modes_.sara_am_false == Strictness::kLoose) {
    edits.push_back({EditKind::kFalse, i, 1, 0});
  }
}

std::vector<Edit> Lattice::read() {
  search();
  if (mark_crossable()) search();
  std::vector<Edit> edits;
  for (size_t node = kLayers * glyphs_.size(); node > 0; node = steps_[node].from) {
    const Step& step = steps_[node];
    const std::span<const Edit> word = edits_of(step);
    edits.insert(edits.end(), word.begin(), word.end());
    if (!step.unknown) continue;
    for (size_t i = node / kLayers; i > step.from / kLayers; --i) edit_unknown(i - 1, edits);
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

}  // namespace prongsai::normalize
