// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that the tests read, and reading them.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/read_document.h"
#include "model/page_text.h"
#include "tests/gold_compare.h"

namespace prongsai::tests {

// A folder named by an environment variable, else where it stands beside the project; empty, with
// a message that says so, if there is none.
std::filesystem::path folder_beside(const char* variable, const std::string& standard);

// The gold.json files one level below a folder, in the order of their names.
std::vector<std::filesystem::path> golds_in(const std::filesystem::path& folder);

nlohmann::json read_json(const std::filesystem::path& file);

struct Reading {
  nlohmann::json record;
  std::vector<PageText> pages;  // how they were read; without words
};

// Reads a document in this process, as the program does, and checks the record against the schema.
Reading read_file(const std::filesystem::path& file, extract::OcrMode ocr);
nlohmann::json record_of(const std::filesystem::path& file,
                         extract::OcrMode ocr = extract::OcrMode::kNever);
nlohmann::json record_of_text(const std::string& text);

// True if OCR can run here; says so if it cannot.
bool has_ocr();

// Checks that each of the measures is at least `least`; says what differs if not.
void check_measures(const Comparison& comparison, const std::vector<std::string>& measures,
                    double least);

// The shares as a table with a row for each group, and what differs below (at most `most` lines).
std::string table_of(const std::vector<std::pair<std::string, Comparison>>& groups);
std::string differences_of(const Comparison& comparison, size_t most);

}  // namespace prongsai::tests
