// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "cli/pipeline.h"
#include "tests/record_schema.h"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

Reading read_bytes(const std::string& bytes, const std::string& source, extract::OcrMode ocr) {
  PipelineOptions options;
  options.extract.ocr = ocr;
  const PipelineResult result = read_to_record(bytes, source, options);
  Reading reading = {record_to_json(result.record, result.document), result.document.pages};
  for (const std::string& error : schema_errors(reading.record))
    BOOST_ERROR(fmt::format("{}: {}", source, error));
  return reading;
}

}  // namespace

fs::path folder_beside(const char* variable, const std::string& standard) {
  const char* named = std::getenv(variable);
  fs::path folder =
      named != nullptr ? fs::path(named) : fs::path(PRONGSAI_SOURCE_DIR) / ".." / standard;
  if (fs::is_directory(folder)) return folder;
  BOOST_TEST_MESSAGE("skipped: no folder " << folder.string() << "; " << variable << " names it");
  return {};
}

std::vector<fs::path> golds_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (fs::exists(entry.path() / "gold.json")) files.push_back(entry.path() / "gold.json");
  }
  std::sort(files.begin(), files.end());
  return files;
}

json read_json(const fs::path& file) { return json::parse(std::ifstream(file)); }

Reading read_file(const fs::path& file, extract::OcrMode ocr) {
  std::ifstream in(file, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in.good(), "cannot open " << file.string());
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return read_bytes(bytes, file.string(), ocr);
}

json record_of(const fs::path& file, extract::OcrMode ocr) { return read_file(file, ocr).record; }

json record_of_text(const std::string& text) {
  return read_bytes(text, "text", extract::OcrMode::kNever).record;
}

bool has_ocr() {
  try {
    extract::ExtractOptions options;
    options.ocr = extract::OcrMode::kAlways;
    extract::check_models(options);
    return true;
  } catch (const Error& error) {
    BOOST_TEST_MESSAGE("skipped: " << error.what());
    return false;
  }
}

void check_measures(const Comparison& comparison, const std::vector<std::string>& measures,
                    double least) {
  std::string below;
  for (const std::string& name : measures) {
    if (comparison.f1(name) < least)
      below += fmt::format("  {} is {:.4f}\n", name, comparison.f1(name));
  }
  BOOST_TEST(below.empty(), "below " << least << "\n" << below << differences_of(comparison, 20));
}

std::string table_of(const std::vector<std::pair<std::string, Comparison>>& groups) {
  constexpr const char* kColumns[] = {"scores",        "levels",         "codes",
                                      "averages",      "years",          "framework",
                                      "agency",        "measures",       "measure_place",
                                      "measure_steps", "measure_period", "measure_responsible",
                                      "findings"};
  std::string out = fmt::format("{:24}", "");
  for (const std::string name : kColumns) {
    const size_t skip = name.starts_with("measure_") ? 8 : 0;
    out += fmt::format(" {:>9}", name.substr(skip, 9));
  }
  out += "  wrong: verified, unflagged\n";
  for (const auto& [group, comparison] : groups) {
    out += fmt::format("{:24}", group);
    for (const char* name : kColumns) {
      const auto found = comparison.shares.find(name);
      out += found == comparison.shares.end() || found->second.empty()
                 ? fmt::format(" {:>9}", "-")
                 : fmt::format(" {:>9.4f}", found->second.f1());
    }
    out += fmt::format("  {:>3} {:>3}\n", comparison.verified_wrong, comparison.wrong_unflagged);
  }
  return out;
}

std::string differences_of(const Comparison& comparison, size_t most) {
  std::string out;
  const auto& lines = comparison.differences;
  for (size_t i = 0; i < std::min(most, lines.size()); ++i) out += "  " + lines[i] + '\n';
  if (lines.size() > most) out += fmt::format("  and {} more\n", lines.size() - most);
  return out;
}

}  // namespace prongsai::tests
