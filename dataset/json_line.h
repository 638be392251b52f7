// SPDX-License-Identifier: GPL-3.0-or-later
// JSON on one line; what is no UTF-8 in it becomes U+FFFD.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace prongsai {

inline std::string json_line(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace prongsai
