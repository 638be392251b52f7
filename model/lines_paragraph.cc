// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_paragraph.h"

#include <algorithm>
#include <cmath>

#include "model/lines_shape.h"

namespace prongsai {
namespace {

// In ems: Thai wraps between words that no space separates, so a line that is set full still ends
// up to a long word before the edge.
constexpr double kLongestWord = 6;
constexpr double kFirstLineIndent = 0.8;
constexpr double kSetIn = 1.5;
constexpr double kShortLine = 2.5;
constexpr double kCentredWithin = 0.8;
constexpr double kExactly = 2;  // points: so near to the middle by intent
// Against the usual distance of lines.
constexpr double kWiderPitch = 1.35;
constexpr double kOtherInk = 0.35;
constexpr double kOtherSize = 0.1;  // share by which sizes differ

double left_of(const TextLine& line) { return line.words.front().box.x0; }
double pitch(const TextLine& upper, const TextLine& lower) {
  return lower.box.center_y() - upper.box.center_y();
}

bool is_centred(const TextLine& line, const TextColumn& column) {
  const double left = line.box.x0 - column.left;
  const double right = column.right - line.box.x1;
  return std::abs(left - right) < kCentredWithin * line.em() &&
         left > 0.08 * (column.right - column.left);
}

// Long lines of a title: both exactly in the middle, but not beginning at one place.
bool are_centred(const TextLine& line, const TextLine& previous, const TextColumn& column) {
  const auto exactly = [&](const TextLine& l) {
    const double left = l.box.x0 - column.left;
    return std::abs(left - (column.right - l.box.x1)) < kExactly &&
           left > kFirstLineIndent * l.em();
  };
  return exactly(line) && exactly(previous) && std::abs(left_of(line) - left_of(previous)) > 0.3;
}

bool other_font(const TextLine& line, const TextLine& previous) {
  const PlacedWord& last = previous.words.back();
  const PlacedWord& first = line.words.front();
  if (last.word->bold != first.word->bold) return true;
  const double a = last.word->font_size;
  const double b = first.word->font_size;
  // OCR measures ink; only what a text layer says is exact.
  const bool exact = last.word->confidence >= 1 && first.word->confidence >= 1;
  const double other = exact ? kOtherSize : kOtherInk;
  return a > 0 && b > 0 && std::abs(a - b) > other * std::max(a, b);
}

// Whether `previous` ends where wrapping would not have ended it: the next word had room.
bool ends_early(const TextLine& line, const TextLine& previous, const TextColumn& column) {
  const double em = previous.em();
  double room = column.right - previous.box.x1;
  if (is_centred(previous, column)) room = column.right - column.left - previous.box.width();
  const double first_word = line.words.front().box.width();
  if (room > first_word + em) return true;
  return room > kLongestWord * em && room > 0.3 * (column.right - column.left);
}

// "ต.ค. 2566" / "- ก.ย. 2567": a dash that goes on with a span of time.
bool dash_goes_on(const std::string& text, const TextLine& previous) {
  const std::u32string characters = shape_characters(text.substr(0, 40));
  if (characters.empty() || (characters[0] != U'-' && characters[0] != 0x2013)) return false;
  const std::string before = joined_text(previous.words);
  const std::u32string end = shape_characters(before.size() > 60 ? "" : before);
  if (end.empty() || end.back() < U'0' || end.back() > U'9') return false;
  return std::ranges::any_of(characters, [](char32_t c) { return c == U'.'; }) ||
         characters.find(U"คม") != characters.npos || characters.find(U"ยน") != characters.npos;
}

}  // namespace

TextColumn page_column(std::span<const Box> lines) {
  TextColumn column;
  if (lines.empty()) return column;
  double widest = 0;
  for (const Box& line : lines) widest = std::max(widest, line.width());
  std::vector<double> starts;
  std::vector<double> ends;
  for (const Box& line : lines) {
    if (line.width() < 0.6 * widest) continue;
    starts.push_back(line.x0);
    ends.push_back(line.x1);
  }
  std::ranges::sort(starts);
  column.left = starts[starts.size() / 10];
  std::ranges::sort(ends);
  column.right = ends[ends.size() * 9 / 10];
  return column;
}

TextColumn cell_column(std::span<const TextLine> lines, const Box& cell) {
  double left = cell.x1;
  double right = cell.x0;
  for (const TextLine& line : lines) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x1);
  }
  const double padding = std::clamp(left - cell.x0, 0.0, 6.0);
  return {ColumnKind::kCell, cell.x0 + padding, std::max(right, cell.x1 - padding)};
}

