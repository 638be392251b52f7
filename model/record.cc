// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record.h"

#include <algorithm>

namespace prongsai {

const char* agency_type_name(AgencyType type) {
  switch (type) {
    case AgencyType::kSubdistrictAdministrativeOrganization:
      return "subdistrict_administrative_organization";
    case AgencyType::kSubdistrictMunicipality:
      return "subdistrict_municipality";
    case AgencyType::kTownMunicipality:
      return "town_municipality";
    case AgencyType::kCityMunicipality:
      return "city_municipality";
    case AgencyType::kProvincialAdministrativeOrganization:
      return "provincial_administrative_organization";
    case AgencyType::kSpecialLocalGovernment:
      return "special_local_government";
    case AgencyType::kCentralAgency:
      return "central_agency";
    case AgencyType::kProvincialAgency:
      return "provincial_agency";
    case AgencyType::kUniversity:
      return "university";
    case AgencyType::kStateEnterprise:
      return "state_enterprise";
    case AgencyType::kPublicOrganization:
      return "public_organization";
    case AgencyType::kOther:
      return "other";
  }
  return "";
}

IssueResult* Record::find_issue(int number) {
  const auto it = std::find_if(issues.begin(), issues.end(), [&](const IssueResult& issue) {
    return issue.number.value == number;
  });
  return it == issues.end() ? nullptr : &*it;
}

}  // namespace prongsai
