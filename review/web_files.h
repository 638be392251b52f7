// SPDX-License-Identifier: GPL-3.0-or-later
// The static files of the review's pages (review/web/), compiled into the program.
#pragma once

#include <vector>

#include "model/embedded.h"

namespace prongsai {

const std::vector<EmbeddedFile>& web_files();

}  // namespace prongsai
