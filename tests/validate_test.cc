// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai validate`: typed tables against a record.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>

#include "cli/agency_match.h"
#include "cli/typed_table.h"
#include "normalize/decode.h"
#include "tests/cli_run.h"

using nlohmann::json;
using prongsai::read_typed_table;
using prongsai::TypedTable;
using prongsai::normalize::decoded;
using namespace prongsai::tests;

namespace {

// A record of an agency whose name no other place has, with two items.
json record(const std::string& name, const std::string& district, const std::string& province) {
  json out = parsed(extract({demo_report()}));
  out["agency"]["name"] = name;
  out["agency"]["district"] = district;
  out["agency"]["province"] = province;
  out["agency"]["variants"] = json::array();
  out["assessed_year"] = 2567;
  out["overall"] = nullptr;
  json issue = out["issues"][0];
  json one = issue["items"][0];
  issue["items"] = json::array();
  for (const auto& [code, score] : {std::pair("i1", 92.12), {"o9", 100.0}}) {
    one["code"] = code;
    one["score"] = score;
    issue["items"].push_back(one);
  }
  out["issues"] = json::array({issue});
  out["evidence"] = {{"/issues/0/items/0/score", {{"page", 3}, {"trust", "verified"}}},
                     {"/issues/0/items/1/score", {{"page", 4}, {"trust", "doubtful"}}}};
  return out;
}

Outcome validate(const std::string& csv, const json& against) {
  const ScratchFolder folder;
  return run_program(
      {"validate", folder.file("typed.csv", csv), folder.file("record.json", against.dump())});
}

int verdicts(const Outcome& outcome, const std::string& verdict) {
  int count = 0;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);)
    count += line.find("," + verdict + ",") != std::string::npos ? 1 : 0;
  return count;
}

const std::string kName = "เทศบาลตำบลเขมราฐ";

json khemarat() { return record(kName, "เขมราฐ", "อุบลราชธานี"); }

