// SPDX-License-Identifier: GPL-3.0-or-later
// How many people answered a survey, from its scores: an item's score is the mean of their answers,
// so all scores of one survey are multiples of one small number.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace prongsai {

// Of binary arithmetic on scores.
inline constexpr double kNoise = 1e-6;

// What one answer can be worth.
enum class AnswerScale {
  kSixSteps,   // 0, 20, .., 100: means of n answers are multiples of 100 / 5n (FY2567 on)
  kFourSteps,  // 0, 33, 67, 100 (FY2566)
};

// Whether n answers can have this mean, printed rounded to twice the half unit.
bool may_be_mean(double score, double half_unit, AnswerScale scale, int respondents);

// The mean of n answers that is nearest, and the same as it is printed.
double exact_mean(double score, AnswerScale scale, int respondents);
double nearest_mean(double score, AnswerScale scale, int respondents);

struct Respondents {
  int count = 0;
  AnswerScale scale = AnswerScale::kSixSteps;
  size_t outliers = 0;  // scores that do not fit
  double chance = 0;    // how many smaller or equal numbers would fit as well by accident, expected
};

// The number that explains the scores best, all but a few; absent if accident explains them too.
// 0 and 100 fit any number and tell nothing.
std::optional<Respondents> infer_respondents(const std::vector<double>& scores, double half_unit,
                                             AnswerScale scale);

// The share of single wrong digits, in a score like these, that the number would show (0..1).
double detection_power(const std::vector<double>& scores, double half_unit, AnswerScale scale,
                       int respondents);

// The values that one wrong digit makes of a score printed with two decimals ("95.61"), or a first
// digit that was lost ("9.57" of "89.57"); those over 100 too.
std::vector<double> digit_variants(double score);

}  // namespace prongsai
