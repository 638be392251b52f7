// SPDX-License-Identifier: GPL-3.0-or-later
// How far reviewers agree who decided about the same values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/corrections.h"

namespace prongsai {

// Cohen's kappa of pairs of what two people said: agreement beyond what chance would give, if each
// says each thing as often as they do. Nothing where there are no pairs, or chance would give all
// of it.
std::optional<double> cohens_kappa(const std::vector<std::pair<std::string, std::string>>& pairs);

struct Agreement {
  std::string first;  // reviewers, in the order of their names
  std::string second;
  size_t both = 0;  // values that both decided about
  std::optional<double> kappa;
};

// Of every two of the reviewers; nothing if they are too many for anybody to look at. `decisions`
// are those that count, of any documents.
constexpr size_t kMostReviewers = 50;
std::vector<Agreement> agreements(const Corrections::ByDocument& decisions);

// All who decided.
std::vector<std::string> reviewers(const Corrections::ByDocument& decisions);

}  // namespace prongsai
