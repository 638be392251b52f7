// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/table_setter.h"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

constexpr double kPadX = 4;
constexpr double kPadTop = 2;
constexpr double kPadBottom = 4;

constexpr std::size_t kLongestNumber = 60;  // bytes; anything longer is a sentence

bool has_digit(const std::string& text) {
  const auto letters = code_points(text);
  return std::ranges::any_of(
      letters, [](char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'๐' && c <= U'๙'); });
}

// A cell in its place, with the lines that are not printed yet.
struct Placed {
  const Cell* cell = nullptr;
  int row = 0;
  int column = 0;
  std::vector<SetLine> lines;
  std::size_t next = 0;
  double top = 0;     // on this page
  bool open = false;  // begun, and not ended on this page

  int last_row() const { return row + cell->rows - 1; }
  double rest() const {
    double height = 0;
    for (std::size_t i = next; i < lines.size(); ++i) height += lines[i].height;
    return height + kPadTop + kPadBottom;
  }
};

class TableSetter {
 public:
  TableSetter(const Table& table, RuleStyle style, PageFlow& flow)
      : table_(table), style_(style), flow_(flow) {
    double sum = 0;
    for (const double width : table.widths) sum += width;
    std::vector<double> widths;
    for (const double width : table.widths) widths.push_back(width / sum * flow.width());
    fit_numbers(widths);
    double x = flow.left();
    edges_.push_back(x);
    for (const double width : widths) {
      x += width;
      edges_.push_back(x);
    }
    place();
  }

  void run() {
    for (int row = 0; row < static_cast<int>(table_.rows.size()); ++row) {
      if (row == 0) keep_header_with_row();
      if (row < table_.header_rows) {
        whole_row(row);
      } else {
        body_row(row);
      }
    }
    flow_.advance(4);
  }

