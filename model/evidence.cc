// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence.h"

#include <algorithm>

namespace prongsai {

const char* trust_name(Trust trust) {
  switch (trust) {
    case Trust::kVerified:
      return "verified";
    case Trust::kPlausible:
      return "plausible";
    case Trust::kDoubtful:
      return "doubtful";
    case Trust::kConflicting:
      return "conflicting";
  }
  return "";
}

void Evidence::add_repairs(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(repairs.begin(), repairs.end(), name) == repairs.end()) repairs.push_back(name);
  }
}

}  // namespace prongsai
