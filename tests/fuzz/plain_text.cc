// SPDX-License-Identifier: GPL-3.0-or-later
// HTML (first byte odd), or text with Markdown, tab and HTML tables in it, to blocks.
#include "extract/plain_text.h"

#include <algorithm>
#include <variant>

#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

void look_at(const Line& line, int page) {
  require(line.page == page && !line.text.empty(), "a line has text and a page");
  require(line.text == line.raw, "the text is as it stands in the source");
}

void look_at(const Table& table, int page) {
  require(!table.rows.empty(), "a table has rows");
  for (const Row& row : table.rows) {
    require(row.page == page, "a row is on its page");
    int behind = 0;
    for (const Cell& cell : row.cells) {
      require(cell.column >= behind, "cells stand beside one another");
      require(cell.column_span >= 1 && cell.row_span >= 1, "a cell covers something");
      behind = cell.column + cell.column_span;
      require(behind <= table.columns, "a cell is in its table");
      for (const Line& line : cell.lines) look_at(line, page);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const bool html = tests::take_byte(data, size) % 2 == 1;
  const std::string text = tests::text_of(data, size);
  const Extraction extraction = extract::read_plain_text(text, html ? "text/html" : "text/plain");
  require(!extraction.pages.empty(), "there is a page");
  size_t characters = 0;
  for (size_t i = 0; i < extraction.pages.size(); ++i) {
    const PageText& page = extraction.pages[i];
    require(page.number == static_cast<int>(i + 1), "pages are counted");
    for (const Block& block : page.blocks) {
      std::visit([&](const auto& part) { look_at(part, page.number); }, block);
      if (const auto* line = std::get_if<Line>(&block)) characters += line->text.size();
    }
  }
  require(characters <= text.size(), "nothing is said twice");
  return 0;
}
