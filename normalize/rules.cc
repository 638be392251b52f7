// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/rules.h"

#include <ostream>

#include "normalize/markup_rules.h"
#include "normalize/number_rules.h"
#include "normalize/ocr_rules.h"
#include "normalize/spacing_rules.h"
#include "normalize/word_repair.h"

namespace prongsai::normalize {
namespace {

// Order is data: first what is no text, then single characters, then their order and their spaces,
// then words, then numbers. The codes N1 to N16 are those of the catalogue of text-layer noise.
constexpr Rule kRules[] = {
    {"zero_width_space",  // N7
     remove_zero_width,
     kHasOther,
     {{{"เรียน\u200Bผู้\u200Bรับ", "เรียนผู้รับ"},
       {"\uFEFFผลการประเมิน", "ผลการประเมิน"},
       {"ประ\u00ADชาชน", "ประชาชน"}}},
     {"เรียน ผู้รับ"}},
    {"control_character",
     remove_controls,
     kHasOther,
     {{{"ผล\u0003การประเมิน", "ผลการประเมิน"}}},
     {"บรรทัดหนึ่ง\nบรรทัดสอง"}},
    {"unusual_space",
     replace_unusual_spaces,
     kHasOther,
     {{{"พ.ศ.\u00A02567", "พ.ศ. 2567"}, {"คะแนน\u200385.10", "คะแนน 85.10"}}},
     {"พ.ศ. 2567"}},
    {"html_tag",
     remove_html_tags,
     kHasMarkup,
     {{{"<p>๔. ให้รายงาน</p>", "๔. ให้รายงาน"},
       {"<ol style=\"list-style-type: none\"><li>จัดทำแผน</li><li>รายงาน</li></ol>",
        "จัดทำแผน รายงาน"},
       {"กองคลัง<br/>สำนักปลัด", "กองคลัง สำนักปลัด"},
       {"<b>ข้อ</b>ที่ ๑", "ข้อที่ ๑"}}},
     {"อายุ <5 ปี> และ >60 ปี", "a < b และ c > d", "<ไม่ระบุ>", "<pp>"}},
    {"html_entity",
     decode_html_entities,
     kHasMarkup,
     {{{"Q&amp;A", "Q&A"}, {"Dos &amp; Don&#39;ts", "Dos & Don'ts"}, {"ผล &lt; 85", "ผล < 85"}}},
     {"Q&A", "Q & A; B", "&unknown;", "R&D;"}},
    {"markdown_emphasis",
     remove_markdown_emphasis,
     kHasMarkup,
     {{{"**ข้อปรับปรุง:** ควรเผยแพร่", "ข้อปรับปรุง: ควรเผยแพร่"},
       {"## สรุปผล", "สรุปผล"},
       {"■ **ประเด็น**", "■ ประเด็น"}}},
     {"ผู้มาติดต่อ*", "**หมายเหตุ ไม่รวมลูกจ้าง", "2 ** 3 ** 4", "#1 ของจังหวัด"}},
    {"lone_rule",
     remove_lone_rule,
     kHasMarkup,
     {{{"--", ""}, {"---", ""}}},
     {"-", "- -", "- กองคลัง", "o1--o3"}},
    {"ligature",
     replace_ligatures,
     kHasOther,
     {{{"o\uFB03ce", "office"}, {"\uFB01le", "file"}}},
     {"office"}},
    {"private_use_mark",  // N5
     replace_private_marks,
     kHasOther,
     {{{"ข\uF70Bอกำหนด", "ข้อกำหนด"},
       {"ป\uF702งบประมาณ", "ปีงบประมาณ"},
       {"เล\uF70Aม", "เล่ม"},
       {"เป\uF706าหมาย", "เป้าหมาย"}}},
     {"ข้อกำหนด", "\uF8FF"}},
    {"symbol_bullet",  // N11
     replace_private_symbols,
     kHasOther,
     {{{"\uF0B7 กองคลัง", "• กองคลัง"}, {"\uF052 มี \uF0A3 ไม่มี", "☑ มี ☐ ไม่มี"}}},
     {"• กองคลัง"}},
    {"double_sara_e",  // N16
     join_double_sara_e,
     kHasThai,
     {{{"เเละ", "และ"}, {"คะเเนน", "คะแนน"}, {"เเผนงาน", "แผนงาน"}}},
     {"และ", "เก เล", "เ เ"}},
    {"replacement_character",  // N14: here beside sara am, elsewhere by the dictionary
     resolve_replacement_in_sara_am,
     kHasReplacement,
     {{{"ประจ\uFFFDาปี", "ประจำปี"},
       {"ด\uFFFDำเนินงาน", "ดำเนินงาน"},
       {"จำ\uFFFD นวน", "จำนวน"},
       {"ท่\uFFFD", "ที่"},
       {"อื่\uFFFDน", "อื่น"},
       {"ห\uFFFDวหน้า", "หัวหน้า"}}},
     {"\uFFFD\uFFFD\uFFFD", "abc\uFFFD"}},
    {"marks_reordered",
     order_marks,
     kHasThai,
     {{{"เร่ือง", "เรื่อง"}, {"ท่ี", "ที่"}, {"ผู้รับ้ัง", "ผู้รับั้ง"}}},
     {"เรื่อง", "สิทธิ์", "พันธุ์", "กันต์"}},
    {"sara_am_composed",  // N1
     compose_sara_am,
     kHasNikhahit,
     {{{"ดําเนินงาน", "ดำเนินงาน"},
       {"น้ําใจ", "น้ำใจ"},
       {"นํ้า", "น้ำ"},
       {"กํ าหนด", "กำหนด"},
       {"ต่ํากว่า", "ต่ำกว่า"}}},
     {"ธมฺมํ", "น้ำใจ", "สํ เป็น"}},
    {"sara_am_space",  // N2b
     join_spaced_sara_am,
     kHasSpaces,
     {{{"ด าเนินงาน", "ดำเนินงาน"},
       {"ล ำดับ", "ลำดับ"},
       {"จ าแนก", "จำแนก"},
       {"มีน้ าใจ", "มีน้ำใจ"},
       {"กา รก าหนด", "การกำหนด"}}},
     {"นา ที่ดิน", "มา จาก", "1 า"}},
    {"mark_after_next_letter",  // N6: after a vowel; after a consonant the dictionary tells
     move_marks_back,
     kHasThai,
     {{{"ทีเ่ กี่ยวข้อง", "ที่เกี่ยวข้อง"},
       {"หมู่บา้ น", "หมู่บ้าน"},
       {"ทีก่ าหนดให้มกี าร", "ที่กำหนดให้มีการ"},
       {"หนา้ที่", "หน้าที่"},
       {"เลม่", "เล่ม"},
       {"ขอ้ มลู", "ข้อมูล"},
       {"ประเมนิ", "ประเมิน"},
       {"มผี า้ ใบ", "มีผ้าใบ"},
       {"นำ้หนัก", "น้ำหนัก"}}},
     {"เล่ม", "หน้าที่", "ข้อมูล", "ที่เกี่ยวข้อง", "เลม็ด", "กลุมเปาหมาย"}},
    {"space_before_mark",  // N4, N6b
     join_spaced_marks,
     kHasSpaces,
     {{{"ปฏิบ ัติ", "ปฏิบัติ"},
       {"ให้ผรู้ ับ", "ให้ผู้รับ"},
       {"ตัวชีว้ ัด", "ตัวชี้วัด"},
       {"พร ะ", "พระ"},
       {"ชี ้วัด", "ชี้วัด"}}},
     {"ต่าง ๆ", "กรุงเทพ ฯ", "1 ้"}},
    {"marks_reordered", order_marks, kHasThai, {{{"ท่ ี่", "ที่"}}}, {"ที่"}},
    {"mark_doubled",  // N8
     drop_doubled_marks,
     kHasThai,
     {{{"สารบััญ", "สารบัญ"},
       {"หน้้า", "หน้า"},
       {"ยุทธศาสตร์์", "ยุทธศาสตร์"},
       {"ดังนีีี้", "ดังนี้"},
       {"ถึึง", "ถึง"},
       {"จำำแนก", "จำแนก"}}},
     {"ต่างๆ", "ๆๆ", "กกก", "รรมการ", "ทั้งนี้"}},
    {"mark_after_stop",  // OCR: a speck, or the next letter's height, beside an abbreviation's stop
     drop_marks_after_stops,
     kHasThai,
     {{{"ต.ุค. ๒๕๖๗", "ต.ค. ๒๕๖๗"}, {"ก.ุย.", "ก.ย."}}},
     {"ต.ค. - มิ.ย.", "พ.ศ. ๒๕๖๘"}},
    {"stop_inside_word",  // OCR
     drop_stops_inside_words,
     kHasThai,
     {{{"คะ.แนนเฉลี่ย", "คะแนนเฉลี่ย"}}},
     {"ต.ค. - มิ.ย. ๒๕๖๘", "พ.ศ. ๒๕๖๘", "ทต.ตะดอบ", "มิ.ย.นี้"},
     true},
    {"spaces_inside_word",  // N4: after a leading vowel; elsewhere the dictionary tells
     join_after_leading_vowel,
     kHasSpaces,
     {{{"เ รื่อง", "เรื่อง"},
       {"เป็ นการ", "เป็นการ"},
       {"หน่ วยงานภาครั ฐ", "หน่วยงานภาครัฐ"},
       {"ตั วชี้วั ดที่", "ตัวชี้วัดที่"},
       {"ปฏิบ ัต ิง าน", "ปฏิบัติงาน"}}},
     {"มีเจ้าหน้าที่ ที่ปฏิบัติงาน", "การ เงิน", "ทุกสำนัก/ กอง", "นายสมชาย ใจดี", "คะแนน ผ่าน", "ข้อ ก และ ข",
      "ตาม พ.ร.บ. จัดซื้อ", "ข่าวสาร ณ ที่ทำการ"}},
    {"letter_spaced_word",  // N4
     join_spaced_letters,
     kHasSpaces,
     {{{"ห น่ ว ย ง า น", "หน่วยงาน"}, {"ง บ ป ร ะ ม า ณ", "งบประมาณ"}, {"ป ร ะ จ า ปี", "ประจำปี"}}},
     {"ก ข ค ง", "ก ข ค ง จ ฉ", "ข้อ ก ข ค"}},
    {"sara_am_lost",  // N2a
     repair_words,
     kHasThai,
     {{{"ดาเนินงาน", "ดำเนินงาน"},
       {"ประจาปีงบประมาณ", "ประจำปีงบประมาณ"},
       {"การกากับ", "การกำกับ"},
       {"กาหนดให้นาไปใช้", "กำหนดให้นำไปใช้"},
       {"การดาเนินงานและการนาเสนอ", "การดำเนินงานและการนำเสนอ"},
       {"จานวนตามลาดับ ทาให้มีน้าใจ", "จำนวนตามลำดับ ทำให้มีน้ำใจ"},
       {"อาเภอเมือง ตาบลนาดี", "อำเภอเมือง ตำบลนาดี"}}},
     {"นาดี", "ตำบลนาห่อม", "ทำนา", "ราคา", "จานและวน", "น้าสาว", "มา", "บ้านนาคา"}},
    {"sara_am_false",  // N3
     repair_words,
     kHasThai,
     {{{"กำรป้องกันกำรทุจริต", "การป้องกันการทุจริต"},
       {"ควำมพึงพอใจ", "ความพึงพอใจ"},
       {"เจ้ำหน้ำที่ดำเนินงำนตำมลำดับ", "เจ้าหน้าที่ดำเนินงานตามลำดับ"},
       {"สำมำรถทำงำน", "สามารถทำงาน"}}},
     {"กำกับ", "ดำเนินการ", "จำกัด", "ตำบลคำพอุง", "กำแพง"}},
    {"mark_unseen",  // OCR
     repair_words,
     kHasThai,
     {{{"คะแนนเฉลียของประเด็น", "คะแนนเฉลี่ยของประเด็น"}, {"ระดับดีเยียม", "ระดับดีเยี่ยม"}}},
     {"นาดี", "กลม", "ตำบลนาห่อม", "ข้อมูลข่าวสาร"},
     true},
    {"letter_confused",  // OCR
     repair_words,
     kHasThai,
     {{{"ตัวขี้วัดที่ ๑", "ตัวชี้วัดที่ ๑"}, {"ตัวชี่วัดที่ ๑", "ตัวชี้วัดที่ ๑"}}},
     {"ข้อมูลข่าวสาร", "ตำบลนาห่อม"},
     true},
    {"list_number_misread",  // OCR
     restore_list_numbers,
     kHasThai,
     {{{"๓,ประกาศผลทางหน้าเว็บ", "๓.ประกาศผลทางหน้าเว็บ"},
       {"๓ทำคลิปสาธิต", "๓. ทำคลิปสาธิต"},
       {"12, แจ้งเวียน", "12. แจ้งเวียน"}}},
     {"๐๒ข้อมูลผู้บริหาร", "๒ครั้ง", "๓,", "๑ต.ค.๖๘", "1,000 บาท", "๓๐กันยายน", "๒๕๖๘เป็นต้นไป", "ข้อ ๓ทำ"},
     true},
    {"month_misread",  // OCR
     restore_months,
     kHasThai,
     {{{"1 ก.8. 69", "1 ก.ย. 69"},
       {"ต.ค.68-ก.8.69", "ต.ค.68-ก.ย.69"},
       {"ด.ค. ๒๕๖๘", "ต.ค. ๒๕๖๘"},
       {"ต,ค. 68", "ต.ค. 68"},
       {"กิ.ย. 69", "ก.ย. 69"},
       {"มี.ด. 68", "มี.ค. 68"},
       {"8.ค. 2567 - ก.พ. 2568", "ธ.ค. 2567 - ก.พ. 2568"},
       {"ดตด.ค. 67", "ต.ค. 67"},
       {"๓๐ กิ.ยข. ๖๘", "๓๐ ก.ย. ๖๘"},
       {"- ๓๐ กิ.ย.", "- ๓๐ ก.ย."}}},
     {"พ.ศ. ๒๕๖๘", "ด.ต. 15", "อ.เมือง 20", "พ.ร.บ. 2560", "น.ส. 12", "ก.8.", "ต.ค. 68 - ก.ย. 69",
      "ค.ศ. 2024"},
     true},
    {"mixed_digits",  // N10
     unify_digits,
     kHasThaiDigits,
     {{{"๒๕๖5", "๒๕๖๕"},
       {"256๓", "2563"},
       {"25๖๕", "๒๕๖๕"},
       {"ปี 2566 และ 25๖๗", "ปี 2566 และ 2567"},
       {"๙๗.5๖", "๙๗.๕๖"}}},
     {"๒๕๖๗", "2567", "๐21", "๐5", "๒๕๖๗/2024", "o๑", "ข้อ ๑.2 ก"}},
    {"spaces_collapsed",
     collapse_spaces,
     kHasSpaces,
     {{{"เงินเป็นเท็จ      ๒. แจ้งเวียน", "เงินเป็นเท็จ ๒. แจ้งเวียน"}}},
     {"เงิน ทอง"}},
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Rule& rule) { return out << rule.name; }

std::span<const Rule> repair_rules() { return kRules; }

void apply_rules(const Modes& modes, TextBuffer& text) {
  RuleFunction last = nullptr;
  unsigned contents = text.contents();
  size_t repairs = 0;
  for (const Rule& rule : kRules) {
    if (rule.apply == last || (contents & rule.needs) == 0) continue;
    rule.apply(rule.name, modes, text);
    last = rule.apply;
    if (text.applied().size() == repairs) continue;
    repairs = text.applied().size();
    contents = text.contents();
  }
}

}  // namespace prongsai::normalize
