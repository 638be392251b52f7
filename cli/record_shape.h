// SPDX-License-Identifier: GPL-3.0-or-later
// Whether JSON from outside is a record that the commands can work with.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace prongsai {

// Whether it means to be a record: an object with a record's own keys.
bool is_record(const nlohmann::ordered_json& value);

// The first part of a record that is not as `extract` prints it ("/issues/*/items/*/code"); empty
// if all is as the commands need it.
std::string misshapen_part(const nlohmann::ordered_json& record);

}  // namespace prongsai
