// SPDX-License-Identifier: GPL-3.0-or-later
// What a generated report says: the truth that records are measured against.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace prongsai::testdata {

struct GoldScore {
  std::optional<double> score;
  std::string level;  // empty: none printed
};

struct GoldItem {
  std::string code;
  std::string instrument;
  GoldScore result;
};

struct GoldFinding {
  std::string kind;
  std::vector<std::string> codes;
  std::string text;
  std::vector<std::string> accept_kinds;
};

struct GoldIssue {
  int number = 0;
  std::vector<GoldItem> items;
  std::optional<GoldScore> average;
  bool findings_scored = true;
  std::vector<GoldFinding> findings;
};

struct GoldIndicator {
  int number = 0;
  std::string instrument;
  GoldScore result;
};

struct Period {
  std::string text;
  std::string start;  // ISO 8601
  std::string end;
};

struct Measure {
  int issue = 0;      // 0: not said
  int indicator = 0;  // 0: not said
  std::string title;
  std::vector<std::string> steps;
  Period period;
  std::vector<std::string> responsible;
  std::vector<std::string> results;
  std::vector<std::string> outcomes;
};

// A contradiction put into the report on purpose.
struct Planted {
  std::string path;
  std::string printed;
  std::string consistent;
  bool is_number = false;
};

struct GoldAgency {
  std::string name;
  std::string type;
  std::string subdistrict;  // empty: none, as below
  std::string district;
  std::string province;
  std::string province_code;
  std::vector<std::string> variants;
};

struct Gold {
  std::string id;
  std::string layout;
  std::string variant;
  std::string variant_of;  // empty: of none
  std::string file = "report.pdf";
  int assessed_year = 0;  // 0: null, as below
  int plan_year = 0;
  int report_year = 0;
  std::string framework;
  GoldAgency agency;
  std::optional<GoldScore> overall;
  std::vector<GoldIndicator> indicators;
  std::vector<GoldIssue> issues;
  std::vector<Measure> measures;
  std::vector<std::string> limitations;
  std::vector<Planted> planted;
  // Other answers that are right: field and value, "null" for none, digits for a year.
  std::vector<std::pair<std::string, std::string>> accept;

  GoldIssue& issue(int number);  // made at the end if it is not there
};

std::string to_json(const Gold& gold);

}  // namespace prongsai::testdata
