// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_trust_bench: what the checks see, blame and repair, on correct records into which errors
// are planted one at a time. Part of `./dev bench`.
//
//   prongsai_trust_bench DOCUMENT...     correct documents with a text layer
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "extract/read_document.h"
#include "model/checks.h"
#include "model/respondents.h"
#include "model/score_trust.h"

namespace prongsai {
namespace {

using Clock = std::chrono::steady_clock;

struct Tally {
  long all = 0;
  long seen = 0;
  long blamed = 0;  // the right score, and no other
  long repaired = 0;
  long repaired_wrong = 0;
  long verified_wrong = 0;  // wrong scores that were called verified
  long silent = 0;          // wrong scores that were called plausible
};

// The record as it was read, before any check.
Record unchecked(Record record) {
  record.checks.clear();
  for (const ScoreCell& cell : score_cells(record)) {
    Trust& trust = cell.evidence->trust;
    if (trust == Trust::kVerified || trust == Trust::kConflicting) trust = Trust::kPlausible;
  }
  return record;
}

size_t disagreeing(const Record& record) {
  return static_cast<size_t>(
      std::ranges::count_if(record.checks, [](const Check& c) { return !c.agrees; }));
}

void print(const char* name, const Tally& tally) {
  const auto share = [&](long part) {
    return tally.all == 0 ? 0.0
                          : 100.0 * static_cast<double>(part) / static_cast<double>(tally.all);
  };
  fmt::print(
      "{:<44} {:>7}  seen {:6.2f} %  blamed {:6.2f} %  repaired {:6.2f} % ({} wrong)  "
      "verified wrong {}  silent {}\n",
      name, tally.all, share(tally.seen), share(tally.blamed), share(tally.repaired),
      tally.repaired_wrong, tally.verified_wrong, tally.silent);
}

// One planted error: the score of the cell is another.
void plant(const Framework& framework, const Record& correct, size_t cell, double wrong,
           double confidence, size_t before, Tally& tally) {
  Record record = correct;
  std::vector<ScoreCell> cells = score_cells(record);
  const double right = cells[cell].value;
  *cells[cell].printed = wrong;
  cells[cell].evidence->confidence = confidence;
  run_checks(framework, record);
  cells = score_cells(record);
  ++tally.all;
  const Trust trust = cells[cell].evidence->trust;
  const bool repaired = std::abs(cells[cell].value - wrong) > 1e-6;
  tally.seen += disagreeing(record) > before || repaired ? 1 : 0;
  if (repaired) {
    const bool wrongly = std::abs(cells[cell].value - right) > 1e-6;
    tally.repaired_wrong += wrongly ? 1 : 0;
    tally.repaired += wrongly ? 0 : 1;
    tally.blamed += wrongly ? 0 : 1;
    return;
  }
  tally.verified_wrong += trust == Trust::kVerified ? 1 : 0;
  tally.silent += trust == Trust::kPlausible ? 1 : 0;
  const auto others = std::ranges::count_if(cells, [&](const ScoreCell& c) {
    return c.evidence != cells[cell].evidence && c.evidence->trust == Trust::kConflicting;
  });
  tally.blamed += trust == Trust::kConflicting && others == 0 ? 1 : 0;
}

struct Results {
  Tally covered;    // scores that stand in a printed mean
  Tally uncovered;  // all others
  Tally by_ocr;     // the first kind as OCR would read it
  Tally dropped;    // a row
  Tally miscoded;   // a row has the code of another item
  Tally swapped;    // two neighbours have each other's scores
  Tally lost;       // all rows of a page
  long documents = 0;
  long false_alarms = 0;
  std::vector<double> milliseconds;
};

void drop_rows(const Framework& framework, const Record& correct, size_t before, Results& results) {
  for (size_t i = 0; i < correct.issues.size(); ++i) {
    for (size_t j = 0; j < correct.issues[i].items.size(); ++j) {
      Record less = correct;
      auto& items = less.issues[i].items;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(j));
      run_checks(framework, less);
      ++results.dropped.all;
      results.dropped.seen += disagreeing(less) > before ? 1 : 0;

      Record other = correct;
      ItemCode& code = *other.issues[i].items[j].code.value;
      code.number = code.number % 10 == 9 ? code.number - 1 : code.number + 1;
      run_checks(framework, other);
      ++results.miscoded.all;
      results.miscoded.seen += disagreeing(other) > before ? 1 : 0;
    }
  }
}

void swap_rows(const Framework& framework, const Record& correct, size_t before, Results& results) {
  for (size_t i = 0; i < correct.issues.size(); ++i) {
    const auto& items = correct.issues[i].items;
    for (size_t j = 1; j < items.size(); ++j) {
      if (items[j].result.score.value == items[j - 1].result.score.value) continue;
      Record other = correct;
      auto& rows = other.issues[i].items;
      std::swap(rows[j].result, rows[j - 1].result);
      run_checks(framework, other);
      ++results.swapped.all;
      results.swapped.seen += disagreeing(other) > before ? 1 : 0;
    }
  }
}

void lose_pages(const Framework& framework, const Record& correct, size_t before,
                Results& results) {
  std::set<int> pages;
  for (const IssueResult& issue : correct.issues) {
    for (const ItemResult& item : issue.items) pages.insert(item.code.evidence.page);
  }
  for (const int page : pages) {
    Record other = correct;
    for (IssueResult& issue : other.issues)
      std::erase_if(issue.items,
                    [&](const ItemResult& item) { return item.code.evidence.page == page; });
    run_checks(framework, other);
    ++results.lost.all;
    results.lost.seen += disagreeing(other) > before ? 1 : 0;
  }
}

void measure(const std::string& name, Results& results) {
  std::ifstream in(name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const Record read = read_to_record(bytes, name, {}).record;
  if (!read.framework.value) return;
  const Framework& framework = *codebook().framework(*read.framework.value);
  const Record correct = unchecked(read);
  Record checked = correct;
  const auto begin = Clock::now();
  run_checks(framework, checked);
  results.milliseconds.push_back(
      std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  const size_t before = disagreeing(checked);
  ++results.documents;
  if (before > 0) {
    ++results.false_alarms;
    for (const Check& check : checked.checks) {
      if (!check.agrees)
        fmt::print("  {}: {} {} {}\n", name, check.rule, check.path, check.message);
    }
    return;
  }
  Record probe = correct;
  const ScoreNet net = score_net(framework, probe);
  for (size_t i = 0; i < net.cells.size(); ++i) {
    if (!net.cells[i].is_item()) continue;
    const bool covered = std::ranges::any_of(net.relations, [&](const Relation& relation) {
      return std::ranges::any_of(relation.terms, [&](const auto& term) {
        return term.cell == i && relation.terms.size() > 1;
      });
    });
    for (const double wrong : digit_variants(net.cells[i].value)) {
      plant(framework, correct, i, wrong, 1, before, covered ? results.covered : results.uncovered);
      if (covered) plant(framework, correct, i, wrong, 0.9, before, results.by_ocr);
    }
  }
  drop_rows(framework, correct, before, results);
  swap_rows(framework, correct, before, results);
  lose_pages(framework, correct, before, results);
}

}  // namespace
}  // namespace prongsai

int main(int count, char** arguments) {
  prongsai::Results results;
  for (int i = 1; i < count; ++i) prongsai::measure(arguments[i], results);
  fmt::print("{} correct documents, {} with a check that fails\n", results.documents,
             results.false_alarms);
  prongsai::print("one wrong digit, averages or indicators printed", results.covered);
  prongsai::print("  as OCR reads it", results.by_ocr);
  prongsai::print("one wrong digit, nothing else printed", results.uncovered);
  prongsai::print("a row dropped", results.dropped);
  prongsai::print("a code misread", results.miscoded);
  prongsai::print("scores of two neighbouring rows swapped", results.swapped);
  prongsai::print("the rows of a page lost", results.lost);
  std::ranges::sort(results.milliseconds);
  if (!results.milliseconds.empty())
    fmt::print("all checks of one record: {:.3f} ms median\n",
               results.milliseconds[results.milliseconds.size() / 2]);
  return results.covered.verified_wrong + results.uncovered.verified_wrong +
                     results.by_ocr.verified_wrong + results.by_ocr.repaired_wrong ==
                 0
             ? 0
             : 1;
}
