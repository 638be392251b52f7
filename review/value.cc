// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/value.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "model/correction.h"
#include "review/check_scope.h"
#include "review/framework.h"
#include "review/value_name.h"

namespace prongsai::review {
namespace {

using json = nlohmann::ordered_json;

struct KindOfField {
  std::string_view end;  // of the pointer
  ValueKind kind;
};
// The first that fits.
constexpr KindOfField kKinds[] = {
    {"/score", ValueKind::kScore},    {"/level", ValueKind::kLevel},
    {"/code", ValueKind::kCode},      {"_year", ValueKind::kYear},
    {"/framework", ValueKind::kYear}, {"/number", ValueKind::kNumber}};

ValueKind kind_of(const std::string& pointer) {
  for (const KindOfField& row : kKinds) {
    if (pointer.ends_with(row.end)) return row.kind;
  }
  return ValueKind::kText;
}

std::string text_of(const json& value, ValueKind kind) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_number()) return {};
  if (kind != ValueKind::kScore) return std::to_string(value.get<long long>());
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", value.get<double>());
  return text;
}

Trust trust_of(const std::string& name) {
  for (const Trust trust : {Trust::kVerified, Trust::kDoubtful, Trust::kConflicting}) {
    if (name == trust_name(trust)) return trust;
  }
  return Trust::kPlausible;
}

Value value_of(const std::string& pointer, const json& evidence) {
  Value value;
  value.pointer = pointer;
  value.kind = kind_of(pointer);
  value.page = evidence.at("page");
  if (const json& box = evidence.at("box"); box.is_array())
    value.box = Box{box.at(0), box.at(1), box.at(2), box.at(3)};
  value.raw = evidence.at("text");
  value.repairs = evidence.at("repairs").get<std::vector<std::string>>();
  value.method = evidence.at("method");
  value.confidence = evidence.at("confidence");
  value.trust = trust_of(evidence.at("trust"));
  if (const auto others = evidence.find("alternatives"); others != evidence.end()) {
    for (const json& other : *others)
      value.alternatives.push_back({other.at("text"), other.at("confidence")});
  }
  return value;
}

bool has_repair(const Value& value, std::string_view name) {
  return std::ranges::find(value.repairs, name) != value.repairs.end();
}

// The code in the name of an item's score, "issue 3 i12 (2)/score".
std::string_view code_in(std::string_view name) {
  constexpr std::string_view kIssue = "issue ";
  const size_t space = name.find(' ', kIssue.size());
  if (!name.starts_with(kIssue) || space == std::string_view::npos) return {};
  const std::string_view rest = name.substr(space + 1);
  return rest.substr(0, rest.find_first_of(" /"));
}

void mark_shown(const json& record, const std::vector<size_t>& counted,
                std::vector<Value>& values) {
  if (counted.empty()) return;
  const std::map<Instrument, double> shares = shares_shown(record);
  for (const size_t i : counted) {
    const std::string_view code = code_in(values[i].name);
    const auto instrument = code.empty() ? std::nullopt : instrument_of_prefix(code.front());
    const auto share = instrument ? shares.find(*instrument) : shares.end();
    values[i].shown = share == shares.end() ? 0 : share->second;
  }
}

double median(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  return numbers[numbers.size() / 2];
}

// Whether the value is an item's score that people have given: those of the OIT are all or nothing.
bool is_of_survey(const Value& value) {
  if (value.kind != ValueKind::kScore || value.text.empty()) return false;
  const std::string_view code = code_in(value.name);
  return code.starts_with('i') || code.starts_with('e');
}

// Scores of one agency's surveys lie close together.
void mark_far(std::vector<Value>& values) {
  constexpr double kLeast = 15;
  constexpr double kTimes = 4;  // the usual distance
  std::vector<double> scores;
  for (const Value& value : values) {
    if (is_of_survey(value)) scores.push_back(std::atof(value.text.c_str()));
  }
  if (scores.empty()) return;
  const double middle = median(scores);
  std::vector<double> distances;
  distances.reserve(scores.size());
  for (const double score : scores) distances.push_back(std::abs(score - middle));
  const double most = std::max(kLeast, kTimes * median(distances));
  for (Value& value : values)
    value.far = is_of_survey(value) && std::abs(std::atof(value.text.c_str()) - middle) > most;
}

}  // namespace

const char* kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::kScore:
      return "score";
    case ValueKind::kLevel:
      return "level";
    case ValueKind::kCode:
      return "code";
    case ValueKind::kYear:
      return "year";
    case ValueKind::kText:
      return "text";
    case ValueKind::kNumber:
      return "number";
  }
  return "";
}

bool is_decided(const Value& value) {
  return std::ranges::any_of(decisions(), [&](const DecisionRow& row) {
    return row.decision != Decision::kDiffer && has_repair(value, row.repair);
  });
}

bool is_disputed(const Value& value) {
  return std::ranges::any_of(decisions(), [&](const DecisionRow& row) {
    return row.decision == Decision::kDiffer && has_repair(value, row.repair);
  });
}

std::vector<Value> values_of(const json& record, const IndicatorOf& indicator_of) {
  const ValueNames names(record);
  std::vector<Value> values;
  std::map<std::string, size_t> places;
  for (const auto& [pointer, evidence] : record.at("evidence").items()) {
    std::string name = names.name_of(pointer);
    if (name.empty()) continue;
    Value value = value_of(pointer, evidence);
    value.name = std::move(name);
    const json::json_pointer place(pointer);
    if (record.contains(place)) value.text = text_of(record.at(place), value.kind);
    places.emplace(pointer, values.size());
    values.push_back(std::move(value));
  }
  std::vector<size_t> counted;          // values held against the number of respondents
  constexpr size_t kMostChecks = 5000;  // far more than a report has
  size_t index = 0;
  for (const json& check : record.at("checks")) {
    if (index == kMostChecks) break;
    const std::string rule = check.at("rule");
    const bool agrees = check.at("verdict") == "agrees";
    for (const auto& [pointer, role] : values_in_check(record, check, indicator_of)) {
      const auto found = places.find(pointer);
      if (found == places.end()) continue;
      Value& value = values[found->second];
      value.checks.push_back({index, rule, role, agrees});
      if (rule == "respondents") counted.push_back(found->second);
    }
    ++index;
  }
  mark_shown(record, counted, values);
  mark_far(values);
  return values;
}

}  // namespace prongsai::review
