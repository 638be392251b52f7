// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/prose.h"

#include <re2/re2.h>

#include <memory>

#include "model/patterns.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Expression {
  std::unique_ptr<RE2> regex;
  std::string_view word;
};
using Expressions = std::vector<Expression>;

Expressions compiled(const std::vector<ProsePattern>& rows) {
  Expressions expressions;
  expressions.reserve(rows.size());
  for (const ProsePattern& row : rows) {
    expressions.push_back({std::make_unique<RE2>(row.regex), row.word});
    // Makes the half of the automaton that finds where a match begins: now, once for all workers,
    // rather than in each of them.
    expressions.back().regex->ReverseProgramSize();
  }
  return expressions;
}

// The first match whose number is a whole one of 0 to 100 (not a piece of "2567").
std::optional<ScorePhrase> find_phrase(std::string_view text, const RE2& expression) {
  size_t from = 0;
  while (from < text.size()) {
    re2::StringPiece groups[2];
    const re2::StringPiece input(text.data(), text.size());
    if (!expression.Match(input, from, text.size(), RE2::UNANCHORED, groups, 2))
      return std::nullopt;
    const auto number_begin = static_cast<size_t>(groups[1].data() - text.data());
    const auto begin = static_cast<size_t>(groups[0].data() - text.data());
    const auto number = number_at(text, number_begin);
    const char after = number && number->end < text.size() ? text[number->end] : ' ';
    const bool list_number = number && number->decimals == 0 && (after == '.' || after == ')') &&
                             begin + groups[0].size() <= number->end;
    if (number && !list_number && number->end >= number_begin + groups[1].size() &&
        number->value <= 100 && number->decimals <= 2) {
      return ScorePhrase{*number, begin, std::max(number->end, begin + groups[0].size())};
    }
    from = number_begin + groups[1].size();
  }
  return std::nullopt;
}

std::optional<ScorePhrase> find_first(std::string_view text, const Expressions& expressions) {
  constexpr size_t kLongest = 20000;  // bytes of one paragraph that are looked at
  text = text.substr(0, kLongest);
  if (!has_digit(text)) return std::nullopt;
  for (const Expression& expression : expressions) {
    if (text.find(expression.word) == std::string_view::npos) continue;
    if (auto found = find_phrase(text, *expression.regex)) return found;
  }
  return std::nullopt;
}

}  // namespace

const std::vector<ProsePattern>& score_patterns() {
  static const std::vector<ProsePattern> rows = {
      {R"([(]?(?:ค่า|ผล|ได้|มี|ได้รับ)*คะแนน(?:ที่ได้รับ|ที่ได้|การประเมิน|เฉลี่ย|รวม|เท่ากับ|อยู่ที่|คือ|ร้อยละ|เต็ม)*\s*[:=]?\s*([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*(?:คะแนน)?[)]?)",
       "(ค่าคะแนน ๘๗.๒๘)", "คะแนน"},
      {R"((?:ร้อยละ|ได้|เท่ากับ|อยู่ที่)?\s*\b?([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*(?:คะแนน|%|เปอร์เซ็นต์))",
       "ได้ ๙๒.๑๒ คะแนน", ""},
      {R"(ร้อยละ\s*([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?))", "ร้อยละ 92.12", "ร้อยละ"},
      {R"(\(([0-9๐-๙]{1,3}[.][0-9๐-๙]{2})\)\s*$)", "ข้อมูลการติดต่อ (87.50)", "("},
  };
  return rows;
}

const std::vector<ProsePattern>& average_patterns() {
  static const std::vector<ProsePattern> rows = {
      {R"((?:คะแนน|ค่า)เฉลี่ย[^0-9๐-๙]{0,120}?([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*(?:คะแนน)?)",
       "คะแนนเฉลี่ยของประเด็นนี้ ๙๐.๗๐ คะแนน", "เฉลี่ย"},
  };
  return rows;
}

const std::vector<ProsePattern>& overall_patterns() {
  static const std::vector<ProsePattern> rows = {
      {R"((?:คะแนน|ผลการประเมิน|โดย|ใน)?\s*ภาพรวม[^0-9๐-๙]{0,150}?([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*(?:คะแนน|%)?)",
       "คะแนนภาพรวมอยู่ที่ 86.63 คะแนน", "ภาพรวม"},
      {R"((?:ผลคะแนน|คะแนนรวม|คะแนนผลการประเมิน|คะแนนการประเมิน|คะแนนเฉลี่ยรวม|คะแนน\s*ITA|ได้คะแนนรวม)[^0-9๐-๙]{0,100}?([0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*(?:คะแนน|%)?)",
       "มีผลคะแนนการประเมินเท่ากับ ๙๑.๕๐ คะแนน", "คะแนน"},
      {R"(ผลการประเมิน.{0,400}?(?:ได้|มี|ได้รับ|อยู่ที่|เท่ากับ|ด้วย)\s*(?:ค่า)?(?:คะแนน)?[^0-9๐-๙]{0,40}?([0-9๐-๙]{1,3}[.][0-9๐-๙]{1,2})\s*คะแนน)",
       "ผลการประเมินของหน่วยงาน ปี 2567 ได้คะแนน ๙๑.๕๐ คะแนน", "ผลการประเมิน"},
  };
  return rows;
}

std::optional<ScorePhrase> find_score_phrase(std::string_view text) {
  static const Expressions expressions = compiled(score_patterns());
  return find_first(text, expressions);
}

std::optional<ScorePhrase> find_average_phrase(std::string_view text) {
  static const Expressions expressions = compiled(average_patterns());
  return find_first(text, expressions);
}

std::optional<ScorePhrase> find_overall_phrase(std::string_view text) {
  static const Expressions expressions = compiled(overall_patterns());
  return find_first(text, expressions);
}

std::optional<FoundLevel> find_level(std::string_view text) {
  constexpr std::string_view kLevelWord = "ระดับ";
  static const RE2 kBetween(R"(^(?:คะแนน|ผลการประเมิน|คุณภาพ|การประเมิน|ผล|ที่|คือ|[\s:"“”(‘'’-])*)");
  for (size_t at = text.find(kLevelWord); at != std::string_view::npos;
       at = text.find(kLevelWord, at + 1)) {
    const std::string_view rest = text.substr(at + kLevelWord.size());
    re2::StringPiece input(rest.data(), rest.size());
    RE2::Consume(&input, kBetween);
    const auto level = leading_level({input.data(), input.size()});
    if (!level) continue;
    const auto begin = static_cast<size_t>(input.data() - text.data());
    return FoundLevel{level->word, begin, begin + level->length};
  }
  return std::nullopt;
}

}  // namespace prongsai
