// SPDX-License-Identifier: GPL-3.0-or-later
// How many people answered a survey, from its scores: an item's score is the mean of their answers,
// so all scores of one survey are multiples of one small number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/number.h"

namespace prongsai {

// What one answer can be worth.
enum class AnswerScale {
  kSixSteps,   // 0, 20, .., 100: means of n answers are multiples of 100 / 5n (FY2567 on)
  kFourSteps,  // 0, 33, 67, 100 (FY2566)
};

// Whether n answers can have this mean, printed rounded to twice the half unit.
bool may_be_mean(double score, double half_unit, AnswerScale scale, int respondents);

// The mean of n answers that is nearest, as it is printed.
double nearest_mean(double score, AnswerScale scale, int respondents);

// A number of respondents and how well it explains the scores.
struct RespondentCount {
  int count = 0;
  double log_likelihood = 0;  // natural, of all scores
};

struct Respondents {
  AnswerScale scale = AnswerScale::kSixSteps;
  double half_unit = 0.005;  // of the scores as they are printed
  std::vector<RespondentCount>
      counts;         // the likeliest first; those that are out of question are not
  double chance = 0;  // that there is no such number (0..1)

  int count() const { return counts.front().count; }
};

// Whether the score is a mean of one of the numbers that are about as likely as the best, mostly
// its multiples.
bool may_be_mean(double score, double half_unit, const Respondents& respondents);

// The mean itself, if all these numbers agree on it.
std::optional<double> exact_mean(double score, double half_unit, const Respondents& respondents);

// By what factor the scores are likelier if one of them is another (natural logarithm).
double log_gain(const Respondents& respondents, double from, double to);

// The number that explains the scores best, a few of which may be wrong; absent if accident
// explains them too. 0 and 100 fit any number and tell nothing.
std::optional<Respondents> infer_respondents(const std::vector<double>& scores, double half_unit,
                                             AnswerScale scale);

// The share of single wrong digits, in a score like these, that the number would show (0..1).
double detection_power(const std::vector<double>& scores, const Respondents& respondents);

// The values that one wrong digit makes of a score printed with two decimals ("95.61"), or a first
// digit that was lost ("9.57" of "89.57"); those over 100 too.
std::vector<double> digit_variants(double score);

}  // namespace prongsai
