// SPDX-License-Identifier: GPL-3.0-or-later
// The scores of a record and all that is known to hold between them.
#pragma once

#include <map>
#include <vector>

#include "model/respondents.h"
#include "model/score_cells.h"
#include "model/score_relations.h"

namespace prongsai {

struct ScoreNet {
  std::vector<ScoreCell> cells;
  std::vector<Relation> relations;
  std::map<Instrument, Respondents> respondents;  // where the scores tell
  double half_unit = 0.005;      // half a unit of the last place that scores are printed with
  bool zero_or_hundred = false;  // scores of the OIT are 0, 50 or 100 throughout

  // Whether the score of the cell could be this as far as it alone tells: within 0..100, and an
  // item's a mean of its survey's answers.
  bool may_be(size_t cell, double value) const;
};

ScoreNet score_net(const Framework& framework, Record& record);

// The share of single wrong digits, in the scores of a survey, that the number of its respondents
// would show (0..1); 0 where that number is not known.
double share_shown(const ScoreNet& net, Instrument instrument);

}  // namespace prongsai
