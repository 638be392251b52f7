// SPDX-License-Identifier: GPL-3.0-or-later
// What a generated report consists of before it is set: paragraphs and tables. Lengths in points.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace prongsai::testdata {

enum class Align { kLeft, kCentre, kRight };

struct Para {
  std::string text;
  Align align = Align::kLeft;
  bool bold = false;
  int bold_bytes = 0;  // of the beginning, where only a label is bold
  double size = 0;     // 0: the document's
  double left = 0;     // indent of all lines
  double first = 0;    // further indent of the first line; negative hangs
  double before = 0;   // space above
  bool keep_next = false;
};

struct Cell {
  std::vector<Para> paras;
  int columns = 1;
  int rows = 1;
  bool middle = false;  // vertically
};

struct Row {
  std::vector<Cell> cells;  // of the columns that no cell from above covers
  bool keep_next = false;
};

enum class Rules { kAll, kHorizontal, kNone };

struct Table {
  std::vector<double> widths;  // relative
  std::vector<Row> rows;
  int header_rows = 1;
  bool repeat_header = true;
  bool split_rows = true;  // a row may go on overleaf
  Rules rules = Rules::kAll;
  double size = 0;
};

struct PageBreak {};

struct Space {
  double height = 0;
};

using Element = std::variant<Para, Table, PageBreak, Space>;

enum class Footer { kNone, kNumber, kDashedNumber, kPageOf };

// How tables draw their lines: PDF producers differ.
enum class RuleStyle { kStrokedLines, kFilledRectangles, kCellRectangles };

struct Document {
  std::vector<Element> elements;
  bool landscape = false;
  bool thai_digits = false;
  std::string family = "Laksaman";
  double size = 15;
  double margin = 64;
  std::string running_header;  // empty: none
  std::string watermark;       // empty: none
  bool fake_bold = false;      // headings printed twice, a hair apart
  Footer footer = Footer::kNumber;
  bool number_first_page = false;
  RuleStyle rule_style = RuleStyle::kStrokedLines;
};

inline Para text(std::string content) { return Para{.text = std::move(content)}; }

inline Para centred(std::string content, bool bold = false) {
  return Para{.text = std::move(content), .align = Align::kCentre, .bold = bold};
}

inline Para heading(std::string content, double before = 6) {
  return Para{.text = std::move(content), .bold = true, .before = before, .keep_next = true};
}

inline Cell cell(Para para) { return Cell{.paras = {std::move(para)}}; }

inline Cell cell(std::string content, Align align = Align::kLeft, bool bold = false) {
  return cell(Para{.text = std::move(content), .align = align, .bold = bold});
}

}  // namespace prongsai::testdata
