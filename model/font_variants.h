// SPDX-License-Identifier: GPL-3.0-or-later
// What may have been printed where a number is read, if a font is to blame: then the same happens
// wherever the number stands.
#pragma once

#include <vector>

namespace prongsai {

// The scores that are read as this one, printed with so many decimals, if
// - characters of them are lost ("1" or "10.0" of "100.00"), or
// - one digit is read as another, in some places or in all ("88.31" of "77.31").
// A score is printed without leading zeros, so there are none of "100.00" and few of "95.61".
std::vector<double> font_variants(double score, int decimals);

}  // namespace prongsai
