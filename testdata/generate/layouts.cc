// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/layouts.h"

namespace prongsai::testdata {

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> kLayouts = {
      {"issue_tables", "a table of scores for each issue, then three kinds of findings",
       compose_issue_tables, {2567, 2568}},
      {"graded_prose", "levels and averages in the tables, every score again in the prose",
       compose_graded_prose, {2567, 2568}},
      {"question_analysis", "findings as question, analysis and correction",
       compose_question_analysis, {2567, 2568}},
      {"implementation", "what was done for each indicator, rows split by page breaks",
       compose_implementation, {2567}},
  };
  return kLayouts;
}

}  // namespace prongsai::testdata
