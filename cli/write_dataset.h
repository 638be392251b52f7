// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a dataset from what its journal knows.
#pragma once

#include <string>

#include "cli/exit_code.h"
#include "dataset/export.h"
#include "dataset/known.h"

namespace prongsai {

// Writes all files, unless they are as they would be, and says on standard error how many inputs
// are in which state, and which could not be read. Throws Error if a file cannot be written, or if
// an input is in no state.
ExitCode write_dataset(Known& known, const std::string& dataset, const ExportOptions& options);

}  // namespace prongsai
