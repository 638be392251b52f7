// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_texts.h"

namespace prongsai {

const std::vector<ReportText>& report_texts() {
  static const std::vector<ReportText> rows = {
      {"t_title", "สรุปชุดข้อมูลผลการประเมิน ITA", "Summary of a dataset of ITA results"},
      {"t_intro",
       "หน้านี้สรุปข้อมูลที่โปรแกรม prongsai อ่านได้จากเอกสารที่หน่วยงานเผยแพร่เกี่ยวกับผลการประเมินคุณธรรม"
       "และความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ตัวเลขทุกค่าคำนวณจากไฟล์ข้อมูลในโฟลเดอร์เดียวกัน "
       "และเป็นไปตามที่พิมพ์ไว้ในเอกสาร มิใช่ข้อมูลจากระบบ ITAS โดยตรง",
       "What prongsai has read in documents that agencies publish about their results in the "
       "Integrity and Transparency Assessment (ITA). Every number is computed from the files in "
       "the same folder, and stands as the documents print it; none comes from ITAS itself."},
      {"t_contents", "สารบัญ", "Contents"},

      {"t_inputs", "ไฟล์นำเข้า", "Input files"},
      {"t_documents", "เอกสาร", "Documents"},
      {"t_agencies", "หน่วยงาน", "Agencies"},
      {"t_years", "ปีงบประมาณที่ประเมิน", "Fiscal years assessed (B.E.)"},
      {"t_scores", "คะแนนที่อ่านได้", "Scores read"},
      {"t_measures", "มาตรการ", "Measures"},

      {"t_h_states", "สถานะของไฟล์และเอกสาร", "Files and documents by state"},
      {"t_states_sum",
       "ไฟล์นำเข้าทั้งหมด {{inputs}} ไฟล์ แต่ละไฟล์อยู่ในสถานะเดียวเท่านั้น ผลรวมทุกสถานะเท่ากับ {{state_sum}} ไฟล์ "
       "ซึ่งตรงกับจำนวนไฟล์นำเข้า",
       "Of {{inputs}} input files each is in exactly one state; the states add up to "
       "{{state_sum}}, which is all of them."},
      {"t_states_differ",
       "ผลรวมทุกสถานะเท่ากับ {{state_sum}} ไฟล์ ไม่ตรงกับจำนวนไฟล์นำเข้า {{inputs}} ไฟล์ "
       "โปรดแจ้งผู้พัฒนาโปรแกรม",
       "The states add up to {{state_sum}}, which is not the number of input files, {{inputs}}: "
       "please tell the program's authors."},
      {"t_same_content", "ไฟล์ที่มีเนื้อหาเหมือนกันทุกประการนับเป็นเอกสารฉบับเดียว แม้ชื่อไฟล์จะต่างกัน",
       "Files of the same content are one document, whatever they are called."},
      {"t_state", "สถานะ", "State"},
      {"t_chart", "แผนภูมิ", "Chart"},

      {"t_h_trust", "ความน่าเชื่อถือของค่าที่อ่านได้", "Values by trust"},
      {"t_trust", "ระดับความน่าเชื่อถือ", "Trust"},
      {"t_values", "จำนวนค่า", "Values"},
      {"t_share", "ร้อยละ", "Per cent"},
      {"t_trust_means",
       "“ยืนยันแล้ว” หมายถึงมีหลักฐานอื่นที่ไม่ขึ้นกับการอ่านค่านั้นสนับสนุน “น่าเชื่อถือ” หมายถึงอ่านได้ชัดเจนและไม่พบข้อขัดแย้ง "
       "“น่าสงสัย” หมายถึงอ่านได้ไม่ชัดเจนหรือมีข้อที่ควรตรวจ “ขัดแย้ง” หมายถึงไม่ตรงกับข้อมูลอื่นในเอกสารเดียวกัน",
       "“Verified” values have evidence independent of their own reading; “plausible” ones are "
       "read clearly and nothing speaks against them; “doubtful” ones should be looked at; "
       "“conflicting” ones disagree with something else in the document."},

      {"t_h_review", "สิ่งที่ควรตรวจสอบก่อน", "What to look at first"},
      {"t_h_review_documents", "เอกสารที่ควรตรวจทาน", "Documents to review"},
      {"t_review_pages",
       "ดูค่าเหล่านี้คู่กับภาพของหน้าเอกสารในหน้าตรวจทาน (สร้างด้วยคำสั่ง prongsai review DATASET -o "
       "DATASET/review)",
       "These values beside the pictures of their pages: the review (made by prongsai review "
       "DATASET "
       "-o DATASET/review)"},
      {"t_review_links", "ชื่อเอกสารในหน้านี้ลิงก์ไปยังหน้าตรวจทานของเอกสารนั้น",
       "The names of documents on this page lead to their pages there."},
      {"t_review_order",
       "เรียงตามผลรวมของค่าที่ขัดแย้ง รายการตรวจสอบที่ไม่ผ่าน และคะแนนที่ไม่ตรงกับเอกสารฉบับอื่น จากมากไปน้อย "
       "แล้วเรียงตามจำนวนค่าที่น่าสงสัย",
       "By the sum of conflicting values, failing checks and scores that another document "
       "contradicts, then by doubtful values."},
      {"t_document", "เอกสาร", "Document"},
      {"t_agency", "หน่วยงาน", "Agency"},
      {"t_year", "ปีงบประมาณ", "Fiscal year"},
      {"t_conflicting", "ค่าที่ขัดแย้ง", "Conflicting values"},
      {"t_failing", "รายการตรวจสอบที่ไม่ผ่าน", "Failing checks"},
      {"t_disputed", "คะแนนที่ไม่ตรงกับเอกสารอื่น", "Scores contradicted elsewhere"},
      {"t_doubtful", "ค่าที่น่าสงสัย", "Doubtful values"},
      {"t_h_unread", "ไฟล์ที่อ่านไม่ได้และสาเหตุ", "Files that could not be read, and why"},
      {"t_reason", "สาเหตุ (ตามที่โปรแกรมแจ้ง)", "Reason, as the program gives it"},
      {"t_files", "จำนวนไฟล์", "Files"},
      {"t_example", "ตัวอย่างไฟล์", "One of them"},

      {"t_h_distribution", "การกระจายของคะแนนภาพรวม", "Distribution of the overall scores"},
      {"t_one_each",
       "คิดหนึ่งคะแนนต่อหนึ่งหน่วยงานต่อหนึ่งปีงบประมาณ รวม {{used}} คะแนน "
       "โดยไม่รวมคะแนนที่น่าสงสัยหรือขัดแย้งในเอกสาร "
       "{{not_believed}} ฉบับ และผลของหน่วยงานที่เอกสารปีเดียวกันพิมพ์คะแนนไม่ตรงกัน {{differing}} ราย",
       "One score for each agency and fiscal year, {{used}} in all. Left out: doubtful or "
       "conflicting "
       "scores, {{not_believed}}; results on which documents of the same agency and year differ, "
       "{{differing}}."},
      {"t_interval", "ช่วงคะแนน", "Scores"},
      {"t_results", "จำนวนผลการประเมิน", "Results"},

      {"t_h_provinces", "คะแนนภาพรวมจำแนกตามจังหวัด", "Overall scores by province"},
      {"t_h_types", "คะแนนภาพรวมจำแนกตามประเภทหน่วยงาน", "Overall scores by type of agency"},
      {"t_latest", "ใช้คะแนนของปีล่าสุดที่มีข้อมูลของแต่ละหน่วยงาน",
       "Of each agency the last year that is in the dataset."},
      {"t_scale",
       "ในแผนภูมิ แถบแสดงช่วงตั้งแต่คะแนนต่ำสุดถึงสูงสุด และขีดตั้งแสดงมัธยฐาน บนมาตราส่วน {{axis_low}} ถึง "
       "{{axis_high}} คะแนน",
       "In the chart, the bar goes from the lowest to the highest score and the upright mark is "
       "the "
       "median, on a scale from {{axis_low}} to {{axis_high}}."},
      {"t_province", "จังหวัด", "Province"},
      {"t_type", "ประเภทหน่วยงาน", "Type of agency"},
      {"t_agency_count", "จำนวนหน่วยงาน", "Agencies"},
      {"t_median", "มัธยฐาน", "Median"},
      {"t_lowest", "ต่ำสุด", "Lowest"},
      {"t_highest", "สูงสุด", "Highest"},
      {"t_mean", "ค่าเฉลี่ย", "Mean"},

      {"t_h_years", "เปรียบเทียบรายปี", "Year on year"},
      {"t_years_chart", "คะแนนภาพรวมเฉลี่ยรายปีงบประมาณ", "Mean overall score by fiscal year"},
      {"t_years_note", "คิดจากทุกหน่วยงานที่มีผลในปีนั้น ซึ่งแต่ละปีอาจเป็นคนละกลุ่มกัน",
       "(of all agencies with a result in the year; from year to year they may not be the same)"},
      {"t_years_desc", "กราฟเส้น ค่าทุกค่าอยู่ในตารางถัดไป",
       "A line chart; all its values are in the table below."},
      {"t_followed", "สามคอลัมน์ขวาสุดคิดเฉพาะหน่วยงานที่มีผลทั้งปีนั้นและปีก่อนหน้า จึงเปรียบเทียบกันได้",
       "The three columns on the right are of agencies that have a result in that year and in the "
       "year before, so that like is compared with like."},
      {"t_both_years", "หน่วยงานที่มีผลทั้งสองปี", "Agencies in both years"},
      {"t_mean_change", "การเปลี่ยนแปลงเฉลี่ย", "Mean change"},
      {"t_up_down", "เพิ่มขึ้น / ลดลง", "Higher / lower"},
      {"t_h_changes", "หน่วยงานที่คะแนนเปลี่ยนแปลงมากที่สุด", "Agencies that changed most"},
      {"t_before", "ครั้งก่อน (ปี: คะแนน)", "Before (year: score)"},
      {"t_after", "ครั้งหลัง (ปี: คะแนน)", "After (year: score)"},
      {"t_change", "เปลี่ยนแปลง", "Change"},

      {"t_h_contradictions", "ข้อขัดแย้งที่สำคัญ", "The worst contradictions"},
      {"t_h_rules", "รายการตรวจสอบที่ไม่ผ่าน จำแนกตามเรื่อง", "Failing checks by rule"},
      {"t_rule", "เรื่องที่ตรวจ", "What disagrees"},
      {"t_checks", "จำนวนรายการ", "Checks"},
      {"t_h_differences", "ค่าที่พิมพ์ต่างจากค่าที่ควรเป็นมากที่สุด",
       "The largest differences inside a document"},
      {"t_printed", "ค่าที่พิมพ์", "Printed"},
      {"t_computed", "ค่าที่ได้จากข้อมูลอื่น", "As it follows"},
      {"t_difference", "ผลต่าง", "Difference"},
      {"t_value", "ค่า", "Value"},
      {"t_h_conflicts", "เอกสารต่างฉบับของหน่วยงานและปีเดียวกันที่พิมพ์คะแนนไม่ตรงกัน",
       "Documents of one agency and year that print different scores"},
      {"t_conflicts_order", "เรียงตามผลต่างจากมากไปน้อย ไม่เกินสามรายการต่อหน่วยงานและปี",
       "By the difference; at most three of each agency and year."},
      {"t_score", "คะแนน", "Score"},
      {"t_page", "หน้า {{page}}", "page {{page}}"},

      {"t_h_files", "ไฟล์ข้อมูลฉบับเต็ม", "The whole data"},
      {"t_files_intro", "ไฟล์ต่อไปนี้อยู่ในโฟลเดอร์เดียวกับหน้านี้",
       "These files are in the same folder as this page."},
      {"t_f_documents", "เอกสารทุกฉบับ สถานะ และจำนวนค่าตามความน่าเชื่อถือ",
       "every document, its state and its values by trust"},
      {"t_f_scores", "คะแนนทุกค่า พร้อมหน้าและตำแหน่งที่อ่าน",
       "every score, with the page and place it was read at"},
      {"t_f_checks", "รายการตรวจสอบทั้งหมด ทั้งที่ผ่านและไม่ผ่าน", "every check, whether it agrees or not"},
      {"t_f_conflicts", "คะแนนที่เอกสารต่างฉบับพิมพ์ไม่ตรงกัน", "scores on which documents differ"},
      {"t_f_quarantine", "ไฟล์ที่อ่านไม่ได้และสาเหตุ", "files that could not be read, and why"},
      {"t_f_agencies", "ทะเบียนหน่วยงานที่พบในเอกสาร", "the agencies of the documents"},
      {"t_f_sqlite", "ตารางทั้งหมดในฐานข้อมูลเดียว", "all tables in one database"},

      {"t_none", "ไม่มีรายการ", "None."},
      {"t_no_scores", "ไม่มีคะแนนที่ใช้คำนวณได้", "There are no scores to compute this from."},
      {"t_more", "แสดง {{shown}} รายการจากทั้งหมด {{total}} รายการ ดูทั้งหมดได้ในไฟล์",
       "{{shown}} of {{total}} are shown; all of them are in"},
      {"t_more_groups", "แสดง {{shown}} กลุ่มแรกจากทั้งหมด {{total}} กลุ่ม ข้อมูลทั้งหมดอยู่ในไฟล์",
       "The first {{shown}} of {{total}} groups are shown; the data of all of them are in"},
  };
  return rows;
}

}  // namespace prongsai
