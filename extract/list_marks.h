// SPDX-License-Identifier: GPL-3.0-or-later
// Bullets and dashes before the entries of a list, by their shape: models of letters take them for
// digits and points.
#pragma once

#include <string_view>

#include "extract/text_segments.h"

namespace prongsai::extract {

// "•" or "-" if the ink is one in a line with this band; else empty.
std::string_view list_mark(const InkPart& part, double top, double bottom);

}  // namespace prongsai::extract
