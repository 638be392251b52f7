// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agency_match.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "model/agency.h"
#include "model/gazetteer.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// The text behind the first of the prefixes, cut out of `text`.
std::string cut_place(std::string& text, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    const size_t at = text.find(std::string(" ") + std::string(prefix));
    if (at == std::string::npos) continue;
    std::string_view rest = trim(std::string_view(text).substr(at + 1 + prefix.size()));
    std::string place(rest.substr(0, rest.find(' ')));
    text.erase(at, (static_cast<size_t>(rest.data() - text.data()) + place.size()) - at);
    return place;
  }
  return {};
}

std::string_view behind_prefix(std::string_view name, const AgencyPattern& pattern) {
  return trim(name.substr(std::string_view(pattern.prefix).size()));
}

std::string spelt_out(std::string_view name) {
  name = trim(name);
  const AgencyPattern* pattern = agency_pattern_of(name);
  if (pattern == nullptr) return fold(name);
  return fold(std::string(pattern->full) + std::string(behind_prefix(name, *pattern)));
}

// Whether several places have the name of this agency.
bool is_shared(std::string_view name) {
  const AgencyPattern* pattern = agency_pattern_of(name);
  if (pattern == nullptr || !pattern->named_by_place) return false;
  return gazetteer().named(PlaceLevel::kSubdistrict, behind_prefix(name, *pattern)).size() > 1;
}

bool same_place(const std::string& typed, const json& printed) {
  return typed.empty() || !printed.is_string() || fold(typed) == fold(printed.get<std::string>());
}

}  // namespace

AgencyName agency_name(const std::string& typed, const std::string& district,
                       const std::string& province) {
  AgencyName out;
  std::string text = collapse_spaces(typed);
  out.province = cut_place(text, {"จังหวัด", "จ."});
  out.district = cut_place(text, {"อำเภอ", "อ."});
  const auto without = [](std::string_view place, std::string_view prefix) {
    place = trim(place);
    if (place.starts_with(prefix)) place = trim(place.substr(prefix.size()));
    return std::string(place);
  };
  if (!district.empty()) out.district = without(district, "อำเภอ");
  if (!province.empty()) out.province = without(province, "จังหวัด");
  out.name = spelt_out(text);
  out.shared = is_shared(trim(text));
  return out;
}

std::set<std::string> names_of_agency(const json& record) {
  const json& agency = record.at("agency");
  if (!agency.at("name").is_string()) return {};
  std::set<std::string> names = {spelt_out(agency.at("name").get<std::string>())};
  for (const json& variant : agency.at("variants"))
    names.insert(spelt_out(variant.at("text").get<std::string>()));
  return names;
}

AgencyMatch match_place(const AgencyName& typed, const json& record) {
  const json& agency = record.at("agency");
  if (!same_place(typed.province, agency.at("province")) ||
      !same_place(typed.district, agency.at("district")))
    return AgencyMatch::kOther;
  const bool placed = (!typed.province.empty() && agency.at("province").is_string()) ||
                      (!typed.district.empty() && agency.at("district").is_string());
  return typed.shared && !placed ? AgencyMatch::kUnclear : AgencyMatch::kSame;
}

}  // namespace prongsai
