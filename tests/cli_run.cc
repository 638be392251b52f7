// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli_run.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "extract/test_pdf.h"
#include "tests/record_schema.h"

namespace prongsai::tests {

namespace fs = std::filesystem;
using nlohmann::json;

std::string demo_report() {
  return (fs::path(PRONGSAI_SOURCE_DIR) / "testdata" / "demo" / "report.pdf").string();
}

fs::path demo_gold() { return fs::path(PRONGSAI_SOURCE_DIR) / "testdata" / "demo" / "gold.json"; }

std::string small_pdf(const std::string& ascii) {
  return prongsai::extract::TestPdf(prongsai::extract::show_text(100, 700, ascii)).bytes();
}

Outcome extract(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), {"extract", "--ocr=never"});
  return run_program(arguments, input);
}

// What holds of every line that the program says.
void check_lines(const Outcome& outcome) {
  for (const std::string& line : outcome.errors) {
    BOOST_TEST_CONTEXT(line) {
      BOOST_TEST(line.starts_with("prongsai: "));
      BOOST_TEST(line.size() < 1000U);
    }
  }
}

json parsed(const Outcome& outcome) {
  json record = json::parse(outcome.out);
  for (const std::string& error : schema_errors(record)) BOOST_ERROR(error);
  return record;
}

std::vector<json> parsed_lines(const Outcome& outcome) {
  std::vector<json> records;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) records.push_back(json::parse(line));
  return records;
}

std::string source_of(const json& record) { return record.at("document").at("source"); }

}  // namespace prongsai::tests
