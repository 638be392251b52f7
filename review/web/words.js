// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the data: a name as the data has it, Thai, English. What is not here is shown as it is.
"use strict";

// The sign stands beside the colour, so that colour never says anything alone.
const kTrusts = {
  verified: { letter: "v", sign: "✓", names: ["ยืนยันแล้ว", "verified"] },
  plausible: { letter: "p", sign: "○", names: ["น่าเชื่อถือ", "plausible"] },
  doubtful: { letter: "d", sign: "?", names: ["น่าสงสัย", "doubtful"] },
  conflicting: { letter: "c", sign: "!", names: ["ขัดแย้ง", "conflicting"] },
};

const kMethods = {
  text_layer: ["ตัวอักษรในไฟล์", "text layer"],
  ocr: ["รู้จำจากภาพ (OCR)", "OCR"],
  plain_text: ["ไฟล์ข้อความ", "plain text"],
};

const kVerdicts = { agrees: ["ตรงกัน", "agrees"], disagrees: ["ไม่ตรงกัน", "disagrees"] };

const kTextKinds = {
  finding: ["ข้อค้นพบ", "Finding"],
  measure: ["มาตรการ", "Measure"],
  title: ["ชื่อเอกสาร", "Title"],
};

const kAgencyTypes = {
  subdistrict_administrative_organization: ["องค์การบริหารส่วนตำบล", "subdistrict administrative organization"],
  subdistrict_municipality: ["เทศบาลตำบล", "subdistrict municipality"],
  town_municipality: ["เทศบาลเมือง", "town municipality"],
  city_municipality: ["เทศบาลนคร", "city municipality"],
  provincial_administrative_organization: ["องค์การบริหารส่วนจังหวัด", "provincial administrative organization"],
  special_local_government: ["องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ", "special local government"],
  central_agency: ["หน่วยงานส่วนกลาง", "central agency"],
  provincial_agency: ["หน่วยงานส่วนภูมิภาค", "provincial agency"],
  university: ["สถาบันอุดมศึกษา", "university"],
  state_enterprise: ["รัฐวิสาหกิจ", "state enterprise"],
  public_organization: ["องค์การมหาชน", "public organization"],
  other: ["หน่วยงานประเภทอื่น", "other"],
};

const kRules = {
  plausible: ["ไม่มีสิ่งใดยืนยัน", "not proved"],
  reading: ["อ่านได้ไม่ชัด", "weak reading"],
  issue_average: ["คะแนนเฉลี่ยของประเด็นไม่ตรงกับรายข้อ", "issue average and its items"],
  indicator_from_items: ["คะแนนตัวชี้วัดไม่ตรงกับรายข้อ", "indicator and its items"],
  overall_from_indicators: ["คะแนนภาพรวมไม่ตรงกับตัวชี้วัด", "overall score and the indicators"],
  restated_score: ["คะแนนที่พิมพ์ซ้ำไม่ตรงกัน", "a score printed twice"],
  item_in_two_issues: ["ข้อเดียวกันในสองประเด็น", "one item in two issues"],
  respondents: ["ไม่สอดคล้องกับจำนวนผู้ตอบ", "number of respondents"],
  oit_zero_or_hundred: ["ข้อ OIT ต้องเป็น 0 หรือ 100", "OIT items are 0 or 100"],
  score_in_range: ["คะแนนนอกช่วง 0 ถึง 100", "score out of range"],
  item_in_framework: ["รหัสข้อไม่มีในปีนั้น", "code not of that year"],
  item_in_issue: ["ข้ออยู่ผิดประเด็น", "item under another issue"],
  item_twice: ["รหัสข้อซ้ำ", "code twice in an issue"],
  item_order: ["รหัสข้อไม่เรียง", "codes out of order"],
  item_complete: ["จำนวนข้อไม่ครบ", "items missing"],
  average_printed: ["ไม่มีคะแนนเฉลี่ย", "average missing"],
  score_column: ["คะแนนอาจมาจากคอลัมน์อื่น", "score of another column"],
  score_is_row_number: ["อาจเป็นเลขลำดับที่", "may be a row number"],
  item_scored: ["บางข้อไม่มีคะแนน", "items without scores"],
  level_matches_score: ["ระดับไม่ตรงกับคะแนน", "level and score"],
  agency_consistent: ["ชื่อหน่วยงานหรือที่ตั้งเขียนต่างกัน", "agency written differently"],
  plan_year_follows: ["ปีของแผนไม่ต่อจากปีที่ประเมิน", "plan year and year assessed"],
  period_in_plan_year: ["ระยะเวลาไม่อยู่ในปีของแผน", "period outside the plan year"],
  year_consistent: ["ปีที่ประเมินไม่ตรงกับชุดข้อ", "year and items"],
  reviewers_differ: ["ผู้ตรวจเห็นต่างกัน", "reviewers differ"],
};

