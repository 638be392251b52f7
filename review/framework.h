// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook of a record's year says of its values.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>

#include "model/codebook.h"

namespace prongsai::review {

// The codebook's year that the record names, else the last one.
const Framework& framework_of(const nlohmann::ordered_json& record);

// Of each survey's scores the share of single wrong digits that the number of its respondents would
// show (0..1); nothing of a survey that does not tell. Computed from the scores, for a record does
// not say it but in a sentence.
std::map<Instrument, double> shares_shown(const nlohmann::ordered_json& record);

}  // namespace prongsai::review
