// SPDX-License-Identifier: GPL-3.0-or-later
// Which of two lists of texts are the same ones, small slips of reading allowed.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace prongsai::tests {

// A form for comparing: Arabic digits, no white space, no zero-width characters, lower case.
std::string fold(const std::string& text);

// 0 (nothing in common) to 1 (the same after folding, numbering marks aside): twice the length of
// the longest common subsequence over the sum of the lengths, in code points; 0 at once for what
// cannot reach `kSameTitle`.
double similarity(const std::string& a, const std::string& b);

constexpr double kSameTitle = 0.9;

struct Titled {
  std::string title;
  std::string place;  // decides between titles that are equally near
};

// Index in `wanted` to index in `found`, each used once, the most similar first.
std::map<size_t, size_t> match_titles(const std::vector<Titled>& wanted,
                                      const std::vector<Titled>& found);

}  // namespace prongsai::tests
