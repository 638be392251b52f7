// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as reports print them: scores, in Thai or ASCII digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// Of binary arithmetic on scores.
inline constexpr double kNoise = 1e-6;

// A number found in a text.
struct FoundNumber {
  double value = 0;
  size_t begin = 0;  // byte offsets of its characters
  size_t end = 0;
  int decimals = 0;
  std::vector<std::string> repairs;  // e.g. "decimal_comma"
};

// The score that a cell or a phrase consists of: digits with at most two decimals, 0 to 100, and
// perhaps "คะแนน", "%" or "ร้อยละ" beside it. Nothing if there is anything else, or no number.
std::optional<FoundNumber> parse_score(std::string_view text);

// Whether a cell says that there is no score: "-", "ไม่มี", "N/A", ...
bool says_no_score(std::string_view text);

// The number that begins at byte `at`; nothing if there is none or if it goes on as something else
// (a date, a code, a longer number).
std::optional<FoundNumber> number_at(std::string_view text, size_t at);

// All whole numbers from 1 to 99 at the start of list entries and codes: the leading digits of
// `text`, Thai or ASCII, at most `most` of them. Returns the digits as ASCII and their bytes.
struct Digits {
  std::string ascii;
  size_t length = 0;
};
Digits leading_digits(std::string_view text, size_t most);

}  // namespace prongsai
