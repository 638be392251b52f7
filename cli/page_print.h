// SPDX-License-Identifier: GPL-3.0-or-later
// A page as extraction hands it over, for a person and for goldens: a line for the page, one for
// each word and each ruling; boxes in points to 0.1.
#pragma once

#include <iosfwd>

#include "model/page_text.h"

namespace prongsai {

void print_page(const PageText& page, std::ostream& out);

}  // namespace prongsai
