// SPDX-License-Identifier: GPL-3.0-or-later
// The data files that the build compiled into the program (data/).
#pragma once

#include <string_view>
#include <vector>

namespace prongsai {

struct EmbeddedFile {
  std::string_view name;  // without its folder, e.g. "2567.json"
  std::string_view content;
};

const std::vector<EmbeddedFile>& embedded_files();

// The content of one file; Error(kInternal) if the build left it out.
std::string_view embedded_file(std::string_view name);

}  // namespace prongsai
