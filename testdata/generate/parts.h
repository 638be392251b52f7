// SPDX-License-Identifier: GPL-3.0-or-later
// Sections that several layouts share.
#pragma once

#include <string>
#include <vector>

#include "testdata/generate/compose.h"

namespace prongsai::testdata {

enum class MeasureForm { kIssueColumn, kTablePerIssue, kNoIssue };
enum class FindingForm { kNone, kGroups, kQuestions };

// The words some agencies give a score of their own accord.
std::string own_level(double score);

// The cell of `item`'s instrument, merged over all its items, where `item` is the first of them.
void add_instrument(Row& row, const std::vector<const ItemFact*>& items, const ItemFact& item);

// Columns: instrument (merged over its items), item, score.
void print_item_table(Composer& c, int issue, const std::vector<std::string>& header,
                      bool issue_in_table);

void print_finding_groups(Composer& c, int issue);
void print_question_findings(Composer& c, int issue);
void print_findings(Composer& c, int issue, FindingForm form);
FindingForm some_finding_form(Composer& c);

void print_measures(Composer& c, MeasureForm form);
MeasureForm some_measure_form(Composer& c);

}  // namespace prongsai::testdata
