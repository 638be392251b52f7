// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a document as HTML, for other producers of PDFs to set.
#pragma once

#include <string>

#include "testdata/generate/flow.h"

namespace prongsai::testdata {

std::string to_html(const Document& document);

}  // namespace prongsai::testdata
