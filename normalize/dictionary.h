// SPDX-License-Identifier: GPL-3.0-or-later
// The Thai words that decide repairs, as a trie to walk letter by letter.
//
// build_dictionary.cc compiles it in: ICU's Thai dictionary, data/words.txt, data/places.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace prongsai::normalize {

// In the order of preference where a word is in several lists.
enum class WordKind {
  kFrequent,  // of the vocabulary of such reports
  kGeneral,
  kPlace,
};

// A place in the trie. Copying is cheap; a copy goes its own way.
class DictionaryCursor {
 public:
  DictionaryCursor();

  // Goes on by one character. False, and of no further use, if no word goes on so.
  bool step(char32_t c);
  // The kind of the word that ends here.
  std::optional<WordKind> word() const;

 private:
  uint64_t state_ = 0;  // of an icu::BytesTrie
  bool ends_word_ = false;
};

bool is_word(std::string_view utf8);

}  // namespace prongsai::normalize