const kRepairs = {
  zero_width_space: ["ตัดช่องว่างที่มองไม่เห็น", "invisible space removed"],
  control_character: ["ตัดอักขระควบคุม", "control character removed"],
  unusual_space: ["เปลี่ยนช่องว่างผิดแบบ", "unusual space replaced"],
  html_tag: ["ตัดแท็ก HTML", "HTML tag removed"],
  html_entity: ["ถอดรหัส HTML", "HTML entity decoded"],
  markdown_emphasis: ["ตัดเครื่องหมาย Markdown", "Markdown emphasis removed"],
  lone_rule: ["ตัดเศษเส้นตาราง", "piece of a ruling removed"],
  ligature: ["แยกอักษรควบ", "ligature taken apart"],
  private_use_mark: ["แก้สระวรรณยุกต์ของฟอนต์เฉพาะ", "private mark of a font replaced"],
  symbol_bullet: ["แก้สัญลักษณ์นำหน้าข้อ", "bullet symbol replaced"],
  double_sara_e: ["แก้ เ เ เป็น แ", "two sara e joined to sara ae"],
  replacement_character: ["แก้อักขระเสีย", "damaged character restored"],
  marks_reordered: ["เรียงสระวรรณยุกต์ใหม่", "marks put in order"],
  sara_am_composed: ["รวมสระอำ", "sara am composed"],
  sara_am_space: ["ตัดช่องว่างในสระอำ", "space in sara am removed"],
  sara_am_lost: ["เติมสระอำที่หาย", "lost sara am restored"],
  sara_am_false: ["แก้สระอำที่เกินมา", "false sara am corrected"],
  mark_after_next_letter: ["ย้ายสระวรรณยุกต์กลับที่", "mark moved back to its letter"],
  space_before_mark: ["ตัดช่องว่างหน้าสระวรรณยุกต์", "space before a mark removed"],
  mark_doubled: ["ตัดสระวรรณยุกต์ซ้ำ", "doubled mark removed"],
  mark_after_stop: ["ตัดจุดหลังอักษรย่อ", "speck after an abbreviation removed"],
  stop_inside_word: ["ตัดจุดกลางคำ", "stop inside a word removed"],
  spaces_inside_word: ["ตัดช่องว่างกลางคำ", "spaces inside a word removed"],
  letter_spaced_word: ["รวมตัวอักษรที่เว้นห่าง", "spaced letters joined"],
  mark_unseen: ["เติมสระวรรณยุกต์ที่หาย", "unseen mark restored"],
  letter_confused: ["แก้ตัวอักษรที่อ่านสับกัน", "confused letter corrected"],
  list_number_misread: ["แก้เลขข้อ", "list number corrected"],
  month_misread: ["แก้ชื่อเดือน", "month corrected"],
  mixed_digits: ["แก้เลขไทยปนอารบิก", "mixed digits made alike"],
  spaces_collapsed: ["ยุบช่องว่าง", "spaces collapsed"],
  joined_over_page_break: ["ต่อข้อความข้ามหน้า", "joined over a page break"],
  issue_from_items: ["รู้ประเด็นจากข้อ", "issue known from its items"],
  year_from_items: ["รู้ปีจากชุดข้อ", "year known from the items"],
  code_from_title: ["รู้รหัสจากข้อความ", "code known from its question"],
  number_from_title: ["รู้เลขจากชื่อ", "number known from its name"],
  marks_from_gazetteer: ["เติมสระวรรณยุกต์จากทำเนียบ", "marks from the gazetteer"],
  from_gazetteer: ["จากทำเนียบท้องที่", "from the gazetteer"],
  decimal_comma: ["แก้จุลภาคเป็นจุดทศนิยม", "decimal comma"],
  digit_by_arithmetic: ["แก้ตัวเลขตามผลคำนวณ", "digit corrected by arithmetic"],
  zero_for_o: ["อ่าน 0 เป็น o", "zero for o"],
  thai_zero_for_o: ["อ่าน ๐ เป็น o", "Thai zero for o"],
  ell_for_i: ["อ่าน l เป็น i", "ell for i"],
  bar_for_i: ["อ่าน | เป็น i", "bar for i"],
  dotless_i: ["อ่าน ı เป็น i", "dotless i"],
  letter_read_as_digit: ["อ่านตัวอักษรเป็นตัวเลข", "letter read as a digit"],
  accepted_by_reviewer: ["ผู้ตรวจยืนยัน", "accepted by a reviewer"],
  corrected_by_reviewer: ["ผู้ตรวจแก้ไข", "corrected by a reviewer"],
  not_legible_to_reviewer: ["ผู้ตรวจอ่านไม่ออก", "not legible to a reviewer"],
  reviewers_differ: ["ผู้ตรวจเห็นต่างกัน", "reviewers differ"],
};

