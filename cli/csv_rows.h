// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table that somebody has typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

struct CsvRow {
  int line = 0;  // 1-based, where it begins
  std::vector<std::string> fields;
};

// Of CSV with commas, semicolons or tabs, whichever the first line has most of. Empty rows are left
// out.
std::vector<CsvRow> csv_rows(std::string_view text);

}  // namespace prongsai
