// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/glyph_line.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "extract/thai.h"

namespace prongsai::extract {
namespace {

// A second print of a glyph is at most this far from the first, in em.
constexpr float kDoubleOffset = 0.15F;
// Gaps of a letter-spaced run, in em: below it is kerning, above it are columns.
constexpr float kMinSpacing = 0.05F;
constexpr float kMaxSpacing = 0.6F;
// So many equal gaps make a run letter-spaced.
constexpr size_t kMinGaps = 4;

uint16_t rotation_of(float angle) {
  return static_cast<uint16_t>(static_cast<int>(std::lround(angle / 90)) % 4 * 90);
}

GlyphKind kind_of(std::u32string_view text) {
  if (text.empty()) return GlyphKind::kLetter;
  if (std::all_of(text.begin(), text.end(), is_space)) return GlyphKind::kSpace;
  if (std::all_of(text.begin(), text.end(), is_thai_mark)) return GlyphKind::kMark;
  return GlyphKind::kLetter;
}

LineGlyph in_line(const PageContent& page, uint32_t index) {
  const Glyph& glyph = page.glyphs[index];
  LineGlyph line;
  line.index = index;
  line.rotation = rotation_of(glyph.angle);
  line.em = std::max(std::min(glyph.em, glyph.size * 2), glyph.size / 4);
  line.kind = kind_of(text_of(page, glyph));
  line.bold = glyph.stroked || page.styles[glyph.style].bold;
  float advance = 0;
  switch (line.rotation) {
    case 90:
      line.from = glyph.y;
      line.base = -glyph.x;
      advance = glyph.dy;
      break;
    case 180:
      line.from = -glyph.x;
      line.base = -glyph.y;
      advance = -glyph.dx;
      break;
    case 270:
      line.from = -glyph.y;
      line.base = glyph.x;
      advance = -glyph.dy;
      break;
    default:
      line.from = glyph.x;
      line.base = glyph.y;
      advance = glyph.dx;
  }
  line.to = line.from + advance;
  if (line.to < line.from) std::swap(line.from, line.to);
  return line;
}

// Finds glyphs that were printed before at the same place.
class Printed {
 public:
  Printed(const PageContent& page, std::vector<LineGlyph>& kept) : page_(page), kept_(kept) {
    cells_.reserve(page.glyphs.size());
  }

  // The earlier print of this glyph, or null; it is remembered if there is none.
  LineGlyph* find_or_add(const LineGlyph& glyph) {
    std::u32string_view text = text_of(page_, page_.glyphs[glyph.index]);
    float reach = glyph.em * kDoubleOffset;
    // A narrow letter may well stand beside its like: "ll", "...".
    if (glyph.to > glyph.from) reach = std::min(reach, (glyph.to - glyph.from) * 0.4F);
    const auto [column, near_column] = cells_at(glyph.from);
    const auto [row, near_row] = cells_at(glyph.base);
    char32_t first = text.empty() ? 0 : text[0];
    for (int64_t c : {column, near_column}) {
      for (int64_t r : {row, near_row}) {
        auto found = cells_.find(key(c, r, first));
        if (found == cells_.end()) continue;
        LineGlyph& other = kept_[found->second];
        if (other.rotation == glyph.rotation && other.visibility == glyph.visibility &&
            std::abs(other.from - glyph.from) <= reach &&
            std::abs(other.base - glyph.base) <= reach &&
            std::abs(other.em - glyph.em) < 0.1F * glyph.em &&
            text_of(page_, page_.glyphs[other.index]) == text) {
          return &other;
        }
      }
    }
    cells_[key(column, row, first)] = static_cast<uint32_t>(kept_.size());
    return nullptr;
  }

 private:
  static constexpr float kCell = 4;  // points

  // The cell of a coordinate, and the neighbour that is nearer to it.
  static std::pair<int64_t, int64_t> cells_at(float at) {
    const float cells = at / kCell;
    const float whole = std::floor(cells);
    const auto cell = static_cast<int64_t>(whole);
    return {cell, cells - whole < 0.5F ? cell - 1 : cell + 1};
  }

