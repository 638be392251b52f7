// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's text layer says of the numbers that were read from its picture.
#pragma once

#include <vector>

#include "model/word.h"

namespace prongsai::extract {

// The name of the repair where the layer's number takes the place of the picture's.
constexpr const char* kNumberFromTextLayer = "number_from_text_layer";

// Both in points of one page. Letters that a layer damages are nearly always Thai: where it agrees
// with the picture about most numbers it has them right, and its own stand where they differ, with
// the picture's among the alternatives. What two sources say is sure; what they differ about is as
// weak as a reading can be. A layer that agrees about few numbers is no witness at all.
void compare_numbers(const std::vector<Word>& layer, std::vector<Word>& words);

// How many numbers with decimals are in a text layer without being seen, where nothing, or another
// number, is seen in their place.
size_t unseen_numbers(const std::vector<Word>& hidden, const std::vector<Word>& seen);

}  // namespace prongsai::extract
