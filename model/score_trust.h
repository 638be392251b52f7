// SPDX-License-Identifier: GPL-3.0-or-later
// How far each printed score can be believed, from all that is known of it at once.
#pragma once

#include <string>
#include <vector>

#include "model/score_blame.h"

namespace prongsai {

// Sets the trust of the cells that are printed: verified where any misreading would show,
// conflicting where the cell is to blame for a contradiction, doubtful where its reading is weak.
void settle_trust(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups);

// Scores read by OCR that contradict others and that one other reading, and only one, or one other
// digit, brings into line with everything: that is taken, and named in the evidence
// ("digit_by_arithmetic"). Means and totals are never changed, nor what a text layer says or a
// person has decided. Returns how many were changed; `net` is out of date then.
size_t repair_scores(const ScoreNet& net, const std::vector<std::vector<Suspect>>& groups);

}  // namespace prongsai