  static uint64_t key(int64_t column, int64_t row, char32_t first) {
    return (static_cast<uint64_t>(column) & 0xFFFFF) << 44 |
           (static_cast<uint64_t>(row) & 0xFFFFF) << 24 | (first & 0xFFFFFF);
  }

  const PageContent& page_;
  std::vector<LineGlyph>& kept_;
  std::unordered_map<uint64_t, uint32_t> cells_;
};

// Measures the letter spacing of [begin, end), glyphs that follow each other on one line.
void measure_run(std::vector<LineGlyph>& glyphs, size_t begin, size_t end,
                 std::vector<float>& gaps) {
  gaps.clear();
  float em = glyphs[begin].em;
  const LineGlyph* last = nullptr;
  for (size_t i = begin; i < end; ++i) {
    const LineGlyph& glyph = glyphs[i];
    if (glyph.kind == GlyphKind::kMark) continue;
    if (last && glyph.kind == GlyphKind::kLetter) gaps.push_back(glyph.from - last->to);
    last = glyph.kind == GlyphKind::kLetter ? &glyph : nullptr;
  }
  if (gaps.size() < kMinGaps) return;
  auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  float spacing = *middle;
  if (spacing < kMinSpacing * em || spacing > kMaxSpacing * em) return;
  // Most of the gaps are about this wide, or else it is no spacing.
  auto alike = std::count_if(gaps.begin(), gaps.end(), [&](float gap) {
    return std::abs(gap - spacing) < 0.25F * spacing + 0.02F * em;
  });
  if (static_cast<size_t>(alike) * 5 < gaps.size() * 3) return;
  for (size_t i = begin; i < end; ++i) glyphs[i].letter_spacing = spacing;
}

bool is_wide_space(const LineGlyph& glyph) {
  return glyph.kind == GlyphKind::kSpace && glyph.to - glyph.from > 0.05F * glyph.em;
}

// Measures the stretches between the spaces of a line, which may be spaced differently: where a
// line is justified by its letters, Thai is widened and Latin is not.
void measure_line(std::vector<LineGlyph>& glyphs, size_t begin, size_t end,
                  std::vector<float>& gaps) {
  for (size_t i = begin; i < end;) {
    size_t next = i;
    while (next < end && !is_wide_space(glyphs[next])) ++next;
    if (next > i) measure_run(glyphs, i, next, gaps);
    i = next + 1;
  }
}

void measure_letter_spacing(std::vector<LineGlyph>& glyphs) {
  std::vector<float> gaps;
  size_t begin = 0;
  for (size_t i = 1; i <= glyphs.size(); ++i) {
    if (i < glyphs.size()) {
      const LineGlyph& a = glyphs[i - 1];
      const LineGlyph& b = glyphs[i];
      if (a.rotation == b.rotation && std::abs(a.base - b.base) < 0.2F * a.em &&
          b.from > a.from - a.em && b.from < a.to + 2 * a.em) {
        continue;
      }
    }
    if (begin < i) measure_line(glyphs, begin, i, gaps);
    begin = i;
  }
}

}  // namespace

std::vector<LineGlyph> line_glyphs(const PageContent& page) {
  std::vector<Visibility> visibility = glyph_visibility(page);
  std::vector<LineGlyph> glyphs;
  glyphs.reserve(page.glyphs.size());
  Printed printed(page, glyphs);
  for (uint32_t i = 0; i < page.glyphs.size(); ++i) {
    if (page.glyphs[i].length == 0) continue;
    LineGlyph glyph = in_line(page, i);
    glyph.visibility = visibility[i];
    if (LineGlyph* first = printed.find_or_add(glyph)) {
      if (first->kind == GlyphKind::kLetter) first->bold = true;
      continue;
    }
    glyphs.push_back(glyph);
  }
  measure_letter_spacing(glyphs);
  return glyphs;
}

}  // namespace prongsai::extract
