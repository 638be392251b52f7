// SPDX-License-Identifier: GPL-3.0-or-later
// Which fiscal year's codebook a document is written by: its items decide, not its title.
#pragma once

#include <vector>

#include "model/block.h"
#include "model/codebook.h"
#include "model/evidence.h"
#include "model/record.h"

namespace prongsai {

struct FrameworkChoice {
  const Framework* framework = nullptr;  // never null: the latest well-known one as a last resort
  bool by_items = false;                 // the items of the document decided
  bool by_year = false;                  // the year it prints, or the one asked for
  Evidence evidence;                     // of the first item that fits, or of nothing
};

// Compares the codes and titles of the document with every year of the codebook.
FrameworkChoice choose_framework(const std::vector<Block>& blocks, int printed_year,
                                 int asked_year);

// Writes the choice into the record, and years that only the choice tells.
void settle_framework(const FrameworkChoice& choice, bool about_ita, Record& record);

}  // namespace prongsai
