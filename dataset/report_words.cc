// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_texts.h"

namespace prongsai {

const std::vector<ReportWord>& report_words() {
  static const std::vector<ReportWord> rows = {
      {"agency", "", "ไม่ระบุหน่วยงาน", "agency not stated"},
      {"province", "", "ไม่ระบุจังหวัด", "province not stated"},
      {"assessed_year", "", "ไม่ระบุปี", "year not stated"},

      {"state", "done", "อ่านได้ครบถ้วน", "read, nothing to review"},
      {"state", "needs_review", "ควรตรวจทาน", "needs review"},
      {"state", "not_ita", "ไม่ใช่เอกสารผลการประเมิน ITA", "not an ITA document"},
      {"state", "rejected", "อ่านไม่ได้ (ไฟล์เสียหายหรือไม่รองรับ)", "rejected: damaged or unsupported"},
      {"state", "quarantined", "แยกไว้ (เกินขีดจำกัดหรือหยุดทำงานกลางคัน)",
       "quarantined: exceeded a limit or broke off"},
      {"state", "io_error", "เปิดไฟล์ไม่ได้", "could not be opened"},

      {"trust", "verified", "ยืนยันแล้ว", "verified"},
      {"trust", "plausible", "น่าเชื่อถือ", "plausible"},
      {"trust", "doubtful", "น่าสงสัย", "doubtful"},
      {"trust", "conflicting", "ขัดแย้ง", "conflicting"},
      {"trust", "", "ไม่มีข้อมูล", "not known"},

      {"kind", "overall", "คะแนนภาพรวม", "overall score"},
      {"kind", "indicator", "ตัวชี้วัดที่ {}", "indicator {}"},
      {"kind", "issue_average", "คะแนนเฉลี่ยประเด็นที่ {}", "average of issue {}"},
      {"kind", "item", "ข้อ {}", "item {}"},

      {"agency_type", "subdistrict_administrative_organization", "องค์การบริหารส่วนตำบล",
       "subdistrict administrative organization"},
      {"agency_type", "subdistrict_municipality", "เทศบาลตำบล", "subdistrict municipality"},
      {"agency_type", "town_municipality", "เทศบาลเมือง", "town municipality"},
      {"agency_type", "city_municipality", "เทศบาลนคร", "city municipality"},
      {"agency_type", "provincial_administrative_organization", "องค์การบริหารส่วนจังหวัด",
       "provincial administrative organization"},
      {"agency_type", "special_local_government", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
       "special local government"},
      {"agency_type", "central_agency", "หน่วยงานส่วนกลาง", "central agency"},
      {"agency_type", "provincial_agency", "หน่วยงานส่วนภูมิภาค", "provincial agency"},
      {"agency_type", "university", "สถาบันอุดมศึกษา", "university"},
      {"agency_type", "state_enterprise", "รัฐวิสาหกิจ", "state enterprise"},
      {"agency_type", "public_organization", "องค์การมหาชน", "public organization"},
      {"agency_type", "other", "หน่วยงานประเภทอื่น", "other"},
      {"agency_type", "", "ไม่ระบุประเภท", "type not stated"},

      {"rule", "issue_average", "คะแนนเฉลี่ยของประเด็นไม่ตรงกับคะแนนรายข้อ",
       "the average of an issue is not that of its items"},
      {"rule", "indicator_from_items", "คะแนนตัวชี้วัดไม่ตรงกับคะแนนรายข้อ",
       "the score of an indicator is not that of its items"},
      {"rule", "overall_from_indicators", "คะแนนภาพรวมไม่ตรงกับคะแนนตัวชี้วัดถ่วงน้ำหนัก",
       "the overall score is not that of the weighted indicators"},
      {"rule", "restated_score", "คะแนนเดียวกันพิมพ์ไว้หลายแห่งไม่ตรงกัน",
       "a score is printed twice, differently"},
      {"rule", "item_in_two_issues", "ข้อเดียวกันในสองประเด็นมีคะแนนไม่เท่ากัน",
       "an item has two scores in two issues"},
      {"rule", "respondents", "คะแนนไม่สอดคล้องกับจำนวนผู้ตอบ",
       "a score that the number of respondents cannot give"},
      {"rule", "oit_zero_or_hundred", "ข้อ OIT มีคะแนนอื่นนอกจาก 0 หรือ 100",
       "an OIT item scores neither 0 nor 100"},
      {"rule", "score_in_range", "คะแนนอยู่นอกช่วง 0 ถึง 100", "a score is not between 0 and 100"},
      {"rule", "item_in_framework", "รหัสข้อไม่มีในแบบประเมินของปีนั้น",
       "the year has no item of this code"},
      {"rule", "item_in_issue", "ข้อคำถามอยู่ผิดประเด็น", "an item stands under another issue"},
      {"rule", "item_twice", "รหัสข้อซ้ำในประเด็นเดียวกัน", "a code stands twice in one issue"},
      {"rule", "item_order", "รหัสข้อไม่เรียงตามลำดับ", "codes are out of order"},
      {"rule", "item_complete", "จำนวนข้อในประเด็นไม่ครบ", "an issue lacks items"},
      {"rule", "average_printed", "ประเด็นไม่มีคะแนนเฉลี่ย", "an issue lacks its average"},
      {"rule", "score_column", "คะแนนอาจอ่านมาจากคอลัมน์อื่น", "a score may be of another column"},
      {"rule", "score_is_row_number", "คะแนนที่อ่านได้อาจเป็นเลขลำดับที่", "scores may be numbers of rows"},
      {"rule", "item_scored", "บางข้อในประเด็นไม่มีคะแนน", "items of an issue lack their scores"},
      {"rule", "level_matches_score", "ระดับผลการประเมินไม่ตรงกับคะแนน",
       "the level is not that of the score"},
      {"rule", "agency_consistent", "ชื่อหน่วยงาน อำเภอ หรือจังหวัดเขียนไม่ตรงกันทั้งเอกสาร",
       "the agency or its place is written differently"},
      {"rule", "plan_year_follows", "ปีของแผนไม่สอดคล้องกับปีที่ประเมิน",
       "the year planned for does not follow the year assessed"},
      {"rule", "period_in_plan_year", "ระยะเวลาของมาตรการไม่อยู่ในปีของแผน",
       "the period of a measure is not in the year planned for"},
      {"rule", "year_consistent", "ปีที่ประเมินไม่ตรงกับชุดข้อคำถาม",
       "the year assessed is not that of the items"},
  };
  return rows;
}

}  // namespace prongsai
