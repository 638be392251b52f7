// SPDX-License-Identifier: GPL-3.0-or-later
// Words grouped into lines.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/block.h"
#include "model/geometry.h"
#include "model/word.h"

namespace prongsai {

// A box turned so that text which stands rotated by `rotation` degrees (clockwise, as in Word)
// reads from left to right and its lines follow from top to bottom. Turning back is turning by
// 360 - rotation.
Box turned(const Box& box, int rotation);

// A word at its place in reading direction, which is its place on the page unless the word (or
// the whole page) is printed turned.
struct PlacedWord {
  Box box;
  const Word* word = nullptr;
  int rotation = 0;  // still to be undone, against the direction of the page

  // The font size, or an estimate from the height of the box where it is unknown; never 0.
  double em() const;
};

struct TextLine {
  std::vector<PlacedWord> words;  // from left to right
  Box box;

  double em() const;  // of its widest word
};

// Words that share a baseline, each group from left to right, the groups from top to bottom.
// Tolerates marks above and below, superscripts, and lines that climb or fall slightly. Words are
// taken as they lie, whatever their rotation.
std::vector<TextLine> group_lines(std::vector<PlacedWord> words);

// The same for words of several rotations: those that are still turned are read in their own
// direction, after the upright ones.
std::vector<TextLine> group_turned_lines(const std::vector<PlacedWord>& words);

// Parts of a line between gaps of at least `gap` points.
std::vector<std::span<const PlacedWord>> segments(const TextLine& line, double gap);

// Text of words from left to right: a space at each gap, none where only kerning split a word.
std::string joined_text(std::span<const PlacedWord> words);

// Box and words of the result are as they are on the page.
Line to_line(std::span<const PlacedWord> words, int page);

}  // namespace prongsai
