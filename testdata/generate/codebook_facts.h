// SPDX-License-Identifier: GPL-3.0-or-later
// Facts the reports are made of: items by fiscal year, places, our own sentences.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace prongsai::testdata {

struct ItemFact {
  std::string code;        // "i1"
  std::string instrument;  // "IIT"
  int number = 0;
  std::string text;  // empty where no source prints it
  int indicator = 0;
  std::string sub_indicator;  // "9.1"; empty where unknown
  std::vector<int> issues;
  bool yes_no = false;
};

struct IndicatorFact {
  int number = 0;
  std::string name;
  std::string instrument;
};

struct YearFacts {
  int year = 0;
  std::vector<IndicatorFact> indicators;
  std::vector<ItemFact> items;
};

struct Place {
  std::string subdistrict;
  std::string district;
  std::string province;
  std::string province_code;
};

struct Facts {
  std::map<int, YearFacts> years;
  std::vector<std::string> issue_titles;                                      // [0] is issue 1
  std::vector<Place> places;                                                  // outside Bangkok
  std::map<std::pair<std::string, int>, std::vector<std::string>> sentences;  // (kind, issue)

  // The sentences of a kind for an issue: its own and those for any issue.
  std::vector<std::string> sentences_for(const std::string& kind, int issue) const;
};

// Reads the project's data folder and our own sentences; throws std::runtime_error naming the file
// that cannot be read.
Facts load_facts(const std::filesystem::path& data);

}  // namespace prongsai::testdata
