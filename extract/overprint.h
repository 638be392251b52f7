// SPDX-License-Identifier: GPL-3.0-or-later
// Words printed over each other.
#pragma once

#include <vector>

#include "model/word.h"

namespace prongsai::extract {

// Where two different words stand in the same place, the page shows neither clearly and one may be
// there to mislead: both get a confidence of at most 0.3. (A second print of the same word, for
// bold, is gone before this.)
void doubt_overprinted(std::vector<Word>& words);

}  // namespace prongsai::extract
