// SPDX-License-Identifier: GPL-3.0-or-later
// Where the stock models of the OCR engine are.
#pragma once

#include <string>

namespace prongsai::extract {

// The folder that holds the models: `wanted` if it is not empty, else that of TESSDATA_PREFIX,
// `tessdata` beside the program, or the system's. Throws Error kMissingModel, which names the model
// and the package to install.
std::string find_tessdata(const std::string& wanted);

}  // namespace prongsai::extract
