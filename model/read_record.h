// SPDX-License-Identifier: GPL-3.0-or-later
// From the repaired blocks of a document to its record: the last stage.
#pragma once

#include <vector>

#include "model/block.h"
#include "model/correction.h"
#include "model/record.h"

namespace prongsai {

struct ReadOptions {
  int year = 0;  // fiscal year (Buddhist era) of the codebook where the document is silent; 0: none
  std::vector<Correction> corrections = {};  // what people decided about this document
};

// Reads what the document says and makes every cross-check that the data allow. A document that is
// no ITA report gives a record without values; nothing is invented. What people decided is applied
// before the checks, so that all of these see it.
Record read_record(const std::vector<Block>& blocks, const ReadOptions& options);

}  // namespace prongsai
