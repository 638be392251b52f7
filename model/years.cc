// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/years.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "model/item_code.h"
#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Vote {
  double weight = 0;
  Evidence evidence;
};

// A year in a paragraph: its value and bytes.
struct YearMention {
  int year = 0;
  size_t begin = 0;
  size_t end = 0;
};

std::vector<YearMention> mentions(std::string_view text) {
  std::vector<YearMention> found;
  for (size_t at = 0; at < text.size(); ++at) {
    const Digits digits = leading_digits(text.substr(at), 5);
    if (digits.ascii.empty()) continue;
    const int year = digits.ascii.size() == 4 ? std::stoi(digits.ascii) : 0;
    if (year >= 2550 && year <= 2650) found.push_back({year, at, at + digits.length});
    at += digits.length - 1;
    while (at + 1 < text.size() && leading_digits(text.substr(at + 1), 1).length > 0) {
      at += leading_digits(text.substr(at + 1), 1).length;
    }
  }
  return found;
}

// Whether words for a year stand right before it; a bare number may be a law's or a document's.
bool introduced(std::string_view before) {
  static const RE2 kIntroduction(
      "(?:ปีงบประมาณ(?:พ\\.?ศ\\.?)?|ปี(?:พ\\.?ศ\\.?)?|ปีงบฯ|งบประมาณพ\\.?ศ\\.?|ประจำ(?:ปี)?พ\\.?ศ\\.?)"
      "$");
  return RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), kIntroduction);
}

std::optional<YearUse> use_of(const std::string& before) {
  static const std::vector<std::unique_ptr<RE2>> expressions = [] {
    std::vector<std::unique_ptr<RE2>> list;
    for (const YearPattern& row : year_patterns()) list.push_back(std::make_unique<RE2>(row.regex));
    return list;
  }();
  std::optional<YearUse> use;
  size_t nearest = 0;
  for (size_t i = 0; i < expressions.size(); ++i) {
    re2::StringPiece rest(before);
    re2::StringPiece match;
    while (RE2::FindAndConsume(&rest, *expressions[i], &match)) {
      const auto end = static_cast<size_t>(match.data() + match.size() - before.data());
      if (end > nearest) {
        nearest = end;
        use = year_patterns()[i].use;
      }
    }
  }
  return use;
}

Sourced<int> winner(const std::map<int, Vote>& votes) {
  Sourced<int> best;
  double weight = 0;
  for (const auto& [year, vote] : votes) {
    if (vote.weight <= weight) continue;
    weight = vote.weight;
    best.value = year;
    best.evidence = vote.evidence;
  }
  return best;
}

}  // namespace

const std::vector<YearPattern>& year_patterns() {
  static const std::vector<YearPattern> rows = {
      {YearUse::kReport,
       "(รายงานผลการดำเนิน(?:การ|งาน)(?:เพื่อส่งเสริม|ตามมาตรการ)|ผลการดำเนิน(?:การ|งาน)ตามมาตรการ|"
       "รายงานผลการนำมาตรการ|รายงานผลการ(?:กำกับ)?ติดตาม(?:การดำเนิน(?:การ|งาน))?(?:ตาม)?มาตรการ)",
       "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568"},
      {YearUse::kAssessed,
       "(ผลการประเมิน|วิเคราะห์ผล|ผลคะแนน|การประเมินคุณธรรมและความโปร่งใส|คะแนนita|ผลita|วิเคราะห์ita|"
       "ประเมินita)",
       "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567"},
      {YearUse::kPlan, "(มาตรการ|ไป.{0,4}การปฏิบัติ|แผนการดำเนินงาน|แนวทางการพัฒนา)",
       "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568"},
  };
  return rows;
}

DocumentYears find_years(const std::vector<Passage>& passages) {
  std::map<int, Vote> votes[3];
  std::string before;             // folded text of the paragraphs so far, the last part of it
  constexpr size_t kReach = 900;  // bytes before a year that can say what it is of
  double weight = 4;
  int lines = 0;
  for (const Passage& passage : passages) {
    const std::string& text = passage.text();
    // A title is short; the first lines are the cover.
    const size_t length = fold_points(text.substr(0, 2000)).size();
    weight = ++lines <= 12 ? 4 : length <= 150 ? 2 : 1;
    const bool entry = leading_code(text).has_value();
    std::string reach = before;  // what stands before the mention, as far as it matters
    size_t folded = 0;           // bytes of the text that are in it, or were
    for (const YearMention& mention : mentions(text)) {
      if (entry) break;
      reach += fold(std::string_view(text).substr(folded, mention.begin - folded));
      folded = mention.begin;
      if (reach.size() > kReach) reach.erase(0, reach.size() - kReach);
      const std::string context = to_utf8(code_points(reach));
      if (!introduced(context)) continue;
      const std::optional<YearUse> use = use_of(context);
      if (!use) continue;
      Vote& vote = votes[static_cast<size_t>(*use)][mention.year];
      if (vote.weight == 0) vote.evidence = passage.evidence(mention.begin, mention.end);
      vote.weight += weight;
    }
    // A title may be broken over lines; prose is not continued by the next paragraph.
    constexpr size_t kLongestTitleLine = 150;
    if (length > kLongestTitleLine) {
      before.clear();
    } else {
      before += fold(text);
    }
    if (before.size() > kReach) before = before.substr(before.size() - kReach);
  }
  return {winner(votes[0]), winner(votes[1]), winner(votes[2])};
}

}  // namespace prongsai
