// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/respondents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>

namespace prongsai {
namespace {

constexpr int kMostRespondents = 400;
constexpr size_t kFewestScores = 3;  // that tell something
constexpr double kNoSurvey = 0.02;   // how likely scores are no such means, before they are seen
constexpr double kWrong = 0.01;      // how likely one score is misprinted or misread
constexpr double kMostChance = 1e-3;
// Natural logarithms of likelihoods against that of the best.
constexpr double kAboutAsLikely = -6.9;     // one in a thousand
constexpr double kOutOfQuestion = -25;      // also if two scores are wrong
const double kFullOrNone = std::log(0.03);  // how likely 0, or 100, is, whatever the number
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

// How many sums of the answers there are.
long count_sums(AnswerScale scale, int respondents) {
  if (scale == AnswerScale::kSixSteps) return 5L * respondents + 1;
  static const std::vector<long> counts = [] {
    std::vector<long> table(kMostRespondents + 1, 0);
    for (int n = 1; n <= kMostRespondents; ++n) {
      for (int sum = 0; sum <= 100 * n; ++sum)
        table[static_cast<size_t>(n)] += least_answers(sum) <= n ? 1 : 0;
    }
    return table;
  }();
  return counts[static_cast<size_t>(respondents)];
}

long count_sums_near(double score, double half_unit, AnswerScale scale, int respondents) {
  const double unit = unit_of(scale, respondents);
  const auto first = static_cast<long>(std::ceil((score - half_unit - kNoise) / unit));
  const auto last = static_cast<long>(std::floor((score + half_unit + kNoise) / unit));
  long near = 0;
  for (long sum = first; sum <= last; ++sum) near += may_be_sum(sum, scale, respondents) ? 1 : 0;
  return near;
}

// The logarithms of how likely a number of respondents makes one score.
class ScoreLikelihood {
 public:
  ScoreLikelihood(double half_unit, AnswerScale scale, int count)
      : half_unit_(half_unit),
        scale_(scale),
        count_(count),
        of_wrong_(std::log(kWrong * 2 * half_unit / 100)),
        of_one_(log_of(1)) {}

  double log_of_score(double score) const {
    if (!tells(score)) return kFullOrNone;
    const long near = count_sums_near(score, half_unit_, scale_, count_);
    return near == 0 ? of_wrong_ : near == 1 ? of_one_ : log_of(near);
  }

 private:
  double log_of(long near) const {
    return std::log(kWrong * 2 * half_unit_ / 100 +
                    (1 - kWrong) * static_cast<double>(near) /
                        static_cast<double>(count_sums(scale_, count_)));
  }

  double half_unit_;
  AnswerScale scale_;
  int count_;
  double of_wrong_;
  double of_one_;
};

RespondentCount explained(const std::vector<double>& telling, double half_unit, AnswerScale scale,
                          int count) {
  RespondentCount now{count, 0};
  const ScoreLikelihood likelihood(half_unit, scale, count);
  for (const double score : telling) now.log_likelihood += likelihood.log_of_score(score);
  return now;
}

// The mean of n answers that is nearest.
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

}  // namespace

bool may_be_mean(double score, double half_unit, AnswerScale scale, int respondents) {
  return count_sums_near(score, half_unit, scale, respondents) > 0;
}

double nearest_mean(double score, AnswerScale scale, int respondents) {
  return std::round(exact_mean(score, scale, respondents) * 100) / 100;
}

bool may_be_mean(double score, double half_unit, const Respondents& respondents) {
  return std::ranges::any_of(respondents.counts, [&](const RespondentCount& one) {
    return one.log_likelihood >= respondents.counts.front().log_likelihood + kAboutAsLikely &&
           may_be_mean(score, half_unit, respondents.scale, one.count);
  });
}

std::optional<double> exact_mean(double score, double half_unit, const Respondents& respondents) {
  std::optional<double> exact;
  for (const RespondentCount& one : respondents.counts) {
    if (one.log_likelihood < respondents.counts.front().log_likelihood + kAboutAsLikely) break;
    const long near = count_sums_near(score, half_unit, respondents.scale, one.count);
    if (near == 0) continue;
    const double mean = exact_mean(score, respondents.scale, one.count);
    if (near > 1 || (exact && std::abs(*exact - mean) > kNoise)) return std::nullopt;
    exact = mean;
  }
  return exact;
}

double log_gain(const Respondents& respondents, double from, double to) {
  const double best = respondents.counts.front().log_likelihood;
  double before = 0;
  double after = 0;
  for (const RespondentCount& one : respondents.counts) {
    const double now = one.log_likelihood - best;
    before += std::exp(now);
    const ScoreLikelihood likelihood(respondents.half_unit, respondents.scale, one.count);
    after += std::exp(now + likelihood.log_of_score(to) - likelihood.log_of_score(from));
  }
  return std::log(after / before);
}

std::optional<Respondents> infer_respondents(const std::vector<double>& scores, double half_unit,
                                             AnswerScale scale) {
  std::vector<double> telling;
  std::ranges::copy_if(scores, std::back_inserter(telling), tells);
  if (telling.size() < kFewestScores || half_unit <= 0) return std::nullopt;
  Respondents found{scale, half_unit, {}, 0};
  for (int count = 1; count <= kMostRespondents; ++count)
    found.counts.push_back(explained(telling, half_unit, scale, count));
  std::ranges::stable_sort(found.counts, std::ranges::greater(), &RespondentCount::log_likelihood);
  const double best = found.counts.front().log_likelihood;
  double all = 0;  // likelihood of every number together, against the best
  for (const RespondentCount& one : found.counts)
    all += std::exp(one.log_likelihood - best) / kMostRespondents;
  const double none =
      kNoSurvey *
      std::exp(static_cast<double>(telling.size()) * std::log(2 * half_unit / 100) - best);
  found.chance = none / (none + (1 - kNoSurvey) * all);
  if (found.chance > kMostChance) return std::nullopt;
  std::erase_if(found.counts, [&](const RespondentCount& one) {
    return one.log_likelihood < best + kOutOfQuestion;
  });
  return found;
}

double detection_power(const std::vector<double>& scores, const Respondents& respondents) {
  size_t all = 0;
  size_t seen = 0;
  for (const double score : scores) {
    for (const double variant : digit_variants(score)) {
      ++all;
      seen += variant > 100 || !may_be_mean(variant, respondents.half_unit, respondents) ? 1 : 0;
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
  // "100.00" of which the first digit is misread.
  if (hundredths == 0) variants.push_back(100);
  return variants;
}

}  // namespace prongsai
