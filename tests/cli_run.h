// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai extract` as tests of the command line run it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/program.h"

namespace prongsai::tests {

// A report of testdata/ with its gold.
std::string demo_report();
std::filesystem::path demo_gold();

// A PDF of one page that shows `ascii`.
std::string small_pdf(const std::string& ascii = "95.17");

// Runs `prongsai extract --ocr=never ARGUMENTS...`.
Outcome extract(std::vector<std::string> arguments, const std::string& input = {});

// Checks what holds of every line that the program says.
void check_lines(const Outcome& outcome);

// The record that was printed, checked against the schema; and the records, one a line.
nlohmann::json parsed(const Outcome& outcome);
std::vector<nlohmann::json> parsed_lines(const Outcome& outcome);

std::string source_of(const nlohmann::json& record);

}  // namespace prongsai::tests
