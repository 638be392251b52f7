// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/embedded.h"

#include <string>

#include "model/diagnostic.h"

namespace prongsai {

std::string_view embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == name) return file.content;
  }
  throw Error(ErrorCode::kInternal, std::string(name), 0, "this data file is not in the program");
}

}  // namespace prongsai
