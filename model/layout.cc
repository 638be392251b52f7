// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <map>
#include <utility>

#include "model/facing_pages.h"
#include "model/lines.h"
#include "model/lines_paragraph.h"
#include "model/lines_running.h"
#include "model/lines_shape.h"
#include "model/table_aligned.h"
#include "model/table_continue.h"
#include "model/table_grid.h"
#include "model/table_ruled.h"

namespace prongsai {
namespace {

// One page on its way. All boxes are in reading direction, see `rotation`.
struct PageLayout {
  const PageText* source = nullptr;
  Box area;
  int rotation = 0;  // of most words: the whole page is laid out turned back by it
  std::vector<Table> tables;
  std::vector<Box> table_boxes;
};

Box box_of(const Table& table) {
  Box box;
  bool first = true;
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      if (!cell.box) continue;
      box = first ? *cell.box : united(box, *cell.box);
      first = false;
    }
  }
  return box;
}

constexpr size_t kLinesToShowMargin = 6;

bool is_finite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) &&
         std::isfinite(box.y1) && box.x0 <= box.x1 && box.y0 <= box.y1;
}

int rotation_of_most(const std::vector<Word>& words) {
  size_t counts[4] = {};
  for (const Word& word : words) ++counts[static_cast<unsigned>(word.rotation) / 90 % 4];
  for (const int quarter : {1, 2, 3}) {
    if (5 * counts[quarter] > 3 * words.size()) return 90 * quarter;
  }
  return 0;
}

std::vector<PlacedWord> place_words(const PageText& page, int rotation) {
  std::vector<PlacedWord> out;
  out.reserve(page.words.size());
  for (const Word& word : page.words) {
    if (word.text.empty() || !is_finite(word.box)) continue;
    const int own = (word.rotation / 90 % 4 * 90 - rotation + 720) % 360;
    out.push_back({turned(word.box, rotation), &word, own});
  }
  return out;
}

std::vector<Ruling> turned_rulings(const std::vector<Ruling>& rulings, int rotation) {
  std::vector<Ruling> out = rulings;
  if (rotation == 0) return out;
  for (Ruling& r : out) {
    const Box box = turned({r.x0, r.y0, r.x1, r.y1}, rotation);
    r = {box.x0, box.y0, box.x1, box.y1, r.thickness};
  }
  return out;
}

// Words still free, by the middle of their height, and taken out when a table has them.
class FreeWords {
 public:
  explicit FreeWords(std::vector<PlacedWord> words)
      : words_(std::move(words)), taken_(words_.size()) {
    std::ranges::stable_sort(words_, {}, [](const PlacedWord& w) { return w.box.center_y(); });
  }

  std::vector<size_t> inside(const Box& box) const {
    std::vector<size_t> out;
    const auto center = [](const PlacedWord& w) { return w.box.center_y(); };
    const auto begin = std::ranges::lower_bound(words_, box.y0, {}, center) - words_.begin();
    for (auto i = static_cast<size_t>(begin); i < words_.size(); ++i) {
      if (words_[i].box.center_y() > box.y1) break;
      const double x = words_[i].box.center_x();
      if (!taken_[i] && x >= box.x0 && x <= box.x1) out.push_back(i);
    }
    return out;
  }

  std::vector<PlacedWord> at(const std::vector<size_t>& indices) const {
    std::vector<PlacedWord> out;
    out.reserve(indices.size());
    for (const size_t i : indices) out.push_back(words_[i]);
    return out;
  }

  void take(const std::vector<size_t>& indices) {
    for (const size_t i : indices) taken_[i] = 1;
  }

  std::vector<PlacedWord> rest() const {
    std::vector<PlacedWord> out;
    for (size_t i = 0; i < words_.size(); ++i) {
      if (!taken_[i]) out.push_back(words_[i]);
    }
    return out;
  }

  std::vector<Box> boxes() const {
    std::vector<Box> out;
    for (const PlacedWord& placed : words_) out.push_back(placed.box);
    return out;
  }

 private:
  std::vector<PlacedWord> words_;
  std::vector<char> taken_;
};

void add_table(PageLayout& page, Table table) {
  page.table_boxes.push_back(box_of(table));
  page.tables.push_back(std::move(table));
}

// Tables with rules, the outer ones before those inside their cells, which stay text. Frames
// without columns come last: what they hold may be tables.
void find_drawn_tables(PageLayout& page, FreeWords& words, const Box& area) {
  const int number = page.source->number;
  const Rules rules = join_rulings(turned_rulings(page.source->rulings, page.rotation), area);
  GridsAndRest found = find_grids(rules, words.boxes());
  std::ranges::stable_sort(found.grids, std::ranges::greater{}, [](const Grid& g) {
    return std::pair(g.columns() > 1, g.box().width() * g.box().height());
  });
  for (const Grid& grid : found.grids) {
    const auto inside = words.inside(grid.box());
    if (inside.size() < 2) continue;
    if (auto table = ruled_table(grid, words.at(inside), number)) {
      words.take(inside);
      add_table(page, std::move(*table));
    }
  }
  for (const RuleStack& stack : rule_stacks(found.loose)) {
    for (const RuleStack& part : split_stack(stack, words.at(words.inside(stack.box)))) {
      const auto inside = words.inside(part.box);
      if (auto table = partly_ruled_table(part.box, part.ys, words.at(inside), number)) {
        words.take(inside);
        add_table(page, std::move(*table));
      }
    }
  }
}

