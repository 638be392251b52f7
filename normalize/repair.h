// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs what text layers and OCR tools do to Thai: a table of named rules.
#pragma once

#include <set>
#include <vector>

#include "model/block.h"

namespace prongsai::normalize {

// Repairs the text of every line in place and adds the names of the repairs; `raw` stays as it
// was. `ocr_pages` were read from their picture. Statistics of the whole document decide the rules
// that need them (sara am lost or added everywhere). Text that is right is not changed by one byte.
void repair(std::vector<Block>& blocks, const std::set<int>& ocr_pages = {});

}  // namespace prongsai::normalize
