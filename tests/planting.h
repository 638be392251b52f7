// SPDX-License-Identifier: GPL-3.0-or-later
// Errors planted one at a time into what was read of correct documents, and what the checks make of
// them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/block.h"
#include "model/codebook.h"
#include "model/record.h"
#include "model/score_cells.h"

namespace prongsai::tests {

// What became of planted errors of one kind.
struct Tally {
  long all = 0;
  long harmless = 0;  // the record says the same as before
  long seen = 0;      // harmless, or a check fails that held, or the wrong score is doubtful
  long blamed = 0;    // the right score, and no other
  long repaired = 0;  // to what it was
  long repaired_wrong = 0;
  long verified_wrong = 0;  // wrong scores that were called verified
  long silent = 0;          // wrong scores that were called plausible

  Tally& operator+=(const Tally& other);
};

// Contradictions that the checks show: rule, place and words of each.
using Failing = std::set<std::string>;

// A document as it was read, and the scores that it really prints.
struct Specimen {
  const Framework* framework = nullptr;
  Record record;                        // before any check
  std::vector<Block> blocks;            // that it was read from
  std::map<std::string, double> truth;  // by key_of
  Failing failing;                      // without anything planted
  std::set<std::string> conflicting;    // scores that are so already, by key_of
};

// The place of a score in any record of the same document.
std::string key_of(const ScoreCell& cell);
std::map<std::string, double> scores_by_key(Record record);

// The record as it was before its checks.
Record unchecked(Record record);
std::set<std::string> conflicting_scores(Record record);
Failing failing_checks(const Record& record);
bool shows_more(const Failing& now, const Failing& before);

// Every single-digit substitution of every score that was read right, one at a time; means and
// totals too if `aggregates`.
struct DigitTallies {
  Tally covered;    // scores that stand in a printed mean
  Tally uncovered;  // all others
  Tally by_ocr;     // the first kind, with the confidence of OCR
};
void plant_digits(const Specimen& specimen, DigitTallies& tallies);

// Rows dropped, codes misread, neighbours swapped, the rows of a page lost.
struct RowTallies {
  Tally dropped;
  Tally miscoded;
  Tally swapped;
  Tally page_lost;
};
void plant_rows(const Specimen& specimen, RowTallies& tallies);

// In the tables that scores were read from: a row shifted by a column, two columns swapped below
// their headers.
struct TableTallies {
  Tally row_shifted;
  Tally columns_swapped;
};
void plant_in_tables(const Specimen& specimen, TableTallies& tallies);

}  // namespace prongsai::tests
