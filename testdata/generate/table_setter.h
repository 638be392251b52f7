// SPDX-License-Identifier: GPL-3.0-or-later
// Sets a table, over as many pages as it needs: rows split, headers repeat, merged cells go on.
#pragma once

#include "testdata/generate/flow.h"
#include "testdata/generate/page_flow.h"

namespace prongsai::testdata {

void set_table(const Table& table, RuleStyle style, PageFlow& flow);

}  // namespace prongsai::testdata
