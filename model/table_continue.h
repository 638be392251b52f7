// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that go on over a page break.
#pragma once

#include <vector>

#include "model/block.h"

namespace prongsai {

// Sets continues_previous of tables that begin a page and have the columns of the table at the end
// of the page before. Where one of both shows only some of the edges (all its rows are merged
// across others), its cells are counted by the columns of the other. A line such as "ตารางที่ 1
// (ต่อ)" may stand between.
void mark_continued_tables(std::vector<Block>& blocks);

}  // namespace prongsai