std::string tis620(const std::string& utf8) {
  std::string out;
  for (size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    if (lead < 0x80) {
      out += utf8[i++];
      continue;
    }
    const int c = (lead & 0x0F) << 12 | (utf8[i + 1] & 0x3F) << 6 | (utf8[i + 2] & 0x3F);
    out += static_cast<char>(c - 0x0E00 + 0xA0);
    i += 3;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(validate_command)

BOOST_AUTO_TEST_CASE(a_long_table_is_compared_row_by_row) {
  const Outcome outcome =
      validate("agency,year,code,score\n" + kName + ",2567,i1,92.21\n" + kName + ",2567,e1,90\n",
               khemarat());
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(verdicts(outcome, "different") == 1);
  BOOST_TEST(verdicts(outcome, "not_published") == 1);
  BOOST_TEST(verdicts(outcome, "not_typed") == 1);  // o9
  BOOST_TEST(outcome.out.find("2567,i1,92.21,92.12,0.09,different,verified,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wide_table_with_thai_headers_and_digits_is_the_same) {
  const Outcome outcome =
      validate("หน่วยงาน;ปีงบประมาณ;i๑;ข้อ o9\n ทต.เขมราฐ ;๒๕๖๗;๙๒.๑๒;๑๐๐\n", khemarat());
  BOOST_TEST(verdicts(outcome, "same") == 2);
  BOOST_TEST(outcome.exit_code == 0);
}

BOOST_AUTO_TEST_CASE(any_encoding_of_thai_programs_is_read) {
  const std::string text = "หน่วยงาน,ปี,ข้อ,คะแนน\r\nเทศบาลตำบลเขมราฐ,2024,i1,92.12\r\n";
  std::string little = "\xFF\xFE";
  std::string bare;
  for (const char32_t c :
       std::u32string(U"หน่วยงาน,ปี,ข้อ,คะแนน\r\nเทศบาลตำบลเขมราฐ,2024,i1,92.12\r\n")) {
    for (std::string* out : {&little, &bare}) {
      *out += static_cast<char>(c & 0xFF);
      *out += static_cast<char>(c >> 8);
    }
  }
  for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text, tis620(text), little, bare}) {
    BOOST_TEST(decoded(bytes) == text);
    const TypedTable table = read_typed_table(decoded(bytes));
    BOOST_REQUIRE(table.scores.size() == 1U);
    BOOST_TEST(table.scores[0].agency == kName);
    BOOST_TEST(table.scores[0].year == 2567);
  }
}

BOOST_AUTO_TEST_CASE(rows_in_error_are_named_and_the_others_go_on) {
  const TypedTable table = read_typed_table(
      "agency,year,code,score\n"
      "\"ก, \"\"ข\"\"\nค\",2567,i1,90\n"
      ",2567,i1,90\n"
      "ก,67,i1,90\n"
      "ก,2567,x1,90\n"
      "ก,2567,i2,190\n"
      "ก,2567,i3,-\n"
      "ก,2567,i4,90\n"
      "ก,2567,i4,90\n"
      "ก,2567,i4,91\n");
  BOOST_REQUIRE(table.scores.size() == 3U);
  BOOST_TEST(table.scores[0].agency == "ก, \"ข\" ค");
  BOOST_TEST(table.scores[2].score == 91.0);
  std::vector<std::pair<int, int>> places;
  for (const auto& error : table.errors) places.emplace_back(error.line, error.column);
  const std::vector<std::pair<int, int>> wanted = {{4, 1}, {5, 2},  {6, 3},
                                                   {7, 4}, {10, 4}, {11, 4}};
  BOOST_TEST((places == wanted));
  BOOST_TEST(!read_typed_table("a,b\n1,2\n").errors.empty());
  BOOST_TEST(!read_typed_table("").errors.empty());
}

BOOST_AUTO_TEST_CASE(a_name_that_places_share_is_not_merged_on_the_name_alone) {
  const json here = record("องค์การบริหารส่วนตำบลนาดี", "นาเยีย", "อุบลราชธานี");
  const auto verdict_of = [&](const std::string& typed) {
    const Outcome outcome = validate("agency,year,i1\n" + typed + ",2567,92.12\n", here);
    for (const char* verdict : {"same", "unclear", "no_document"}) {
      if (verdicts(outcome, verdict) > 0) return std::string(verdict);
    }
    return std::string();
  };
  BOOST_TEST(verdict_of("อบต.นาดี") == "unclear");
  BOOST_TEST(verdict_of("อบต.นาดี จ.อุบลราชธานี") == "same");
  BOOST_TEST(verdict_of("องค์การบริหารส่วนตำบลนาดี อำเภอนาเยีย") == "same");
  BOOST_TEST(verdict_of("อบต.นาดี จังหวัดสมุทรสาคร") == "no_document");
  BOOST_TEST(verdict_of("อบต.นาดีใต้") == "no_document");
}

BOOST_AUTO_TEST_CASE(a_doubtful_reading_proves_nobody_wrong) {
  const Outcome outcome = validate("agency,year,i1,o9\n" + kName + ",2567,92.12,0\n", khemarat());
  BOOST_TEST(verdicts(outcome, "unclear") == 1);
  BOOST_TEST(verdicts(outcome, "same") == 1);
}

// Every planted difference is found, and nothing else.
BOOST_AUTO_TEST_CASE(planted_differences_are_all_found) {
  const json correct = parsed(extract({demo_report()}));
  const std::string agency = correct["agency"]["name"];
  std::string csv = "agency,year,province,district,code,score\n";
  std::vector<std::string> planted;
  int typed = 0;
  for (const json& issue : correct["issues"]) {
    for (const json& item : issue["items"]) {
      if (!item["score"].is_number()) continue;
      const std::string code = item["code"];
      if (csv.find("," + code + ",") != std::string::npos) continue;
      const bool plant = typed++ % 3 == 0;
      const double score = item["score"].get<double>();
      const double wrong = score >= 50 ? score - 0.01 : score + 0.01;
      csv += fmt::format("{},{},{},{},{},{:.2f}\n", agency, correct["assessed_year"].get<int>(),
                         correct["agency"]["province"].get<std::string>(),
                         correct["agency"]["district"].get<std::string>(), code,
                         plant ? wrong : score);
      if (plant) planted.push_back(code);
    }
  }
  BOOST_REQUIRE(planted.size() > 5U);
  const Outcome outcome = validate(csv, correct);
  BOOST_TEST(verdicts(outcome, "different") == static_cast<int>(planted.size()));
  BOOST_TEST(verdicts(outcome, "same") == typed - static_cast<int>(planted.size()));
  for (const std::string& code : planted) {
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      if (line.find("," + code + ",") != std::string::npos)
        BOOST_TEST(line.find(",different,") != std::string::npos, line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
