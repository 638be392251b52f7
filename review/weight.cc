// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/weight.h"

#include <algorithm>
#include <string_view>

namespace prongsai::review {
namespace {

// A check more adds so much of what is missing to 1.
constexpr double kPerCheck = 0.05;
constexpr size_t kMostChecks = 6;

}  // namespace

const std::vector<WeightRow>& weight_rows() {
  static const std::vector<WeightRow> rows = {
      // Where every other value of the document counts.
      {"assessed_year", "", 1, "assessed_year"},
      {"framework", "", 1, "framework"},
      {"agency/", "name", 1, "agency/name"},
      {"agency/", "province", 0.9, "agency/province"},
      {"agency/", "province_code", 0.9, "agency/province_code"},
      {"agency/", "", 0.7, "agency/district"},
      {"overall/", "", 0.95, "overall/score"},
      {"indicator ", "/score", 0.85, "indicator 4/score"},
      {"indicator ", "", 0.7, "indicator 4/level"},
      {"issue ", "average/score", 0.75, "issue 3 average/score"},
      {"issue ", "average/level", 0.6, "issue 3 average/level"},
      // Which item a score is the score of.
      {"issue ", "/code", 0.7, "issue 3 i12/code"},
      {"issue ", "/score", 0.65, "issue 3 i12/score"},
      {"issue ", "/number", 0.7, "issue 3/number"},
      {"", "", 0.5, "plan_year"},
  };
  return rows;
}

const WeightRow* weight_row(const std::string& name) {
  const auto row = std::ranges::find_if(weight_rows(), [&](const WeightRow& candidate) {
    return name.starts_with(candidate.begins) && name.ends_with(candidate.ends);
  });
  return &*row;  // the last one fits all
}

double weight_of(const Value& value) {
  const double weight = weight_row(value.name)->weight;
  const auto checks = static_cast<double>(std::min(value.checks.size(), kMostChecks));
  return weight + (1 - weight) * kPerCheck * checks;
}

}  // namespace prongsai::review
