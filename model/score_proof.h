// SPDX-License-Identifier: GPL-3.0-or-later
// What the arithmetic of a document proves of a score.
#pragma once

#include <vector>

#include "model/score_net.h"

namespace prongsai {

class ScoreProver {
 public:
  // The net has to outlive this.
  explicit ScoreProver(const ScoreNet& net);

  // Whether something else in the document would show every misreading of the cell's score: a mean
  // or a sum that holds, or the number of respondents. Misreadings are a wrong digit in this place
  // and wherever the score is said again (`digit_variants`), and what a font can do to the number
  // wherever it stands (`font_variants`).
  bool is_proved(size_t cell) const;

 private:
  struct Proof;
  std::vector<size_t> same_score(size_t cell) const;
  std::vector<Proof> proofs_of(size_t cell) const;

  const ScoreNet& net_;
  std::vector<std::vector<const Relation*>> relations_;  // of each cell
  std::vector<bool> in_doubt_;                           // cells that a mean contradicts
};

}  // namespace prongsai
