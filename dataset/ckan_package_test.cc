// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/ckan_package.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

using namespace prongsai;
using nlohmann::json;

BOOST_AUTO_TEST_SUITE(ckan_package_file)

BOOST_AUTO_TEST_CASE(the_fourteen_fields_of_the_catalogue_are_required) {
  const std::set<std::string> mandatory = {
      "data_type",   "title",       "owner_org",     "maintainer",   "maintainer_email",
      "tag_string",  "notes",       "objective",     "geo_coverage", "update_frequency_unit",
      "data_source", "data_format", "data_category", "license_id"};
  std::set<std::string> required;
  const json package = json::parse(ckan_package({}, "").json);
  for (const CkanField& field : ckan_fields()) {
    if (field.required) required.insert(field.name);
    BOOST_TEST(package.contains(field.name));
    BOOST_TEST((field.kind == CkanKind::kText) == field.choices.empty());
    // What it says without the publisher is one of the choices.
    for (const std::string& value : field.value) {
      BOOST_TEST((
          field.choices.empty() ||
          std::ranges::any_of(field.choices, [&](const char* choice) { return value == choice; })));
    }
  }
  BOOST_TEST((required == mandatory));
}

BOOST_AUTO_TEST_CASE(what_only_the_publisher_knows_is_marked_until_they_say_it) {
  const CkanPackage empty = ckan_package({}, "");
  BOOST_TEST(
      (empty.missing == std::vector<std::string>{"owner_org", "maintainer", "maintainer_email"}));
  BOOST_TEST(empty.wrong.empty());
  BOOST_TEST(json::parse(empty.json).at("owner_org") ==
             "[owner_org: to be given in publisher.json]");
  const CkanPackage full = ckan_package({}, R"({"owner_org": "nacc", "maintainer": "สำนัก",
      "maintainer_email": "a@b.go.th", "objective": ["พันธกิจหน่วยงาน"], "license_id": "อื่นๆ"})");
  BOOST_TEST(full.missing.empty());
  BOOST_TEST(full.wrong.empty());
  const json package = json::parse(full.json);
  BOOST_TEST(package.at("owner_org") == "nacc");
  BOOST_TEST(package.at("objective") == json({"พันธกิจหน่วยงาน"}));
}

BOOST_AUTO_TEST_CASE(what_the_catalogue_would_refuse_is_named_and_not_used) {
  const CkanPackage package = ckan_package({}, R"({"license_id": "mine", "objective": "ไม่ทราบ",
      "maintainer_email": "nobody", "owner_org": 7, "data_format": ["CSV", "COBOL"], "x": "y"})");
  BOOST_TEST(package.wrong.size() == 6U);
  const json out = json::parse(package.json);
  BOOST_TEST(out.at("license_id") == "License not specified");
  BOOST_TEST(out.at("data_format") == json({"CSV", "JSON", "Database"}));
  BOOST_TEST(!out.contains("x"));
  BOOST_TEST((ckan_package({}, "[1").wrong == std::vector<std::string>{"is no JSON object"}));
}

BOOST_AUTO_TEST_CASE(each_table_is_a_resource_with_its_dictionary) {
  ExportOptions options;
  options.xlsx = true;
  options.missing = MissingTable::kWritten;
  const json package = json::parse(ckan_package(options, "").json);
  BOOST_TEST(package.at("data_format").back() == "XLS");
  const json& resources = package.at("resources");
  const auto& tables = dataset_tables(MissingTable::kWritten);
  BOOST_REQUIRE(resources.size() == tables.size() + 3);
  for (size_t i = 0; i < tables.size(); ++i) {
    BOOST_TEST(resources[i].at("url") == std::string(tables[i].name) + ".csv");
    BOOST_TEST(resources[i].at("format") == "CSV");
    BOOST_TEST(resources[i].at("fields").size() == tables[i].fields.size());
    BOOST_TEST(resources[i].at("fields")[0].at("id") == tables[i].fields[0].name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
