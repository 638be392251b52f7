// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two short texts are, for titles and names with typing and OCR errors.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// Number of insertions, deletions and substitutions of code points (Levenshtein), by Hyyrö's
// bit-parallel algorithm: O(|a| |b| / 64).
size_t edit_distance(std::u32string_view a, std::u32string_view b);

// 1 - edit distance / longer length; 1 for two empty texts.
double similarity(std::u32string_view a, std::u32string_view b);

// One text to compare with many: what every comparison needs of it is made once.
class Comparer {
 public:
  explicit Comparer(std::u32string_view text);

  // similarity(text, other), or 0 once it is certain to be less than `at_least`.
  double similarity(std::u32string_view other, double at_least = 0) const;

  // Least edits between the text and `other`; a number over `most` if there are more than that.
  size_t edits(std::u32string_view other, size_t most) const;

  // Least edits between the text and any stretch of `other`.
  size_t edits_within(std::u32string_view other) const;

 private:
  const std::uint64_t* positions(char32_t c) const;

  size_t size_;
  size_t blocks_;                          // words of 64 positions
  std::array<std::uint16_t, 256> rows_{};  // of ASCII and Thai characters; 0: not in the text
  std::u32string others_;                  // other characters: their rows are other_rows_
  std::vector<size_t> other_rows_;
  std::vector<std::uint64_t> bits_;  // row by row, the positions of a character in the text
};

// The best similarity of `part` to any stretch of `whole`: 1 - (edits needed to find `part`
// somewhere in `whole`) / |part|.
double containment(std::u32string_view part, std::u32string_view whole);

// Multiset of the pairs of neighbouring code points: a quick upper estimate before similarity.
class Bigrams {
 public:
  explicit Bigrams(std::u32string_view text);
  // Share of the smaller text's pairs that the other has too, 0..1.
  double overlap(const Bigrams& other) const;

 private:
  std::vector<std::uint64_t> pairs_;  // sorted
};

}  // namespace prongsai
