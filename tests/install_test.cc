// SPDX-License-Identifier: GPL-3.0-or-later
// An installed program, run from elsewhere.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/versions.h"
#include "dataset/sha256.h"
#include "tests/cli_run.h"
#include "tests/installed.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using namespace prongsai::tests;

namespace {

const std::vector<std::string> kInstalled = {"bin/prongsai",
                                             "share/man/man1/prongsai.1.gz",
                                             "share/bash-completion/completions/prongsai",
                                             "share/zsh/vendor-completions/_prongsai",
                                             "share/doc/prongsai/copyright",
                                             "share/doc/prongsai/changelog.gz",
                                             "share/doc/prongsai/LICENSE",
                                             "share/doc/prongsai/README.md",
                                             "share/doc/prongsai/README.th.md"};

json model_named(const json& versions, const std::string& name) {
  for (const json& model : versions.at("models")) {
    if (model.at("name") == name) return model;
  }
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(install_test)

BOOST_DATA_TEST_CASE(the_prefix_has_it, bdata::make(kInstalled), file) {
  BOOST_TEST(fs::is_regular_file(installed() / file));
}

BOOST_AUTO_TEST_CASE(it_has_no_more_than_that) {
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(installed()))
    files += entry.is_regular_file() ? 1 : 0;
  BOOST_TEST(files == kInstalled.size());
}

BOOST_AUTO_TEST_CASE(it_reads_a_report_from_another_folder_as_the_built_one_does) {
  const ScratchFolder folder;
  fs::copy(demo_report(), folder.path() / "report.pdf");
  const Outcome outcome = run_script("prongsai extract report.pdf", folder.path());
  BOOST_TEST(outcome.exit_code == 0);
  json record = json::parse(outcome.out);
  json built = json::parse(run_program({"extract", (folder.path() / "report.pdf").string()}).out);
  record["document"].erase("source");
  built["document"].erase("source");
  BOOST_TEST((record == built));
}

BOOST_AUTO_TEST_CASE(it_finds_the_models_of_its_prefix_before_those_of_the_system) {
  const ScratchFolder folder;
  const fs::path tessdata = installed() / "share/prongsai/tessdata";
  fs::create_directories(tessdata);
  for (const char* name : {"tha.traineddata", "eng.traineddata"})
    fs::copy(fs::path(prongsai::model_versions("").front().path).parent_path() / name,
             tessdata / name);
  const std::string script = "unset TESSDATA_PREFIX; prongsai --version --json";
  const json versions = json::parse(run_script(script, folder.path()).out);
  const std::string digest = prongsai::sha256_hex(bytes_of(tessdata / "tha.traineddata"));
  fs::remove_all(tessdata.parent_path());
  BOOST_TEST(model_named(versions, "tha").at("path") == (tessdata / "tha.traineddata").string());
  BOOST_TEST(model_named(versions, "tha").at("sha256") == digest);
}

BOOST_AUTO_TEST_CASE(version_alone_is_one_line) {
  const Outcome outcome = run_program({"--version"});
  BOOST_TEST(outcome.out == "prongsai " PRONGSAI_VERSION "\n");
  BOOST_TEST(run_program({"--json"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(version_as_json_names_libraries_and_models) {
  const Outcome outcome = run_program({"--json", "--version"});
  BOOST_TEST(outcome.exit_code == 0);
  const json versions = json::parse(outcome.out);
  BOOST_TEST(versions.at("version") == PRONGSAI_VERSION);
  for (const char* name : {"cli11", "fmt", "icu", "leptonica", "nlohmann-json", "openssl",
                           "poppler", "re2", "sqlite", "tesseract"})
    BOOST_TEST(!versions.at("libraries").at(name).get<std::string>().empty(), name);
  for (const char* name : {"tha", "eng", "thascore", "codebook", "gazetteer"})
    BOOST_TEST(model_named(versions, name).at("sha256").get<std::string>().size() == 64U, name);
  const std::string source = PRONGSAI_SOURCE_DIR;
  BOOST_TEST(model_named(versions, "gazetteer").at("sha256") ==
             prongsai::sha256_hex(bytes_of(source + "/data/gazetteer/places.tsv")));
  BOOST_TEST(model_named(versions, "thascore").at("sha256") ==
             prongsai::sha256_hex(bytes_of(source + "/data/tessdata/thascore.traineddata")));
  const auto codebooks = std::ranges::count(versions.at("models"), "codebook",
                                            [](const json& model) { return model.at("name"); });
  const fs::directory_iterator files(source + "/data/codebook");
  BOOST_TEST(codebooks == std::distance(begin(files), end(files)));
}

BOOST_AUTO_TEST_SUITE_END()
