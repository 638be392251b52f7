// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/number.h"

#include <array>
#include <cstdlib>

#include "model/text.h"

namespace prongsai {
namespace {

// What may stand beside a score in its cell.
constexpr std::array<std::string_view, 9> kBesideScore = {"คะแนน", "ร้อยละ", "%", "(ค่า", "ค่า",
                                                          "(",     ")",     ":", "="};

constexpr std::array<std::string_view, 7> kNoScore = {"-",        "–",        "ไม่มี",    "n/a",
                                                      "ไม่มีคะแนน", "ไม่ประเมิน", "ไม่มีข้อมูล"};

// A digit at `at`: its value and length in bytes; length 0 if there is none.
struct Digit {
  int value = 0;
  size_t length = 0;
};

Digit digit_at(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (c >= '0' && c <= '9') return {c - '0', 1};
  // Thai digits are E0 B9 90 to E0 B9 99.
  if (at + 2 < text.size() && c == '\xE0' && text[at + 1] == '\xB9') {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    if (last >= 0x90 && last <= 0x99) return {last - 0x90, 3};
  }
  return {};
}

std::string_view strip_beside(std::string_view text) {
  for (bool changed = true; changed;) {
    changed = false;
    text = trim(text);
    for (const std::string_view word : kBesideScore) {
      if (text.starts_with(word)) {
        text.remove_prefix(word.size());
        changed = true;
      } else if (text.ends_with(word)) {
        text.remove_suffix(word.size());
        changed = true;
      }
    }
  }
  return text;
}

}  // namespace

Digits leading_digits(std::string_view text, size_t most) {
  Digits digits;
  while (digits.ascii.size() < most) {
    const Digit next = digit_at(text, digits.length);
    if (next.length == 0) break;
    digits.ascii += static_cast<char>('0' + next.value);
    digits.length += next.length;
  }
  return digits;
}

std::optional<FoundNumber> number_at(std::string_view text, size_t at) {
  constexpr size_t kMostDigits = 9;
  const Digits whole = leading_digits(text.substr(at), kMostDigits);
  if (whole.ascii.empty()) return std::nullopt;
  FoundNumber number;
  number.begin = at;
  number.end = at + whole.length;
  std::string ascii = whole.ascii;
  const bool point =
      number.end < text.size() && (text[number.end] == '.' || text[number.end] == ',');
  if (point) {
    const Digits decimals = leading_digits(text.substr(number.end + 1), kMostDigits);
    if (!decimals.ascii.empty()) {
      // "1,234" is a thousand; a comma before two digits is a decimal comma.
      const bool comma = text[number.end] == ',';
      if (comma && decimals.ascii.size() != 2) return std::nullopt;
      if (comma) number.repairs.emplace_back("decimal_comma");
      ascii += '.' + decimals.ascii;
      number.decimals = static_cast<int>(decimals.ascii.size());
      number.end += 1 + decimals.length;
    }
  }
  if (digit_at(text, number.end).length > 0) return std::nullopt;
  const bool goes_on = number.end + 1 < text.size() &&
                       (text[number.end] == '.' || text[number.end] == '/') &&
                       digit_at(text, number.end + 1).length > 0;
  if (goes_on) return std::nullopt;
  number.value = std::strtod(ascii.c_str(), nullptr);
  return number;
}

std::optional<FoundNumber> parse_score(std::string_view text) {
  const std::string_view inner = strip_beside(text);
  if (inner.empty()) return std::nullopt;
  const auto begin = static_cast<size_t>(inner.data() - text.data());
  std::optional<FoundNumber> number = number_at(text, begin);
  if (!number || number->end != begin + inner.size()) return std::nullopt;
  // "025" is a code whose letter became a zero.
  const std::string digits = leading_digits(inner, 3).ascii;
  if (digits.size() > 1 && digits[0] == '0') return std::nullopt;
  if (number->value > 100 || number->decimals > 2) return std::nullopt;
  return number;
}

bool says_no_score(std::string_view text) {
  const std::string folded = fold(text);
  for (const std::string_view word : kNoScore) {
    if (folded == fold(word)) return true;
  }
  return false;
}

}  // namespace prongsai
