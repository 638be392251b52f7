// SPDX-License-Identifier: GPL-3.0-or-later
// What is right stays right, to the byte.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "normalize/clean_sentences.h"
#include "normalize/repair.h"
#include "normalize/repair_text.h"

namespace prongsai::normalize {
namespace {

namespace fs = std::filesystem;

// Where the project's shared facts lie; empty if they are not here.
fs::path shared_folder() {
  if (const char* folder = std::getenv("PRONGSAI_SHARED")) return folder;
  const fs::path source = PRONGSAI_SOURCE_DIR;
  for (const fs::path& folder : {source / "../shared", source / "../../shared"}) {
    if (fs::exists(folder / "codebook")) return folder;
  }
  return {};
}

void collect_thai(const nlohmann::json& json, std::vector<std::string>& texts) {
  if (json.is_string()) {
    const auto& text = json.get_ref<const std::string&>();
    if (text.find("\u0E32") != std::string::npos || text.find("\u0E33") != std::string::npos) {
      texts.push_back(text);
    }
  }
  if (!json.is_structured()) return;
  for (const auto& part : json) collect_thai(part, texts);
}

// Each text alone, and all together as one document, with a text layer and read by OCR.
void check_unchanged(const std::vector<std::string>& texts) {
  std::vector<Block> blocks;
  for (const std::string& text : texts) {
    const RepairedText repaired = repair_text(text);
    BOOST_TEST(repaired.text == text);
    Line line;
    line.text = line.raw = text;
    blocks.emplace_back(line);
  }
  const std::vector<Block> before = blocks;
  repair(blocks);
  BOOST_TEST((blocks == before));
  repair(blocks, {1});
  for (size_t i = 0; i < blocks.size(); ++i) {
    BOOST_TEST(std::get<Line>(blocks[i]).text == texts[i]);
  }
}

BOOST_AUTO_TEST_SUITE(clean_text)

BOOST_AUTO_TEST_CASE(clean_sentences_stay_as_they_are) {
  check_unchanged({std::begin(kCleanSentences), std::end(kCleanSentences)});
}

BOOST_AUTO_TEST_CASE(texts_of_the_codebook_stay_as_they_are) {
  const fs::path shared = shared_folder();
  if (shared.empty()) {
    BOOST_TEST_MESSAGE("skipped: no shared folder; set PRONGSAI_SHARED");
    return;
  }
  std::ifstream in(shared / "codebook/frameworks.json");
  const auto frameworks = nlohmann::json::parse(in);
  std::vector<std::string> texts;
  collect_thai(frameworks.at("years"), texts);
  collect_thai(frameworks.at("issues"), texts);
  collect_thai(frameworks.at("instruments"), texts);
  BOOST_TEST(texts.size() > 300);
  check_unchanged(texts);
}

BOOST_AUTO_TEST_CASE(names_of_places_stay_as_they_are) {
  const fs::path shared = shared_folder();
  if (shared.empty()) {
    BOOST_TEST_MESSAGE("skipped: no shared folder; set PRONGSAI_SHARED");
    return;
  }
  std::ifstream in(shared / "gazetteer/places.tsv");
  std::vector<std::string> names;
  for (std::string row; std::getline(in, row);) {
    const size_t name = row.find('\t', row.find('\t') + 1) + 1;
    names.push_back(row.substr(name, row.find('\t', name) - name));
    names.push_back("ตำบล" + names.back());
  }
  BOOST_TEST(names.size() > 16000);
  check_unchanged(names);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai::normalize
