// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/header_guess.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "model/nearest.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr double kAlike = 0.6;
constexpr double kPlainlyMore = 0.1;  // than any of another role
constexpr size_t kShortest = 4;       // characters
constexpr size_t kLongest = 60;

}  // namespace

const std::vector<HeaderWord>& header_words() {
  static const std::vector<HeaderWord> rows = {
      {ColumnRole::kScore, "คะแนน", "ค๑“แนน"},
      {ColumnRole::kScore, "คะแนนเฉลี่ย", "คะแบนเฉสี่ย"},
      {ColumnRole::kScore, "คะแนนที่ได้", "คะแบนทไต้"},
      {ColumnRole::kScore, "ผลคะแนน", "ผสคะแบน"},
      {ColumnRole::kLevel, "ระดับ", "ระคับ"},
      {ColumnRole::kLevel, "ระดับผลการประเมิน", "ระต้บผลการประเมน"},
      {ColumnRole::kOrdinal, "ลำดับ", "สำตับ"},
      {ColumnRole::kOrdinal, "ลำดับที่", "สำตับที่"},
      {ColumnRole::kItem, "ข้อคำถาม", "ช้อคำถาบ"},
      {ColumnRole::kItem, "ประเด็นการประเมิน", "ประเค็นการประเมน"},
      {ColumnRole::kItem, "รายการ", "รายถาร"},
      {ColumnRole::kIndicator, "ตัวชี้วัด", "ดัวซี้วัค"},
      {ColumnRole::kInstrument, "แบบวัด", "แบบวัค"},
      {ColumnRole::kInstrument, "เครื่องมือ", "เครองมือ"},
      {ColumnRole::kIssue, "ประเด็น", "ประเคน"},
      {ColumnRole::kMeasure, "มาตรการ", "บาตรการ"},
      {ColumnRole::kMeasure, "มาตรการ/โครงการ/กิจกรรม", "มาตรกาว/โครงถาร/กิจกรรบ"},
      {ColumnRole::kSteps, "ขั้นตอน", "ขั้บตอน"},
      {ColumnRole::kSteps, "ขั้นตอน/วิธีการปฏิบัติ", "ขันตอบ/วิธีการปฎิบัติ"},
      {ColumnRole::kSteps, "วิธีดำเนินการ", "วิธีดำเบินถาร"},
      {ColumnRole::kPeriod, "ระยะเวลา", "ระยะเวสา"},
      {ColumnRole::kPeriod, "ระยะเวลาดำเนินการ", "ระยะเวสาคำเนินการ"},
      {ColumnRole::kResponsible, "ผู้รับผิดชอบ", "ผู้รับผิตซอบ"},
      {ColumnRole::kResponsible, "หน่วยงานที่รับผิดชอบ", "หบ่วยงานที่รับผิตชอบ"},
      {ColumnRole::kBudget, "งบประมาณ", "งบประบาณ"},
      {ColumnRole::kNote, "หมายเหตุ", "หบายเหตุ"},
      {ColumnRole::kResults, "ผลการดำเนินการ", "ผสการคำเนินการ"},
      {ColumnRole::kOutcomes, "ผลลัพธ์", "ผสลัพธ์"},
      // What is left of "ปี พ.ศ. ๒๕๖๘" without its year.
      {ColumnRole::kScore, "ปีพ.ศ.", "ปีข พ.ศ. ๒๕๖๘"},
      {ColumnRole::kScore, "ปีงบประมาณพ.ศ.", "ปิงบประมาณ ท.ศ. 2567"},
  };
  return rows;
}

HeaderMatch guess_header(std::string_view cell) {
  HeaderMatch match;
  std::string folded = fold(cell);
  static const RE2 kYear("(25[5-9][0-9])$");
  if (RE2::PartialMatch(folded, kYear, &match.year)) RE2::Replace(&folded, kYear, "");
  const std::u32string text = code_points(folded);
  if (text.size() < kShortest || text.size() > kLongest) return {};
  using Likenesses = std::vector<Likeness<ColumnRole>>;
  const auto likenesses = [](bool of_year) {
    Likenesses out;
    for (const HeaderWord& word : header_words()) {
      if (std::string_view(word.text).starts_with("ปี") == of_year)
        out.push_back({word.role, code_points(word.text)});
    }
    return out;
  };
  static const Likenesses kOfYears = likenesses(true);
  static const Likenesses kOthers = likenesses(false);
  const auto role = nearest_kind(text, match.year != 0 ? kOfYears : kOthers, kAlike, kPlainlyMore);
  if (!role) return {};
  match.role = *role;
  return match;
}

}  // namespace prongsai