 private:
  // Calls visit(cell, row, column) for every cell.
  template <typename Visit>
  void for_each_cell(Visit visit) const {
    std::vector<int> covered(table_.widths.size(), 0);  // rows still covered from above
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      std::size_t column = 0;
      std::vector<int> next = covered;
      for (int& rows : next) rows = std::max(0, rows - 1);
      for (const Cell& cell : table_.rows[row].cells) {
        while (column < covered.size() && covered[column] > 0) ++column;
        visit(cell, static_cast<int>(row), static_cast<int>(column));
        for (int i = 0; i < cell.columns && column < covered.size(); ++i, ++column) {
          next[column] = std::max(next[column], cell.rows - 1);
        }
      }
      covered = next;
    }
  }

  // Widens the columns whose numbers would break, at the cost of the widest.
  void fit_numbers(std::vector<double>& widths) {
    std::vector<double> wanted(widths.size(), 0);
    for_each_cell([&](const Cell& cell, int /*row*/, int column) {
      if (cell.columns > 1) return;
      for (const Para& para : cell.paras) {
        double& width = wanted[static_cast<std::size_t>(column)];
        width = std::max(width, widest_number(para) + 2 * kPadX + 1);
      }
    });
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const double missing = wanted[i] - widths[i];
      if (missing <= 0) continue;
      *std::ranges::max_element(widths) -= missing;
      widths[i] = wanted[i];
    }
  }

  double widest_number(const Para& para) {
    double width = 0;
    std::istringstream words(para.text);
    for (std::string word; words >> word;) {
      if (!has_digit(word) || word.size() > kLongestNumber) continue;
      Para one = para;
      one.text = word;
      one.bold_bytes = 0;
      width = std::max(width, flow_.set({one}, 2000, table_.size).front().width);
    }
    return width;
  }

  void place() {
    for_each_cell([&](const Cell& cell, int row, int column) {
      Placed placed;
      placed.cell = &cell;
      placed.row = row;
      placed.column = column;
      placed.lines = flow_.set(cell.paras, right(placed) - left(placed) - 2 * kPadX, table_.size);
      cells_.push_back(std::move(placed));
    });
  }

  double left(const Placed& placed) const {
    return edges_[static_cast<std::size_t>(placed.column)];
  }
  double right(const Placed& placed) const {
    const int column = placed.column + placed.cell->columns;
    return edges_[std::min(edges_.size() - 1, static_cast<std::size_t>(column))];
  }

  std::vector<Placed*> covering(int row) {
    std::vector<Placed*> out;
    for (Placed& placed : cells_) {
      if (placed.row <= row && row <= placed.last_row()) out.push_back(&placed);
    }
    return out;
  }

  // Height from here to the end of the row, for all that is left to print in it.
  double need(int row) {
    double height = 0;
    for (const Placed* placed : covering(row)) {
      if (placed->last_row() != row) continue;
      const double above = placed->open ? flow_.y() - placed->top : 0;
      height = std::max(height, placed->rest() - above);
    }
    return height;
  }

  void keep_header_with_row() {
    double height = 0;
    for (int row = 0; row < table_.header_rows; ++row) height += need(row);
    height += std::min(120.0, need(table_.header_rows));
    if (flow_.room() < height && !flow_.at_top()) flow_.new_page();
  }

  void open(int row) {
    for (Placed* placed : covering(row)) {
      if (placed->open) continue;
      placed->open = true;
      placed->top = flow_.y();
    }
  }

  // Prints what fits of a cell between its top and `bottom`, and its lines.
  void close(Placed& placed, double bottom) {
    double y = placed.top + kPadTop;
    if (placed.cell->middle && placed.next == 0) {
      y += std::max(0.0, (bottom - placed.top - placed.rest()) / 2);
    }
    flow_.paragraph();
    for (; placed.next < placed.lines.size(); ++placed.next) {
      const SetLine& line = placed.lines[placed.next];
      if (y + line.height > bottom + 0.01) break;
      flow_.line(line, left(placed) + kPadX, y);
      y += line.height;
    }
    draw_rules(placed, bottom);
    placed.open = false;
  }

  void draw_rules(const Placed& placed, double bottom) {
    if (table_.rules == Rules::kNone) return;
    const double x0 = left(placed);
    const double x1 = right(placed);
    if (table_.rules == Rules::kAll && style_ == RuleStyle::kCellRectangles) {
      flow_.rectangle(x0, placed.top, x1, bottom);
      return;
    }
    flow_.rule(x0, bottom, x1, bottom);
    // Every cell draws its own bottom; the top only where no cell above has drawn it.
    if (placed.row == 0 || placed.top == page_top_) flow_.rule(x0, placed.top, x1, placed.top);
    if (table_.rules == Rules::kHorizontal) return;
    flow_.rule(x1, placed.top, x1, bottom);
    if (placed.column == 0) flow_.rule(x0, placed.top, x0, bottom);
  }

  void whole_row(int row) {
    const double height = need(row);
    open(row);
    flow_.advance(height);
    for (Placed* placed : covering(row)) {
      if (placed->last_row() == row) close(*placed, flow_.y());
    }
  }

  void next_page(int row) {
    for (Placed* placed : covering(row)) {
      if (placed->open) close(*placed, flow_.y());
    }
    flow_.new_page();
    page_top_ = flow_.y();
    if (!table_.repeat_header) return;
    for (Placed& placed : cells_) {
      if (placed.row < table_.header_rows) placed.next = 0;
    }
    for (int header = 0; header < table_.header_rows; ++header) whole_row(header);
    page_top_ = flow_.y();
  }

  // Closes the row's cells at this height; true if nothing of them is left for the next page.
  bool ends_here(int row) {
    bool done = true;
    for (Placed* placed : covering(row)) {
      if (placed->open) close(*placed, flow_.y());
      if (placed->last_row() == row) done = done && placed->next == placed->lines.size();
    }
    return done;
  }

  void body_row(int row) {
    constexpr int kMaxPages = 20;  // a row that never fits is a mistake of the layout
    for (int page = 0; page < kMaxPages; ++page) {
      const double height = need(row);
      if (height <= flow_.room() + 0.01) break;
      const bool fits_overleaf = height < (flow_.bottom() - flow_.left()) * 0.6;
      if (table_.split_rows && flow_.room() > 48 && !(fits_overleaf && flow_.room() < 90)) {
        open(row);
        flow_.advance(flow_.room());
        if (ends_here(row)) return;
      }
      next_page(row);
    }
    double height = need(row);
    if (table_.rows[static_cast<std::size_t>(row)].keep_next &&
        row + 1 < static_cast<int>(table_.rows.size()) &&
        flow_.room() < height + std::min(60.0, need(row + 1))) {
      next_page(row);
      height = need(row);
    }
    open(row);
    flow_.advance(height);
    for (Placed* placed : covering(row)) {
      if (placed->last_row() == row) close(*placed, flow_.y());
    }
  }

  const Table& table_;
  RuleStyle style_;
  PageFlow& flow_;
  std::vector<double> edges_;
  std::vector<Placed> cells_;
  double page_top_ = -1;
};

}  // namespace

void set_table(const Table& table, RuleStyle style, PageFlow& flow) {
  TableSetter(table, style, flow).run();
}

}  // namespace prongsai::testdata
