// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text, Markdown and HTML, as OCR tools write them, to blocks.
#pragma once

#include <string>

#include "model/page_text.h"

namespace prongsai::extract {

// One page a form feed. Lines with tabs, Markdown tables (`|`) and <table> become tables; block
// tags (<p>, <li>, <br>, ...) begin a new line. The text of a line is as it stands in the source,
// tags included: taking them out is a repair, and normalisation's to name.
Extraction read_plain_text(const std::string& bytes, const std::string& media_type);

}  // namespace prongsai::extract
