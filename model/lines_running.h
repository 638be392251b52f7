// SPDX-License-Identifier: GPL-3.0-or-later
// Running headers and footers, page numbers and catchwords.
#pragma once

#include <vector>

#include "model/lines.h"

namespace prongsai {

// The lines of a page that belong to no drawn table, from top to bottom.
struct PageLines {
  Box area;  // the whole page
  std::vector<TextLine> lines;
};

// Removes page numbers in the margins, catchwords at the foot, and what most pages repeat at the
// same height in their margins. Of a repeated header the first one stays: it may be the title of
// the document. Lines with the shape of a table's header row stay everywhere.
void drop_running_lines(std::vector<PageLines>& pages);

}  // namespace prongsai
