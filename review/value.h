// SPDX-License-Identifier: GPL-3.0-or-later
// A value of a record with all that a reviewer is shown of it.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/evidence.h"
#include "model/geometry.h"

namespace prongsai::review {

enum class ValueKind { kScore, kLevel, kCode, kYear, kText, kNumber };

// "score", "level", ...
const char* kind_name(ValueKind kind);

// How a check that could be made is about a value.
enum class Role {
  kSubject,  // the check names it
  kPart,     // what the check names follows from it
};

struct CheckOnValue {
  size_t check = 0;  // its index among the record's
  std::string rule;
  Role role = Role::kSubject;
  bool agrees = true;
  bool operator==(const CheckOnValue&) const = default;
};

struct Value {
  std::string pointer;
  std::string name;  // see ValueNames
  std::string text;  // as in a file of corrections: "92.50"
  ValueKind kind = ValueKind::kText;
  int page = 0;
  std::optional<Box> box;
  std::string raw;  // the characters as read
  std::vector<std::string> repairs;
  std::string method;
  double confidence = 1;
  Trust trust = Trust::kPlausible;
  std::vector<Alternative> alternatives;
  std::vector<CheckOnValue> checks;  // in the record's order
  // Of a survey's score: the share of single wrong digits that the number of respondents would
  // show, 0 where nobody can tell; and whether it lies far from all others of the document.
  double shown = 0;
  bool far = false;
};

// Whether a reviewer has settled the value; whether several did, and not alike.
bool is_decided(const Value& value);
bool is_disputed(const Value& value);

// The indicator that an item belongs to by its code; 0 where that is not known.
using IndicatorOf = std::function<int(const std::string& code)>;

// The values that the record has evidence of, in its order. `record` is one as `extract` prints it.
std::vector<Value> values_of(const nlohmann::ordered_json& record, const IndicatorOf& indicator_of);

}  // namespace prongsai::review
