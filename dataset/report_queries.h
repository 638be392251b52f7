// SPDX-License-Identifier: GPL-3.0-or-later
// What report.html shows, as queries over the tables of a dataset.
#pragma once

#include <string>
#include <vector>

namespace prongsai {

// How many rows of a long list the page shows; all are counted, and stand in a CSV file.
constexpr int kReportRows = 25;

// Columns that end in "year" are years; other whole numbers are counts; numbers with places are
// scores or shares. A column "total" says how many rows there are of what the list shows a part of.
struct ReportQuery {
  const char* name;  // of the list in the page's template
  std::string sql;
};

// Temporary tables that the queries use, to be made first, in this order.
const std::vector<std::string>& report_preparations();

const std::vector<ReportQuery>& report_queries();

}  // namespace prongsai
