// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/item_checks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "model/new_check.h"

namespace prongsai {
namespace {

// A document that prints so much of an issue's items means to print all.
constexpr double kNearlyAll = 0.6;
// And one that prints so much of all items means to print all of them.
constexpr double kMostOfDocument = 0.45;
// A document with scores for so much of its items means to score all.
constexpr double kScoresItems = 0.3;
constexpr double kSameColumn = 30;  // points

class ItemChecker {
 public:
  ItemChecker(const Framework& framework, Record& record)
      : framework_(framework), record_(record) {}

  void run() {
    for (size_t i = 0; i < record_.issues.size(); ++i) {
      IssueResult& issue = record_.issues[i];
      std::set<ItemCode> seen;
      std::map<char, std::vector<int>> above;  // numbers of each instrument, in this column
      for (size_t j = 0; j < issue.items.size(); ++j) {
        ItemResult& item = issue.items[j];
        if (!item.code.value) continue;
        const std::string path = fmt::format("/issues/{}/items/{}", i, j);
        check_code(item, issue.number.value.value_or(0), path);
        const bool again = !seen.insert(*item.code.value).second;
        if (again) {
          disagree("item_twice", path + "/code", item.code.value->text(), "",
                   "the same code twice in one issue");
        }
        if (j > 0 && !stands_below(item, issue.items[j - 1])) above.clear();
        std::vector<int>& numbers = above[item.code.value->prefix];
        // Two neighbours that have changed places say nothing.
        const auto higher = std::ranges::count_if(
            numbers, [&](int number) { return number > item.code.value->number; });
        if (!again && higher > 1) {
          disagree("item_order", path + "/code", item.code.value->text(),
                   fmt::format("{}{}", item.code.value->prefix, std::ranges::max(numbers)),
                   "stands behind items of higher numbers");
        }
        numbers.push_back(item.code.value->number);
        check_range(item, path);
      }
    }
    complete();
    scored();
    averages();
  }

 private:
  // In the same column of the same table; where there is no geometry, always.
  static bool stands_below(const ItemResult& item, const ItemResult& before) {
    const Evidence& here = item.code.evidence;
    const Evidence& there = before.code.evidence;
    if (!here.box || !there.box) return true;
    return here.page == there.page && here.box->y0 > there.box->y0 &&
           std::abs(here.box->x0 - there.box->x0) < kSameColumn;
  }

  void disagree(std::string rule, std::string path, std::string reported, std::string computed,
                std::string message) {
    Check check =
        new_check(std::move(rule), std::move(path),
                  ComparedTexts{std::move(reported), std::move(computed)}, std::move(message));
    check.agrees = false;
    record_.checks.push_back(std::move(check));
  }

  // What stands where it does not belong may be another item's score altogether.
  void check_code(ItemResult& printed, int issue, const std::string& path) {
    const ItemCode code = *printed.code.value;
    const Item* item = framework_.find(code);
    if (item == nullptr) {
      disagree("item_in_framework", path + "/code", code.text(), "",
               fmt::format("no item of fiscal year {}", framework_.fiscal_year));
    } else if (!item->issues.empty() && issue != 0 &&
               std::ranges::find(item->issues, issue) == item->issues.end()) {
      printed.code.evidence.trust = Trust::kConflicting;
      printed.result.score.evidence.trust = Trust::kConflicting;
      disagree("item_in_issue", path + "/code", code.text(),
               fmt::format("issue {}", item->issues.front()),
               fmt::format("the codebook has it in another issue than {}", issue));
    }
  }

  void check_range(const ItemResult& item, const std::string& path) {
    if (!item.result.score.value) return;
    const double score = *item.result.score.value;
    if (score >= 0 && score <= 100) return;
    record_.checks.push_back(new_check("score_in_range", path + "/score",
                                       Compared{score, std::clamp(score, 0.0, 100.0), false},
                                       "scores are between 0 and 100"));
  }

