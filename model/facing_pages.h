// SPDX-License-Identifier: GPL-3.0-or-later
// Two pages on one sheet, as an open book lies on a scanner.
#pragma once

#include <optional>

#include "model/page_text.h"

namespace prongsai {

// Where the sheet parts into two pages of text, in points from its left edge; absent if it holds
// one. No word and no level rule crosses the gutter, and long lines stand on both sides of it,
// which a table of columns does not have.
std::optional<double> find_gutter(const PageText& page);

// What stands left (or right) of the gutter, at its place on the sheet.
PageText half_of(const PageText& page, double gutter, bool right);

}  // namespace prongsai
