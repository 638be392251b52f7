// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/tables.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "dataset/agencies.h"
#include "dataset/csv_text.h"
#include "dataset/export.h"

using namespace prongsai;
using json = nlohmann::ordered_json;

namespace {

json record(const std::string& district) {
  return json::parse(R"({
    "document": {"id": "sha256:00", "source": "a.pdf", "media_type": "application/pdf",
                 "title": null, "kinds": [], "pages": [{"number": 1}]},
    "agency": {"name": "เทศบาลตำบลทดสอบ", "type": "subdistrict_municipality",
               "subdistrict": null, "district": ")" +
                     district + R"(", "province": "ลำปาง", "province_code": "52",
               "variants": [{"text": "ทต.ทดสอบ", "count": 1}]},
    "assessed_year": 2567, "plan_year": 2568, "report_year": null, "framework": 2567,
    "overall": {"score": 91.5, "level": "ผ่านดี"},
    "indicators": [{"number": 1, "instrument": "IIT", "score": 90.25, "level": null}],
    "issues": [{"number": 1, "items": [{"code": "i1", "instrument": "IIT", "question": "",
                                         "score": 90, "level": null}],
                "average": {"score": 90, "level": null},
                "findings": [{"kind": "weakness", "codes": ["i1", "i2"], "text": "=1+1"}]}],
    "measures": [{"issue": 1, "indicator": null, "title": "อบรม", "steps": ["ก", "ข"],
                  "period": {"text": "ต.ค. 67", "start": "2024-10-01", "end": null},
                  "responsible": [], "results": [], "outcomes": []}],
    "limitations": [],
    "checks": [{"rule": "r", "path": "/overall/score", "reported": 91.5, "computed": "x",
                "verdict": "disagrees", "message": "m"}],
    "evidence": {"/overall/score": {"page": 1, "box": [1, 2, 3.5, 4], "text": "91.50",
                 "method": "text_layer", "confidence": 1, "repairs": [], "trust": "verified"}}})");
}

std::map<std::string, std::vector<TableRow>> rows(const DocumentEntry& entry, const json& of) {
  std::map<std::string, std::vector<TableRow>> out;
  rows_of_document(entry, of,
                   [&](const char* table, TableRow row) { out[table].push_back(std::move(row)); });
  return out;
}

AgencyCodes no_codes(const std::string&, const std::string&, const std::string&) { return {}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(dataset)

BOOST_AUTO_TEST_CASE(every_row_has_the_fields_of_its_table) {
  auto all = rows({"00", "done", "", {"a.pdf", "b.pdf"}}, record("เกาะคา"));
  AgencyRegister agencies;
  agencies.add(record("เกาะคา"));
  all["agencies"] = agencies.rows(no_codes);
  all["quarantine"] = rows({"01", "rejected", "no PDF", {"c.pdf"}}, nullptr)["quarantine"];
  std::set<std::string> names;
  for (const TableDefinition& table : dataset_tables()) {
    BOOST_TEST_CONTEXT(table.name) {
      BOOST_TEST(names.insert(table.name).second);
      // Conflicts are no rows of a document: conflicts_test.
      BOOST_TEST(all[table.name].empty() == (std::string(table.name) == "conflicts"));
      for (const TableRow& row : all[table.name]) {
        BOOST_TEST_REQUIRE(row.size() == table.fields.size());
        for (size_t i = 0; i < row.size(); ++i) {
          const bool fits = std::holds_alternative<std::monostate>(row[i]) ||
                            (table.fields[i].type == FieldType::kText &&
                             std::holds_alternative<std::string>(row[i])) ||
                            (table.fields[i].type == FieldType::kInteger &&
                             std::holds_alternative<std::int64_t>(row[i])) ||
                            (table.fields[i].type >= FieldType::kNumber &&
                             !std::holds_alternative<std::string>(row[i]));
          BOOST_TEST(fits, table.fields[i].name);
        }
      }
    }
  }
  BOOST_TEST(all["scores"].size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_check_names_the_score_that_it_is_about) {
  struct Row {
    const char* path;
    const char* csv;  // kind, issue, indicator, code
  };
  constexpr Row kRows[] = {{"/overall/score", "overall,,,"},
                           {"/indicators/0/score", "indicator,,1,"},
                           {"/issues/0/items/0/score", "item,1,,i1"},
                           {"/issues/0/average/score", "issue_average,1,,"},
                           {"/issues/0", ",,,"},
                           {"/overall/level", ",,,"},
                           {"/issues/9/items/~x/score", "item,,,"},
                           {"score", ",,,"},
                           {"", ",,,"}};
  const TableDefinition table = {"t",
                                 "",
                                 {},
                                 {{"kind", FieldType::kText, ""},
                                  {"issue", FieldType::kInteger, ""},
                                  {"indicator", FieldType::kInteger, ""},
                                  {"code", FieldType::kText, ""}}};
  for (const Row& row : kRows) {
    json of = record("เกาะคา");
    of["checks"][0]["path"] = row.path;
    const TableRow check = rows({"00", "done", "", {"a.pdf"}}, of)["checks"].front();
    BOOST_TEST(csv_row(table, {check.end() - 4, check.end()}, false) ==
               row.csv + std::string("\n"));
  }
}

BOOST_AUTO_TEST_CASE(agencies_of_one_name_in_two_districts_stay_apart) {
  AgencyRegister agencies;
  agencies.add(record("เกาะคา"));
  agencies.add(record("แม่ทะ"));
  agencies.add(record("แม่ทะ"));
  BOOST_TEST(agencies.rows(no_codes).size() == 2U);
  BOOST_TEST(agency_id(record("เกาะคา")) != agency_id(record("แม่ทะ")));
}

BOOST_AUTO_TEST_CASE(csv_is_quoted_and_guarded_where_a_spreadsheet_reads_it) {
  const TableDefinition table = {"t",
                                 "",
                                 {},
                                 {{"a", FieldType::kText, ""},
                                  {"b", FieldType::kText, ""},
                                  {"c", FieldType::kInteger, ""},
                                  {"d", FieldType::kScore, ""},
                                  {"e", FieldType::kNumber, ""},
                                  {"f", FieldType::kText, ""}}};
  const TableRow row = {std::string("a,\"b\""),     FieldValue(), std::int64_t{5}, 90.5, 190.1,
                        std::string("=HYPERLINK()")};
  BOOST_TEST(csv_row(table, row, false) == "\"a,\"\"b\"\"\",,5,90.50,190.1,=HYPERLINK()\n");
  BOOST_TEST(csv_row(table, row, true) == "\"a,\"\"b\"\"\",,5,90.50,190.1,'=HYPERLINK()\r\n");
  BOOST_TEST(csv_row(table, {std::string("\tx")}, true).starts_with("'"));
  BOOST_TEST(csv_header(table, true) ==
             "\xEF\xBB\xBF"
             "a,b,c,d,e,f\r\n");
}

BOOST_AUTO_TEST_CASE(the_data_package_names_every_table_and_key) {
  const json package = json::parse(data_package({}));
  BOOST_TEST(package.at("resources").size() == dataset_tables().size());
  for (const json& resource : package.at("resources")) {
    std::set<std::string> fields;
    for (const json& field : resource.at("schema").at("fields"))
      fields.insert(field.at("name").get<std::string>());
    if (!resource.at("schema").contains("primaryKey")) continue;
    for (const json& key : resource.at("schema").at("primaryKey"))
      BOOST_TEST(fields.contains(key.get<std::string>()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
