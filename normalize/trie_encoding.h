// SPDX-License-Identifier: GPL-3.0-or-later
// How a Thai character is written in the dictionary's trie: its offset in the Thai block.
#pragma once

namespace prongsai::normalize {

// -1 for what no word contains.
constexpr int trie_byte(char32_t c) {
  return c > 0x0E00 && c < 0x0E80 ? static_cast<int>(c - 0x0E00) : -1;
}

}  // namespace prongsai::normalize
