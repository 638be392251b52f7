// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines.h"

#include <algorithm>
#include <map>

namespace prongsai {
namespace {

// A box is as tall as the ascent and descent of its font (text layer) or as its ink (OCR).
constexpr double kEmPerHeight = 0.75;
// Gaps below this many ems are kerning. A Thai font's space is 0.2 em and more.
constexpr double kKerning = 0.1;
// Share of the lower height that two neighbours of one line have in common.
constexpr double kSameLine = 0.5;
constexpr double kSameLineRaised = 0.35;
// Words lower than this share of a line's height (superscripts, dots, dashes) do not move it.
constexpr double kSmall = 0.7;
// Only so many lines near a word's height are compared with it, so that a page of words on top of
// one another costs no more than any other.
constexpr int kNearestLines = 6;

// A line while it is built: where a further word has to stand to go on with it.
struct OpenLine {
  double center = 0;
  double height = 0;
  Box last;
};

// Thai vowels and tone marks that stand above or below a consonant, and sara am.
bool begins_with_mark(const std::string& text) {
  if (text.size() < 3) return false;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  if (p[0] != 0xE0) return false;
  if (p[1] == 0xB8) return p[2] == 0xB1 || (p[2] >= 0xB3 && p[2] <= 0xBA);
  return p[1] == 0xB9 && p[2] >= 0x87 && p[2] <= 0x8E;
}

// How much of the lower of both is shared, or 0 if the word cannot follow.
double fit(const OpenLine& line, const Box& word) {
  const double top = std::max(line.center - line.height / 2, word.y0);
  const double bottom = std::min(line.center + line.height / 2, word.y1);
  const double lower = std::min(line.height, word.height());
  const double higher = std::max(line.height, word.height());
  if (lower <= 0) return bottom >= top ? 1 : 0;
  const double shared = (bottom - top) / lower;
  if (shared < (lower < kSmall * higher ? kSameLineRaised : kSameLine)) return 0;
  const double overlap = line.last.x1 - word.x0;
  const bool over_each_other = overlap > 0.5 * std::min(line.last.width(), word.width());
  if (over_each_other && shared < 0.8) return 0;
  return shared;
}

bool is_bold(std::span<const PlacedWord> words) {
  double bold = 0;
  double all = 0;
  for (const PlacedWord& placed : words) {
    all += placed.box.width();
    if (placed.word->bold) bold += placed.box.width();
  }
  return bold > all / 2;
}

}  // namespace

Box turned(const Box& box, int rotation) {
  switch (rotation) {
    case 90:
      return {box.y0, -box.x1, box.y1, -box.x0};
    case 180:
      return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 270:
      return {-box.y1, box.x0, -box.y0, box.x1};
    default:
      return box;
  }
}

double PlacedWord::em() const {
  if (word->font_size > 0.5) return word->font_size;
  return std::max(1.0, kEmPerHeight * box.height());
}

double TextLine::em() const {
  double width = -1;
  double em = 1;
  for (const PlacedWord& placed : words) {
    if (placed.box.width() <= width) continue;
    width = placed.box.width();
    em = placed.em();
  }
  return em;
}

std::vector<TextLine> group_lines(std::vector<PlacedWord> words) {
  std::ranges::stable_sort(words, {}, [](const PlacedWord& w) { return w.box.x0; });
  std::vector<TextLine> lines;
  std::vector<OpenLine> open;
  std::multimap<double, size_t> by_center;
  for (PlacedWord& placed : words) {
    const Box& box = placed.box;
    const auto middle = by_center.lower_bound(box.center_y());
    auto best = by_center.end();
    double best_fit = 0;
    const auto consider = [&](auto candidate) {
      const double f = fit(open[candidate->second], box);
      if (f > best_fit) {
        best_fit = f;
        best = candidate;
      }
    };
    auto below = middle;
    for (int i = 0; i < kNearestLines && below != by_center.end(); ++i) consider(below++);
    auto above = middle;
    for (int i = 0; i < kNearestLines && above != by_center.begin(); ++i) consider(--above);

    if (best == by_center.end()) {
      by_center.emplace(box.center_y(), lines.size());
      open.push_back({box.center_y(), box.height(), box});
      lines.push_back({{placed}, box});
      continue;
    }
    const size_t index = best->second;
    OpenLine& line = open[index];
    line.last = box;
    lines[index].box = united(lines[index].box, box);
    if (box.height() >= kSmall * line.height) {
      line.center = box.center_y();
      line.height = box.height();
      by_center.erase(best);
      by_center.emplace(line.center, index);
    }
    lines[index].words.push_back(placed);
  }
  std::ranges::stable_sort(lines, {}, [](const TextLine& l) { return l.box.center_y(); });
  return lines;
}

std::vector<TextLine> group_turned_lines(const std::vector<PlacedWord>& words) {
  std::vector<TextLine> lines;
  for (const int rotation : {0, 90, 180, 270}) {
    std::vector<PlacedWord> same;
    for (const PlacedWord& placed : words) {
      if (placed.rotation != rotation) continue;
      same.push_back(placed);
      same.back().box = turned(placed.box, rotation);
    }
    for (TextLine& line : group_lines(std::move(same))) {
      line.box = turned(line.box, (360 - rotation) % 360);
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::vector<std::span<const PlacedWord>> segments(const TextLine& line, double gap) {
  std::vector<std::span<const PlacedWord>> parts;
  size_t begin = 0;
  double right = 0;
  for (size_t i = 0; i < line.words.size(); ++i) {
    if (i > begin && line.words[i].box.x0 - right >= gap) {
      parts.emplace_back(line.words.data() + begin, i - begin);
      begin = i;
    }
    right = i == begin ? line.words[i].box.x1 : std::max(right, line.words[i].box.x1);
  }
  if (begin < line.words.size()) {
    parts.emplace_back(line.words.data() + begin, line.words.size() - begin);
  }
  return parts;
}

namespace {

bool space_before(std::span<const PlacedWord> words, size_t i) {
  const double gap = words[i].box.x0 - words[i - 1].box.x1;
  const double em = std::min(words[i].em(), words[i - 1].em());
  return gap >= kKerning * em && !begins_with_mark(words[i].word->text);
}

}  // namespace

std::string joined_text(std::span<const PlacedWord> words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && space_before(words, i)) text += ' ';
    text += words[i].word->text;
  }
  return text;
}

Line to_line(std::span<const PlacedWord> words, int page) {
  Line line;
  line.page = page;
  line.bold = is_bold(words);
  line.text = joined_text(words);
  double width = -1;
  double confidence = 0;
  double weight = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const PlacedWord& placed = words[i];
    const Word& word = *placed.word;
    if (i > 0 && space_before(words, i)) line.raw += ' ';
    line.raw += word.raw;
    line.box = line.box ? united(*line.box, word.box) : word.box;
    if (placed.box.width() > width) {
      width = placed.box.width();
      line.font_size = word.font_size;
    }
    const auto size = static_cast<double>(word.text.size());
    confidence += word.confidence * size;
    weight += size;
    for (const std::string& repair : word.repairs) {
      if (std::ranges::find(line.repairs, repair) == line.repairs.end()) {
        line.repairs.push_back(repair);
      }
    }
    line.words.push_back(word);
  }
  if (weight > 0) line.confidence = confidence / weight;
  return line;
}

}  // namespace prongsai
