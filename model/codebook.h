// SPDX-License-Identifier: GPL-3.0-or-later
// What the assessment asks in each fiscal year: indicators, items, issues, levels. Source:
// data/codebook/*.json, checked when loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

enum class Instrument { kIit, kEit, kOit };

const char* instrument_name(Instrument instrument);  // "IIT", "EIT", "OIT"
char instrument_prefix(Instrument instrument);       // 'i', 'e', 'o'
std::optional<Instrument> instrument_of_prefix(char prefix);

// An item's code: i1, e9, o35.
struct ItemCode {
  char prefix = 'i';  // 'i', 'e' or 'o'
  int number = 0;     // 1..99

  Instrument instrument() const { return *instrument_of_prefix(prefix); }
  std::string text() const { return prefix + std::to_string(number); }
  bool operator==(const ItemCode&) const = default;
  auto operator<=>(const ItemCode&) const = default;
};

struct Item {
  ItemCode code;
  std::string title;                  // empty where it is not known
  std::vector<std::string> variants;  // other wordings seen
  int indicator = 0;                  // 0 where not known
  std::string sub_indicator;          // "9.1"; empty where there is none
  std::vector<int> issues;            // empty where not known
  std::string answer;                 // "scale", "yes_no" or empty
  std::string status;                 // how well this row is known
};

struct Indicator {
  int number = 0;
  std::string name;
  std::vector<std::string> variants;
  Instrument instrument = Instrument::kIit;
};

struct SubIndicator {
  std::string code;  // "9.1"
  std::string name;  // empty where not known
  int indicator = 0;
  std::vector<ItemCode> items;
  std::string status;
};

// The codebook of one fiscal year.
struct Framework {
  int fiscal_year = 0;  // Buddhist era
  std::string status;
  std::vector<Indicator> indicators;
  std::vector<SubIndicator> sub_indicators;
  std::vector<Item> items;

  const Item* find(ItemCode code) const;
  const Indicator* find_indicator(int number) const;
};

struct Issue {
  int number = 0;
  std::string title;
  std::vector<std::string> variants;
};

struct Level {
  std::string name;
  std::optional<double> least;          // least overall score, 0..100
  std::optional<double> least_of_each;  // least score of each instrument
  std::string rule;
};

struct LevelSet {
  std::string id;
  std::vector<int> years;
  std::string status;
  std::vector<Level> levels;
};

struct InstrumentInfo {
  Instrument instrument = Instrument::kIit;
  std::string title;
  std::string title_en;
  std::vector<int> indicators;
  double weight = 0;  // in the overall score
};

struct Codebook {
  std::vector<InstrumentInfo> instruments;
  std::vector<Issue> issues;  // the seven, by number
  std::vector<LevelSet> level_sets;
  std::vector<Framework> frameworks;  // by year

  const Framework* framework(int fiscal_year) const;
  const Issue* issue(int number) const;
};

// The codebook compiled into the program; loaded once.
const Codebook& codebook();

// Parses and checks one year's file. Error(kInternal) names the row that breaks a rule: a code
// twice, an indicator of another instrument, an issue outside 1..7, a sub-indicator's unknown item.
Framework parse_framework(std::string_view json, std::string_view name);

}  // namespace prongsai
