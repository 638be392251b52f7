// SPDX-License-Identifier: GPL-3.0-or-later
// What groups of equal problems are called.
#pragma once

#include <string_view>
#include <vector>

#include "review/value.h"

namespace prongsai::review {

struct Title {
  std::string_view name;   // of a rule
  std::string_view cause;  // empty: any
  std::string_view thai;
  std::string_view english;
};
const std::vector<Title>& rule_titles();

// Of a rule that has none: the one of all other checks.
const Title& rule_title(std::string_view rule, std::string_view cause);
const Title& kind_title(ValueKind kind);

}  // namespace prongsai::review
