// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/name_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "model/agency.h"
#include "model/gazetteer.h"
#include "model/new_check.h"
#include "model/similarity.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr double kNearly = 0.5;  // alike: another spelling of the name

// Whether the spelling is of another name: not the same, nor cut short by a line's end, nor with
// the sentence going on behind it.
bool is_other_name(const std::string& spelling, const std::string& name) {
  if (name.starts_with(spelling)) return false;
  if (!spelling.starts_with(name)) return true;
  const std::string_view rest = std::string_view(spelling).substr(name.size());
  return !rest.starts_with(" ") && !rest.starts_with("อยู่");
}

std::string_view place_of(std::string_view agency) {
  const AgencyPattern* pattern = agency_pattern_of(agency);
  if (pattern == nullptr || !pattern->named_by_place) return {};
  return trim(agency.substr(std::string_view(pattern->prefix).size()));
}

// "เทศบาลตำบลมีอำนาจ" is no name, though it begins like one.
bool is_name(const std::string& spelling, const std::string& name) {
  const std::string_view place = place_of(spelling);
  if (place.empty() || place_of(name).empty()) return true;
  return !gazetteer().named(PlaceLevel::kSubdistrict, place).empty() ||
         similarity(fold_points(place), fold_points(place_of(name))) >= kNearly;
}

void check_place(const char* path, PlaceLevel level, const Sourced<std::string>& chosen,
                 const std::vector<Agency::Variant>& spellings, std::vector<Check>& checks) {
  constexpr std::string_view kCapital = "เมือง";  // short for the capital district
  if (!chosen.value) return;
  const std::u32string name = fold_points(*chosen.value);
  for (const Agency::Variant& other : spellings) {
    if (other.text == *chosen.value || other.text == kCapital) continue;
    const bool nearly = similarity(fold_points(other.text), name) >= kNearly;
    // Another province altogether is but mentioned.
    const bool known =
        level == PlaceLevel::kDistrict && !gazetteer().named(level, other.text).empty();
    if (!nearly && !known) continue;
    checks.push_back(new_check("agency_consistent", path, ComparedTexts{*chosen.value, other.text},
                               fmt::format("printed \"{}\" too", other.text)));
    return;
  }
}

}  // namespace

void check_names(Record& record) {
  const Agency& agency = record.agency;
  if (agency.name.value) {
    const std::string& name = *agency.name.value;
    const auto other = std::ranges::find_if(agency.variants, [&](const Agency::Variant& variant) {
      return is_other_name(variant.text, name) && is_name(variant.text, name);
    });
    const bool same = other == agency.variants.end();
    record.checks.push_back(new_check(
        "agency_consistent", "/agency/name", ComparedTexts{name, same ? name : other->text},
        same ? "one spelling throughout" : fmt::format("also printed \"{}\"", other->text)));
  }
  check_place("/agency/district", PlaceLevel::kDistrict, agency.district, agency.districts,
              record.checks);
  check_place("/agency/province", PlaceLevel::kProvince, agency.province, agency.provinces,
              record.checks);
}

}  // namespace prongsai
