// SPDX-License-Identifier: GPL-3.0-or-later
// The template, the words and the charts of report.html.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/check_sentences.h"
#include "dataset/report_charts.h"
#include "dataset/report_queries.h"
#include "dataset/report_template.h"
#include "dataset/report_texts.h"
#include "dataset/sha256.h"
#include "dataset/test_rows.h"
#include "model/record.h"

using namespace prongsai;
using namespace prongsai::tests;

BOOST_AUTO_TEST_SUITE(report_parts)

BOOST_AUTO_TEST_CASE(every_text_of_the_template_is_there_in_both_languages) {
  const std::string all = std::string(report_frame()) + report_body() + report_findings() +
                          report_range() + report_document();
  // The forms that do not escape.
  BOOST_TEST(all.find("{{{") == std::string::npos);
  BOOST_TEST(all.find("{{&") == std::string::npos);
  std::set<std::string> used;
  for (const std::string& name : found(all, "\\{\\{> ?([a-z_]+)\\}\\}")) used.insert(name);
  std::set<std::string> there = {"style", "body", "findings", "range", "document"};
  for (const ReportText& text : report_texts()) {
    BOOST_TEST(there.insert(text.name).second, text.name);
    BOOST_TEST(std::string(text.name).starts_with("t_"));
    for (const std::string& said : {std::string(text.thai), std::string(text.english)}) {
      BOOST_TEST(!said.empty());
      BOOST_TEST(said.find_first_of("<>&\"") == std::string::npos, said);
    }
    // Both languages tell the same numbers.
    const auto places = [](const char* said) {
      const auto names = found(said, "\\{\\{([a-z_]+)\\}\\}");
      return std::set<std::string>(names.begin(), names.end());
    };
    BOOST_TEST((places(text.thai) == places(text.english)), text.name);
  }
  BOOST_TEST(used == there, boost::test_tools::per_element());
}

// A partial is looked up among the columns too.
BOOST_AUTO_TEST_CASE(no_column_is_called_as_a_part_of_the_template) {
  TestDataset dataset;
  for (const std::string& sql : report_preparations())
    dataset.file().query(sql, [](const QueryRow&) {});
  dataset.fill("x");
  for (const ReportQuery& query : report_queries()) {
    dataset.file().query(query.sql, [&](const QueryRow& row) {
      for (const std::string& column : row.columns) {
        BOOST_TEST(!column.starts_with("t_"));
        for (const char* part : {"style", "body", "findings", "range", "document"})
          BOOST_TEST(column != part);
      }
    });
  }
}

BOOST_AUTO_TEST_CASE(every_rule_and_type_of_agency_has_its_words) {
  const auto worded = [](const std::string& column, const std::string& value) {
    return std::ranges::any_of(report_words(), [&](const ReportWord& row) {
      return column == row.column && value == row.value;
    });
  };
  for (const CheckSentence& sentence : check_sentences())
    BOOST_TEST(worded("rule", sentence.rule), sentence.rule);
  for (int type = 0; type <= static_cast<int>(AgencyType::kOther); ++type) {
    const char* name = agency_type_name(static_cast<AgencyType>(type));
    BOOST_TEST(worded("agency_type", name), name);
  }
}

BOOST_AUTO_TEST_CASE(the_digest_of_the_policy_is_that_of_the_standard) {
  BOOST_TEST(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

BOOST_AUTO_TEST_CASE(charts_stay_inside_their_frames) {
  std::vector<ReportRow> rows;
  for (const double score : {-5.0, 0.0, 50.0, 100.0, 250.0}) {
    rows.push_back({{"assessed_year", std::int64_t{2560} + static_cast<int>(rows.size())},
                    {"lowest", score},
                    {"median", score},
                    {"highest", score},
                    {"mean", score}});
  }
  add_ranges(rows);
  for (const ReportRow& row : rows) {
    const double x = std::stod(std::get<std::string>(row.at("range_x")));
    const double width = std::stod(std::get<std::string>(row.at("range_width")));
    BOOST_TEST(x >= 0);
    BOOST_TEST(width > 0);
    BOOST_TEST(x + width <= 100);
  }
  const YearsChart chart = years_chart(rows);
  BOOST_TEST(chart.points.size() == rows.size());
  for (const ReportRow& point : chart.points) {
    for (const auto& [place, most] : {std::pair("x", kYearsWidth), std::pair("y", kYearsHeight)}) {
      const double value = std::stod(std::get<std::string>(point.at(place)));
      BOOST_TEST(value >= 0);
      BOOST_TEST(value <= most);
    }
  }
  BOOST_TEST(years_chart({rows.front()}).points.empty());
  BOOST_TEST(years_chart({}).points.empty());
}

BOOST_AUTO_TEST_SUITE_END()
