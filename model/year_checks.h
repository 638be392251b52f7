// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the years and periods of a document go together.
#pragma once

#include "model/record.h"

namespace prongsai {

// Adds its checks to the record's: year_consistent (the items are those of the year assessed),
// plan_year_follows (measures are planned for the year assessed or soon after), period_in_plan_year
// (a measure's period ends after it begins, and lies in or about the year planned for).
void check_years(Record& record);

}  // namespace prongsai
