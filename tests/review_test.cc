// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai review`: what is in its folder.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/png_check.h"
#include "cli/province_names.h"
#include "cli/review_files.h"
#include "cli/review_link.h"
#include "model/gazetteer.h"
#include "tests/datasets.h"
#include "tests/program.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> all_files(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).string()] = bytes_of(entry.path());
  }
  return files;
}

// What a data file hands over.
json data_of(const fs::path& file) {
  const std::string text = bytes_of(file);
  const size_t begin = text.find('{');
  return json::parse(text.substr(begin, text.rfind(')') - begin));
}

Outcome review(const fs::path& input, const fs::path& folder,
               const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"review", "--ocr=never", input.string(), "-o",
                                        folder.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_program(arguments);
}

fs::path demo() { return fs::path(PRONGSAI_SOURCE_DIR) / "testdata/demo/report.pdf"; }

std::uint32_t number_at(const std::string& bytes, size_t place) {
  std::uint32_t number = 0;
  for (size_t i = 0; i < 4; ++i)
    number = number << 8U | static_cast<unsigned char>(bytes.at(place + i));
  return number;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_command)

BOOST_AUTO_TEST_CASE(each_entry_has_the_picture_of_its_place) {
  const ScratchFolder folder;
  const fs::path out = folder.path() / "review";
  BOOST_TEST(review(demo(), out).exit_code == 0);
  const json summary = data_of(out / "data/summary.js");
  const json queue = data_of(out / "data/queue.js");
  BOOST_REQUIRE(!queue.at("entries").empty());
  for (const json& entry : queue.at("entries")) {
    const std::string key = summary.at("documents").at(entry.at("d").get<size_t>()).at(0);
    const json& crop = entry.at("x");
    BOOST_REQUIRE(crop.is_array());
    const std::string png =
        bytes_of(out / "crops" / key / (std::to_string(crop.at(0).get<int>()) + ".png"));
    BOOST_TEST(prongsai::is_plain_png(png, crop.at(1), crop.at(2)));
    BOOST_TEST(number_at(png, 16) == crop.at(1).get<std::uint32_t>());
    BOOST_TEST(crop.at(3) >= 0);
    BOOST_TEST(crop.at(3) < crop.at(5));
    BOOST_TEST(crop.at(4) < crop.at(6));
    BOOST_TEST(crop.at(5) <= crop.at(1));
    BOOST_TEST(crop.at(6) <= crop.at(2));
    const json document = data_of(out / "data/documents" / (key + ".js"));
    BOOST_TEST(document.at("pages").at(entry.at("n").get<size_t>() - 1).at("picture") == 1);
  }
  for (const json& place : summary.at("places"))
    BOOST_TEST(
        !data_of(out / "data/places" / (place.get<std::string>() + ".js")).at("rows").empty());
  BOOST_TEST(fs::is_regular_file(out / "index.html"));
  BOOST_TEST(bytes_of(out / "index.html").find("{{") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_second_run_draws_nothing_and_jobs_change_nothing) {
  const ScratchFolder folder;
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({demo().string()}, dataset).exit_code == 0);
  const fs::path one = folder.path() / "a";
  BOOST_TEST(review(dataset, one, {"--jobs=1"}).exit_code == 0);
  BOOST_TEST(review(dataset, folder.path() / "b", {"--jobs=2"}).exit_code == 0);
  const auto files = all_files(one);
  BOOST_TEST((files == all_files(folder.path() / "b")));
  const Outcome again = review(dataset, one);
  BOOST_TEST(again.errors.back().find(" 0 pictures drawn") != std::string::npos);
  BOOST_TEST((files == all_files(one)));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_or_changed_has_no_pictures) {
  const ScratchFolder folder;
  const std::string file = folder.file("report.pdf", bytes_of(demo()));
  const fs::path dataset = folder.path() / "dataset";
  const fs::path out = folder.path() / "review";
  BOOST_TEST(build({file}, dataset).exit_code == 0);
  folder.file("report.pdf", bytes_of(demo()) + "\n% changed\n");
  const Outcome outcome = review(dataset, out);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.said("prongsai: " + file + ": without pictures: has changed"));
  const json queue = data_of(out / "data/queue.js");
  BOOST_TEST(queue.at("entries").at(0).at("x").is_null());
  fs::remove(file);
  BOOST_TEST(review(dataset, out).exit_code == 0);
  BOOST_TEST(data_of(out / "data/summary.js").at("documents").at(0).at(3) == "");
  BOOST_TEST(!fs::exists(out / "pictures"));
}

