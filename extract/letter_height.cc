// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/letter_height.h"

#include <algorithm>
#include <utility>

namespace prongsai::extract {
namespace {

// The sizes that letters of the main text can have, in inches.
constexpr double kLeastLetter = 0.022;
constexpr double kMostLetter = 0.25;
constexpr double kLeastUsualLetter = 0.036;
constexpr double kLettersToNoise = 0.05;  // of their ink

// The height that most ink has among heights of `from` and more, and how much ink that is.
std::pair<double, double> commonest_height(const std::vector<double>& weights, size_t from) {
  double best = 0;
  double found = 0;
  for (size_t height = from; height < weights.size(); ++height) {
    const size_t reach = std::max<size_t>(1, height / 8);
    double sum = 0;
    double heights = 0;
    for (size_t i = height - reach; i <= height + reach && i < weights.size(); ++i) {
      sum += weights[i];
      heights += weights[i] * static_cast<double>(i);
    }
    if (sum <= best) continue;
    best = sum;
    found = heights / sum;
  }
  return {found, best};
}

}  // namespace

double letter_height(const std::vector<InkPart>& parts, double dots_per_inch) {
  const double least = kLeastLetter * dots_per_inch;
  const double most = kMostLetter * dots_per_inch;
  std::vector<double> weights(static_cast<size_t>(most) + 2);
  for (const InkPart& part : parts) {
    const int height = part.height();
    if (height < least || height > most || part.width() * 3 < height || part.width() > 12 * height)
      continue;
    weights[static_cast<size_t>(height)] += std::min(part.width(), 3 * height);
  }
  const auto [found, best] = commonest_height(weights, 1);
  if (found >= kLeastUsualLetter * dots_per_inch || found == 0) return found;
  const auto [letters, ink] = commonest_height(weights, static_cast<size_t>(2 * found));
  return ink >= kLettersToNoise * best ? letters : found;
}

}  // namespace prongsai::extract
