// SPDX-License-Identifier: GPL-3.0-or-later
// A shortest path from the beginning of a stretch of Thai to its end. Its arcs are the words of the
// dictionary, walked letter by letter; on the way a word may undo damages (edits), at a cost.
// Letters in no word cost so much that they are the last resort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "normalize/dictionary.h"
#include "normalize/modes.h"
#include "normalize/reading_cost.h"
#include "normalize/text_buffer.h"
#include "normalize/thai.h"

namespace prongsai::normalize {

enum class EditKind {
  kLost,      // sara aa is sara am
  kFalse,     // sara am is sara aa
  kOpenAa,    // space and sara aa are sara aa
  kSpaces,    // spaces that are none, `length` of them
  kSwap,      // the `length` marks after this letter belong before it
  kFill,      // a replacement character is the mark `c`
  kFillTone,  // the replacement character after this tone is the mark `c` before it
  kDrop,      // a replacement character is nothing
  kConfused,  // the letter is `c`, which looks alike
  kUnseen,    // before this letter belongs the mark `c`, `length` is 0
};

struct Edit {
  EditKind kind = EditKind::kLost;
  size_t at = 0;
  size_t length = 1;
  char32_t c = 0;
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
  // How many letters (with their marks) are in no word, without joining over spaces.
  size_t unknown_clusters();

 private:
  // Nodes at one glyph: at most two marks move together.
  static constexpr size_t kLayers = 3;

  static constexpr int64_t kInfinite = std::numeric_limits<int64_t>::max();

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
    int64_t cost = kInfinite;
    bool unknown = false;
    uint32_t edits = 0;  // the first of `edit_count` in edits_
    uint32_t edit_count = 0;
    size_t from = 0;  // a node
  };

  void search();
  void search_words(size_t start);
  void expand(const Frame& frame);
  void expand_space(const Frame& frame);
  void expand_moved(const Frame& frame);
  void expand_replacement(const Frame& frame);
  void expand_unseen(const Frame& frame);
  void expand_confused(const Frame& frame);
  void accept(size_t start, const Frame& frame);
  uint32_t save_edits(const Frame& frame);
  std::span<const Edit> edits_of(const Step& step) const {
    return std::span(edits_).subspan(step.edits, step.edit_count);
  }
  void skip_unknown(size_t start);
  bool worth_reading(const Frame& frame) const;
  void push(const Frame& frame) {
    if (worth_reading(frame)) stack_.push_back(frame);
  }
  std::optional<Frame> advanced(const Frame& frame, char32_t c, size_t length) const;
  void add_edit(Frame& frame, const Edit& edit);
  struct Piece {
    size_t end = 0;
    size_t length = 0;
    bool unknown = false;
  };
  Piece piece_at(size_t begin, const std::vector<char>& in_unknown) const;
  bool mark_crossable();
  void edit_unknown(size_t i, std::vector<Edit>& edits) const;
  bool splits_words() const { return modes_.split_words == Strictness::kLoose; }
  char32_t at(size_t i) const { return i < glyphs_.size() ? glyphs_[i].c : 0; }

  std::span<const Glyph> glyphs_;
  const Modes& modes_;
  std::vector<Step> steps_;
  std::vector<char> crossable_;  // of a space: words may run over it
  std::vector<Frame> stack_;
  std::vector<TrailEdit> trail_;  // of the words half read
  std::vector<Edit> edits_;       // of the words in steps_
};

}  // namespace prongsai::normalize
