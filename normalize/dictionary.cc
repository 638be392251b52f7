// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/dictionary.h"

#include <unicode/bytestrie.h>

#include "normalize/text_buffer.h"
#include "normalize/trie_encoding.h"

namespace prongsai::normalize {

extern const unsigned char kDictionaryTrie[];  // dictionary_data.cc, generated

namespace {

icu::BytesTrie trie() { return icu::BytesTrie(reinterpret_cast<const char*>(kDictionaryTrie)); }

}  // namespace

DictionaryCursor::DictionaryCursor() : state_(trie().getState64()) {}

bool DictionaryCursor::step(char32_t c) {
  const int byte = trie_byte(c);
  if (byte < 0) return false;
  icu::BytesTrie walk = trie();
  const UStringTrieResult result = walk.resetToState64(state_).next(byte);
  state_ = walk.getState64();
  ends_word_ = USTRINGTRIE_HAS_VALUE(result);
  return result != USTRINGTRIE_NO_MATCH;
}

std::optional<WordKind> DictionaryCursor::word() const {
  if (!ends_word_) return std::nullopt;
  icu::BytesTrie walk = trie();
  walk.resetToState64(state_);
  return static_cast<WordKind>(walk.getValue());
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