// What a value is called: a pattern of its name in the data, Thai, English. $1 is the pattern's.
const kValueNames = [
  [/^overall\/score$/, "คะแนนภาพรวม", "Overall score"],
  [/^overall\/level$/, "ระดับผลการประเมิน", "Overall level"],
  [/^indicator (\d+)\/score$/, "คะแนนตัวชี้วัดที่ $1", "Indicator $1, score"],
  [/^indicator (\d+)\/level$/, "ระดับตัวชี้วัดที่ $1", "Indicator $1, level"],
  [/^indicator (\d+)\/number$/, "เลขตัวชี้วัดที่ $1", "Indicator $1, number"],
  [/^issue (\d+) average\/score$/, "คะแนนเฉลี่ยประเด็นที่ $1", "Average of issue $1"],
  [/^issue (\d+) average\/level$/, "ระดับเฉลี่ยประเด็นที่ $1", "Level of issue $1"],
  [/^issue (\d+)\/number$/, "เลขประเด็นที่ $1", "Issue $1, number"],
  [/^issue (\d+) (\S+)\/score$/, "คะแนนข้อ $2 ประเด็นที่ $1", "Item $2 of issue $1, score"],
  [/^issue (\d+) (\S+)\/level$/, "ระดับข้อ $2 ประเด็นที่ $1", "Item $2 of issue $1, level"],
  [/^issue (\d+) (\S+)\/code$/, "รหัสข้อ $2 ประเด็นที่ $1", "Item $2 of issue $1, code"],
  [/^agency\/name$/, "ชื่อหน่วยงาน", "Agency's name"],
  [/^agency\/type$/, "ประเภทหน่วยงาน", "Agency's type"],
  [/^agency\/subdistrict$/, "ตำบล", "Subdistrict"],
  [/^agency\/district$/, "อำเภอ", "District"],
  [/^agency\/province$/, "จังหวัด", "Province"],
  [/^agency\/province_code$/, "รหัสจังหวัด", "Province code"],
  [/^assessed_year$/, "ปีงบประมาณที่ประเมิน", "Year assessed"],
  [/^plan_year$/, "ปีของแผน", "Year of the plan"],
  [/^report_year$/, "ปีของรายงาน", "Year of the report"],
  [/^framework$/, "แบบประเมินของปี", "Framework"],
];

// Where a value stands in the record: a pattern of its name, Thai, English.
const kValueGroups = [
  [/^agency\//, "หน่วยงาน", "Agency"],
  [/year$|^framework/, "ปี", "Years"],
  [/^overall\//, "ภาพรวม", "Overall"],
  [/^indicator /, "ตัวชี้วัด", "Indicators"],
  [/^issue (\d+)/, "ประเด็นที่ $1", "Issue $1"],
  [/^/, "อื่น ๆ", "Other"],
];

// The columns of the explorer in their order: a pattern of the item's key, Thai, English.
const kColumns = [
  [/^overall$/, "ภาพรวม", "Overall"],
  [/^indicator (\d+)$/, "ตช. $1", "Ind. $1"],
  [/^average (\d+)$/, "เฉลี่ย $1", "Avg. $1"],
  [/^i(\d+)$/, "i$1", "i$1"],
  [/^e(\d+)$/, "e$1", "e$1"],
  [/^o(\d+)$/, "o$1", "o$1"],
  [/^(.*)$/, "$1", "$1"],
];
