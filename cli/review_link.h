// SPDX-License-Identifier: GPL-3.0-or-later
// Links from a review's pages to files on the same machine.
#pragma once

#include <string>

#include "cli/inputs.h"

namespace prongsai {

// A relative reference from `folder` to the file, or to the archive that it is in; empty if there
// is no such file. It is never anything else than a path, whatever the name.
std::string link_to_file(const Input& source, const std::string& folder);

}  // namespace prongsai
