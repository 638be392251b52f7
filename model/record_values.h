// SPDX-License-Identifier: GPL-3.0-or-later
// Every value of a record that has evidence: where it stands (the JSON Pointer that the evidence
// has), what it is called whatever its place ("issue 3 i12/score"), and what may stand there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace prongsai {

// What a value may be, as text.
enum class SourcedKind {
  kScore,
  kLevel,
  kItemCode,
  kIndicatorNumber,
  kIssueNumber,
  kYear,
  kFramework,
  kText,
  kAgencyType,
  kProvince,
  kProvinceCode,
};

// Values that are alike: a pointer begins and ends like this, and so does a name.
struct SourcedKindRow {
  SourcedKind kind;
  std::string_view begin;    // of both; a pointer has a "/" before it, and an "s" may follow
  std::string_view end;      // the last part; empty if the name has only one
  std::string_view pointer;  // examples
  std::string_view name;
};
std::span<const SourcedKindRow> sourced_kinds();

// Of a pointer or a name; nothing if no value can be there.
std::optional<SourcedKind> kind_of_pointer(std::string_view pointer);
std::optional<SourcedKind> kind_of_name(std::string_view name);

// Whether a record may be without it: "not legible" can be said of it then.
bool may_be_missing(SourcedKind kind);

// What is expected: "a score from 0 to 100 with at most two decimals".
const char* expectation(SourcedKind kind);

// The text as a record has it: "92.50" of "๙๒.๕", "i12" of "I๑๒". Nothing if it is no value of the
// kind.
std::optional<std::string> canonical_value(SourcedKind kind, std::string_view text);

std::string value_text(double score);
std::string value_text(int number);
std::string value_text(const std::string& text);
std::string value_text(AgencyType type);
std::string value_text(const ItemCode& code);

// From what canonical_value() gives.
void set_value(const std::string& canonical, double& score);
void set_value(const std::string& canonical, int& number);
void set_value(const std::string& canonical, std::string& text);
void set_value(const std::string& canonical, AgencyType& type);
void set_value(const std::string& canonical, ItemCode& code);

// What a value is of, and which of its parts it is: {"issue 3 i12", "score"}.
struct ValueName {
  std::string subject;
  std::string part;

  // The second of the name is {"issue 3 i12 (2)", "score"}.
  std::string text(int occurrence) const;
};

// Calls `visit(pointer, name, sourced)` for each, in the order of the record's JSON; also for those
// without a value.
template <typename RecordType, typename Visit>
void visit_values(RecordType& record, const Visit& visit) {
  const auto part = [&](const std::string& pointer, const std::string& subject, const char* name,
                        auto& sourced) {
    visit(pointer + '/' + name, ValueName{subject, name}, sourced);
  };
  const auto result = [&](const std::string& pointer, const std::string& subject, auto& both) {
    part(pointer, subject, "score", both.score);
    part(pointer, subject, "level", both.level);
  };
  const auto number_text = [](const Sourced<int>& number) {
    return std::to_string(number.value.value_or(0));
  };
  auto& agency = record.agency;
  part("/agency", "agency", "name", agency.name);
  part("/agency", "agency", "type", agency.type);
  part("/agency", "agency", "subdistrict", agency.subdistrict);
  part("/agency", "agency", "district", agency.district);
  part("/agency", "agency", "province", agency.province);
  part("/agency", "agency", "province_code", agency.province_code);
  part("", "", "assessed_year", record.assessed_year);
  part("", "", "plan_year", record.plan_year);
  part("", "", "report_year", record.report_year);
  part("", "", "framework", record.framework);
  result("/overall", "overall", record.overall);
  for (size_t i = 0; i < record.indicators.size(); ++i) {
    auto& indicator = record.indicators[i];
    const std::string pointer = "/indicators/" + std::to_string(i);
    const std::string subject = "indicator " + number_text(indicator.number);
    part(pointer, subject, "number", indicator.number);
    result(pointer, subject, indicator.result);
  }
  for (size_t i = 0; i < record.issues.size(); ++i) {
    auto& issue = record.issues[i];
    const std::string pointer = "/issues/" + std::to_string(i);
    const std::string subject = "issue " + number_text(issue.number);
    const std::string items = pointer + "/items/";
    part(pointer, subject, "number", issue.number);
    for (size_t j = 0; j < issue.items.size(); ++j) {
      auto& item = issue.items[j];
      const std::string place = items + std::to_string(j);
      std::string name = subject + ' ';
      if (item.code.value) name += item.code.value->text();
      part(place, name, "code", item.code);
      result(place, name, item.result);
    }
    result(pointer + "/average", subject + " average", issue.average);
  }
}

// A value that a record has.
struct PlacedValue {
  std::string pointer;
  std::string name;
  std::string text;
  bool is_alone = true;  // no other value is called the same, numbers like "(2)" aside
};
std::vector<PlacedValue> placed_values(const Record& record);

}  // namespace prongsai
