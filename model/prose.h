// SPDX-License-Identifier: GPL-3.0-or-later
// Scores and levels in running text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/number.h"

namespace prongsai {

// A score with the words that name it: "คะแนน: ๙๒.๑๒", "(ค่าคะแนน ๘๗.๒๘)", "ได้ 85.83 คะแนน".
struct ScorePhrase {
  FoundNumber score;
  size_t begin = 0;  // bytes of the whole phrase
  size_t end = 0;
};

struct ProsePattern {
  const char* regex;  // group 1: the number; Thai or ASCII digits
  const char* example;
  const char* word;  // part of whatever matches, looked for first because that is quick
};
const std::vector<ProsePattern>& score_patterns();
const std::vector<ProsePattern>& average_patterns();
const std::vector<ProsePattern>& overall_patterns();

// The first score phrase of the text.
std::optional<ScorePhrase> find_score_phrase(std::string_view text);

// The average of an issue, if the text states one.
std::optional<ScorePhrase> find_average_phrase(std::string_view text);

// The score of the whole agency, if the text states one.
std::optional<ScorePhrase> find_overall_phrase(std::string_view text);

// The level after "ระดับ", with its bytes [begin, end) in the text.
struct FoundLevel {
  std::string_view word;  // as the table of levels spells it
  size_t begin = 0;
  size_t end = 0;
};
std::optional<FoundLevel> find_level(std::string_view text);

}  // namespace prongsai
