// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_shape.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace bdata = boost::unit_test::data;

namespace prongsai {
namespace {

struct ShapeRow {
  const char* text;
  bool expected;
};
std::ostream& operator<<(std::ostream& out, const ShapeRow& row) { return out << row.text; }

constexpr ShapeRow kListEntries[] = {
    {"1. หัวข้อ", true},      {"๑) หัวข้อ", true},
    {"(๑) หัวข้อ", true},     {"๑.หัวข้อ", true},
    {"1.2 หัวข้อ", true},     {"๒.๑.๓ หัวข้อ", true},
    {"- หัวข้อ", true},       {"-หัวข้อ", true},
    {"• หัวข้อ", true},       {"■ หัวข้อ", true},
    {"ก. หัวข้อ", true},      {"(ก) หัวข้อ", true},
    {"ข้อ ๓ หัวข้อ", true},    {"ข้อที่ 3", true},
    {"10. หัวข้อ", true},     {"1.", true},
    {"98.75 คะแนน", false}, {"2566 เป็นต้นไป", false},
    {"-5.2", false},        {"หัวข้อ", false},
    {"ข้อมูลข่าวสาร", false},  {"", false},
    {"กองคลัง", false},      {"85.5 ร้อยละ", false},
    {"3", false},           {"1,250 บาท", false},
    {"12.20 คะแนน", false}, {"0.00 คะแนน)", false},
    {"2.1 คะแนนรวม", true}, {"2.10 คะแนนเฉลี่ย", true},
};

BOOST_AUTO_TEST_SUITE(lines_shape)

BOOST_DATA_TEST_CASE(a_list_entry_is_told_by_its_mark, bdata::make(kListEntries), row) {
  BOOST_TEST(starts_list_entry(row.text) == row.expected);
}

constexpr ShapeRow kListMarks[] = {
    {"1.", true}, {"๑)", true},     {"(3)", true}, {"•", true},     {"-", true}, {"7", true},
    {"12", true}, {"98.75", false}, {"o1", false}, {"1. ก", false}, {"", false}, {"123", false},
};
BOOST_DATA_TEST_CASE(a_mark_alone_is_nothing_else, bdata::make(kListMarks), row) {
  BOOST_TEST(is_list_mark(row.text) == row.expected);
}

constexpr ShapeRow kNumbers[] = {
    {"98.75", true},  {"๙๘.๗๕", true}, {"1,250,000", true},    {"85 %", true},
    {"-", true},      {"–", true},     {"+2.50", true},        {"(12.5)", true},
    {"95/100", true}, {"", false},     {"98.75 คะแนน", false}, {"ผ่าน", false},
    {"o1", false},    {"%", false},
};
BOOST_DATA_TEST_CASE(numbers_are_digits_with_separators, bdata::make(kNumbers), row) {
  BOOST_TEST(is_number(row.text) == row.expected);
}

constexpr ShapeRow kPageNumbers[] = {
    {"3", true},           {"- 3 -", true},
    {"-๓-", true},         {"(12)", true},
    {"หน้า 3", true},       {"หน้าที่ ๓", true},
    {"หน้า 3 จาก 9", true}, {"3/9", true},
    {"Page 3 of 9", true}, {"98.75", false},
    {"2.", false},         {"หน้าที่ของเจ้าหน้าที่", false},
    {"หน้ำ 4 จำก 6", true}, {"หน\u200b้า 3 จาก\u200b 15", true},
    {"หนา้ ๓", true},       {"หน้า 4 ต้น", false},
    {"12345", false},      {"", false},
    {"ข้อ 3", false},       {"๒๕๖๙", false},
    {"หน้า 1024", true},
};
BOOST_DATA_TEST_CASE(page_numbers_stand_alone, bdata::make(kPageNumbers), row) {
  BOOST_TEST(is_page_number(row.text) == row.expected);
}

constexpr ShapeRow kCatchwords[] = {
    {"/ข้อ ๒ ...", true}, {"/๓. แนวทาง…", true}, {"/ข้อ ๒", false}, {"ต่อไป...", false}, {"/", false},
};
BOOST_DATA_TEST_CASE(catchwords_begin_with_a_slash, bdata::make(kCatchwords), row) {
  BOOST_TEST(is_catchword(row.text) == row.expected);
}

constexpr ShapeRow kZeroCodes[] = {
    {"๐๒๔ แผน", true}, {"05 ข่าว", true},       {"013 E-Service", true}, {"02 123 4567", false},
    {"๐.๐๐", false},   {"0 คะแนน", false},     {"24 แผน", false},       {"๐๒๔", false},
    {"", false},       {"0212345 แผน", false},
};
BOOST_DATA_TEST_CASE(a_zero_may_be_the_letter_of_a_code, bdata::make(kZeroCodes), row) {
  BOOST_TEST(starts_with_zero_code(row.text) == row.expected);
}

constexpr ShapeRow kJoined[] = {
    {"คะแนนภาพรวมอยู่ที่", true},
    {"88.54 คะแนน และอยู่ใน\u200b", true},
    {"เพื่อแลกกับบริการ ได้คะแนน ", true},
    {"ของหน่วยงานที่", false},
    {"อยู่ในระดับดี", false},
    {"", false},
};
BOOST_DATA_TEST_CASE(some_words_need_another_line, bdata::make(kJoined), row) {
  BOOST_TEST(joined_to_next(row.text) == row.expected);
}

constexpr ShapeRow kGoingOn[] = {
    {"อยู่ในระดับ ผ่าน", true}, {"อยูใ่นระดับ", true}, {"และ", true}, {"อยู่เวร", false}, {"", false},
};
BOOST_DATA_TEST_CASE(some_words_go_on_with_a_sentence, bdata::make(kGoingOn), row) {
  BOOST_TEST(goes_on_with(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(letters_are_what_damage_to_marks_leaves) {
  for (const char* damaged :
       {"คูมื่อการทำงานแล้ว", "คู่มือการทํางานแล้ว", "คู่มือการทางานเเล้ว", "คู่\u200bมือการทำงำนแลว"}) {
    BOOST_TEST((shape_letters(damaged) == shape_letters("คู่มือการทำงานแล้ว")), damaged);
  }
  BOOST_TEST((shape_letters("คู่มือ") != shape_letters("คู่มา")));
}

constexpr ShapeRow kTitles[] = {
    {"คะแนน", true},
    {"คะแนน ที่ได้ ปี 2566", true},
    {"ตัวชี้วัด", true},
    {"ที่", true},
    {"ผู้รับผิดชอบ", true},
    {"ระยะเวลาดำเนินการ", true},
    {"รา\u200bยการประเมิน", true},
    {"คะแน\u200bน", true},
    {"ที่ทำการ", false},
    {"ผลไม้", false},
    {"", false},
    {"มาตรการส่งเสริมความโปร่งใสและป้องกันการทุจริตภายในหน่วยงาน", false},
};
BOOST_DATA_TEST_CASE(column_titles_are_short, bdata::make(kTitles), row) {
  BOOST_TEST(is_column_title(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_become_replacement_characters) {
  BOOST_TEST((shape_characters("\xE0\xB8") == U"\uFFFD"));
  BOOST_TEST((shape_characters("\xFFz") == U"\uFFFDz"));
  BOOST_TEST((shape_characters("๑a") == U"1a"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
