// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of scores.csv (contract/cli.md) from a record's JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace prongsai {

std::string scores_csv_header();
std::string scores_csv_rows(const nlohmann::ordered_json& record);

}  // namespace prongsai
