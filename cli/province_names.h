// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace prongsai {

struct ProvinceNames {
  std::string thai;
  std::string english;
};

// Of a code of two digits; empty if no province has it.
ProvinceNames province_names(const std::string& code);

}  // namespace prongsai
