// SPDX-License-Identifier: GPL-3.0-or-later
// Records against the contract, cli/record.schema.json.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace prongsai::tests {

// Where and why the record breaks the schema, one a line; empty for a valid one. Further than the
// schema goes: a pointer of the evidence or of a check must lead to a value of the record, and
// every score, level, code, year and agency field must have its evidence.
std::vector<std::string> schema_errors(const nlohmann::json& record);

std::filesystem::path schema_file();

}  // namespace prongsai::tests
