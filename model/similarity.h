// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two short texts are, for titles and names with typing and OCR errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// Number of insertions, deletions and substitutions of code points (Levenshtein), by Hyyrö's
// bit-parallel algorithm: O(|a| |b| / 64).
size_t edit_distance(std::u32string_view a, std::u32string_view b);

// 1 - edit distance / longer length; 1 for two empty texts.
double similarity(std::u32string_view a, std::u32string_view b);

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
