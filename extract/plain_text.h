// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text, Markdown and HTML: structure without geometry.
#pragma once

#include <string>

#include "model/page_text.h"

namespace prongsai::extract {

// Reads text as people and OCR tools write it into pages of blocks.
Extraction read_plain_text(const std::string& bytes, const std::string& media_type);

}  // namespace prongsai::extract
