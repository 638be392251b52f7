// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/write_text.h"

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

enum class Markup { kNone, kParagraphs, kLists, kBold };

// One printed row: its cells as text, with empty ones where a merged cell goes on.
using TextRow = std::vector<std::string>;

class TextWriter {
 public:
  explicit TextWriter(Random random)
      : random_(random), markup_(static_cast<Markup>(random_.below(4))) {}

  void operator()(const Para& para) {
    std::string line = escape(para.text);
    if (markup_ == Markup::kBold && para.bold) line = "**" + line + "**";
    if (markup_ == Markup::kBold && para.bold_bytes > 0) {
      const auto label = static_cast<std::size_t>(para.bold_bytes);
      line = "**" + para.text.substr(0, label) + "**" + escape(para.text.substr(label));
    }
    if (markup_ == Markup::kParagraphs && para.left > 0 && !para.bold) line = "<p>" + line + "</p>";
    out_ += line + "\n";
    if (random_.chance(0.6)) out_ += "\n";
  }

  void operator()(const Table& table) {
    std::vector<int> covered(table.widths.size(), 0);
    std::string head;
    out_ += "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      const bool split = static_cast<int>(i) >= table.header_rows && longest(row) >= 4 &&
                         !spans_rows(row) && random_.chance(0.3);
      const std::string line = joined(cells(table, row, covered, split, false));
      out_ += line;
      if (static_cast<int>(i) < table.header_rows) head += line;
      if (split) {
        out_ += (random_.chance(0.3) ? "--\n\n" : "\n") + head;
        out_ += joined(cells(table, row, covered, split, true));
      }
      advance(table, row, covered);
    }
    out_ += "\n";
  }

  void operator()(const PageBreak& /*mark*/) { out_ += random_.chance(0.3) ? "--\n\n" : "\n\n"; }

  void operator()(const Space& /*space*/) { out_ += "\n"; }

  std::string take() { return std::move(out_); }

 private:
  static std::size_t longest(const Row& row) {
    std::size_t most = 0;
    for (const Cell& cell : row.cells) most = std::max(most, cell.paras.size());
    return most;
  }

  static bool spans_rows(const Row& row) {
    return std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.rows > 1; });
  }

  std::string escape(const std::string& text) {
    return markup_ == Markup::kNone ? text : replace_all(text, "&", "&amp;");
  }

  static std::string joined(const TextRow& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += (i > 0 ? "\t" : "") + row[i];
    return line + "\n";
  }

  // The paragraphs of a cell; of a split row only those before or after the break.
  std::string content(const Cell& cell, bool split, bool second) {
    const std::size_t count = cell.paras.size();
    const std::size_t half = split && count >= 4 ? count / 2 : count;
    std::string out;
    for (std::size_t i = second ? half : 0; i < (second ? count : half); ++i) {
      const std::string text = escape(cell.paras[i].text);
      if (markup_ == Markup::kParagraphs && count > 1) {
        out += (out.empty() ? "<p>" : " <p>") + text + "</p>";
      } else {
        out += (out.empty() ? "" : " ") + text;
      }
    }
    if (markup_ == Markup::kLists && count > 2 && !out.empty()) {
      out = "<ol style=\"list-style-type: none;\"> " + out + " </ol>";
    }
    return out;
  }

  TextRow cells(const Table& table, const Row& row, const std::vector<int>& covered, bool split,
                bool second) {
    TextRow out;
    std::size_t column = 0;
    const auto skip = [&] {
      while (column < covered.size() && covered[column] > 0) {
        out.emplace_back();
        ++column;
      }
    };
    for (const Cell& cell : row.cells) {
      skip();
      out.push_back(content(cell, split, second));
      column += static_cast<std::size_t>(cell.columns);
      for (int i = 1; i < cell.columns; ++i) out.emplace_back();
    }
    skip();
    out.resize(table.widths.size());
    return out;
  }

  static void advance(const Table& table, const Row& row, std::vector<int>& covered) {
    std::vector<int> next = covered;
    for (int& rows : next) rows = std::max(0, rows - 1);
    std::size_t column = 0;
    for (const Cell& cell : row.cells) {
      while (column < covered.size() && covered[column] > 0) ++column;
      for (int i = 0; i < cell.columns && column < table.widths.size(); ++i, ++column) {
        next[column] = std::max(next[column], cell.rows - 1);
      }
    }
    covered = next;
  }

  Random random_;
  Markup markup_;
  std::string out_;
};

}  // namespace

std::string to_ocr_text(const Document& document, Random random) {
  TextWriter writer(random);
  for (const Element& element : document.elements) std::visit(writer, element);
  return writer.take();
}

}  // namespace prongsai::testdata
