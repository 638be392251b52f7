// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/group_titles.h"

#include <algorithm>

namespace prongsai::review {

const std::vector<Title>& rule_titles() {
  static const std::vector<Title> titles = {
      {"reviewers_differ", "", "ผู้ตรวจทานให้ค่าต่างกัน", "Reviewers differ"},
      {"reading", "ocr", "อ่านจากภาพได้ไม่ชัด", "Read from a picture, unsure"},
      {"reading", "text_layer", "ข้อความในไฟล์อ่านได้ไม่แน่ชัด", "Read from the file's text, unsure"},
      {"reading", "", "อ่านได้ไม่แน่ชัด", "Reading unsure"},
      {"plausible", "", "ไม่มีสิ่งใดขัดแย้งและไม่มีสิ่งใดยืนยัน", "Neither contradicted nor proved"},
      {"issue_average", "", "ค่าเฉลี่ยของประเด็นไม่ตรงกับคะแนนรายข้อ",
       "An issue's average does not follow from its items"},
      {"indicator_from_items", "", "คะแนนตัวชี้วัดไม่ตรงกับคะแนนรายข้อ",
       "An indicator does not follow from its items"},
      {"overall_from_indicators", "", "คะแนนภาพรวมไม่ตรงกับคะแนนตัวชี้วัด",
       "The overall score does not follow from the indicators"},
      {"restated_score", "", "คะแนนเดียวกันพิมพ์ไว้ต่างกัน", "One score printed in two ways"},
      {"item_in_two_issues", "", "ข้อเดียวกันมีคะแนนต่างกันในสองประเด็น",
       "One item with two scores in two issues"},
      {"respondents", "", "คะแนนไม่ใช่ค่าเฉลี่ยของผู้ตอบแบบวัด",
       "A score that is no mean of the survey's answers"},
      {"oit_zero_or_hundred", "", "คะแนน OIT ไม่ใช่ 0, 50 หรือ 100",
       "An OIT score other than 0, 50 or 100"},
      {"score_in_range", "", "คะแนนอยู่นอกช่วง 0 ถึง 100", "A score outside 0 to 100"},
      {"item_in_framework", "", "รหัสข้อไม่มีในปีนั้น", "A code that the year does not have"},
      {"item_in_issue", "", "ข้ออยู่ผิดประเด็น", "An item in another issue than the codebook's"},
      {"item_twice", "", "รหัสข้อซ้ำ", "A code printed twice"},
      {"item_order", "", "ลำดับรหัสข้อสลับ", "Codes out of order"},
      {"item_complete", "", "ข้อในประเด็นไม่ครบ", "Items of an issue are missing"},
      {"item_scored", "", "ข้อที่ไม่มีคะแนน", "Items without a score"},
      {"average_printed", "", "ประเด็นที่ไม่มีค่าเฉลี่ย", "An issue without an average"},
      {"score_column", "", "คะแนนมาจากคนละคอลัมน์", "A score from another column"},
      {"score_is_row_number", "", "คะแนนคล้ายลำดับที่", "Scores like numbers of rows"},
      {"level_matches_score", "", "ระดับไม่ตรงกับคะแนน", "The level does not follow from the scores"},
      {"agency_consistent", "", "ชื่อเขียนไม่เหมือนกันทั้งเอกสาร", "A name spelt in two ways"},
      {"plan_year_follows", "", "ปีของแผนไม่ตามหลังปีที่ประเมิน",
       "The plan's year does not follow the year assessed"},
      {"period_in_plan_year", "", "ระยะเวลาไม่อยู่ในปีของแผน", "A period outside the plan's year"},
      {"year_consistent", "", "ปีไม่ตรงกับรายการข้อ", "The year is not that of the items"},
      {"", "", "ข้อมูลขัดแย้งกัน", "Contradicted"},
  };
  return titles;
}

const Title& rule_title(std::string_view rule, std::string_view cause) {
  const auto row = std::ranges::find_if(rule_titles(), [&](const Title& title) {
    return (title.name.empty() || title.name == rule) &&
           (title.cause.empty() || title.cause == cause);
  });
  return *row;  // the last one fits all
}

const Title& kind_title(ValueKind kind) {
  static const std::vector<Title> titles = {
      {"score", "", "คะแนน", "scores"}, {"level", "", "ระดับ", "levels"},
      {"code", "", "รหัสข้อ", "codes"},   {"year", "", "ปี", "years"},
      {"text", "", "ชื่อ", "names"},      {"number", "", "ลำดับที่", "numbers"}};
  return *std::ranges::find(titles, std::string_view(kind_name(kind)), &Title::name);
}

}  // namespace prongsai::review
