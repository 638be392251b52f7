// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "model/gazetteer.h"
#include "model/item_code.h"
#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

using enum SourcedKind;

constexpr SourcedKindRow kRows[] = {
    {kText, "agency", "name", "/agency/name", "agency/name"},
    {kAgencyType, "agency", "type", "/agency/type", "agency/type"},
    {kText, "agency", "subdistrict", "/agency/subdistrict", "agency/subdistrict"},
    {kText, "agency", "district", "/agency/district", "agency/district"},
    {kProvince, "agency", "province", "/agency/province", "agency/province"},
    {kProvinceCode, "agency", "province_code", "/agency/province_code", "agency/province_code"},
    {kYear, "assessed_year", "", "/assessed_year", "assessed_year"},
    {kYear, "plan_year", "", "/plan_year", "plan_year"},
    {kYear, "report_year", "", "/report_year", "report_year"},
    {kFramework, "framework", "", "/framework", "framework"},
    {kScore, "overall", "score", "/overall/score", "overall/score"},
    {kLevel, "overall", "level", "/overall/level", "overall/level"},
    {kIndicatorNumber, "indicator", "number", "/indicators/3/number", "indicator 4/number"},
    {kScore, "indicator", "score", "/indicators/3/score", "indicator 4/score"},
    {kLevel, "indicator", "level", "/indicators/3/level", "indicator 4/level"},
    {kIssueNumber, "issue", "number", "/issues/2/number", "issue 3/number"},
    {kItemCode, "issue", "code", "/issues/2/items/1/code", "issue 3 i12/code"},
    {kScore, "issue", "score", "/issues/2/items/1/score", "issue 3 i12/score"},
    {kLevel, "issue", "level", "/issues/2/average/level", "issue 3 average/level"},
};

constexpr std::array<const char*, 11> kExpected = {
    "a score from 0 to 100 with at most two decimals",
    "a level of at most 1000 bytes",
    "an item's code such as i12",
    "a number from 1 to 10",
    "a number from 1 to 7",
    "a year of the Buddhist era from 2550 to 2650",
    "a year that the codebook has",
    "a text of at most 1000 bytes",
    "a kind of agency such as subdistrict_municipality",
    "a province as the official list spells it",
    "a province's code of two digits",
};

// The word behind which a value's own part begins; of "issues" as of "issue".
bool begins_with(std::string_view text, std::string_view begin) {
  if (!text.starts_with(begin)) return false;
  const std::string_view rest = text.substr(begin.size());
  return rest.starts_with('/') || rest.starts_with(' ') || rest.starts_with("s/");
}

std::optional<SourcedKind> kind_of(std::string_view text) {
  const std::string_view last = text.substr(text.rfind('/') + 1);
  for (const SourcedKindRow& row : kRows) {
    const bool fits =
        row.end.empty() ? text == row.begin : last == row.end && begins_with(text, row.begin);
    if (fits) return row.kind;
  }
  return std::nullopt;
}

std::optional<std::string> whole_number(const std::string& digits, int least, int most) {
  constexpr size_t kLongest = 4;
  if (digits.empty() || digits.size() > kLongest ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  const int number = std::atoi(digits.c_str());
  if (number < least || number > most) return std::nullopt;
  return std::to_string(number);
}

std::optional<std::string> item_code(const std::string& text) {
  const auto token = leading_code(text);
  if (!token || !token->code || !token->letter_read || !trim(text.substr(token->end)).empty())
    return std::nullopt;
  return token->code->text();
}

std::optional<AgencyType> agency_type(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(AgencyType::kOther); ++i) {
    if (name == agency_type_name(static_cast<AgencyType>(i))) return static_cast<AgencyType>(i);
  }
  return std::nullopt;
}

}  // namespace

std::span<const SourcedKindRow> sourced_kinds() { return kRows; }

std::optional<SourcedKind> kind_of_pointer(std::string_view pointer) {
  if (!pointer.starts_with('/')) return std::nullopt;
  return kind_of(pointer.substr(1));
}

std::optional<SourcedKind> kind_of_name(std::string_view name) { return kind_of(name); }

bool may_be_missing(SourcedKind kind) {
  return kind != kItemCode && kind != kIndicatorNumber && kind != kIssueNumber;
}

const char* expectation(SourcedKind kind) { return kExpected.at(static_cast<size_t>(kind)); }

std::optional<std::string> canonical_value(SourcedKind kind, std::string_view given) {
  constexpr size_t kLongestText = 1000;  // bytes
  if (given.size() > kLongestText) return std::nullopt;
  const std::string text = collapse_spaces(clean_utf8(given));
  const std::string digits = to_arabic_digits(text);
  if (text.empty()) return std::nullopt;
  switch (kind) {
    case kScore:
      if (const auto score = parse_score(text)) return value_text(score->value);
      return std::nullopt;
    case kItemCode:
      return item_code(text);
    case kIndicatorNumber:
      return whole_number(digits, 1, 10);
    case kIssueNumber:
      return whole_number(digits, 1, 7);
    case kYear:
      return whole_number(digits, 2550, 2650);
    case kFramework: {
      const auto year = whole_number(digits, 2550, 2650);
      return year && codebook().framework(std::atoi(year->c_str())) ? year : std::nullopt;
    }
    case kAgencyType:
      return agency_type(text) ? std::optional(text) : std::nullopt;
    case kProvince:
      return gazetteer().named(PlaceLevel::kProvince, text).empty() ? std::nullopt
                                                                    : std::optional(text);
    case kProvinceCode: {
      const Place* place = gazetteer().by_code(digits);
      const bool known = place != nullptr && place->level == PlaceLevel::kProvince;
      return known ? std::optional(digits) : std::nullopt;
    }
    case kLevel:
    case kText:
      return text;
  }
  return std::nullopt;
}

std::string value_text(double score) { return fmt::format("{:.2f}", score); }
std::string value_text(int number) { return std::to_string(number); }
std::string value_text(const std::string& text) { return text; }
std::string value_text(AgencyType type) { return agency_type_name(type); }
std::string value_text(const ItemCode& code) { return code.text(); }

void set_value(const std::string& canonical, double& score) {
  score = std::strtod(canonical.c_str(), nullptr);
}
void set_value(const std::string& canonical, int& number) { number = std::atoi(canonical.c_str()); }
void set_value(const std::string& canonical, std::string& text) { text = canonical; }
void set_value(const std::string& canonical, AgencyType& type) {
  type = agency_type(canonical).value_or(AgencyType::kOther);
}
void set_value(const std::string& canonical, ItemCode& code) {
  code = {canonical.front(), std::atoi(canonical.c_str() + 1)};
}

std::string ValueName::text(int occurrence) const {
  const std::string again = occurrence > 1 ? fmt::format(" ({})", occurrence) : std::string();
  return subject.empty() ? part + again : fmt::format("{}{}/{}", subject, again, part);
}

std::vector<PlacedValue> placed_values(const Record& record) {
  std::vector<PlacedValue> values;
  std::vector<std::string> plain;  // their names without numbers
  std::map<std::string, int> seen;
  visit_values(record, [&](const std::string& pointer, const ValueName& name, const auto& sourced) {
    if (!sourced.value) return;
    plain.push_back(name.text(1));
    values.push_back({pointer, name.text(++seen[plain.back()]), value_text(*sourced.value)});
  });
  for (size_t i = 0; i < values.size(); ++i) values[i].is_alone = seen[plain[i]] == 1;
  return values;
}

}  // namespace prongsai
