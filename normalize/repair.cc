// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/repair.h"

#include <algorithm>
#include <map>
#include <optional>

#include "normalize/repair_text.h"

namespace prongsai::normalize {
namespace {

// A gap wider than this many times the font size parts columns, not letters.
constexpr double kWidestGap = 1.5;

template <typename Visit>
void for_each_line(std::vector<Block>& blocks, Visit visit) {
  for (Block& block : blocks) {
    if (auto* line = std::get_if<Line>(&block)) {
      visit(*line);
      continue;
    }
    for (Row& row : std::get<Table>(block).rows) {
      for (Cell& cell : row.cells) {
        for (Line& line : cell.lines) visit(line);
      }
    }
  }
}

std::string joined_text(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

// The source offsets of the spaces that join the words; those over a column gap.
struct Joints {
  std::vector<size_t> all;
  std::vector<size_t> wide;
};

Joints joints_of(const std::vector<Word>& words) {
  Joints joints;
  size_t offset = 0;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    offset += words[i].text.size();
    joints.all.push_back(offset);
    const double size = std::max(words[i].font_size, words[i + 1].font_size);
    if (size > 0 && words[i + 1].box.x0 - words[i].box.x1 > kWidestGap * size) {
      joints.wide.push_back(offset);
    }
    ++offset;
  }
  return joints;
}

void add_names(const std::vector<std::string>& names, std::vector<std::string>& to) {
  for (const std::string& name : names) {
    if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
  }
}

Word merged(const Word& left, const Word& right) {
  Word word = left;
  word.text.clear();
  word.raw += ' ' + right.raw;
  word.box = united(left.box, right.box);
  word.confidence = std::min(left.confidence, right.confidence);
  word.font_size = std::max(left.font_size, right.font_size);
  word.bold = left.bold && right.bold;
  word.alternatives.clear();
  add_names(right.repairs, word.repairs);
  return word;
}

// Where the joints that are still spaces stand in the result; in the order of the joints.
std::vector<std::optional<size_t>> joints_after(const RepairedText& repaired,
                                                const std::vector<size_t>& joints) {
  std::vector<std::optional<size_t>> places(joints.size());
  for (const AlignedSpan& span : repaired.spans) {
    const size_t length = span.end - span.begin;
    const bool copied = length == span.source_end - span.source_begin;
    auto joint = std::lower_bound(joints.begin(), joints.end(), span.source_begin);
    for (; joint != joints.end() && *joint < span.source_end; ++joint) {
      const size_t place = copied ? span.begin + (*joint - span.source_begin) : span.begin;
      if (repaired.text[place] != ' ' || (!copied && length != 1)) continue;
      places[static_cast<size_t>(joint - joints.begin())] = place;
    }
  }
  return places;
}

// Names of the repairs that touched the source bytes [begin, end).
std::vector<std::string> names_within(const RepairedText& repaired, size_t begin, size_t end) {
  std::vector<AppliedRule> touching;
  for (const AppliedRule& rule : repaired.repairs) {
    if (rule.begin < end && begin < rule.end) touching.push_back(rule);
  }
  return repair_names(touching);
}

// Gives the repaired text back to the words. Words whose joint is gone become one.
std::vector<Word> realigned(const std::vector<Word>& words, const RepairedText& repaired,
                            const std::vector<size_t>& joints) {
  const auto places = joints_after(repaired, joints);
  std::vector<Word> result;
  size_t begin = 0;         // of the word in the result
  size_t source_begin = 0;  // of the word in the source
  std::optional<Word> open;
  for (size_t i = 0; i < words.size(); ++i) {
    open = open ? merged(*open, words[i]) : words[i];
    const bool last = i + 1 == words.size();
    if (!last && !places[i]) continue;
    const size_t end = last ? repaired.text.size() : *places[i];
    // Of a word nothing is left: it goes with the next one, or at the end with the last.
    if (end == begin && !last) {
      ++begin;
      continue;
    }
    const size_t source_end = last ? std::string::npos : joints[i];
    open->text = repaired.text.substr(begin, end - begin);
    add_names(names_within(repaired, source_begin, source_end), open->repairs);
    if (open->text.empty() && !result.empty()) {
      open->text = result.back().text;
      result.back() = merged(result.back(), *open);
      result.back().text = open->text;
    } else {
      result.push_back(*open);
    }
    open.reset();
    begin = end + 1;
    source_begin = last ? source_end : source_end + 1;
  }
  return result;
}

void repair_words_alone(const Modes& modes, std::vector<Word>& words) {
  for (Word& word : words) {
    RepairedText repaired = repair_text(word.text, modes);
    add_names(repair_names(repaired.repairs), word.repairs);
    word.text = std::move(repaired.text);
  }
}

RepairedText repaired_line(const Line& line, const Modes& modes) {
  const bool aligned = !line.words.empty() && line.text == joined_text(line.words);
  return repair_text(line.text, modes,
                     aligned ? joints_of(line.words).wide : std::vector<size_t>{});
}

void give_back(const RepairedText& repaired, const Modes& modes, Line& line) {
  const bool aligned = line.text == joined_text(line.words);
  if (!aligned) repair_words_alone(modes, line.words);
  if (repaired.repairs.empty()) return;
  if (aligned && !line.words.empty()) {
    line.words = realigned(line.words, repaired, joints_of(line.words).all);
  }
  add_names(repair_names(repaired.repairs), line.repairs);
  line.text = aligned && !line.words.empty() ? joined_text(line.words) : repaired.text;
}

}  // namespace

void repair(std::vector<Block>& blocks, const std::set<int>& ocr_pages) {
  std::vector<RepairedText> strict;
  std::map<int, Evidence> pages;
  Evidence document;
  for_each_line(blocks, [&](Line& line) {
    Modes modes;
    modes.by_ocr = ocr_pages.contains(line.page);
    strict.push_back(repaired_line(line, modes));
    const Evidence evidence = evidence_of(line.text, strict.back().repairs);
    pages[line.page] += evidence;
    document += evidence;
  });
  size_t next = 0;
  for_each_line(blocks, [&](Line& line) {
    RepairedText& repaired = strict[next++];
    Modes modes = modes_for(pages[line.page], document);
    const bool strictly = modes == Modes{};
    modes.by_ocr = ocr_pages.contains(line.page);
    if (!strictly) repaired = repaired_line(line, modes);
    give_back(repaired, modes, line);
  });
}

}  // namespace prongsai::normalize
