// SPDX-License-Identifier: GPL-3.0-or-later
// The generated reports, all layouts and noises, against their gold. The CTest fixture `corpus`
// makes them.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/documents.h"

namespace fs = std::filesystem;
using nlohmann::json;
using prongsai::extract::OcrMode;
using namespace prongsai::tests;

namespace {

// What only OCR can read, and why.
const std::map<std::string, std::string> kOcrVariants = {
    {"n12", "latin_garbage"}, {"n13", "control_characters"}, {"scan_clean", "no_text_layer"}};

fs::path corpus() { return fs::path(PRONGSAI_BINARY_DIR) / "corpus"; }

struct Least {
  const char* measure;
  double figure;
};
constexpr Least kLeast[] = {{"scores", 0.999},         {"levels", 0.999},
                            {"codes", 0.999},          {"averages", 0.99},
                            {"years", 0.99},           {"framework", 0.99},
                            {"agency", 0.99},          {"measures", 0.98},
                            {"measure_place", 0.98},   {"measure_steps", 0.98},
                            {"measure_period", 0.98},  {"measure_responsible", 0.98},
                            {"measure_results", 0.98}, {"measure_outcomes", 0.98},
                            {"findings", 0.95},        {"limitations", 0.95}};

// Of the documents that have most to say of what went wrong, the worst first.
std::string worst_of(std::vector<std::pair<std::string, Comparison>> documents) {
  std::stable_sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) {
    return a.second.differences.size() > b.second.differences.size();
  });
  std::string out;
  for (size_t i = 0; i < std::min<size_t>(documents.size(), 40); ++i) {
    const auto& [id, comparison] = documents[i];
    if (comparison.differences.empty()) break;
    out += id + '\n' + differences_of(comparison, 6);
  }
  return out;
}

// The gold of the smallest report of a variant that has items with Arabic digits.
fs::path smallest_of(const std::string& variant) {
  fs::path smallest;
  std::uintmax_t least = 0;
  for (const fs::path& file : golds_in(corpus())) {
    const json gold = read_json(file);
    if (gold.at("variant") != variant || compare_with_gold(gold, gold).shares["codes"].wanted == 0)
      continue;
    const auto size = fs::file_size(file.parent_path() / gold.at("file").get<std::string>());
    if (!smallest.empty() && size >= least) continue;
    smallest = file;
    least = size;
  }
  return smallest;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_test)

BOOST_AUTO_TEST_CASE(reports_with_text_are_read_as_they_were_printed) {
  Comparison total;
  std::map<std::string, Comparison> by_layout;
  std::map<std::string, Comparison> by_variant;
  std::vector<std::pair<std::string, Comparison>> documents;
  int pdfs = 0;
  for (const fs::path& file : golds_in(corpus())) {
    const json gold = read_json(file);
    const std::string variant = gold.at("variant");
    if (kOcrVariants.contains(variant)) continue;
    const fs::path document = file.parent_path() / gold.at("file").get<std::string>();
    const Comparison one = compare_with_gold(record_of(document), gold);
    total += one;
    pdfs += document.extension() == ".pdf" ? 1 : 0;
    by_layout[gold.at("layout")] += one;
    by_variant[variant] += one;
    documents.emplace_back(gold.at("id"), one);
  }
  BOOST_TEST(pdfs >= 300);
  std::vector<std::pair<std::string, Comparison>> rows(by_layout.begin(), by_layout.end());
  rows.insert(rows.end(), by_variant.begin(), by_variant.end());
  rows.emplace_back("all", total);
  BOOST_TEST_MESSAGE(table_of(rows));
  BOOST_TEST_MESSAGE(worst_of(documents));
  for (const Least& least : kLeast) {
    BOOST_TEST_CONTEXT(least.measure) {
      BOOST_TEST(total.shares[least.measure].wanted > 0);
      BOOST_TEST(total.f1(least.measure) >= least.figure);
    }
  }
  BOOST_TEST(total.verified > 0);
  BOOST_TEST(total.verified_wrong == 0);
  BOOST_TEST(total.without_evidence == 0);
}

BOOST_AUTO_TEST_CASE(every_layout_and_noise_is_among_the_reports) {
  std::set<std::string> layouts;
  std::set<std::string> variants;
  for (const fs::path& file : golds_in(corpus())) {
    const json gold = read_json(file);
    layouts.insert(gold.at("layout"));
    variants.insert(gold.at("variant"));
  }
  BOOST_TEST(layouts.size() >= 10U);
  BOOST_TEST(variants.size() >= 19U);
}

BOOST_AUTO_TEST_CASE(reports_without_a_usable_text_layer_go_through_ocr_and_come_out) {
  if (!has_ocr()) return;
  for (const auto& [variant, reason] : kOcrVariants) {
    const fs::path file = smallest_of(variant);
    BOOST_TEST_REQUIRE(!file.empty());
    const json gold = read_json(file);
    BOOST_TEST_CONTEXT(gold.at("id").get<std::string>()) {
      const Reading reading =
          read_file(file.parent_path() / gold.at("file").get<std::string>(), OcrMode::kAuto);
      for (const prongsai::PageText& page : reading.pages) {
        BOOST_TEST((page.method == prongsai::Method::kOcr));
        BOOST_TEST(page.confidence > 0);
        BOOST_TEST(page.method_reason == reason);
      }
      const Comparison one = compare_with_gold(reading.record, gold);
      BOOST_TEST_MESSAGE(table_of({{gold.at("id"), one}}));
      const Share codes = one.shares.at("codes");
      BOOST_TEST(codes.right * 2 >= codes.wanted);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
