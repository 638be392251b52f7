// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/odd_word.h"

#include <algorithm>
#include <string>

namespace prongsai::extract {
namespace {

bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }
bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool is_address(std::u32string_view word) {
  for (std::u32string_view sign : {U"://", U"www.", U"@", U".com", U".go.th", U".or.th", U".pdf"}) {
    if (word.find(sign) != std::u32string_view::npos) return true;
  }
  return false;
}

// Second letters that hardly ever follow the first in English or in Thai names written in Latin
// letters. Row: "first: seconds".
constexpr std::string_view kRarePairs[] = {
    "b:cdfghkmnpqvwxz",
    "c:bdfgjmpvwxz",
    "d:bcfhjkpqtxz",
    "f:bcdghjkmnpqvwxz",
    "g:bcdfjkpqvxz",
    "h:bcdfghjkpqvxz",
    "j:bcdfghjklmnpqrstvwxyz",
    "k:bcdfgjmpqvxz",
    "l:jqxz",
    "m:cdfghjkqrvxz",
    "n:bqx",
    "p:bcdfgjkmnqvwxz",
    "q:abcdefghijklmnopqrstvwxyz",
    "r:jqxz",
    "s:jvxz",
    "t:bdfgjknpqvxz",
    "v:bcdfghjklmnpqrstuwxz",
    "w:bcfgjkmpqtuvxz",
    "x:bdfgjklmnqrsvwz",
    "y:jqvxyz",
    "z:bcdfgjklmnpqrstvwx",
    "u:uwx",
    "i:ijwy",
    "a:aj",
};

bool is_rare_pair(char a, char b) {
  for (std::string_view row : kRarePairs) {
    if (row[0] == a) return row.substr(2).find(b) != std::string_view::npos;
  }
  return false;
}

// One run of letters, in lower case: no vowel in it, or pairs that do not occur.
bool is_odd_run(const std::string& run) {
  if (run.size() < 3) return false;
  if (std::none_of(run.begin(), run.end(), is_vowel)) return true;
  size_t rare = 0;
  size_t consonants = 0;
  for (size_t i = 0; i < run.size(); ++i) {
    if (i > 0 && is_rare_pair(run[i - 1], run[i])) ++rare;
    consonants = is_vowel(run[i]) ? 0 : consonants + 1;
    if (consonants >= 6) return true;
  }
  return rare > 0 && rare * 6 >= run.size();
}

}  // namespace

bool is_odd_word(std::u32string_view word) {
  auto is_rim = [](char32_t c) { return !is_letter(c); };
  while (!word.empty() && is_rim(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_rim(word.back())) word.remove_suffix(1);
  if (word.size() < 3 || is_address(word)) return false;
  bool capitals = std::none_of(word.begin(), word.end(), is_lower);
  size_t intrusions = 0;
  std::string run;
  bool odd = false;
  for (size_t i = 0; i <= word.size(); ++i) {
    char32_t c = i < word.size() ? word[i] : U' ';
    if (is_letter(c)) {
      if (is_upper(c) && i > 0 && is_lower(word[i - 1])) {
        ++intrusions;
        odd = odd || is_odd_run(run);
        run.clear();
      }
      run += static_cast<char>(is_upper(c) ? c + 32 : c);
      continue;
    }
    // Parts of a compound are joined by these; anything else does not stand between letters.
    bool joins = c == '-' || c == '/' || c == '\'' || c == '.' || c == '&' || c == '_' || c == ',';
    if (i < word.size() && !joins && !capitals) ++intrusions;
    // Abbreviations in capitals have no vowels.
    odd = odd || (!capitals && is_odd_run(run));
    run.clear();
  }
  // One capital inside is a name (McDonald, ePlan, "LibreOffice").
  return odd || intrusions >= 2 || (intrusions == 1 && word.size() <= 5 && !capitals);
}

}  // namespace prongsai::extract
