// SPDX-License-Identifier: GPL-3.0-or-later
// Whether scores were read from the column of scores.
#pragma once

#include "model/record.h"

namespace prongsai {

// Adds its checks to the record's, and makes the scores they are about conflicting: score_column (a
// score stands in another column than those of the rows about it), score_is_row_number (scores that
// count 1, 2, 3).
void check_columns(Record& record);

}  // namespace prongsai
