// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_running.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "model/lines_shape.h"

namespace prongsai {
namespace {

// Shares of the page's height. Thai official pages have margins of up to 3 cm of 29.7 cm.
constexpr double kMargin = 0.13;
constexpr double kPageNumberMargin = 0.12;
constexpr double kSameHeight = 5;      // points
constexpr double kMostPages = 0.5;     // a line on at least this share of the pages is running
constexpr double kColumnGap = 1.5;     // ems
constexpr size_t kLettersOfTitle = 8;  // a header with fewer letters says nothing

enum class Margin { kNone, kTop, kBottom };

Margin margin_of(const Box& line, const Box& page, double share) {
  if (line.center_y() < page.y0 + share * page.height()) return Margin::kTop;
  if (line.center_y() > page.y1 - share * page.height()) return Margin::kBottom;
  return Margin::kNone;
}

// The letters of a text (shape_letters) without spaces, the number of the page replaced by '#':
// digits at either end of the line or after "หน้า".
std::string running_key(const TextLine& line) {
  std::u32string text;
  for (const char32_t c : shape_letters(joined_text(line.words))) {
    if (c != U' ') text += c;
  }
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  const auto is_frame = [](char32_t c) { return c == U'-' || c == U'(' || c == U')' || c == U'|'; };
  std::u32string key;
  bool number_may_stand = true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) {
      key += text[i];
      number_may_stand = (number_may_stand && is_frame(text[i])) || key.ends_with(U"หนา");
      continue;
    }
    size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool at_end =
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), is_frame);
    if (end - i <= 3 && (number_may_stand || at_end)) {
      key += U'#';
    } else {
      key += text.substr(i, end - i);
    }
    number_may_stand = false;
    i = end - 1;
  }
  std::string bytes;
  for (const char32_t c : key) {
    for (int shift = 0; shift < 24; shift += 8) bytes += static_cast<char>(c >> shift & 0xFF);
  }
  return bytes;
}

size_t letters(const std::string& text) {
  const std::u32string characters = shape_characters(text);
  return static_cast<size_t>(std::ranges::count_if(
      characters, [](char32_t c) { return c > 0x7F || (c >= U'A' && c <= U'z'); }));
}

bool is_header_row(const TextLine& line) {
  const auto parts = segments(line, kColumnGap * line.em());
  const auto titles = std::ranges::count_if(
      parts, [](const auto& part) { return is_column_title(joined_text(part)); });
  return titles >= 2 || parts.size() > 3;
}

struct Occurrence {
  size_t page = 0;
  size_t line = 0;
  double y = 0;
  Margin margin = Margin::kNone;
};

using LineIds = std::set<std::pair<size_t, size_t>>;

void mark_page_numbers(const PageLines& page, size_t number, LineIds& dropped) {
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const TextLine& line = page.lines[i];
    if (line.words.front().rotation != 0) continue;
    if (margin_of(line.box, page.area, kPageNumberMargin) == Margin::kNone) continue;
    const std::string text = joined_text(line.words);
    if (is_page_number(text)) dropped.emplace(number, i);
  }
  // The last line that is no page number.
  for (size_t i = page.lines.size(); i-- > 0;) {
    if (dropped.count({number, i}) != 0) continue;
    if (page.lines[i].box.center_y() > page.area.center_y() &&
        is_catchword(joined_text(page.lines[i].words))) {
      dropped.emplace(number, i);
    }
    break;
  }
}

// How many of the pages without the line have their own text at that height.
size_t pages_with_other_text(const std::vector<PageLines>& pages, const std::set<size_t>& on,
                             double y, Margin margin) {
  size_t count = 0;
  for (size_t p = 0; p < pages.size(); ++p) {
    if (on.contains(p)) continue;
    count += std::ranges::any_of(pages[p].lines, [&](const TextLine& line) {
      if (margin_of(line.box, pages[p].area, kMargin) != margin) return false;
      const double beyond =
          margin == Margin::kTop ? line.box.center_y() - y : y - line.box.center_y();
      return beyond <= kSameHeight;
    });
  }
  return count;
}

