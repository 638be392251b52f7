// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as CSV (RFC 4180).
#pragma once

#include <string>

#include "dataset/tables.h"

namespace prongsai {

// In quotation marks where it needs them.
std::string csv_field(const std::string& value);

// With their line ends. For a spreadsheet (`excel`): a byte order mark before the header, CRLF, and
// an apostrophe before what would be taken for a formula.
std::string csv_header(const TableDefinition& table, bool excel);
std::string csv_row(const TableDefinition& table, const TableRow& row, bool excel);

}  // namespace prongsai
