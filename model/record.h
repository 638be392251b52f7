// SPDX-License-Identifier: GPL-3.0-or-later
// What one document says: the record of the contract (record.schema.json), with the evidence
// beside each value. cli/record_json writes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/codebook.h"
#include "model/evidence.h"
#include "model/patterns.h"
#include "model/period.h"

namespace prongsai {

enum class AgencyType {
  kSubdistrictAdministrativeOrganization,
  kSubdistrictMunicipality,
  kTownMunicipality,
  kCityMunicipality,
  kProvincialAdministrativeOrganization,
  kSpecialLocalGovernment,
  kCentralAgency,
  kProvincialAgency,
  kUniversity,
  kStateEnterprise,
  kPublicOrganization,
  kOther,
};

const char* agency_type_name(AgencyType type);

struct Agency {
  Sourced<std::string> name;  // full Thai name
  Sourced<AgencyType> type;
  Sourced<std::string> subdistrict;
  Sourced<std::string> district;
  Sourced<std::string> province;
  Sourced<std::string> province_code;
  struct Variant {
    std::string text;
    int count = 0;
    bool operator==(const Variant&) const = default;
  };
  std::vector<Variant> variants;  // every spelling of the name, most frequent first
  // The districts and provinces that are printed, as spelt; material of the checks, not in the
  // JSON.
  std::vector<Variant> districts;
  std::vector<Variant> provinces;
};

struct Result {
  Sourced<double> score;  // 0..100
  Sourced<std::string> level;

  bool empty() const { return !score.value && !level.value; }
};

struct IndicatorResult {
  Sourced<int> number;  // 1..10
  Result result;
};

struct ItemResult {
  Sourced<ItemCode> code;
  std::string question;  // the text printed beside the code
  Result result;
};

struct Finding {
  FindingKind kind = FindingKind::kAnalysis;
  std::vector<ItemCode> codes;
  std::string text;
};

struct IssueResult {
  Sourced<int> number;  // 1..7
  std::vector<ItemResult> items;
  Result average;
  std::vector<Finding> findings;
};

struct Measure {
  std::optional<int> issue;
  std::optional<int> indicator;
  std::string title;
  std::vector<std::string> steps;
  std::optional<Period> period;
  std::vector<std::string> responsible;
  std::vector<std::string> results;
  std::vector<std::string> outcomes;
};

// A value printed again elsewhere: in prose, or in a second table.
struct Restatement {
  enum class Of { kItem, kIssueAverage, kIndicator, kOverall };
  Of of = Of::kItem;
  int issue = 0;  // of an item or an average; 0 where the place does not say
  ItemCode code;  // of an item
  int indicator = 0;
  double score = 0;
  Evidence evidence;
};

// A cross-check that could be made.
struct Check {
  std::string rule;
  std::string path;  // JSON Pointer of the value it is about
  std::optional<double> reported;
  std::optional<double> computed;
  std::string reported_text;  // instead of the numbers, where they are texts
  std::string computed_text;
  bool agrees = true;
  std::string message;
};

struct Record {
  std::optional<std::string> title;
  bool has_analysis = false;  // kinds of the document
  bool has_measures = false;
  bool has_implementation = false;
  Agency agency;
  Sourced<int> assessed_year;  // Buddhist era
  Sourced<int> plan_year;
  Sourced<int> report_year;
  Sourced<int> framework;  // fiscal year of the codebook used
  Result overall;
  std::vector<IndicatorResult> indicators;
  std::vector<IssueResult> issues;
  std::vector<Measure> measures;
  std::vector<std::string> limitations;
  std::vector<Check> checks;
  std::vector<Restatement> restatements;  // material of the checks; not in the JSON
  std::vector<size_t> stale_corrections;  // of those given, by number; not in the JSON

  IssueResult* find_issue(int number);
};

}  // namespace prongsai
