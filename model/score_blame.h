// SPDX-License-Identifier: GPL-3.0-or-later
// Which score is to blame where printed scores contradict each other.
#pragma once

#include <vector>

#include "model/score_net.h"

namespace prongsai {

// A cell that helps to explain contradictions: with another value in it, alone or together with one
// other cell, nothing is contradicted.
struct Suspect {
  size_t cell = 0;
  double share = 0;            // 0..1: how likely it is wrong, given that the contradictions are
  std::vector<double> values;  // with which all closes, as they can be printed; at most a few
};

// For every group of contradictions that have cells in common, its suspects, the likeliest first.
// One wrong cell explains a group if any can; else two do; else each contradiction of the group is
// explained by itself. A cell that cannot have its own value is a group too.
std::vector<std::vector<Suspect>> find_suspects(const ScoreNet& net);

}  // namespace prongsai
