// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the level that a document prints is that of its scores.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/codebook.h"
#include "model/record.h"

namespace prongsai {

// The scores of the instruments that a record's indicators give: 0..100, absent where an indicator
// is not printed. In the order of the codebook.
std::vector<std::optional<double>> instrument_scores(const Record& record);

// The levels of the year that fit the overall score, the best first: one, or several where an
// instrument's score is not known and the rule asks for it, or a score stands within its rounding
// of a bound. Empty if the year's levels are not known.
std::vector<std::string> levels_of_scores(int fiscal_year, double overall,
                                          const std::vector<std::optional<double>>& instruments);

// Adds the check level_matches_score to the record's.
void check_level(const Framework& framework, Record& record);

}  // namespace prongsai
