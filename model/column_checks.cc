// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/column_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/new_check.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr double kSameColumn = 30;  // points, between the left edges of codes
constexpr size_t kFewestAbout = 3;  // scores in one column tell where it is
constexpr size_t kFewestInRun = 3;

struct ScoredItem {
  std::string path;
  const ItemResult* item = nullptr;
  Sourced<double>* score = nullptr;
};

// A number alone, as in a cell; in running text scores stand anywhere.
bool is_number_alone(const ScoredItem& one) {
  return std::ranges::all_of(code_points(one.score->evidence.text), [](char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'๐' && c <= U'๙') || c == U'.' || c == U',';
  });
}

bool in_one_column(const Sourced<double>& a, const Sourced<double>& b) {
  return a.evidence.box->x0 <= b.evidence.box->x1 && b.evidence.box->x0 <= a.evidence.box->x1;
}

// Rows of one table, as far as page and codes tell.
bool in_one_table(const ScoredItem& a, const ScoredItem& b) {
  const Evidence& code_a = a.item->code.evidence;
  const Evidence& code_b = b.item->code.evidence;
  return a.score->evidence.box && b.score->evidence.box && code_a.box && code_b.box &&
         a.score->evidence.page == b.score->evidence.page && code_a.page == code_b.page &&
         std::abs(code_a.box->x0 - code_b.box->x0) < kSameColumn;
}

bool stands_apart(const ScoredItem& one, const std::vector<ScoredItem>& items) {
  std::vector<const ScoredItem*> about;
  for (const ScoredItem& other : items) {
    if (other.item != one.item && in_one_table(one, other) && is_number_alone(other))
      about.push_back(&other);
  }
  return about.size() >= kFewestAbout && is_number_alone(one) &&
         std::ranges::all_of(about, [&](const ScoredItem* other) {
           return !in_one_column(*one.score, *other->score) &&
                  in_one_column(*other->score, *about.front()->score);
         });
}

void contradict(const char* rule, const ScoredItem& one, const char* message, Record& record) {
  const double score = *one.score->value;
  one.score->evidence.trust = Trust::kConflicting;
  record.checks.push_back(new_check(rule, one.path, Compared{score, score, false}, message));
}

bool follows(const ScoredItem& one, const ScoredItem& before) {
  const double score = *one.score->value;
  return score == *before.score->value + 1 && std::round(score) == score;
}

// "1", "2", "3" one below the other: numbers of the rows, and no scores.
void check_runs(const std::vector<ScoredItem>& items, Record& record) {
  for (size_t begin = 0; begin < items.size();) {
    size_t end = begin + 1;
    while (end < items.size() && follows(items[end], items[end - 1])) ++end;
    if (end - begin >= kFewestInRun) {
      for (size_t i = begin; i < end; ++i)
        contradict("score_is_row_number", items[i], "numbers of rows are read as scores", record);
    }
    begin = end;
  }
}

}  // namespace

void check_columns(Record& record) {
  for (size_t i = 0; i < record.issues.size(); ++i) {
    std::vector<ScoredItem> items;
    for (size_t j = 0; j < record.issues[i].items.size(); ++j) {
      ItemResult& item = record.issues[i].items[j];
      if (item.result.score.value)
        items.push_back(
            {fmt::format("/issues/{}/items/{}/score", i, j), &item, &item.result.score});
    }
    for (const ScoredItem& one : items) {
      if (stands_apart(one, items))
        contradict("score_column", one,
                   "stands in another column than the scores of the rows about it", record);
    }
    check_runs(items, record);
  }
}

}  // namespace prongsai
