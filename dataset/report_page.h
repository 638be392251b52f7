// SPDX-License-Identifier: GPL-3.0-or-later
// A page for a person who has built a dataset: what is in it, and what to look at first.
#pragma once

#include <string>

#include "dataset/sqlite_file.h"

namespace prongsai {

// One HTML file in Thai and English that asks nothing of anybody. All numbers but `inputs`, which
// the sum of the states is held against, are computed from the tables. The same rows give the same
// bytes.
std::string report_page(SqliteFile& dataset, size_t inputs);

}  // namespace prongsai
