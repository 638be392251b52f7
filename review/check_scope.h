// SPDX-License-Identifier: GPL-3.0-or-later
// Which values a check is about, besides the one that it names.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "review/value.h"

namespace prongsai::review {

// The pointers of the values, each once.
std::vector<std::pair<std::string, Role>> values_in_check(const nlohmann::ordered_json& record,
                                                          const nlohmann::ordered_json& check,
                                                          const IndicatorOf& indicator_of);

}  // namespace prongsai::review
