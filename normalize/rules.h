// SPDX-License-Identifier: GPL-3.0-or-later
// The repairs in the order in which they are applied, each with what it does and what it leaves.
#pragma once

#include <array>
#include <iosfwd>
#include <span>

#include "normalize/character_rules.h"
#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

struct RuleExample {
  const char* before = nullptr;
  const char* after = nullptr;
};

// Unused places of the examples are null. Of neighbours with one function only the first runs: the
// function notes the names itself.
struct Rule {
  const char* name;
  RuleFunction apply;
  unsigned needs;  // Contents without one of which the rule has nothing to do
  std::array<RuleExample, 10> examples;
  std::array<const char*, 10> unchanged;
  bool by_ocr = false;  // the examples are of text read by OCR
};

std::ostream& operator<<(std::ostream& out, const Rule& rule);

std::span<const Rule> repair_rules();

void apply_rules(const Modes& modes, TextBuffer& text);

}  // namespace prongsai::normalize
