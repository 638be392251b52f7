// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts: how agencies lay their reports out, one function each.
#pragma once

#include <string_view>
#include <vector>

#include "testdata/generate/compose.h"

namespace prongsai::testdata {

struct Layout {
  const char* name;
  const char* shows;  // what it is there for
  void (*compose)(Composer& composer);
  std::vector<int> years;  // fiscal years it can be made for
};

const std::vector<Layout>& layouts();

// Fills the document and the gold: layouts_issues.cc and the files beside it.
void compose_issue_tables(Composer& c);
void compose_graded_prose(Composer& c);
void compose_question_analysis(Composer& c);
void compose_implementation(Composer& c);

}  // namespace prongsai::testdata
