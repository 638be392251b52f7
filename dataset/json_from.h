// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from outside.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace prongsai {

// Discarded (is_discarded()) if it is no JSON, or if its lists and objects are nested deeper than a
// record's ever are: writing such a value again takes the stack once for each level.
nlohmann::ordered_json json_from(std::string_view text);

}  // namespace prongsai
