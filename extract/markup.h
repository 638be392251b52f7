// SPDX-License-Identifier: GPL-3.0-or-later
// HTML as OCR tools write it: fragments inside plain text, tables, whole pages.
#pragma once

#include <string_view>
#include <vector>

#include "model/block.h"

namespace prongsai::extract {

// Cuts one line or cell at its block tags (<p>, <li>, <br>, ...) into paragraphs. Each keeps its
// source, tags included; a piece that holds nothing but tags is left out.
std::vector<Line> split_paragraphs(std::string_view source, int page);

// The blocks of an HTML text: paragraphs, and tables with their colspan and rowspan. Scripts,
// styles and comments are skipped. Never fails: unclosed elements end with the text.
std::vector<Block> parse_html(std::string_view html, int page);

// The length of the element `<table ...> ... </table>` that begins at the start of `text` (nested
// tables included; all of `text` if it is not closed); 0 if none begins there.
size_t table_element_length(std::string_view text);

}  // namespace prongsai::extract
