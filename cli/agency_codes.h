// SPDX-License-Identifier: GPL-3.0-or-later
// Official codes of the places where agencies are, from the gazetteer.
#pragma once

#include <string>

#include "dataset/agencies.h"

namespace prongsai {

// Only what is certain: a name that several places have in what is known of it has no code.
AgencyCodes agency_codes(const std::string& province_code, const std::string& district,
                         const std::string& subdistrict);

}  // namespace prongsai
