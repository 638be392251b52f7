// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook says of the items that a record has: which, where, in which order.
#pragma once

#include "model/codebook.h"
#include "model/record.h"

namespace prongsai {

// Adds its checks to the record's: item_in_framework, item_in_issue, item_twice, item_order,
// item_complete (where the document prints nearly all items of the year), item_scored
// (where it scores items), average_printed (where other issues have one), score_in_range.
void check_items(const Framework& framework, Record& record);

}  // namespace prongsai
