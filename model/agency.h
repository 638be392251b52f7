// SPDX-License-Identifier: GPL-3.0-or-later
// Whose report it is: the agency's name as printed, settled by the gazetteer.
#pragma once

#include <string_view>
#include <vector>

#include "model/block.h"
#include "model/record.h"

namespace prongsai {

struct AgencyPattern {
  AgencyType type;
  const char* prefix;   // as printed
  const char* full;     // the full form it stands for
  bool named_by_place;  // what follows is the name of a place
  const char* example;
};
const std::vector<AgencyPattern>& agency_patterns();

// The first pattern whose prefix the name begins with; null if none has.
const AgencyPattern* agency_pattern_of(std::string_view name);

// The agency that the document is about. Its spellings vote together with district and province;
// a spelling that the gazetteer has there wins over others. A name that is not in the gazetteer
// stays as printed, unless the text layer damages marks and the name differs from that of a
// subdistrict of its district in nothing else: repair marks_from_gazetteer, doubtful.
Agency find_agency(const std::vector<Block>& blocks);

}  // namespace prongsai
