// SPDX-License-Identifier: GPL-3.0-or-later
// The fiscal years of a document: assessed, planned for, reported on.
#pragma once

#include <vector>

#include "model/evidence.h"
#include "model/passage.h"
#include "model/record.h"

namespace prongsai {

enum class YearUse { kAssessed, kPlan, kReport };

struct YearPattern {
  YearUse use;
  const char* regex;  // on folded text before the year; the nearest match decides
  const char* example;
};
const std::vector<YearPattern>& year_patterns();

struct DocumentYears {
  Sourced<int> assessed;  // Buddhist era
  Sourced<int> plan;
  Sourced<int> report;
};

// The years that the paragraphs name, by the words before them: a title outweighs a mention.
DocumentYears find_years(const std::vector<Passage>& passages);

}  // namespace prongsai
