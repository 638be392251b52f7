// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/passage.h"

#include <algorithm>

#include "model/text.h"

namespace prongsai {
namespace {

// Adds the words of `line` that overlap [begin, end) of its text.
void add_words(const Line& line, size_t begin, size_t end, Evidence& evidence) {
  size_t at = 0;
  for (const Word& word : line.words) {
    const size_t found = line.text.find(word.text, at);
    const size_t start = found == std::string::npos ? at : found;
    const size_t stop = start + word.text.size();
    at = stop;
    if (stop <= begin || start >= end) continue;
    evidence.box = evidence.box ? united(*evidence.box, word.box) : word.box;
    if (!evidence.text.empty()) evidence.text += ' ';
    evidence.text += word.raw;
    evidence.confidence = std::min(evidence.confidence, word.confidence);
    evidence.add_repairs(word.repairs);
    evidence.alternatives.insert(evidence.alternatives.end(), word.alternatives.begin(),
                                 word.alternatives.end());
  }
}

void add_line(const Line& line, size_t begin, size_t end, Evidence& evidence) {
  if (!line.words.empty()) {
    add_words(line, begin, end, evidence);
    return;
  }
  const std::string part = line.text.substr(begin, end - begin);
  if (!evidence.text.empty()) evidence.text += ' ';
  // The raw characters of a part of a line are known where they survived the repairs.
  const bool kept = line.raw.find(part) != std::string::npos;
  evidence.text += kept ? part : line.raw;
  evidence.confidence = std::min(evidence.confidence, line.confidence);
  if (!kept) evidence.add_repairs(line.repairs);
  if (line.box) evidence.box = evidence.box ? united(*evidence.box, *line.box) : *line.box;
}

}  // namespace

void Passage::add(const Line& line) {
  if (line.text.empty()) return;
  if (!text_.empty()) {
    const std::u32string before =
        code_points(std::string_view(text_).substr(text_.size() < 3 ? 0 : text_.size() - 3));
    const std::u32string after = code_points(std::string_view(line.text).substr(0, 3));
    const auto letter = [](char32_t c) {
      return is_thai(c) && !is_thai_digit(c) && c != 0x0E2F && c != 0x0E46;
    };
    if (before.empty() || after.empty() || !letter(before.back()) || !letter(after.front()))
      text_ += ' ';
  }
  pieces_.push_back({text_.size(), &line});
  text_ += line.text;
}

std::vector<size_t> Passage::line_starts() const {
  std::vector<size_t> starts;
  for (const Piece& piece : pieces_) starts.push_back(piece.begin);
  return starts;
}

void Passage::append(const Passage& other) {
  for (const Piece& piece : other.pieces_) add(*piece.line);
}

Evidence Passage::evidence(size_t begin, size_t end) const {
  Evidence evidence;
  bool first = true;
  for (const Piece& piece : pieces_) {
    const size_t piece_end = piece.begin + piece.line->text.size();
    if (piece_end <= begin || piece.begin >= end) continue;
    if (first) evidence.page = piece.line->page;
    first = false;
    add_line(*piece.line, std::max(begin, piece.begin) - piece.begin,
             std::min(end, piece_end) - piece.begin, evidence);
  }
  return evidence;
}

std::vector<Passage> passages(const Cell& cell) {
  std::vector<Passage> found;
  for (const Line& line : cell.lines) {
    if (found.empty() || line.starts_paragraph) found.emplace_back();
    found.back().add(line);
  }
  std::erase_if(found, [](const Passage& passage) { return passage.empty(); });
  return found;
}

Passage whole_passage(const Cell& cell) {
  Passage passage;
  for (const Line& line : cell.lines) passage.add(line);
  return passage;
}

}  // namespace prongsai
