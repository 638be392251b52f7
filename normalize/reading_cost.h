// SPDX-License-Identifier: GPL-3.0-or-later
// What a reading of damaged letters costs: a word, its damages, and letters in no word.
//
// Every damage costs enough that undoing it must save words or letters; a reading without any wins
// a tie. A cost is lower where the page is known to suffer from the damage.
#pragma once

#include <cstddef>
#include <cstdint>

#include "normalize/dictionary.h"
#include "normalize/modes.h"

namespace prongsai::normalize {

constexpr int kUnknownCost = 160;  // of a letter with its marks that is in no word

// What a word has undone so far.
struct Damage {
  uint8_t lost = 0;
  uint8_t falsed = 0;
  uint8_t soft_spaces = 0;
  uint8_t spaces_at_marks = 0;
  uint8_t spaces = 0;
  uint8_t moved = 0;
  uint8_t filled = 0;
  uint8_t misread = 0;  // by OCR: a mark unseen, a letter taken for another
  uint8_t open = 0;     // sara am or aa after a space, in the unlikelier reading
  uint8_t free = 0;     // the same in the likelier one

  int total() const {
    return lost + falsed + soft_spaces + spaces_at_marks + spaces + moved + filled + misread +
           open + free;
  }
};

// The cost of a word of so many letters, read through these damages.
int reading_cost(WordKind kind, size_t letters, const Damage& damage, const Modes& modes);

}  // namespace prongsai::normalize
