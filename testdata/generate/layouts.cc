// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/layouts.h"

namespace prongsai::testdata {

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> kLayouts = {
      {"issue_tables",
       "a table of scores for each issue, then three kinds of findings",
       compose_issue_tables,
       {2567, 2568}},
      {"graded_prose",
       "levels and averages in the tables, every score again in the prose",
       compose_graded_prose,
       {2567, 2568}},
      {"question_analysis",
       "findings as question, analysis and correction",
       compose_question_analysis,
       {2567, 2568}},
      {"implementation",
       "what was done for each indicator, rows split by page breaks",
       compose_implementation,
       {2567}},
      {"landscape_merged",
       "one landscape table, scores in brackets, cells over pages",
       compose_landscape_merged,
       {2566, 2567, 2568}},
      {"score_first",
       "order, code, score and level before the question",
       compose_score_first,
       {2567, 2568}},
      {"long_table", "one table, a spanning row for each issue", compose_long_table, {2567, 2568}},
      {"issue_column",
       "one table, the issue merged down its rows",
       compose_issue_column,
       {2567, 2568}},
      {"bullets", "scores in running text", compose_bullets, {2567, 2568}},
      {"ruleless", "columns by white space alone", compose_ruleless, {2567, 2568}},
      {"horizontal_rules", "no vertical rules", compose_horizontal_rules, {2567, 2568}},
      {"two_years", "last year's scores beside this year's", compose_two_years, {2568}},
      {"memo_cover", "a memo first, a signature last", compose_memo_cover, {2567, 2568}},
      {"indicator_summary",
       "the ten indicators and nothing else",
       compose_indicator_summary,
       {2567, 2568}},
      {"two_halves", "items in two halves side by side", compose_two_halves, {2567, 2568}},
  };
  return kLayouts;
}

}  // namespace prongsai::testdata
