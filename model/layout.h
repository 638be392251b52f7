// SPDX-License-Identifier: GPL-3.0-or-later
// From the words and rulings of pages to lines and tables in reading order.
#pragma once

#include <vector>

#include "model/block.h"
#include "model/page_text.h"

namespace prongsai {

// Lays out all pages of a document. Words inside a grid of rulings, or aligned in columns by white
// space, become the cells of a table; everything else becomes lines. Running headers, footers and
// page numbers are left out. Pages that come with blocks (plain text) pass through unchanged.
std::vector<Block> lay_out(const std::vector<PageText>& pages);

}  // namespace prongsai
