// SPDX-License-Identifier: GPL-3.0-or-later
// Cross-checks: what the document's own numbers and names confirm or contradict.
#pragma once

#include "model/codebook.h"
#include "model/record.h"

namespace prongsai {

// Makes every check that the data allow, adds it to record.checks, and settles the trust of the
// values: verified where a check closes on them, conflicting where one fails. Bounds follow from
// the number of rounded terms: a mean of n values rounded to 0.01 is known to 0.01 (its own
// rounding and theirs).
void run_checks(const Framework& framework, Record& record);

}  // namespace prongsai
