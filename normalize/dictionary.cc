// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/dictionary.h"

#include <algorithm>

#include "normalize/text_buffer.h"
#include "normalize/trie_encoding.h"

namespace prongsai::normalize {

extern const uint32_t kDictionaryNodes[];  // dictionary_data.cc, generated
extern const unsigned char kDictionaryLetters[];

bool DictionaryCursor::step(char32_t c) {
  const int letter = trie_letter(c);
  if (letter < 0) return false;
  const uint32_t node = kDictionaryNodes[node_];
  const unsigned char* first = kDictionaryLetters + trie_first_child(node);
  const unsigned char* last = first + trie_children(node);
  const unsigned char* child = std::lower_bound(first, last, letter);
  if (child == last || *child != letter) return false;
  node_ = static_cast<uint32_t>(child - kDictionaryLetters);
  return true;
}

bool DictionaryCursor::leads_to_frequent() const {
  return trie_leads_to_frequent(kDictionaryNodes[node_]);
}

std::optional<WordKind> DictionaryCursor::word() const {
  const uint32_t word = trie_word(kDictionaryNodes[node_]);
  if (word == 0) return std::nullopt;
  return static_cast<WordKind>(word - 1);
}

bool is_word(std::string_view utf8) {
  DictionaryCursor cursor;
  const TextBuffer text(utf8);
  for (const Glyph& glyph : text.glyphs()) {
    if (!cursor.step(glyph.c)) return false;
  }
  return cursor.word().has_value();
}

}  // namespace prongsai::normalize
