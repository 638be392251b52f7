// SPDX-License-Identifier: GPL-3.0-or-later
// Where the marks of the page's charts stand. The charts themselves are in the page's template, so
// that every text in them is escaped like any other.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/tables.h"

namespace prongsai {

using ReportRow = std::map<std::string, FieldValue>;

// "bar": the width of a bar that stands for the column `of`, 0 to 100 for the greatest.
void add_bars(std::vector<ReportRow>& rows, const char* of);

// For a line from "lowest" to "highest" with a mark at "median", in 0 to 100 from the left:
// "range_x", "range_width", "median_x"; the whole scale is "axis_low" to "axis_high".
void add_ranges(std::vector<ReportRow>& rows);

// A picture of the means of years, `kYearsWidth` by `kYearsHeight`. Rows without a year, and all
// but the last ten, are not in it.
constexpr int kYearsWidth = 400;
constexpr int kYearsHeight = 210;
struct YearsChart {
  std::string line;               // "x,y x,y ..."
  std::vector<ReportRow> points;  // "assessed_year", "mean", "x", "y", "label_y"
  std::vector<ReportRow> grid;    // "value", "y", "label_y"
};
// Without points if there are fewer than two years.
YearsChart years_chart(const std::vector<ReportRow>& years);

}  // namespace prongsai
