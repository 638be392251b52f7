// SPDX-License-Identifier: GPL-3.0-or-later
// Checks as the rules make them.
#pragma once

#include <string>

#include "model/record.h"

namespace prongsai {

// What was compared, in numbers; `computed` follows from other values.
struct Compared {
  double reported = 0;
  double computed = 0;
  bool agrees = true;
};

inline Check new_check(std::string rule, std::string path, const Compared& numbers,
                       std::string message) {
  Check check;
  check.rule = std::move(rule);
  check.path = std::move(path);
  check.reported = numbers.reported;
  check.computed = numbers.computed;
  check.agrees = numbers.agrees;
  check.message = std::move(message);
  return check;
}

// The same of texts, which agree if they are equal.
struct ComparedTexts {
  std::string reported;
  std::string computed;
};

inline Check new_check(std::string rule, std::string path, ComparedTexts texts,
                       std::string message) {
  Check check;
  check.rule = std::move(rule);
  check.path = std::move(path);
  check.agrees = texts.reported == texts.computed;
  check.reported_text = std::move(texts.reported);
  check.computed_text = std::move(texts.computed);
  check.message = std::move(message);
  return check;
}

}  // namespace prongsai
