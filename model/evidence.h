// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value was read, and how far it can be believed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/word.h"

namespace prongsai {

// The names and meanings are those of the record's schema: verified by evidence independent of the
// reading; plausible; doubtful, the reading itself is weak; conflicting, contradicted.
enum class Trust { kVerified, kPlausible, kDoubtful, kConflicting };

const char* trust_name(Trust trust);

struct Evidence {
  int page = 1;
  std::optional<Box> box;  // points; none for plain text
  std::string text;        // the characters as read, before any repair
  double confidence = 1;   // 0..1, of the reading
  std::vector<std::string> repairs;
  Trust trust = Trust::kPlausible;
  std::vector<Alternative> alternatives;

  void add_repairs(const std::vector<std::string>& names);
};

// A value of the record with its evidence.
template <typename T>
struct Sourced {
  std::optional<T> value;
  Evidence evidence;
};

}  // namespace prongsai