// `before` is the aligned table that the page before ends with, or null. Returns the one that this
// page ends with.
const Table* find_tables_without_rules(PageLayout& page, std::vector<TextLine>& lines,
                                       const Table* before) {
  std::vector<TextLine> upright;
  std::vector<TextLine> rest;
  for (TextLine& line : lines) {
    (line.words.front().rotation == 0 ? upright : rest).push_back(std::move(line));
  }
  size_t done = 0;
  auto tables = find_aligned_tables(upright, page.source->number);
  const bool begins_with_line =
      !upright.empty() && std::ranges::none_of(page.table_boxes, [&](const Box& box) {
        return box.y0 < upright.front().box.y0;
      });
  if (before != nullptr && begins_with_line && (tables.empty() || tables.front().begin > 0)) {
    auto more = continued_table(upright, *before, page.source->number);
    if (more && (tables.empty() || more->end <= tables.front().begin)) {
      tables.insert(tables.begin(), std::move(*more));
    }
  }
  const bool ends_with_table = !tables.empty() && tables.back().end == upright.size() &&
                               std::ranges::none_of(page.table_boxes, [&](const Box& box) {
                                 return box.y0 > upright.back().box.y0;
                               });
  for (AlignedTable& found : tables) {
    for (; done < found.begin; ++done) rest.push_back(std::move(upright[done]));
    done = found.end;
    add_table(page, std::move(found.table));
  }
  for (; done < upright.size(); ++done) rest.push_back(std::move(upright[done]));
  lines = std::move(rest);
  return ends_with_table ? &page.tables.back() : nullptr;
}

// A line or table at its height on the page.
struct Item {
  double y = 0;
  double x = 0;
  const TextLine* line = nullptr;
  size_t table = 0;
};

// From top to bottom; tables side by side from left to right.
std::vector<Item> in_reading_order(const PageLayout& page, const std::vector<TextLine>& lines) {
  std::vector<Item> tables;
  std::vector<size_t> order(page.tables.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](size_t i) { return page.table_boxes[i].y0; });
  Box above;
  for (const size_t i : order) {
    const Box& box = page.table_boxes[i];
    Item item{box.y0, box.x0, nullptr, i};
    const bool beside = !tables.empty() && (box.x0 >= above.x1 || box.x1 <= above.x0) &&
                        above.y1 - box.y0 > 0.5 * std::min(above.height(), box.height());
    if (beside) item.y = tables.back().y;
    tables.push_back(item);
    above = box;
  }
  std::vector<Item> items;
  items.reserve(lines.size() + tables.size());
  for (const TextLine& line : lines) items.push_back({line.box.center_y(), line.box.x0, &line, 0});
  items.insert(items.end(), tables.begin(), tables.end());
  std::ranges::stable_sort(items, {}, [](const Item& i) { return std::pair(i.y, i.x); });
  return items;
}

void turn_back(Table& table, int rotation) {
  if (rotation == 0) return;
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) {
      if (cell.box) cell.box = turned(*cell.box, 360 - rotation);
    }
  }
}

// The sides of a page, to the point.
using Sides = std::pair<int, int>;

Sides sides_of(const PageLines& page) {
  const auto whole = [](double x) {
    return static_cast<int>(std::lround(std::clamp(x, -1e6, 1e6)));
  };
  return {whole(page.area.x0), whole(page.area.x1)};
}

// The column of text of all pages of one width and place: a page of short lines does not show it.
// The rows of tables count as lines.
std::map<Sides, TextColumn> text_columns(const std::vector<PageLayout>& layouts,
                                         const std::vector<PageLines>& pages) {
  constexpr double kCellPadding = 5;
  std::map<Sides, std::vector<Box>> boxes;
  for (size_t i = 0; i < pages.size(); ++i) {
    std::vector<Box>& same = boxes[sides_of(pages[i])];
    for (const TextLine& line : pages[i].lines) {
      if (line.words.front().rotation == 0) same.push_back(line.box);
    }
    for (size_t t = 0; t < layouts[i].tables.size(); ++t) {
      Box box = layouts[i].table_boxes[t];
      box.x1 -= kCellPadding;
      same.insert(same.end(), layouts[i].tables[t].rows.size(), box);
    }
  }
  std::map<Sides, TextColumn> columns;
  for (const auto& [sides, same] : boxes) columns[sides] = page_column(same);
  return columns;
}

