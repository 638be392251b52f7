// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a CSV file (RFC 4180).
#pragma once

#include <string>

namespace prongsai {

// In quotation marks where it needs them.
inline std::string csv_field(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + '"';
}

}  // namespace prongsai
