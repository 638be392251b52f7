// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a dataset that `prongsai build` writes if it is asked to, and what the gazetteer
// adds.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>

#include "tests/datasets.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

namespace {

std::string report_of(const std::string& agency, const std::string& place,
                      const std::string& year = "2567") {
  std::string text = small_report(1);
  const auto replace = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  replace("เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่", agency + " " + place);
  if (year.empty()) {
    replace(" ประจำปีงบประมาณ พ.ศ. 2567", "");
  } else {
    replace("2567", year);
  }
  return text;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::istringstream text(bytes_of(file));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

// The rows of missing.csv for this list and these documents, without the header.
std::vector<std::string> missing(const ScratchFolder& folder, const std::string& list) {
  const std::string name = folder.file("list.csv", list);
  const fs::path dataset = folder.path() / "dataset";
  const Outcome outcome = build({(folder.path() / "in").string()}, dataset, {"--agencies=" + name});
  BOOST_TEST(outcome.exit_code == 0);
  auto lines = lines_of(dataset / "missing.csv");
  BOOST_REQUIRE(!lines.empty());
  BOOST_TEST(lines.front() ==
             "line,agency,district,province,assessed_year,assessed_year_ce,reason");
  lines.erase(lines.begin());
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(build_tables)

BOOST_AUTO_TEST_CASE(agencies_of_a_list_without_a_document_are_missing) {
  const ScratchFolder folder;
  fs::create_directory(folder.path() / "in");
  folder.file("in/a.md", report_of("เทศบาลตำบลหางดง", "อำเภอหางดง จังหวัดเชียงใหม่"));
  folder.file("in/b.md", report_of("เทศบาลตำบลสันกำแพง", "อำเภอสันกำแพง จังหวัดเชียงใหม่", "2566"));
  // Without a year, every year that the documents are about; the same row again is one row.
  const Lines rows = missing(folder,
                             "\xEF\xBB\xBFหน่วยงาน,อำเภอ,จังหวัด,ปีงบประมาณ\r\n"
                             "ทต.หางดง,หางดง,เชียงใหม่,\r\n"
                             "เทศบาลตำบลหางดง,หางดง,เชียงใหม่,\r\n"
                             "เทศบาลตำบลสันกำแพง,สันกำแพง,เชียงใหม่,๒๕๖๖\r\n"
                             "เทศบาลตำบลที่ไม่มี,,เชียงใหม่,2024\r\n");
  BOOST_TEST(rows == (Lines{"2,ทต.หางดง,หางดง,เชียงใหม่,2566,2023,no_document",
                            "5,เทศบาลตำบลที่ไม่มี,,เชียงใหม่,2567,2024,no_document"}),
             boost::test_tools::per_element());
  // It is a table like the others, and is gone when no list is given.
  const fs::path dataset = folder.path() / "dataset";
  const json package = json::parse(bytes_of(dataset / "datapackage.json"));
  BOOST_TEST(package.at("resources").back().at("name") == "missing");
  BOOST_TEST(build({(folder.path() / "in").string()}, dataset).exit_code == 0);
  BOOST_TEST(!fs::exists(dataset / "missing.csv"));
}

BOOST_AUTO_TEST_CASE(names_that_repeat_across_provinces_stay_apart_in_the_list) {
  const ScratchFolder folder;
  fs::create_directory(folder.path() / "in");
  folder.file("in/a.md", report_of("องค์การบริหารส่วนตำบลนาดี", "อำเภอเมือง จังหวัดสมุทรสาคร"));
  const Lines rows = missing(folder,
                             "agency,province,year\nอบต.นาดี,สมุทรสาคร,2567\n"
                             "อบต.นาดี,อุดรธานี,2567\nอบต.นาดี,,2567\n");
  BOOST_TEST(
      rows == (Lines{"3,อบต.นาดี,,อุดรธานี,2567,2024,no_document", "4,อบต.นาดี,,,2567,2024,unclear"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_may_be_of_windows_and_a_document_without_a_year_leaves_it_unclear) {
  const ScratchFolder folder;
  fs::create_directory(folder.path() / "in");
  folder.file("in/a.md", report_of("เทศบาลตำบลหางดง", "อำเภอหางดง จังหวัดเชียงใหม่", ""));
  // "หน่วยงาน,ปี" and "เทศบาลตำบลหางดง" in TIS-620.
  const Lines rows = missing(folder,
                             "\xCB\xB9\xE8\xC7\xC2\xA7\xD2\xB9,\xBB\xD5\n"
                             "\xE0\xB7\xC8\xBA\xD2\xC5\xB5\xD3\xBA\xC5\xCB\xD2\xA7\xB4\xA7,2567\n");
  BOOST_TEST(rows == (Lines{"2,เทศบาลตำบลหางดง,,,2567,2024,unclear"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_used_is_wrong_usage) {
  const ScratchFolder folder;
  const std::string report = folder.file("a.md", small_report(1));
  const fs::path dataset = folder.path() / "dataset";
  const std::string list = folder.file("list.csv", "name,age\nx,7\n");
  const Outcome outcome = build({report}, dataset, {"--agencies=" + list});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.said("prongsai: " + list + ":1: no column is headed \"agency\""));
  BOOST_TEST(build({report}, dataset, {"--agencies=" + list + "x"}).exit_code == 2);
  BOOST_TEST(!fs::exists(dataset));
  // A row that cannot be used is named; the others are.
  const std::string rows = folder.file("list.csv", "agency,year\n,2567\nก,soon\nข,2567\n");
  const Outcome named = build({report}, dataset, {"--agencies=" + rows});
  BOOST_TEST(named.exit_code == 0);
  BOOST_TEST(named.said("prongsai: " + rows + ":2: column 1: no agency is named"));
  BOOST_TEST(named.said("prongsai: " + rows + ":3: column 2: \"soon\" is no year"));
  BOOST_TEST(lines_of(dataset / "missing.csv").size() == 2U);
}

BOOST_AUTO_TEST_CASE(merge_knows_what_is_missing_as_build_does) {
  const ScratchFolder folder;
  const std::string report = folder.file("a.md", small_report(1));
  const std::string list = folder.file("list.csv", "agency\nเทศบาลตำบลหางดง\nไม่มี\n");
  const fs::path built = folder.path() / "built";
  BOOST_TEST(build({report}, built, {"--agencies=" + list, "--xlsx"}).exit_code == 0);
  const fs::path merged = folder.path() / "merged";
  BOOST_TEST(
      run_program({"merge", "--agencies", list, "--xlsx", "-o", merged.string(), built.string()})
          .exit_code == 0);
  BOOST_TEST((files_of(built) == files_of(merged)));
  BOOST_TEST(bytes_of(merged / "dataset.xlsx").starts_with("PK"));
  // Without the option there is none left from before.
  BOOST_TEST(build({report}, built).exit_code == 0);
  BOOST_TEST(!fs::exists(built / "dataset.xlsx"));
}

BOOST_AUTO_TEST_CASE(agencies_have_the_codes_of_their_places) {
  const ScratchFolder folder;
  const std::string report = folder.file("a.md", small_report(1));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({report}, dataset).exit_code == 0);
  const auto lines = lines_of(dataset / "agencies.csv");
  BOOST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[0].find("province_code,district_code,subdistrict_code,documents") !=
             std::string::npos);
  BOOST_TEST(lines[1].find("หางดง,หางดง,เชียงใหม่,50,5015,501501,1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_catalogue_is_told_what_the_publisher_says) {
  const ScratchFolder folder;
  const std::string report = folder.file("a.md", small_report(1));
  const fs::path dataset = folder.path() / "dataset";
  const Outcome asked = build({report}, dataset, {"--check-ckan"});
  BOOST_TEST(asked.exit_code == 0);
  BOOST_TEST(asked.said("prongsai: " + (dataset / "ckan-package.json").string() +
                        ": owner_org is to be given in publisher.json"));
  const Outcome silent = build({report}, dataset);
  for (const std::string& line : silent.errors)
    BOOST_TEST(line.find("publisher.json") == std::string::npos);
  folder.file("dataset/publisher.json",
              R"({"owner_org": "nacc", "maintainer": "<b>", "license_id": "mine"})");
  const Outcome told = build({report}, dataset);
  BOOST_TEST(told.said("prongsai: " + (dataset / "publisher.json").string() +
                       ": \"license_id\" is none of the choices"));
  const json package = json::parse(bytes_of(dataset / "ckan-package.json"));
  BOOST_TEST(package.at("owner_org") == "nacc");
  BOOST_TEST(package.at("maintainer") == "<b>");
  BOOST_TEST(package.at("maintainer_email") == "[maintainer_email: to be given in publisher.json]");
  BOOST_TEST(package.at("license_id") == "License not specified");
}

BOOST_AUTO_TEST_SUITE_END()