// Marks paragraphs over page breaks.
class BlockWriter {
 public:
  explicit BlockWriter(std::vector<Block>& blocks) : blocks_(blocks) {}

  void add_page(PageLayout& page, const std::vector<TextLine>& lines, const TextColumn& column) {
    std::vector<const TextLine*> upright;
    for (const TextLine& line : lines) {
      if (line.words.front().rotation == 0) upright.push_back(&line);
    }

    const double pitch = usual_pitch(upright);
    bool first_on_page = true;
    for (const Item& item : in_reading_order(page, lines)) {
      if (item.line == nullptr) {
        Table& table = page.tables[item.table];
        turn_back(table, page.rotation);
        blocks_.emplace_back(std::move(table));
        previous_ = start_ = nullptr;
      } else {
        add_line(*item.line, page.source->number, first_on_page ? column_ : column,
                 first_on_page ? 0 : pitch);
      }
      first_on_page = false;
    }
    column_ = column;
  }

  void add_blocks(const std::vector<Block>& blocks) {
    blocks_.insert(blocks_.end(), blocks.begin(), blocks.end());
    previous_ = start_ = nullptr;
  }

 private:
  void add_line(const TextLine& line, int number, const TextColumn& column, double pitch) {
    Line out = to_line(line.words, number);
    const bool known = previous_ != nullptr && line.words.front().rotation == 0;
    out.starts_paragraph =
        !known || starts_paragraph(line, *previous_, *start_, column, pitch) || leaves_list(line);
    if (out.starts_paragraph) start_ = &line;
    previous_ = &line;
    blocks_.emplace_back(std::move(out));
  }

  // Whether a line left of a list entry ends it, because the entries of this document hang: their
  // further lines begin right of their number.
  bool leaves_list(const TextLine& line) {
    if (previous_ != start_ || !starts_list_entry(joined_text(start_->words))) return false;
    const double step = line.box.x0 - start_->box.x0;
    const bool left = step < -0.5 * line.em();
    if (left && hanging_ >= 3 && hanging_ > 5 * to_margin_) return true;
    ++(step > 2 ? hanging_ : to_margin_);
    return false;
  }

  std::vector<Block>& blocks_;
  TextColumn column_;  // of the page before
  int hanging_ = 0;    // list entries whose second line begins right of their number
  int to_margin_ = 0;  // and others
  const TextLine* previous_ = nullptr;
  const TextLine* start_ = nullptr;
};

// Two pages on one sheet come one after the other; their halves are kept in `halves`.
std::vector<PageLayout> page_layouts(const std::vector<PageText>& pages,
                                     std::list<PageText>& halves) {
  std::vector<PageLayout> out;
  for (const PageText& page : pages) {
    const Box area{0, 0, page.width, page.height};
    const auto gutter = find_gutter(page);
    if (!gutter) {
      out.push_back({&page, area, rotation_of_most(page.words), {}, {}});
      continue;
    }
    halves.push_back(half_of(page, *gutter, false));
    out.push_back({&halves.back(), {0, 0, *gutter, page.height}, 0, {}, {}});
    halves.push_back(half_of(page, *gutter, true));
    out.push_back({&halves.back(), {*gutter, 0, page.width, page.height}, 0, {}, {}});
  }
  return out;
}

}  // namespace

std::vector<Block> lay_out(const std::vector<PageText>& pages) {
  std::list<PageText> halves;
  std::vector<PageLayout> layouts = page_layouts(pages, halves);
  std::vector<PageLines> all_lines(layouts.size());
  for (size_t i = 0; i < layouts.size(); ++i) {
    PageLayout& page = layouts[i];
    if (page.source->words.empty()) continue;
    const Box area = turned(page.area, page.rotation);
    FreeWords words(place_words(*page.source, page.rotation));
    find_drawn_tables(page, words, area);
    all_lines[i] = {area, group_turned_lines(words.rest())};
  }
  drop_running_lines(all_lines);
  std::vector<Block> blocks;
  BlockWriter writer(blocks);
  const Table* before = nullptr;
  for (size_t i = 0; i < layouts.size(); ++i) {
    before = find_tables_without_rules(layouts[i], all_lines[i].lines, before);
  }
  const auto columns = text_columns(layouts, all_lines);
  for (size_t i = 0; i < layouts.size(); ++i) {
    const std::vector<Block>& given = layouts[i].source->blocks;
    if (!given.empty()) writer.add_blocks(given);
    TextColumn column = columns.at(sides_of(all_lines[i]));
    std::vector<Box> boxes;
    for (const TextLine& line : all_lines[i].lines) boxes.push_back(line.box);
    if (boxes.size() >= kLinesToShowMargin) column.left = page_column(boxes).left;
    writer.add_page(layouts[i], all_lines[i].lines, column);
  }
  mark_continued_tables(blocks);
  return blocks;
}

}  // namespace prongsai
