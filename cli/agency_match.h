// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a typed agency is that of a record.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

namespace prongsai {

// An agency's name without abbreviations, with the place it is in where that is typed.
struct AgencyName {
  std::string name;  // folded, "อบต." spelt out
  std::string district;
  std::string province;
  bool shared = false;  // the gazetteer has several places of this name
};

// From "อบต.นาดี อ.เมือง จ.สมุทรสาคร", and what columns of their own say.
AgencyName agency_name(const std::string& typed, const std::string& district,
                       const std::string& province);

// All names of a record's agency in the same form.
std::set<std::string> names_of_agency(const nlohmann::ordered_json& record);

enum class AgencyMatch { kOther, kSame, kUnclear };

// Of a record whose agency has this name: whether it is in the same place. A name that places share
// is unclear unless the typed place says which one it is.
AgencyMatch match_place(const AgencyName& typed, const nlohmann::ordered_json& record);

}  // namespace prongsai