double usual_pitch(std::span<const TextLine* const> lines) {
  std::vector<double> all;
  for (size_t i = 1; i < lines.size(); ++i) {
    const double p = pitch(*lines[i - 1], *lines[i]);
    if (p > 0.5 * lines[i]->em() && p < 4 * lines[i]->em()) all.push_back(p);
  }
  if (all.empty()) return 0;
  std::ranges::sort(all);
  return all[all.size() / 4];
}

bool starts_paragraph(const TextLine& line, const TextLine& previous, const TextLine& start,
                      const TextColumn& column, double usual_pitch) {
  const std::string text = joined_text(line.words);
  if (starts_list_entry(text)) return !dash_goes_on(text, previous);
  if (starts_with_code(text) && !joined_to_next(joined_text(previous.words))) return true;
  // In a list of such codes; elsewhere it may be a date ("05 เมษายน").
  if (starts_with_zero_code(text) && starts_with_zero_code(joined_text(start.words))) return true;
  if (other_font(line, previous)) return true;
  if (usual_pitch > 0 && pitch(previous, line) > kWiderPitch * usual_pitch) return true;
  if (ends_early(line, previous, column)) return true;
  // Titles are centred line by line on a page; in a cell whole texts are.
  const bool on_page = column.kind == ColumnKind::kPage;
  if (is_centred(line, column)) return on_page;
  if (on_page && are_centred(line, previous, column)) return true;
  // Once two lines of a paragraph show where its lines begin, none begins further left.
  const bool outdented = left_of(line) < left_of(previous) - kFirstLineIndent * line.em();
  if (&start != &previous && outdented) {
    return !goes_on_with(text) && !joined_to_next(joined_text(previous.words));
  }
  // Two short lines set in as far as first lines are: each is one.
  const bool set_in = left_of(line) > column.left + kSetIn * line.em() &&
                      std::abs(left_of(line) - left_of(start)) < 0.5 * line.em();
  const double room = column.right - previous.box.x1;
  if (on_page && &start == &previous && set_in && room > kShortLine * line.em()) {
    return !goes_on_with(text);
  }
  // An entry's text hangs right of its number; any other step to the right is a new first line.
  const bool hangs = &start == &previous && starts_list_entry(joined_text(start.words));
  return !hangs && left_of(line) > left_of(previous) + kFirstLineIndent * line.em();
}

std::vector<Line> to_cell_lines(const std::vector<TextLine>& lines, const TextColumn& column,
                                int page) {
  std::vector<Line> out;
  std::vector<const TextLine*> all;
  all.reserve(lines.size());
  for (const TextLine& line : lines) all.push_back(&line);
  const double pitch_here = usual_pitch(all);
  const TextLine* start = nullptr;
  for (size_t i = 0; i < lines.size(); ++i) {
    out.push_back(to_line(lines[i].words, page));
    const bool first = i == 0 || lines[i].words.front().rotation != 0;
    out.back().starts_paragraph =
        first ? i == 0 : starts_paragraph(lines[i], lines[i - 1], *start, column, pitch_here);
    if (out.back().starts_paragraph) start = &lines[i];
  }
  return out;
}

}  // namespace prongsai
