// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/planting.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/checks.h"
#include "model/respondents.h"
#include "model/score_trust.h"

namespace prongsai::tests {
namespace {

bool same(double a, double b) { return std::abs(a - b) < 1e-6; }

// One planted error: the score of the cell is another.
void plant_digit(const Specimen& specimen, size_t cell, double wrong, double confidence,
                 Tally& tally) {
  Record record = specimen.record;
  std::vector<ScoreCell> cells = score_cells(record);
  const double right = cells[cell].value;
  *cells[cell].printed = wrong;
  cells[cell].evidence->confidence = confidence;
  const std::vector<ScoreCell> before = cells;
  run_checks(*specimen.framework, record);
  cells = score_cells(record);
  const ScoreCell& now = cells[cell];
  for (size_t i = 0; i < cells.size(); ++i)
    tally.repaired_wrong += i != cell && !same(cells[i].value, before[i].value);
  const Trust trust = now.evidence->trust;
  const bool repaired = !same(now.value, wrong);
  ++tally.all;
  tally.seen +=
      shows_more(failing_checks(record), specimen.failing) || repaired || trust == Trust::kDoubtful;
  if (repaired) {
    const bool rightly = same(now.value, right);
    tally.repaired_wrong += !rightly;
    tally.repaired += rightly;
    tally.blamed += rightly;
    return;
  }
  tally.verified_wrong += trust == Trust::kVerified;
  tally.silent += trust == Trust::kPlausible;
  const bool others = std::ranges::any_of(cells, [&](const ScoreCell& c) {
    return c.evidence != now.evidence && c.evidence->trust == Trust::kConflicting &&
           !specimen.conflicting.contains(key_of(c));
  });
  tally.blamed += trust == Trust::kConflicting && !others;
}

void count(const Specimen& specimen, Record changed, Tally& tally) {
  run_checks(*specimen.framework, changed);
  ++tally.all;
  tally.seen += shows_more(failing_checks(changed), specimen.failing);
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  all += other.all;
  harmless += other.harmless;
  seen += other.seen;
  blamed += other.blamed;
  repaired += other.repaired;
  repaired_wrong += other.repaired_wrong;
  verified_wrong += other.verified_wrong;
  silent += other.silent;
  return *this;
}

std::string key_of(const ScoreCell& cell) {
  return std::to_string(static_cast<int>(cell.kind)) + " " + std::to_string(cell.issue) + " " +
         std::to_string(cell.indicator) + " " + (cell.is_item() ? cell.code.text() : "");
}

std::map<std::string, double> scores_by_key(Record record) {
  std::map<std::string, double> scores;
  for (const ScoreCell& cell : score_cells(record)) {
    if (cell.printed != nullptr) scores.emplace(key_of(cell), cell.value);
  }
  return scores;
}

Record unchecked(Record record) {
  record.checks.clear();
  for (const ScoreCell& cell : score_cells(record)) {
    Trust& trust = cell.evidence->trust;
    if (trust == Trust::kVerified || trust == Trust::kConflicting) trust = Trust::kPlausible;
  }
  return record;
}

std::set<std::string> conflicting_scores(Record record) {
  std::set<std::string> conflicting;
  for (const ScoreCell& cell : score_cells(record)) {
    if (cell.evidence->trust == Trust::kConflicting) conflicting.insert(key_of(cell));
  }
  return conflicting;
}

Failing failing_checks(const Record& record) {
  Failing failing;
  for (const Check& check : record.checks) {
    if (!check.agrees) failing.insert(check.rule + " " + check.path + " " + check.message);
  }
  return failing;
}

bool shows_more(const Failing& now, const Failing& before) {
  return !std::ranges::includes(before, now);
}

void plant_digits(const Specimen& specimen, DigitTallies& tallies) {
  Record probe = specimen.record;
  const ScoreNet net = score_net(*specimen.framework, probe);
  for (size_t i = 0; i < net.cells.size(); ++i) {
    const ScoreCell& cell = net.cells[i];
    const auto right = specimen.truth.find(key_of(cell));
    if (!cell.is_item() || right == specimen.truth.end() || !same(right->second, cell.value))
      continue;
    const bool covered = std::ranges::any_of(net.relations, [&](const Relation& relation) {
      return relation.terms.size() > 1 && relation.result != i && relation.has(i);
    });
    const double confidence = cell.evidence->confidence;
    for (const double wrong : digit_variants(cell.value)) {
      plant_digit(specimen, i, wrong, confidence, covered ? tallies.covered : tallies.uncovered);
      if (covered) plant_digit(specimen, i, wrong, 0.9, tallies.by_ocr);
    }
  }
}

void plant_rows(const Specimen& specimen, RowTallies& tallies) {
  const Record& correct = specimen.record;
  std::set<int> pages;
  for (size_t i = 0; i < correct.issues.size(); ++i) {
    for (size_t j = 0; j < correct.issues[i].items.size(); ++j) {
      pages.insert(correct.issues[i].items[j].code.evidence.page);
      Record less = correct;
      auto& items = less.issues[i].items;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(j));
      count(specimen, std::move(less), tallies.dropped);

      Record other = correct;
      ItemCode& code = *other.issues[i].items[j].code.value;
      code.number = code.number % 10 == 9 ? code.number - 1 : code.number + 1;
      count(specimen, std::move(other), tallies.miscoded);

      if (j == 0 || correct.issues[i].items[j].result.score.value ==
                        correct.issues[i].items[j - 1].result.score.value)
        continue;
      Record swapped = correct;
      auto& rows = swapped.issues[i].items;
      std::swap(rows[j].result, rows[j - 1].result);
      count(specimen, std::move(swapped), tallies.swapped);
    }
  }
  for (const int page : pages) {
    Record other = correct;
    for (IssueResult& issue : other.issues)
      std::erase_if(issue.items,
                    [&](const ItemResult& item) { return item.code.evidence.page == page; });
    count(specimen, std::move(other), tallies.page_lost);
  }
}

}  // namespace prongsai::tests
