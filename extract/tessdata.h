// SPDX-License-Identifier: GPL-3.0-or-later
// Where the stock models of the OCR engine are.
#pragma once

#include <string>
#include <vector>

namespace prongsai::extract {

// Their names: tha, eng.
std::vector<std::string> stock_models();

// The file of a model in a folder.
std::string model_file(const std::string& folder, const std::string& model);

// The folder that holds the models: `wanted` if it is not empty, else that of TESSDATA_PREFIX,
// `tessdata` beside the program, that of the prefix the program is installed under, or the
// system's. Throws Error kMissingModel, which names the model and the package to install.
std::string find_tessdata(const std::string& wanted);

}  // namespace prongsai::extract
