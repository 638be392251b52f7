// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/respondents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prongsai {
namespace {

constexpr int kMostRespondents = 400;
constexpr double kMostChance = 1e-3;
constexpr size_t kFewestScores = 3;  // that tell something
constexpr size_t kScoresToOutlier = 4;
constexpr std::array<int, 3> kFourStepAnswers = {33, 67, 100};

// The least number of answers over 0 with this sum; a large number if there is none.
int least_answers(int sum) {
  static const std::vector<int> least = [] {
    std::vector<int> table(100 * kMostRespondents + 1, 1 << 20);
    table[0] = 0;
    for (int s = 1; s < static_cast<int>(table.size()); ++s) {
      for (const int answer : kFourStepAnswers) {
        if (s >= answer)
          table[static_cast<size_t>(s)] =
              std::min(table[static_cast<size_t>(s)], table[static_cast<size_t>(s - answer)] + 1);
      }
    }
    return table;
  }();
  return sum < 0 || sum >= static_cast<int>(least.size()) ? 1 << 20
                                                          : least[static_cast<size_t>(sum)];
}

// The sum of all answers, in the unit in which it is whole.
double unit_of(AnswerScale scale, int respondents) {
  return (scale == AnswerScale::kSixSteps ? 20.0 : 1.0) / respondents;
}

bool may_be_sum(long sum, AnswerScale scale, int respondents) {
  if (sum < 0) return false;
  if (scale == AnswerScale::kSixSteps) return sum <= 5L * respondents;
  return sum <= 100L * respondents && least_answers(static_cast<int>(sum)) <= respondents;
}

bool tells(double score) { return score > kNoise && score < 100 - kNoise; }

// The chance that any score fits.
double chance_of_fit(double half_unit, AnswerScale scale, int respondents) {
  const double even = std::min(1.0, 2 * half_unit / unit_of(scale, respondents));
  // Not all sums of 33, 67 and 100 can be had; measured over all scores.
  return scale == AnswerScale::kSixSteps ? even : std::min(1.0, even * 0.4 + 0.005);
}

double choose(size_t n, size_t k) {
  double out = 1;
  for (size_t i = 0; i < k; ++i) out *= static_cast<double>(n - i) / static_cast<double>(i + 1);
  return out;
}

}  // namespace

bool may_be_mean(double score, double half_unit, AnswerScale scale, int respondents) {
  const double unit = unit_of(scale, respondents);
  const auto first = static_cast<long>(std::ceil((score - half_unit - kNoise) / unit));
  const auto last = static_cast<long>(std::floor((score + half_unit + kNoise) / unit));
  for (long sum = first; sum <= last; ++sum) {
    if (may_be_sum(sum, scale, respondents)) return true;
  }
  return false;
}

double exact_mean(double score, AnswerScale scale, int respondents) {
  const double unit = unit_of(scale, respondents);
  const auto middle = std::lround(score / unit);
  for (long away = 0; away <= 100L * respondents; ++away) {
    for (const long sum : {middle - away, middle + away}) {
      if (may_be_sum(sum, scale, respondents)) return static_cast<double>(sum) * unit;
    }
  }
  return score;
}

double nearest_mean(double score, AnswerScale scale, int respondents) {
  return std::round(exact_mean(score, scale, respondents) * 100) / 100;
}

std::optional<Respondents> infer_respondents(const std::vector<double>& scores, double half_unit,
                                             AnswerScale scale) {
  std::vector<size_t> telling;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (tells(scores[i])) telling.push_back(i);
  }
  if (telling.size() < kFewestScores || half_unit <= 0) return std::nullopt;
  const size_t most_outliers = telling.size() / kScoresToOutlier;
  std::vector<double> chances(most_outliers + 1);  // by the number of outliers
  std::optional<Respondents> best;
  for (int count = 1; count <= kMostRespondents; ++count) {
    const double fit = chance_of_fit(half_unit, scale, count);
    for (size_t k = 0; k <= most_outliers; ++k)
      chances[k] +=
          choose(telling.size(), k) * std::pow(fit, static_cast<double>(telling.size() - k));
    Respondents now{count, scale, 0, 0};
    for (const size_t i : telling) {
      if (!may_be_mean(scores[i], half_unit, scale, count)) ++now.outliers;
      if (now.outliers > most_outliers) break;
    }
    if (now.outliers > most_outliers) continue;
    now.chance = chances[now.outliers];
    if (!best || now.chance < best->chance) best = now;
  }
  return best && best->chance <= kMostChance ? best : std::nullopt;
}

double detection_power(const std::vector<double>& scores, double half_unit, AnswerScale scale,
                       int respondents) {
  size_t all = 0;
  size_t seen = 0;
  for (const double score : scores) {
    for (const double variant : digit_variants(score)) {
      ++all;
      seen += variant > 100 || !may_be_mean(variant, half_unit, scale, respondents) ? 1 : 0;
    }
  }
  return all == 0 ? 0 : static_cast<double>(seen) / static_cast<double>(all);
}

std::vector<double> digit_variants(double score) {
  std::vector<double> variants;
  const auto hundredths = std::lround(score * 100);
  const int digits = static_cast<int>(fmt::format("{}", std::max(hundredths, 1000L)).size());
  long place = 1;
  for (int i = 0; i < digits; ++i, place *= 10) {
    const long digit = hundredths / place % 10;
    for (long other = 0; other < 10; ++other) {
      if (other != digit)
        variants.push_back(static_cast<double>(hundredths + (other - digit) * place) / 100);
    }
  }
  return variants;
}

}  // namespace prongsai
