// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/titles.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/patterns.h"
#include "model/similarity.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Wording {
  int number = 0;
  std::u32string folded;
};

constexpr double kSame = 0.82;  // similarity from which two titles are the same

const std::vector<Wording>& issue_wordings() {
  static const std::vector<Wording> wordings = [] {
    std::vector<Wording> list;
    for (const Issue& issue : codebook().issues) {
      list.push_back({issue.number, fold_points(issue.title)});
      for (const std::string& variant : issue.variants)
        list.push_back({issue.number, fold_points(variant)});
    }
    return list;
  }();
  return wordings;
}

const std::vector<Wording>& indicator_wordings() {
  static const std::vector<Wording> wordings = [] {
    std::vector<Wording> list;
    const auto add = [&](int number, const std::string& text) {
      std::u32string folded = fold_points(text);
      for (const Wording& known : list) {
        if (known.folded == folded) return;
      }
      list.push_back({number, std::move(folded)});
    };
    for (const Framework& framework : codebook().frameworks) {
      for (const Indicator& indicator : framework.indicators) {
        add(indicator.number, indicator.name);
        for (const std::string& variant : indicator.variants) add(indicator.number, variant);
      }
    }
    return list;
  }();
  return wordings;
}

// The best of those at least as alike as `at_least`.
TitleMatch best_match(const std::vector<Wording>& wordings, std::string_view text, bool may_be_cut,
                      double at_least) {
  constexpr size_t kLongest = 160;  // code points; a title is shorter
  const std::u32string folded = fold_points(text.substr(0, 4 * kLongest));
  TitleMatch best;
  if (folded.size() < 4 || folded.size() > kLongest) return best;
  const Comparer comparer(folded);
  for (const Wording& wording : wordings) {
    const double wanted = std::max(best.similarity, at_least);
    const auto shorter = static_cast<double>(std::min(folded.size(), wording.folded.size()));
    const auto longer = static_cast<double>(std::max(folded.size(), wording.folded.size()));
    // Two texts are at most as alike as their lengths are.
    double fit = shorter / longer >= wanted ? comparer.similarity(wording.folded, wanted) : 0;
    // A heading whose end stands on the next line.
    const bool cut = may_be_cut && fit < 0.98 && folded.size() < wording.folded.size() &&
                     folded.size() * 2 >= wording.folded.size();
    if (cut) {
      const std::u32string_view beginning(wording.folded.data(), folded.size());
      fit = std::max(fit, 0.98 * comparer.similarity(beginning, wanted));
    }
    if (fit > best.similarity) best = {wording.number, fit};
  }
  return best;
}

}  // namespace

TitleMatch match_issue_title(std::string_view text, double at_least) {
  return best_match(issue_wordings(), text, true, at_least);
}

TitleMatch match_indicator_name(std::string_view text, double at_least) {
  return best_match(indicator_wordings(), text, false, at_least);
}

std::optional<int> issue_heading(std::string_view line) {
  const std::optional<NumberedHeading> heading = match_issue_heading(line);
  if (!heading) return std::nullopt;
  // A title without "ประเด็นที่" must be the same; with it or with the right number a likeness is
  // enough.
  constexpr double kAlike = 0.35;
  constexpr double kAlikeWithNumber = 0.62;
  const bool may_be_number = heading->number >= 1 && heading->number <= 7;
  const TitleMatch match = match_issue_title(heading->title, heading->named  ? kAlike
                                                             : may_be_number ? kAlikeWithNumber
                                                                             : kSame);
  if (match.similarity >= kSame) return match.number;
  if (match.similarity >= kAlikeWithNumber && match.number == heading->number) return match.number;
  if (!heading->named || heading->number < 1 || heading->number > 7) return std::nullopt;
  // "ประเด็นที่ ๕" with another or a damaged title is a heading; a sentence is none.
  constexpr size_t kLongestOtherTitle = 90;  // code points
  const size_t length = fold_points(heading->title).size();
  if (length > kLongestOtherTitle || (length > 0 && match.similarity < kAlike)) return std::nullopt;
  return heading->number;
}

std::optional<int> issue_in_cell(std::string_view cell) {
  if (const auto number = issue_heading(cell)) return number;
  const std::optional<NumberedHeading> heading = match_issue_heading(cell);
  if (!heading || heading->number < 1 || heading->number > 7) return std::nullopt;
  const std::u32string title = fold_points(heading->title);
  constexpr size_t kShortest = 6;  // code points
  constexpr double kSameBeginning = 0.85;
  for (const Wording& wording : issue_wordings()) {
    if (wording.number != heading->number || title.size() < kShortest ||
        title.size() > wording.folded.size())
      continue;
    if (similarity(title, std::u32string_view(wording.folded).substr(0, title.size())) >=
        kSameBeginning)
      return heading->number;
  }
  return std::nullopt;
}

std::optional<IndicatorHeading> indicator_heading(std::string_view line) {
  const std::optional<NumberedHeading> heading = match_indicator_heading(line);
  if (!heading) return std::nullopt;
  const TitleMatch match = match_indicator_name(heading->title, kSame);
  if (match.similarity >= kSame) {
    return IndicatorHeading{match.number, heading->number != 0 && heading->number != match.number};
  }
  const bool number_alone = heading->named && heading->number >= 1 && heading->number <= 10 &&
                            fold(heading->title).empty();
  if (number_alone) return IndicatorHeading{heading->number, false};
  return std::nullopt;
}

}  // namespace prongsai
