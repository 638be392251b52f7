// SPDX-License-Identifier: GPL-3.0-or-later
// Hyyrö, "Explaining and extending the bit-parallel approximate string matching algorithm of
// Myers" (2001), in its block form for patterns of more than 64 characters.
#include "model/similarity.h"

#include <algorithm>
#include <array>
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

// ASCII and Thai, nearly all of what is compared, have a slot each; others are looked for.
constexpr size_t kOther = 256;

size_t slot(char32_t c) {
  if (c < 0x80) return c;
  if (c >= 0xE00 && c < 0xE80) return c - 0xE00 + 0x80;
  return kOther;
}

// The state of all blocks; on the heap only for texts of more than 512 characters.
class States {
 public:
  explicit States(size_t blocks) : many_(blocks > few_.size() ? blocks : 0) {}
  BlockState& operator[](size_t i) { return many_.empty() ? few_[i] : many_[i]; }

 private:
  std::array<BlockState, 8> few_;
  std::vector<BlockState> many_;
};

}  // namespace

Comparer::Comparer(std::u32string_view text)
    : size_(text.size()), blocks_((text.size() + 63) / 64) {
  const auto add_row = [&] {
    bits_.resize(bits_.size() + blocks_, 0);
    return bits_.size() / std::max<size_t>(blocks_, 1) - 1;
  };
  add_row();  // of the characters that are not in the text
  const auto row_of = [&](char32_t c) -> size_t {
    if (const size_t known = slot(c); known != kOther) {
      if (rows_[known] == 0) rows_[known] = static_cast<std::uint16_t>(add_row());
      return rows_[known];
    }
    if (const size_t at = others_.find(c); at != std::u32string::npos) return other_rows_[at];
    others_.push_back(c);
    other_rows_.push_back(add_row());
    return other_rows_.back();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    bits_[row_of(text[i]) * blocks_ + i / 64] |= 1ULL << (i % 64);
  }
}

const std::uint64_t* Comparer::positions(char32_t c) const {
  const size_t known = slot(c);
  size_t row = 0;
  if (known != kOther) {
    row = rows_[known];
  } else if (const size_t at = others_.find(c); at != std::u32string::npos) {
    row = other_rows_[at];
  }
  return &bits_[row * blocks_];
}

size_t Comparer::edits(std::u32string_view other, size_t most) const {
  if (size_ == 0) return other.size();
  States states(blocks_);
  size_t score = size_;
  const auto top = static_cast<unsigned>((size_ - 1) % 64);
  for (size_t i = 0; i < other.size(); ++i) {
    const std::uint64_t* row = positions(other[i]);
    int carry = 1;
    for (size_t b = 0; b < blocks_; ++b) {
      carry = advance(states[b], row[b], carry, b + 1 == blocks_ ? top : 63);
    }
    score += static_cast<size_t>(carry);  // modulo arithmetic: -1 wraps as intended
    // Each character that is left takes away one edit at most.
    if (score > most + (other.size() - i - 1)) return most + 1;
  }
  return score;
}

size_t Comparer::edits_within(std::u32string_view other) const {
  if (size_ == 0) return 0;
  States states(blocks_);
  size_t score = size_;
  size_t best = score;
  const auto top = static_cast<unsigned>((size_ - 1) % 64);
  for (const char32_t c : other) {
    const std::uint64_t* row = positions(c);
    int carry = 0;
    for (size_t b = 0; b < blocks_; ++b) {
      carry = advance(states[b], row[b], carry, b + 1 == blocks_ ? top : 63);
    }
    score += static_cast<size_t>(carry);
    best = std::min(best, score);
  }
  return best;
}

double Comparer::similarity(std::u32string_view other, double at_least) const {
  const auto longer = static_cast<double>(std::max(size_, other.size()));
  if (longer == 0) return 1;
  // One edit more than the bound allows, so that rounding never decides.
  const auto most = static_cast<size_t>(std::max(0.0, (1 - at_least) * longer)) + 1;
  const size_t found = edits(other, most);
  return found > most ? 0 : 1 - static_cast<double>(found) / longer;
}

size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  // Alike in both directions; the shorter one needs fewer blocks.
  return a.size() <= b.size() ? Comparer(a).edits(b, b.size()) : Comparer(b).edits(a, a.size());
}

double similarity(std::u32string_view a, std::u32string_view b) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longer);
}

double containment(std::u32string_view part, std::u32string_view whole) {
  if (part.empty()) return 1;
  return 1 -
         static_cast<double>(Comparer(part).edits_within(whole)) / static_cast<double>(part.size());
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
