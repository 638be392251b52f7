// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_aligned.h"

#include <boost/test/unit_test.hpp>

#include "model/block_print.h"
#include "model/layout.h"
#include "model/layout_test_page.h"

namespace prongsai {
namespace {

std::vector<Table> tables_of(const test::PageBuilder& b) {
  std::vector<Table> out;
  for (const Block& block : lay_out({b.page})) {
    if (const auto* table = std::get_if<Table>(&block)) out.push_back(*table);
  }
  return out;
}

std::string text_at(const Table& table, int row, int column) {
  const Cell* cell = cell_at(table, row, column);
  return cell == nullptr ? "" : cell_text(*cell);
}

BOOST_AUTO_TEST_SUITE(table_aligned)

BOOST_AUTO_TEST_CASE(titles_above_and_numbers_at_the_right_make_a_table) {
  test::PageBuilder b;
  b.text(80, 70, "ผล การประเมิน มี ดังต่อไปนี้");
  b.text(80, 100, "ตัวชี้วัด").text(400, 100, "คะแนน").text(480, 100, "ระดับ");
  for (int i = 0; i < 4; ++i) {
    const double y = 120 + 20 * i;
    b.text(80, y, std::to_string(i + 1) + ". การ" + std::string(static_cast<size_t>(4 * i), 'x'));
    b.text_right(430, y, i == 3 ? "100" : "9" + std::to_string(i) + ".5").text(480, y, "ผ่าน");
  }
  b.text(80, 230, "จาก ตาราง พบว่า หน่วยงาน มี ผล คะแนน ใน ระดับ ที่ ดี มาก ทุก ตัวชี้วัด ที่ ประเมิน");
  const auto tables = tables_of(b);
  BOOST_TEST_REQUIRE(tables.size() == 1u);
  BOOST_TEST((tables[0].source == TableSource::kAligned));
  BOOST_TEST(tables[0].columns == 3);
  BOOST_TEST_REQUIRE(tables[0].rows.size() == 5u);
  BOOST_TEST(text_at(tables[0], 0, 1) == "คะแนน");
  BOOST_TEST(text_at(tables[0], 4, 1) == "100");
  BOOST_TEST(text_at(tables[0], 2, 0) == "2. การxxxx");
  BOOST_TEST(lay_out({b.page}).size() == 3u);
}

BOOST_AUTO_TEST_CASE(wrapped_titles_make_no_rows) {
  test::PageBuilder b;
  double y = 100;
  for (int i = 0; i < 4; ++i, y += 38) {
    b.text(80, y, "i" + std::to_string(i + 1)).text(120, y, "เจ้าหน้าที่ ปฏิบัติงาน ตาม ขั้นตอน");
    b.text(120, y + 18, "และ เวลา").text(450, y, "9" + std::to_string(i) + ".10");
  }
  const auto tables = tables_of(b);
  BOOST_TEST_REQUIRE(tables.size() == 1u);
  BOOST_TEST(tables[0].rows.size() == 4u);
  BOOST_TEST(tables[0].columns == 3);
  BOOST_TEST(text_at(tables[0], 3, 1) == "เจ้าหน้าที่ ปฏิบัติงาน ตาม ขั้นตอนและ เวลา");
}

BOOST_AUTO_TEST_CASE(numbers_in_the_middle_of_their_rows_keep_the_lines_around) {
  test::PageBuilder b;
  double y = 100;
  for (int i = 0; i < 4; ++i, y += 60) {
    b.text(120, y, "บรรทัด หนึ่ง").text(120, y + 18, "บรรทัด สอง").text(120, y + 36, "บรรทัด สาม");
    b.text(80, y + 18, "i" + std::to_string(i + 1))
        .text(450, y + 18, "9" + std::to_string(i) + ".10");
  }
  const auto tables = tables_of(b);
  BOOST_TEST_REQUIRE(tables.size() == 1u);
  BOOST_TEST_REQUIRE(tables[0].rows.size() == 4u);
  BOOST_TEST(cell_at(tables[0], 1, 1)->lines.size() == 3u);
  BOOST_TEST(cell_at(tables[0], 0, 1)->lines.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_line_across_the_columns_is_a_row_of_its_own) {
  test::PageBuilder b;
  double y = 100;
  const auto rows = [&](int first) {
    for (int i = 0; i < 3; ++i, y += 20) {
      b.text(80, y, "o" + std::to_string(first + i))
          .text(140, y, "รายการ เปิดเผย")
          .text(300, y, "100");
    }
  };
  b.text(80, y - 20, "ข้อ").text(140, y - 20, "รายการ").text(300, y - 20, "คะแนน");
  rows(1);
  b.text(80, y, "ประเด็น ที่ หนึ่ง การ เผยแพร่ ข้อมูล ต่อ สาธารณะ ทั้งหมด");
  y += 20;
  rows(4);
  const auto tables = tables_of(b);
  BOOST_TEST_REQUIRE(tables.size() == 1u);
  BOOST_TEST(tables[0].rows.size() == 8u);
  BOOST_TEST(tables[0].rows[4].cells.size() == 1u);
  BOOST_TEST(tables[0].rows[4].cells[0].column_span == 3);
}

BOOST_AUTO_TEST_CASE(signatures_side_by_side_are_no_table) {
  test::PageBuilder b;
  b.text(80, 100, "ลงชื่อ..............").text(360, 100, "ลงชื่อ..............");
  b.text_centred(140, 120, "(นาย สมมติ ตัวอย่าง)").text_centred(420, 120, "(นาง ตัวอย่าง สมมติ)");
  b.text_centred(140, 140, "นายก เทศมนตรี").text_centred(420, 140, "ปลัด เทศบาล");
  b.text_centred(140, 160, "ผู้อนุมัติ").text_centred(420, 160, "ผู้เสนอ");
  BOOST_TEST(tables_of(b).empty());
}

BOOST_AUTO_TEST_CASE(a_list_with_its_marks_set_apart_is_no_table) {
  test::PageBuilder b;
  for (int i = 0; i < 5; ++i) {
    b.text(80, 100 + 18 * i, std::to_string(i + 1) + ".").text(116, 100 + 18 * i, "ควร เพิ่ม ช่องทาง");
  }
  BOOST_TEST(tables_of(b).empty());
}

BOOST_AUTO_TEST_CASE(justified_paragraphs_are_no_table) {
  test::PageBuilder b;
  for (int i = 0; i < 6; ++i) {
    const double y = 100 + 18 * i;
    b.text(80, y, std::string(static_cast<size_t>(20 + 3 * i), 'x'));
    b.text(260 + 11 * i, y, "2566")
        .text_right(500, y, std::string(static_cast<size_t>(20 - i), 'x'));
  }
  BOOST_TEST(tables_of(b).empty());
}

BOOST_AUTO_TEST_CASE(a_table_of_contents_stays_lines) {
  test::PageBuilder b;
  b.text_centred(300, 60, "สารบัญ").text(480, 80, "หน้า");
  for (int i = 0; i < 6; ++i) {
    b.text(80, 100 + 20 * i, "บทที่ " + std::to_string(i + 1) + " เรื่อง")
        .text(490, 100 + 20 * i, std::to_string(2 * i + 1));
  }
  BOOST_TEST(tables_of(b).empty());
}

BOOST_AUTO_TEST_CASE(a_last_row_alone_on_the_next_page_is_still_a_row) {
  test::PageBuilder one(1);
  one.text(80, 700, "ข้อ").text(140, 700, "รายการ").text(450, 700, "คะแนน");
  for (int i = 0; i < 3; ++i) {
    one.text(80, 720 + 18 * i, "o" + std::to_string(i + 1))
        .text(140, 720 + 18 * i, "รายการ เปิดเผย");
    one.text(450, 720 + 18 * i, "100");
  }
  test::PageBuilder two(2);
  two.text(80, 120, "o4").text(140, 120, "รายการ อื่น").text(450, 120, "50").text(140, 138, "ต่อ");
  two.text(80, 170, "ข้อความ ปิดท้าย ของ เอกสาร นี้");
  const auto blocks = lay_out({one.page, two.page});
  BOOST_TEST_REQUIRE(blocks.size() == 3u);
  const Table& piece = std::get<Table>(blocks[1]);
  BOOST_TEST(piece.continues_previous);
  BOOST_TEST_REQUIRE(piece.rows.size() == 1u);
  BOOST_TEST(text_at(piece, 0, 1) == "รายการ อื่นต่อ");
}

BOOST_AUTO_TEST_CASE(two_rows_are_too_few) {
  test::PageBuilder b;
  b.text(80, 100, "งบประมาณ").text(400, 100, "100").text(80, 120, "เบิกจ่าย").text(400, 120, "200");
  BOOST_TEST(tables_of(b).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
