// SPDX-License-Identifier: GPL-3.0-or-later
// Which score is to blame where printed scores contradict each other.
#pragma once

#include <map>
#include <vector>

#include "model/respondents.h"
#include "model/score_cells.h"
#include "model/score_relations.h"

namespace prongsai {

// The scores of a record with all that is known to hold between them.
struct ScoreNet {
  std::vector<ScoreCell> cells;
  std::vector<Relation> relations;
  std::map<Instrument, Respondents> respondents;  // where the scores tell
  bool zero_or_hundred = false;                   // scores of the OIT are 0, 50 or 100 throughout

  // Whether the score of the cell could be this as far as it alone tells: within 0..100, and an
  // item's a mean of its survey's answers.
  bool may_be(size_t cell, double value) const;
};

ScoreNet score_net(const Framework& framework, Record& record);

// A cell that explains contradictions: with another value in it nothing is contradicted.
struct Suspect {
  size_t cell = 0;
  double share = 0;            // 0..1, of the blame for one group of contradictions
  std::vector<double> values;  // with which all closes, as they can be printed; at most a few
};

// For every group of contradictions that have cells in common, its suspects, the likeliest first.
// A cell that cannot have its own value is a group too.
std::vector<std::vector<Suspect>> find_suspects(const ScoreNet& net);

}  // namespace prongsai