  // Items that the year has in an issue (some in two) and the document lacks, though it prints
  // nearly all.
  void complete() {
    std::map<int, std::set<ItemCode>> wanted;
    for (const Item& item : framework_.items) {
      for (const int issue : item.issues) wanted[issue].insert(item.code);
    }
    size_t all = 0;
    size_t printed = 0;
    std::map<int, std::vector<std::string>> missing;
    for (const auto& [number, codes] : wanted) {
      for (const ItemCode& code : codes) {
        if (!is_printed(code, number)) missing[number].push_back(code.text());
      }
      all += codes.size();
      printed += codes.size() - missing[number].size();
    }
    const bool whole = static_cast<double>(printed) >= kMostOfDocument * static_cast<double>(all);
    for (const auto& [number, codes] : wanted) {
      const auto have = static_cast<double>(codes.size() - missing[number].size());
      const auto least = kNearlyAll * static_cast<double>(codes.size());
      if (!whole && (have == 0 || have < least)) continue;
      const std::vector<std::string>& lacking = missing[number];
      record_.checks.push_back(
          new_check("item_complete", path_of_issue(number),
                    Compared{have, static_cast<double>(codes.size()), lacking.empty()},
                    lacking.empty() ? "all items that the year has in this issue are printed"
                                    : fmt::format("not printed: {}", fmt::join(lacking, ", "))));
    }
  }

  // Items without a score, in a document that scores its items.
  void scored() {
    size_t all = 0;
    size_t with_score = 0;
    for (const IssueResult& issue : record_.issues) {
      all += issue.items.size();
      with_score += static_cast<size_t>(std::ranges::count_if(issue.items, has_score));
    }
    if (static_cast<double>(with_score) < kScoresItems * static_cast<double>(all)) return;
    for (size_t i = 0; i < record_.issues.size(); ++i) {
      const auto& items = record_.issues[i].items;
      std::vector<std::string> lacking;
      for (const ItemResult& item : items) {
        if (item.code.value && !has_score(item)) lacking.push_back(item.code.value->text());
      }
      if (lacking.empty()) continue;
      record_.checks.push_back(
          new_check("item_scored", fmt::format("/issues/{}", i),
                    Compared{static_cast<double>(items.size() - lacking.size()),
                             static_cast<double>(items.size()), false},
                    fmt::format("without a score: {}", fmt::join(lacking, ", "))));
    }
  }

  // One issue without an average, where all others have theirs.
  void averages() {
    const auto with = std::ranges::count_if(record_.issues, [](const IssueResult& issue) {
      return !issue.items.empty() && issue.average.score.value;
    });
    const auto all = std::ranges::count_if(
        record_.issues, [](const IssueResult& issue) { return !issue.items.empty(); });
    constexpr std::ptrdiff_t kFewestWith = 4;
    if (with < kFewestWith || with + 1 != all) return;
    for (size_t i = 0; i < record_.issues.size(); ++i) {
      const IssueResult& issue = record_.issues[i];
      if (issue.items.empty() || issue.average.score.value) continue;
      record_.checks.push_back(
          new_check("average_printed", fmt::format("/issues/{}", i),
                    Compared{static_cast<double>(with), static_cast<double>(all), false},
                    "other issues have an average, this one has none"));
    }
  }

  static bool has_score(const ItemResult& item) { return item.result.score.value.has_value(); }

  bool is_printed(ItemCode code, int issue) const {
    return std::ranges::any_of(record_.issues, [&](const IssueResult& one) {
      return one.number.value == issue &&
             std::ranges::any_of(one.items,
                                 [&](const ItemResult& item) { return item.code.value == code; });
    });
  }

  // Of all issues, if the record lacks this one.
  std::string path_of_issue(int number) const {
    for (size_t i = 0; i < record_.issues.size(); ++i) {
      if (record_.issues[i].number.value == number) return fmt::format("/issues/{}", i);
    }
    return "/issues";
  }

  const Framework& framework_;
  Record& record_;
};

}  // namespace

void check_items(const Framework& framework, Record& record) {
  ItemChecker(framework, record).run();
}

}  // namespace prongsai
