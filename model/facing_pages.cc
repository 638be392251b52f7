// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facing_pages.h"

#include <algorithm>
#include <vector>

namespace prongsai {
namespace {

constexpr double kLeastRatio = 1.15;  // width to height
constexpr size_t kFewestWords = 20;
constexpr double kBegin = 0.38;  // of the width: where a gutter may lie
constexpr double kEnd = 0.62;
constexpr double kNarrowest = 0.03;  // of the width
constexpr double kLong = 0.55;       // of the width of its page's text
constexpr double kLeastShare = 0.4;  // of the lines are long
constexpr size_t kFewestLines = 4;
constexpr double kWideText = 0.5;  // of the half sheet

using Span = std::pair<double, double>;

// The widest stretch of the middle that nothing crosses.
Span widest_gap(const PageText& page) {
  std::vector<Span> crossing;
  for (const Word& word : page.words) crossing.emplace_back(word.box.x0, word.box.x1);
  for (const Ruling& ruling : page.rulings) {
    if (ruling.horizontal()) crossing.emplace_back(ruling.x0, ruling.x1);
  }
  std::ranges::sort(crossing);
  double at = 0;
  Span best{0, 0};
  const auto look = [&](double end) {
    const Span gap{std::max(at, kBegin * page.width), std::min(end, kEnd * page.width)};
    if (gap.second - gap.first > best.second - best.first) best = gap;
  };
  for (const auto& [x0, x1] : crossing) {
    look(x0);
    at = std::max(at, x1);
  }
  look(page.width);
  return best;
}

// Whether long lines stand within these sides.
bool holds_text(const PageText& page, double x0, double x1) {
  std::vector<Box> words;
  for (const Word& word : page.words) {
    if (word.box.center_x() > x0 && word.box.center_x() < x1) words.push_back(word.box);
  }
  std::ranges::sort(words, {}, &Box::y1);
  std::vector<Box> lines;
  for (const Box& word : words) {
    const bool same = !lines.empty() && word.y1 - lines.back().y1 < word.height() / 2;
    if (same) {
      const double y1 = lines.back().y1;
      lines.back() = united(lines.back(), word);
      lines.back().y1 = y1;
    } else {
      lines.push_back(word);
    }
  }
  if (lines.size() < kFewestLines) return false;
  Box all = lines.front();
  for (const Box& line : lines) all = united(all, line);
  if (all.width() < kWideText * (x1 - x0)) return false;
  const auto longs = std::ranges::count_if(
      lines, [&](const Box& line) { return line.width() > kLong * all.width(); });
  return static_cast<double>(longs) >= kLeastShare * static_cast<double>(lines.size());
}

}  // namespace

std::optional<double> find_gutter(const PageText& page) {
  if (page.width < kLeastRatio * page.height || page.words.size() < kFewestWords)
    return std::nullopt;
  if (std::ranges::any_of(page.words, [](const Word& word) { return word.rotation != 0; }))
    return std::nullopt;
  const Span gap = widest_gap(page);
  if (gap.second - gap.first < kNarrowest * page.width) return std::nullopt;
  const double gutter = (gap.first + gap.second) / 2;
  if (!holds_text(page, 0, gutter) || !holds_text(page, gutter, page.width)) return std::nullopt;
  return gutter;
}

PageText half_of(const PageText& page, double gutter, bool right) {
  PageText half;
  half.number = page.number;
  half.width = page.width;
  half.height = page.height;
  for (const Word& word : page.words) {
    if ((word.box.center_x() > gutter) == right) half.words.push_back(word);
  }
  for (const Ruling& ruling : page.rulings) {
    if (((ruling.x0 + ruling.x1) / 2 > gutter) == right) half.rulings.push_back(ruling);
  }
  return half;
}

}  // namespace prongsai
