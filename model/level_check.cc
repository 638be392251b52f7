// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/level_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/new_check.h"
#include "model/number.h"

namespace prongsai {
namespace {

// Half a hundredth for what is printed, as much again for a mean of what is printed.
constexpr double kRounding = 0.01 + kNoise;

enum class Answer { kNo, kPerhaps, kYes };

Answer reaches(const std::optional<double>& score, double least, double rounding) {
  if (!score) return Answer::kPerhaps;
  if (*score >= least + rounding) return Answer::kYes;
  return *score < least - rounding ? Answer::kNo : Answer::kPerhaps;
}

Answer fits(const Level& level, double overall,
            const std::vector<std::optional<double>>& instruments) {
  // The overall score is compared as it is printed.
  Answer answer = overall >= *level.least - kNoise ? Answer::kYes : Answer::kNo;
  if (!level.least_of_each) return answer;
  for (const auto& score : instruments)
    answer = std::min(answer, reaches(score, *level.least_of_each, kRounding));
  return answer;
}

}  // namespace

std::vector<std::optional<double>> instrument_scores(const Record& record) {
  std::vector<std::optional<double>> scores;
  for (const InstrumentInfo& info : codebook().instruments) {
    double sum = 0;
    size_t found = 0;
    for (const IndicatorResult& indicator : record.indicators) {
      const bool own = std::ranges::find(info.indicators, indicator.number.value.value_or(0)) !=
                       info.indicators.end();
      if (!own || !indicator.result.score.value) continue;
      sum += *indicator.result.score.value;
      ++found;
    }
    if (found == info.indicators.size()) {
      scores.emplace_back(sum / static_cast<double>(found));
    } else {
      scores.emplace_back(std::nullopt);
    }
  }
  return scores;
}

std::vector<std::string> levels_of_scores(int fiscal_year, double overall,
                                          const std::vector<std::optional<double>>& instruments) {
  std::vector<std::string> fitting;
  for (const LevelSet& set : codebook().level_sets) {
    if (std::ranges::find(set.years, fiscal_year) == set.years.end()) continue;
    for (const Level& level : set.levels) {
      if (!level.least) continue;
      const Answer answer = fits(level, overall, instruments);
      if (answer != Answer::kNo) fitting.push_back(level.name);
      if (answer == Answer::kYes) return fitting;
    }
  }
  return fitting;
}

void check_level(const Framework& framework, Record& record) {
  const Result& overall = record.overall;
  if (!overall.score.value || !overall.level.value) return;
  const auto fitting =
      levels_of_scores(framework.fiscal_year, *overall.score.value, instrument_scores(record));
  const bool known = std::ranges::any_of(codebook().level_sets, [&](const LevelSet& set) {
    return std::ranges::find(set.years, framework.fiscal_year) != set.years.end() &&
           std::ranges::find(set.levels, *overall.level.value, &Level::name) != set.levels.end();
  });
  if (fitting.empty() || !known) return;
  const bool agrees = std::ranges::find(fitting, *overall.level.value) != fitting.end();
  record.checks.push_back(new_check(
      "level_matches_score", "/overall/level",
      ComparedTexts{*overall.level.value, agrees ? *overall.level.value : fitting.front()},
      fmt::format("level of the overall score and of each instrument: {}",
                  fmt::join(fitting, " or "))));
}

}  // namespace prongsai
