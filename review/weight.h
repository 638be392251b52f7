// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on a value: how much else is wrong, or is misunderstood, where it is.
#pragma once

#include <vector>

#include "review/value.h"

namespace prongsai::review {

// By the value's name; the first row that fits.
struct WeightRow {
  const char* begins;
  const char* ends;
  double weight;  // 0..1
  const char* example;
};
const std::vector<WeightRow>& weight_rows();
const WeightRow* weight_row(const std::string& name);

// 0..1: of the place, and more the more checks lean on the value.
double weight_of(const Value& value);

}  // namespace prongsai::review
