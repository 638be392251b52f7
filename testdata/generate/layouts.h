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

// Each fills the document and the gold: layouts_samples.cc, layouts_tables.cc, layouts_other.cc.
void compose_issue_tables(Composer& c);
void compose_graded_prose(Composer& c);
void compose_question_analysis(Composer& c);
void compose_implementation(Composer& c);
void compose_landscape_merged(Composer& c);
void compose_score_first(Composer& c);
void compose_long_table(Composer& c);
void compose_issue_column(Composer& c);
void compose_bullets(Composer& c);
void compose_ruleless(Composer& c);
void compose_horizontal_rules(Composer& c);
void compose_two_years(Composer& c);
void compose_memo_cover(Composer& c);
void compose_indicator_summary(Composer& c);
void compose_two_halves(Composer& c);

}  // namespace prongsai::testdata
