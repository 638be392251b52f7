// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which values are shown to a reviewer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "review/value.h"

namespace prongsai::review {

// What makes problems equal: they are decided one after the other.
struct GroupKey {
  std::string rule;   // the check that fails, or "reading", or "plausible"
  std::string cause;  // of a reading: "ocr", "text_layer", "plain_text"
  ValueKind kind = ValueKind::kScore;
  auto operator<=>(const GroupKey&) const = default;
};

GroupKey group_of(const Value& value);

// The rules of the checks that fail and are about the value: those that name it come first; each
// once.
std::vector<std::string> failing_rules(const Value& value);

std::string group_title_thai(const GroupKey& key);
std::string group_title_english(const GroupKey& key);

// What a person sees first, where the priority is much the same.
enum class Part : std::uint8_t { kDisputed, kOpen, kPlausible };

// A value that waits for a reviewer.
struct Candidate {
  std::uint32_t document = 0;  // its index
  std::uint32_t value = 0;     // its index among the document's
  std::uint32_t group = 0;     // index of the caller's
  Part part = Part::kOpen;
  double priority = 0;  // chance of being wrong x what hangs on it
};

// Whether the value is of the queue: it is neither verified nor decided.
bool is_queued(const Value& value);
Part part_of(const Value& value);
double priority_of(const Value& value);

// Puts them into their order: what is disputed, then band by band of priority, so that a group's
// weak candidates do not stand before another group's strong ones; in a band part by part, in each
// the group first that has the best candidate, in a group the best first; equal ones as they stand
// in the dataset.
void order(std::vector<Candidate>& candidates);

}  // namespace prongsai::review