BOOST_AUTO_TEST_CASE(a_folder_stays_within_its_size_and_loses_what_is_gone) {
  const ScratchFolder folder;
  const fs::path out = folder.path() / "review";
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({demo().string()}, dataset).exit_code == 0);
  BOOST_TEST(review(dataset, out).exit_code == 0);
  BOOST_TEST(review(dataset, out, {"--size=1"}).exit_code == 0);
  size_t bytes = 0;
  for (const auto& [name, content] : all_files(out)) bytes += content.size();
  BOOST_TEST(bytes <= 1U << 20U);
  make_reports(folder, 1);
  const fs::path other = folder.path() / "other";
  BOOST_TEST(build(inputs_in(folder.path()), other).exit_code == 0);
  folder.file("review/data/mine.js", "mine");
  BOOST_TEST(review(other, out).exit_code == 0);
  const auto files = all_files(out);
  BOOST_TEST(files.contains("data/mine.js"));
  for (const auto& [name, content] : files) BOOST_TEST(name.find(".png") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_of_documents_are_data) {
  const ScratchFolder folder;
  const std::string hostile = "</script><script>alert(1)</script>\xE2\x80\xA8=HYPERLINK(\"x\")<!--";
  folder.file("in_0.md", small_report(3) + "\n" + hostile + "\n\n| i2 | " + hostile + " " +
                             std::string(1'000'000, 'w') + " | 95.10 |\n");
  const fs::path out = folder.path() / "review";
  BOOST_TEST(review(folder.path() / "in_0.md", out).exit_code == 0);
  for (const auto& [name, content] : all_files(out / "data")) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(content.find('<') == std::string::npos);
      BOOST_TEST(content.find("\xE2\x80\xA8") == std::string::npos);
      BOOST_TEST(content.size() < 200'000);
      data_of(out / "data" / name);  // throws if it is no JSON
    }
  }
}

BOOST_AUTO_TEST_CASE(records_alone_can_be_reviewed) {
  const ScratchFolder folder;
  const Outcome extracted = run_program({"extract", "--ocr=never", demo().string()});
  const std::string records = folder.file("record.json", extracted.out);
  const fs::path out = folder.path() / "review";
  BOOST_TEST(review(records, out).exit_code == 0);
  BOOST_TEST(!data_of(out / "data/queue.js").at("entries").at(0).at("x").is_null());
  BOOST_TEST(!fs::exists(out / "dataset"));
}

BOOST_AUTO_TEST_CASE(wrong_usage_does_nothing) {
  const ScratchFolder folder;
  make_reports(folder, 1);
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs_in(folder.path()), dataset).exit_code == 0);
  BOOST_TEST(review(dataset, dataset).exit_code == 2);
  BOOST_TEST(review(folder.path(), folder.path() / "review").exit_code == 2);
  BOOST_TEST(!fs::exists(dataset / "index.html"));
  BOOST_TEST(!fs::exists(folder.path() / "review"));
}

BOOST_AUTO_TEST_CASE(links_are_paths_only) {
  const ScratchFolder folder;
  const std::string name = folder.file("javascript:alert(1)\"<.pdf", "x");
  BOOST_TEST(prongsai::link_to_file({.name = name}, (folder.path() / "review").string()) ==
             "../javascript%3Aalert%281%29%22%3C.pdf");
  BOOST_TEST(prongsai::link_to_file({.name = name + "x"}, folder.path().string()) == "");
}

BOOST_AUTO_TEST_CASE(only_plain_pictures_are_taken) {
  const ScratchFolder folder;
  const fs::path out = folder.path() / "review";
  BOOST_TEST(review(demo(), out).exit_code == 0);
  const fs::path crop = *fs::directory_iterator(*fs::directory_iterator(out / "crops"));
  const std::string png = bytes_of(crop);
  const int width = static_cast<int>(number_at(png, 16));
  const int height = static_cast<int>(number_at(png, 20));
  BOOST_TEST(prongsai::is_plain_png(png, width, height));
  BOOST_TEST(!prongsai::is_plain_png(png, width + 1, height));
  BOOST_TEST(!prongsai::is_plain_png(png + "x", width, height));
  BOOST_TEST(!prongsai::is_plain_png(png.substr(0, png.size() - 1), width, height));
  std::string flipped = png;
  flipped[png.size() / 2] = static_cast<char>(flipped[png.size() / 2] ^ 1);
  BOOST_TEST(!prongsai::is_plain_png(flipped, width, height));
  BOOST_TEST(!prongsai::is_plain_png("<svg/>", 1, 1));
}

BOOST_AUTO_TEST_CASE(every_province_has_two_names) {
  for (const prongsai::Place& place : prongsai::gazetteer().places()) {
    if (place.level != prongsai::PlaceLevel::kProvince) continue;
    BOOST_TEST(!prongsai::province_names(std::string(place.code)).english.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
