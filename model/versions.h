// SPDX-License-Identifier: GPL-3.0-or-later
// Which libraries do the work. Each stage names those that it uses; cli/ joins the lists.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace prongsai {

// A library and its version: that of the library which is loaded, or of its headers where the
// library cannot say.
using LibraryVersions = std::vector<std::pair<std::string, std::string>>;

LibraryVersions model_library_versions();

}  // namespace prongsai