// How often the line stands in the middle of pages too. The same text in the same font is equally
// wide.
size_t times_between(const std::vector<PageLines>& pages, const TextLine& line) {
  constexpr double kSameWidth = 3;  // points
  const std::string key = running_key(line);
  size_t count = 0;
  for (const PageLines& page : pages) {
    for (const TextLine& other : page.lines) {
      if (std::abs(other.box.width() - line.box.width()) > kSameWidth) continue;
      if (margin_of(other.box, page.area, kMargin) != Margin::kNone) continue;
      count += other.words.size() <= 100 && running_key(other) == key;
    }
  }
  return count;
}

// Whether the line stands in the body of its pages, as a label or heading that happens to come
// first on several: it stands in the middle of others, or others have their own text at its height.
bool stands_in_body(const std::vector<PageLines>& pages, const std::set<size_t>& on,
                    const Occurrence& one) {
  constexpr size_t kManyPages = 6;  // so often a cover with its own text proves nothing
  const size_t other_text = pages_with_other_text(pages, on, one.y, one.margin);
  if (other_text > 0 && on.size() < kManyPages) return true;
  const size_t between = times_between(pages, pages[one.page].lines[one.line]);
  if (between == 0 || between + other_text < 2) return false;
  return 3 * (between + (other_text > 1 ? other_text : 0)) >= on.size();
}

void mark_repeated(const std::vector<PageLines>& pages, std::vector<Occurrence>& same,
                   LineIds& dropped) {
  std::ranges::stable_sort(same, {}, &Occurrence::y);
  for (size_t i = 0; i < same.size();) {
    size_t k = i + 1;
    while (k < same.size() && same[k].y - same[k - 1].y <= kSameHeight) ++k;
    std::set<size_t> on;
    for (size_t j = i; j < k; ++j) on.insert(same[j].page);
    const double fewest = std::max(2.0, kMostPages * static_cast<double>(pages.size()));
    // Chapters have running titles of their own: fewer pages are enough as well.
    const bool in_a_row = on.size() >= 3 && *on.rbegin() - *on.begin() + 1 == on.size();
    const bool often = static_cast<double>(on.size()) >= fewest || on.size() >= 4 || in_a_row;
    if (often && !stands_in_body(pages, on, same[i])) {
      const auto first = std::min_element(
          same.begin() + static_cast<std::ptrdiff_t>(i),
          same.begin() + static_cast<std::ptrdiff_t>(k),
          [](const Occurrence& a, const Occurrence& b) { return a.page < b.page; });
      const TextLine& line = pages[first->page].lines[first->line];
      const bool keep_first =
          first->margin == Margin::kTop && letters(joined_text(line.words)) >= kLettersOfTitle;
      for (size_t j = i; j < k; ++j) {
        if (keep_first && same[j].page == first->page) continue;
        dropped.emplace(same[j].page, same[j].line);
      }
    }
    i = k;
  }
}

}  // namespace

void drop_running_lines(std::vector<PageLines>& pages) {
  LineIds dropped;
  std::map<std::string, std::vector<Occurrence>> by_text;
  for (size_t p = 0; p < pages.size(); ++p) {
    const PageLines& page = pages[p];
    mark_page_numbers(page, p, dropped);
    for (size_t i = 0; i < page.lines.size(); ++i) {
      const TextLine& line = page.lines[i];
      const Margin margin = margin_of(line.box, page.area, kMargin);
      if (margin == Margin::kNone || line.words.size() > 100) continue;
      if (dropped.count({p, i}) != 0 || is_header_row(line)) continue;
      const double y = margin == Margin::kTop ? line.box.center_y() - page.area.y0
                                              : page.area.y1 - line.box.center_y() + 1e5;
      by_text[running_key(line)].push_back({p, i, y, margin});
    }
  }
  for (auto& [key, same] : by_text) {
    if (same.size() > 1) mark_repeated(pages, same, dropped);
  }
  for (size_t p = 0; p < pages.size(); ++p) {
    std::vector<TextLine> kept;
    for (size_t i = 0; i < pages[p].lines.size(); ++i) {
      if (dropped.count({p, i}) == 0) kept.push_back(std::move(pages[p].lines[i]));
    }
    pages[p].lines = std::move(kept);
  }
}

}  // namespace prongsai
