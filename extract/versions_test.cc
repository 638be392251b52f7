// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/versions.h"

#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "extract/read_file.h"
#include "extract/tessdata.h"

using namespace prongsai::extract;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(versions_test)

BOOST_AUTO_TEST_CASE(every_library_states_a_number) {
  const prongsai::LibraryVersions versions = library_versions();
  BOOST_TEST(versions.size() == 3U);
  for (const auto& [name, version] : versions) {
    BOOST_TEST_CONTEXT(name << ' ' << version) {
      BOOST_TEST(std::isdigit(static_cast<unsigned char>(version[0])));
      BOOST_TEST(std::ranges::count(version, '.') >= 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(models_are_those_that_ocr_finds) {
  const std::vector<OcrModel> models = ocr_models("");
  BOOST_REQUIRE(models.size() == 3U);
  BOOST_TEST(models[0].path == find_tessdata("") + "/tha.traineddata");
  BOOST_TEST(models[0].content == read_file(models[0].path));
  BOOST_TEST(models[1].name == "eng");
  BOOST_TEST(models[2].name == "thascore");
  BOOST_TEST(models[2].path.empty());
  BOOST_TEST(models[2].content.size() > 10000U);
}

BOOST_AUTO_TEST_CASE(a_folder_may_have_another_number_model) {
  const fs::path folder =
      fs::temp_directory_path() / ("prongsai_versions_" + std::to_string(::getpid()));
  fs::create_directory(folder);
  for (const char* name : {"tha", "eng", "thascore"})
    std::ofstream(folder / (std::string(name) + ".traineddata")) << "other " << name;
  const std::vector<OcrModel> models = ocr_models(folder.string());
  fs::remove_all(folder);
  BOOST_REQUIRE(models.size() == 3U);
  BOOST_TEST(models[0].content == "other tha");
  BOOST_TEST(models[2].content == "other thascore");
  BOOST_TEST(models[2].path == (folder / "thascore.traineddata").string());
}

BOOST_AUTO_TEST_CASE(a_missing_model_is_listed_as_missing) {
  const std::vector<OcrModel> models = ocr_models("/no/such/folder");
  BOOST_REQUIRE(models.size() == 3U);
  BOOST_TEST(models[0].path.empty());
  BOOST_TEST(models[0].content.empty());
  BOOST_TEST(!models[2].content.empty());
}

BOOST_AUTO_TEST_SUITE_END()
