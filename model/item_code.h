// SPDX-License-Identifier: GPL-3.0-or-later
// Item codes as printed and misread: i1, i๑, O05, ๐๕, ๐๑๒, ๑๑๒, ๑๓๓.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codebook.h"

namespace prongsai {

// A token in code position and what it can mean.
struct CodeToken {
  size_t begin = 0;  // byte offsets in the text, of the code itself
  size_t end = 0;
  std::optional<ItemCode> code;  // what it says, if a letter (or a zero for o) was read
  std::string digits;            // its digits as ASCII; without a letter the code is among these
  std::vector<std::string> repairs;
  bool letter_read = false;  // the letter itself was read, not a digit in its place
};

// The code at the start of an entry, after bullets and words such as "ข้อ" and "ข้อคำถาม :".
// List numbers ("1.", "๒)") are no codes.
std::optional<CodeToken> leading_code(std::string_view text);

// All codes with a letter (or zero for o) in running text. Ranges (๐๑๗ ถึง ๐๒๘, o7-o10) say nothing
// about one item and are left out; `e๓: ๙๗.๕๖` is a code.
std::vector<CodeToken> codes_in(std::string_view text);

}  // namespace prongsai
