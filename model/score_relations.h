// SPDX-License-Identifier: GPL-3.0-or-later
// What the printed scores of a record have to do with each other: means, weights, repetitions.
#pragma once

#include <string>
#include <vector>

#include "model/codebook.h"
#include "model/score_cells.h"

namespace prongsai {

// What a rule says of a result and the scores it follows from.
enum class ScoreLaw {
  kSum,   // weighted, and both sides printed rounded
  kSame,  // the score is the same
};

// A rule of the assessment, with how it is known. The example is a result and the scores it follows
// from.
struct ScoreRule {
  const char* name;  // as in the record's checks
  int first_year;    // fiscal years, Buddhist era, for which it is known
  int last_year;
  const char* status;  // "confirmed" or "inferred"
  const char* source;
  ScoreLaw law;
  double result;
  std::vector<double> scores;
  std::vector<double> weights;  // of the scores; sum to 1
};

const std::vector<ScoreRule>& score_rules();

// `result` is printed; it should be the weighted sum of the terms.
struct Relation {
  struct Term {
    size_t cell = 0;
    double weight = 0;
  };
  const ScoreRule* rule = nullptr;
  size_t result = 0;
  std::vector<Term> terms;
  std::string message;
  // False if the terms themselves are in doubt: an item among them belongs elsewhere. Nothing
  // follows from such a relation, whether it holds or not.
  bool sound = true;

  bool has(size_t cell) const;
  double computed(const std::vector<ScoreCell>& cells) const;
  // How far result and sum may be apart because both are printed rounded.
  double bound(const std::vector<ScoreCell>& cells) const;
  bool holds(const std::vector<ScoreCell>& cells) const;
};

// All relations that the cells allow under the rules of the framework's year.
std::vector<Relation> score_relations(const Framework& framework,
                                      const std::vector<ScoreCell>& cells);

}  // namespace prongsai
