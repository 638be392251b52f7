// SPDX-License-Identifier: GPL-3.0-or-later
// Hyyrö, "Explaining and extending the bit-parallel approximate string matching algorithm of
// Myers" (2001), in its block form for patterns of more than 64 characters.
#include "model/similarity.h"

#include <algorithm>
#include <cstdint>

namespace prongsai {
namespace {

// One 64-character block of the pattern, advanced by one character of the text.
struct BlockState {
  std::uint64_t positive = ~0ULL;  // vertical deltas of +1
  std::uint64_t negative = 0;      // and of -1
};

// `carry` is the horizontal delta that enters below the block (-1, 0, +1); returned is the one
// that leaves above bit `last`.
int advance(BlockState& state, std::uint64_t equal, int carry, unsigned last) {
  const std::uint64_t negative_in = carry < 0 ? 1 : 0;
  const std::uint64_t x = equal | state.negative;
  equal |= negative_in;
  const std::uint64_t d0 = (((equal & state.positive) + state.positive) ^ state.positive) | equal;
  std::uint64_t horizontal_positive = state.negative | ~(d0 | state.positive);
  std::uint64_t horizontal_negative = state.positive & d0;
  int out = 0;
  if ((horizontal_positive >> last) & 1U) out = 1;
  if ((horizontal_negative >> last) & 1U) out = -1;
  horizontal_positive = (horizontal_positive << 1U) | (carry > 0 ? 1U : 0U);
  horizontal_negative = (horizontal_negative << 1U) | negative_in;
  state.positive = horizontal_negative | ~(x | horizontal_positive);
  state.negative = horizontal_positive & x;
  return out;
}

// The positions of each character in the pattern, as bits, `blocks` words a character.
class PatternBits {
 public:
  explicit PatternBits(std::u32string_view pattern)
      : blocks_((pattern.size() + 63) / 64), bits_((kAbsent + 1) * blocks_, 0) {
    for (size_t i = 0; i < pattern.size(); ++i) {
      bits_[find_or_add(pattern[i]) * blocks_ + i / 64] |= 1ULL << (i % 64);
    }
  }

  size_t blocks() const { return blocks_; }

  const std::uint64_t* of(char32_t c) const { return &bits_[slot(c) * blocks_]; }

 private:
  // ASCII and Thai, nearly all of what is compared, have a row each; then come the empty row of
  // characters that are not in the pattern, and the rows of others.
  static constexpr size_t kAbsent = 256;

  size_t slot(char32_t c) const {
    if (c < 0x80) return c;
    if (c >= 0xE00 && c < 0xE80) return c - 0xE00 + 0x80;
    const auto other = static_cast<size_t>(std::ranges::find(others_, c) - others_.begin());
    return other == others_.size() ? kAbsent : kAbsent + 1 + other;
  }

  size_t find_or_add(char32_t c) {
    if (slot(c) == kAbsent) {
      others_.push_back(c);
      bits_.resize(bits_.size() + blocks_, 0);
    }
    return slot(c);
  }

  size_t blocks_;
  std::vector<std::uint64_t> bits_;
  std::u32string others_;
};

enum class TextStart { kFixed, kAnywhere };

// Least edits of `pattern` against the whole text (kFixed) or any stretch of it (kAnywhere).
size_t least_edits(std::u32string_view pattern, std::u32string_view text, TextStart start) {
  if (pattern.empty()) return start == TextStart::kFixed ? text.size() : 0;
  const PatternBits bits(pattern);
  const size_t blocks = bits.blocks();
  std::vector<BlockState> states(blocks);
  size_t score = pattern.size();
  size_t best = score;
  const unsigned top = static_cast<unsigned>((pattern.size() - 1) % 64);
  for (const char32_t c : text) {
    const std::uint64_t* row = bits.of(c);
    int carry = start == TextStart::kFixed ? 1 : 0;
    for (size_t b = 0; b < blocks; ++b) {
      carry = advance(states[b], row[b], carry, b + 1 == blocks ? top : 63);
    }
    score += static_cast<size_t>(carry);  // modulo arithmetic: -1 wraps as intended
    best = std::min(best, score);
  }
  return start == TextStart::kFixed ? score : best;
}

}  // namespace

size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  // Alike in both directions; the shorter one needs fewer blocks.
  return a.size() <= b.size() ? least_edits(a, b, TextStart::kFixed)
                              : least_edits(b, a, TextStart::kFixed);
}

double similarity(std::u32string_view a, std::u32string_view b) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longer);
}

double containment(std::u32string_view part, std::u32string_view whole) {
  if (part.empty()) return 1;
  return 1 - static_cast<double>(least_edits(part, whole, TextStart::kAnywhere)) /
                 static_cast<double>(part.size());
}

Bigrams::Bigrams(std::u32string_view text) {
  pairs_.reserve(text.size());
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    pairs_.push_back((static_cast<std::uint64_t>(text[i]) << 32U) | text[i + 1]);
  }
  std::sort(pairs_.begin(), pairs_.end());
}

double Bigrams::overlap(const Bigrams& other) const {
  if (pairs_.empty() && other.pairs_.empty()) return 1;
  size_t common = 0;
  auto a = pairs_.begin();
  auto b = other.pairs_.begin();
  while (a != pairs_.end() && b != other.pairs_.end()) {
    if (*a == *b) {
      ++common;
      ++a;
      ++b;
    } else if (*a < *b) {
      ++a;
    } else {
      ++b;
    }
  }
  const size_t smaller = std::min(pairs_.size(), other.pairs_.size());
  return smaller == 0 ? 0 : static_cast<double>(common) / static_cast<double>(smaller);
}

}  // namespace prongsai
