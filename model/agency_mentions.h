// SPDX-License-Identifier: GPL-3.0-or-later
// Where a document names agencies, districts and provinces.
#pragma once

#include <string>
#include <vector>

#include "model/agency.h"
#include "model/passage.h"

namespace prongsai {

// One spelling, with how often and how prominently it is printed.
struct NameVotes {
  std::string name;                      // without prefix
  AgencyType type = AgencyType::kOther;  // of agencies
  std::string full;                      // of agencies: full prefix and name
  int count = 0;
  double weight = 0;  // titles count more
  Evidence evidence;  // of the first mention
};

struct AgencyMentions {
  std::vector<NameVotes> agencies;  // named by a place
  std::vector<NameVotes> offices;   // others, from title lines only
  std::vector<NameVotes> districts;
  std::vector<NameVotes> provinces;
};

AgencyMentions find_mentions(const std::vector<Passage>& lines, const std::vector<Passage>& cells);

}  // namespace prongsai
