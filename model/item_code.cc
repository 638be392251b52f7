// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/item_code.h"

#include <array>

#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct CodeLetter {
  std::string_view printed;
  char prefix;
  std::string_view repair;  // empty: the letter itself
};

// What stands for the letter of a code. The Cyrillic and Greek look-alikes come from OCR.
constexpr std::array<CodeLetter, 14> kCodeLetters = {{{"i", 'i', ""},
                                                      {"I", 'i', ""},
                                                      {"e", 'e', ""},
                                                      {"E", 'e', ""},
                                                      {"o", 'o', ""},
                                                      {"O", 'o', ""},
                                                      {"๐", 'o', "thai_zero_for_o"},
                                                      {"0", 'o', "zero_for_o"},
                                                      {"l", 'i', "ell_for_i"},
                                                      {"|", 'i', "bar_for_i"},
                                                      {"ı", 'i', "dotless_i"},
                                                      {"о", 'o', "cyrillic_o"},
                                                      {"е", 'e', "cyrillic_e"},
                                                      {"і", 'i', "cyrillic_i"}}};

// Words and bullets before a code.
constexpr std::array<std::string_view, 17> kBeforeCode = {
    "ข้อคำถาม", "ข้อความ", "ข้อที่", "ข้อ", "หัวข้อ", "รหัส", "คำถาม", "-",     "•",
    "■",       "●",      "▪",   "–",  "*",    ":",   "(",     "\u2022"};

// Words between the two ends of a range.
constexpr std::array<std::string_view, 5> kRangeWords = {"-", "–", "—", "ถึง", "~"};

size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

size_t skip_before_code(std::string_view text) {
  size_t at = skip_spaces(text, 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view word : kBeforeCode) {
      if (!text.substr(at).starts_with(word)) continue;
      at = skip_spaces(text, at + word.size());
      changed = true;
    }
  }
  return at;
}

bool is_latin_or_digit(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         leading_digits(text.substr(at), 1).length > 0;
}

// Whether the token that ends at `end` goes on as a decimal number ("๐.๐๐", "05.5").
bool goes_on_as_number(std::string_view text, size_t end) {
  if (is_latin_or_digit(text, end)) return true;
  return end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
         leading_digits(text.substr(end + 1), 1).length > 0;
}

std::optional<CodeToken> lettered_code(std::string_view text, size_t at) {
  for (const CodeLetter& letter : kCodeLetters) {
    if (!text.substr(at).starts_with(letter.printed)) continue;
    const bool zero = letter.repair.ends_with("zero_for_o");
    size_t start = at + letter.printed.size();
    if (!zero) start = skip_spaces(text, start);
    const Digits digits = leading_digits(text.substr(start), 3);
    const size_t end = start + digits.length;
    const bool spaced = start > at + letter.printed.size();
    if (digits.ascii.empty() || digits.ascii.size() > 2 + (digits.ascii[0] == '0' ? 1U : 0U) ||
        goes_on_as_number(text, end))
      return std::nullopt;
    const int number = std::stoi(digits.ascii);
    if (number < 1 || number > 99 || (spaced && digits.ascii.size() > 2)) return std::nullopt;
    CodeToken token{at,           end, ItemCode{letter.prefix, number},
                    digits.ascii, {},  letter.repair.empty()};
    if (zero) token.digits = "0" + token.digits;
    if (!letter.repair.empty()) token.repairs.emplace_back(letter.repair);
    return token;
  }
  return std::nullopt;
}

// Two or three digits where a code is expected: its letter became a digit.
std::optional<CodeToken> bare_code(std::string_view text, size_t at) {
  const Digits digits = leading_digits(text.substr(at), 4);
  const size_t end = at + digits.length;
  if (digits.ascii.size() < 2 || digits.ascii.size() > 3 || goes_on_as_number(text, end))
    return std::nullopt;
  const size_t after = skip_spaces(text, end);
  const bool list_number = after < text.size() && (text[after] == '.' || text[after] == ')');
  if (list_number || text.substr(after).starts_with("%")) return std::nullopt;
  return CodeToken{at, end, std::nullopt, digits.ascii, {"letter_read_as_digit"}, false};
}

// The end of a range that goes on after `end`, or `end` itself.
size_t range_end(std::string_view text, size_t end) {
  size_t at = skip_spaces(text, end);
  for (const std::string_view word : kRangeWords) {
    if (!text.substr(at).starts_with(word)) continue;
    at = skip_spaces(text, at + word.size());
    if (const auto second = lettered_code(text, at)) return second->end;
  }
  return end;
}

// Of the character at `at`, in bytes.
size_t character_length(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

// Behind a lone character and a space: what OCR makes of a bullet.
size_t behind_lone_sign(std::string_view text, size_t at) {
  if (at >= text.size()) return at;
  const size_t end = at + character_length(text, at);
  return end < text.size() && text[end] == ' ' ? skip_spaces(text, end) : at;
}

}  // namespace

std::optional<CodeToken> leading_code(std::string_view text) {
  const size_t at = skip_before_code(text);
  if (size_t behind = behind_lone_sign(text, at); behind > at) {
    behind += skip_before_code(text.substr(behind));
    auto token = lettered_code(text, behind);
    if (token && token->letter_read && range_end(text, token->end) == token->end) return token;
  }
  if (auto token = lettered_code(text, at)) {
    if (range_end(text, token->end) != token->end) return std::nullopt;
    return token;
  }
  return bare_code(text, at);
}

std::vector<CodeToken> codes_in(std::string_view text) {
  std::vector<CodeToken> found;
  bool boundary = true;
  for (size_t at = 0; at < text.size();) {
    if (boundary) {
      auto token = lettered_code(text, at);
      // Look-alikes are read in code position only, not in running text.
      const bool plain =
          token && (token->letter_read || token->repairs.front().ends_with("zero_for_o"));
      if (plain) {
        const size_t end = range_end(text, token->end);
        if (end == token->end) found.push_back(*token);
        at = end;
        boundary = false;
        continue;
      }
    }
    const auto lead = static_cast<unsigned char>(text[at]);
    boundary = lead < 0x80 && !is_latin_or_digit(text, at) && lead != '.' && lead != '/';
    const size_t length = character_length(text, at);
    // After a Thai letter a code may follow without a space ("ข้อi1"), a zero may not ("ร้อยละ๐").
    if (length == 3 && leading_digits(text.substr(at), 1).length == 0 && at + 3 < text.size() &&
        static_cast<unsigned char>(text[at + 3]) < 0x80 && text[at + 3] != '0')
      boundary = true;
    at += length;
  }
  return found;
}

}  // namespace prongsai
