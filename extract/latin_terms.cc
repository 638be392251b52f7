// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/latin_terms.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace prongsai::extract {
namespace {

constexpr std::string_view kLatinTerms[] = {
    "ITA",    "IIT",    "EIT",     "OIT",    "ITAS", "LPA",    "NACC",      "PDCA",     "Q&A",
    "Gift",   "Policy", "Service", "Online", "Line", "Social", "Network",   "Facebook", "Website",
    "Access", "Smart",  "Sources", "Clinic", "Dos",  "Don'ts", "E-Service",
};
constexpr int kMostWrongLetters = 1;

}  // namespace

bool is_latin_term(std::string_view text) {
  const auto first = text.find_first_not_of("([\"'");
  const auto last = text.find_last_not_of(")].,:;\"'");
  if (first == std::string_view::npos || last < first) return false;
  const std::string_view word = text.substr(first, last - first + 1);
  return std::ranges::any_of(kLatinTerms, [&](std::string_view term) {
    return term.size() == word.size() &&
           std::inner_product(term.begin(), term.end(), word.begin(), 0, std::plus(),
                              std::not_equal_to()) <= kMostWrongLetters;
  });
}

int latin_letters(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '&'; }));
}

}  // namespace prongsai::extract
