// SPDX-License-Identifier: GPL-3.0-or-later
// How the dictionary's trie is laid out: one number and one letter per node, the children of a node
// side by side in the order of their letters.
#pragma once

#include <cstdint>

namespace prongsai::normalize {

// Letters are their offsets in the Thai block; -1 for what no word contains.
constexpr int trie_letter(char32_t c) {
  return c > 0x0E00 && c < 0x0E80 ? static_cast<int>(c - 0x0E00) : -1;
}

// Bits of a node: 0..20 its first child, 21..27 how many children, 28..30 the kind of the word that
// ends here plus one, or zero, 31 whether a frequent word ends here or further on.
constexpr uint32_t kMostTrieNodes = 1U << 21U;

constexpr uint32_t pack_trie_node(uint32_t first_child, uint32_t children, uint32_t word,
                                  bool frequent) {
  return first_child | children << 21U | word << 28U | (frequent ? 1U << 31U : 0U);
}
constexpr uint32_t trie_first_child(uint32_t node) { return node & (kMostTrieNodes - 1); }
constexpr uint32_t trie_children(uint32_t node) { return node >> 21U & 0x7FU; }
constexpr bool trie_leads_to_frequent(uint32_t node) { return (node >> 31U) != 0; }
constexpr uint32_t trie_word(uint32_t node) { return node >> 28U & 7U; }

}  // namespace prongsai::normalize
