// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a value is wrong, from what is known of its reading and of what contradicts it.
#pragma once

#include <string>
#include <vector>

#include "review/value.h"

namespace prongsai::review {

// What the chance depends on.
struct Facts {
  Trust trust = Trust::kPlausible;
  bool disputed = false;  // reviewers differ
  ValueKind kind = ValueKind::kScore;
  std::string method = "ocr";
  double confidence = 1;
  size_t alternatives = 0;
  bool impossible = false;  // no mean of so many answers
  int blamed = 0;           // other checks that fail and name it
  int broken = 0;           // failing checks of which it is a part
  int closed = 0;           // sums and means that hold with it
  double shown = 0;         // see Value
  bool far = false;
  bool all_or_nothing = false;  // 100 or 0 of an item of the OIT
};

Facts facts_of(const Value& value);

// Of a group the first row that fits is taken; its factor multiplies the odds.
struct ChanceRow {
  const char* group;
  const char* name;
  bool (*fits)(const Facts& facts);
  double factor;
  Facts example;
};
const std::vector<ChanceRow>& chance_rows();

// The row of a group; null if none fits.
const ChanceRow* chance_row(const std::string& group, const Facts& facts);

double chance_of_error(const Facts& facts);

}  // namespace prongsai::review
