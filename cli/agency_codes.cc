// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agency_codes.h"

#include <string_view>

#include "model/gazetteer.h"

namespace prongsai {
namespace {

// The one place of this name and level whose code begins like that of `area`; null if none or
// several are.
const Place* only_place(PlaceLevel level, const std::string& name, std::string_view area) {
  const Place* found = nullptr;
  if (name.empty()) return found;
  for (const Place* place : gazetteer().named(level, name)) {
    if (!place->code.starts_with(area)) continue;
    if (found != nullptr) return nullptr;
    found = place;
  }
  return found;
}

}  // namespace

AgencyCodes agency_codes(const std::string& province_code, const std::string& district,
                         const std::string& subdistrict) {
  AgencyCodes codes;
  const Place* place = only_place(PlaceLevel::kDistrict, district, province_code);
  if (place != nullptr) codes.district = place->code;
  // A district that the gazetteer does not know leaves its subdistricts uncertain as well.
  if (place == nullptr && !district.empty()) return codes;
  const Place* inside = only_place(PlaceLevel::kSubdistrict, subdistrict,
                                   place != nullptr ? place->code : province_code);
  if (inside != nullptr) codes.subdistrict = inside->code;
  return codes;
}

}  // namespace prongsai
