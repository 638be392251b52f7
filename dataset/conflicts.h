// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of one agency and year that print different scores for the same thing.
#pragma once

namespace prongsai {

// A query over a dataset's tables that gives the rows of the table "conflicts", in its order.
// The same thing is the overall score, an indicator, the average of an issue, or an item of one
// code: an item has one score, whatever issue a document prints it under. Scores are the same if
// they are so to two places. Documents agree if they print the same scores, so that one which
// contradicts itself in the same way as another is a matter of its own checks.
const char* conflicts_query();

}  // namespace prongsai
