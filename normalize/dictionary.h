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
  kLikely,    // as frequent, but with sara aa for sara am it may be right as well
  kGeneral,
  kPlace,
};

constexpr bool is_frequent(WordKind kind) {
  return kind == WordKind::kFrequent || kind == WordKind::kLikely;
}

// A place in the trie. Copying is cheap; a copy goes its own way.
class DictionaryCursor {
 public:
  // Goes on by one character. False, and of no further use, if no word goes on so.
  bool step(char32_t c);
  // The kind of the word that ends here.
  std::optional<WordKind> word() const;
  // Whether a frequent word ends here or further on.
  bool leads_to_frequent() const;

 private:
  uint32_t node_ = 0;
};

bool is_word(std::string_view utf8);

}  // namespace prongsai::normalize
