// SPDX-License-Identifier: GPL-3.0-or-later
// The printed scores of a record as a flat list, for what reasons about all of them at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace prongsai {

// One printed score. Cells point into the record, which must outlive them unchanged in shape.
struct ScoreCell {
  enum class Kind { kOverall, kIndicator, kAverage, kItem, kRestated };

  Kind kind = Kind::kItem;
  double value = 0;
  std::optional<double>* printed = nullptr;  // the value in the record; null of a restatement
  Evidence* evidence = nullptr;
  std::string path;  // JSON Pointer; of the score it restates, if it is a restatement
  int issue = 0;
  int indicator = 0;
  ItemCode code;            // of an item
  double half_unit = 0;     // half a unit of its last printed place; 0 if it is exact
  size_t restates = kNone;  // the cell that it says again

  static constexpr size_t kNone = static_cast<size_t>(-1);
  bool is_item() const { return kind == Kind::kItem; }
};

// All scores that the record has, restatements last. Those of which nothing else is printed restate
// nothing and are left out.
std::vector<ScoreCell> score_cells(Record& record);

// Decimals with which the value is printed: 0, 1 or 2.
int decimals_of(double value);

}  // namespace prongsai
