// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_ruled.h"

#include <boost/test/unit_test.hpp>

#include "model/block_print.h"
#include "model/layout.h"
#include "model/layout_test_page.h"

namespace prongsai {
namespace {

// The only table of a page; fails the test if there is none.
Table table_of(const test::PageBuilder& b) {
  Table found;
  int tables = 0;
  for (const Block& block : lay_out({b.page})) {
    if (const auto* table = std::get_if<Table>(&block)) {
      found = *table;
      ++tables;
    }
  }
  BOOST_TEST_REQUIRE(tables == 1);
  return found;
}

size_t tables_of(const test::PageBuilder& b) {
  const auto blocks = lay_out({b.page});
  return static_cast<size_t>(std::count_if(blocks.begin(), blocks.end(), [](const Block& block) {
    return std::holds_alternative<Table>(block);
  }));
}

// Cells as "text|text", a line for each row; a cell merged over columns shows as "text>2".
std::string grid_text(const Table& table) {
  std::string out;
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      if (&cell != &row.cells.front()) out += '|';
      out += cell_text(cell);
      if (cell.column_span > 1) out += ">" + std::to_string(cell.column_span);
      if (cell.row_span > 1) out += "v" + std::to_string(cell.row_span);
    }
    out += '\n';
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(table_ruled)

BOOST_AUTO_TEST_CASE(words_fall_into_the_cells_of_a_grid) {
  test::PageBuilder b;
  b.grid({50, 100, 300, 380}, {100, 120, 140, 160});
  b.text(55, 103, "ข้อ").text(105, 103, "ประเด็น").text(305, 103, "คะแนน");
  b.text(55, 123, "i1").text(105, 123, "เจ้าหน้าที่ ปฏิบัติงาน").text(305, 123, "98.75");
  b.text(55, 143, "i2").text(305, 143, "87.10");
  const Table table = table_of(b);
  BOOST_TEST(grid_text(table) == "ข้อ|ประเด็น|คะแนน\ni1|เจ้าหน้าที่ ปฏิบัติงาน|98.75\ni2||87.10\n");
  BOOST_TEST((table.source == TableSource::kRuled));
  BOOST_TEST(table.columns == 3);
  BOOST_TEST((*table.rows[1].cells[2].box == Box{300, 120, 380, 140}));
}

BOOST_AUTO_TEST_CASE(cells_are_merged_where_rules_are_missing) {
  test::PageBuilder b;
  b.box(50, 100, 350, 180).rule_across(140, 50, 350).rule_across(160, 150, 350);
  b.rule_across(120, 150, 350).rule_down(150, 100, 180).rule_down(250, 120, 180);
  b.text(55, 110, "ข้อ").text(160, 103, "ปี").text(155, 123, "2565").text(255, 123, "2566");
  b.text(55, 143, "รวม").text(155, 143, "90").text(255, 143, "91").text(155, 163, "92");
  BOOST_TEST(grid_text(table_of(b)) == "ข้อv2|ปี>2\n2565|2566\nรวมv2|90|91\n92|\n");
}

BOOST_AUTO_TEST_CASE(lines_of_a_cell_stay_in_it_and_words_over_a_rule_go_by_their_middle) {
  test::PageBuilder b;
  b.grid({50, 200, 300}, {100, 140, 160});
  b.text(55, 104, "xxxxxxxxxxxxxxxxxx").text(55, 122, "yyy").text(205, 113, "85.00");
  b.word({150, 143, 204, 157}, "ล้นขอบ").word({196, 143, 230, 157}, "99.00");
  BOOST_TEST(grid_text(table_of(b)) == "xxxxxxxxxxxxxxxxxx yyy|85.00\nล้นขอบ|99.00\n");
}

BOOST_AUTO_TEST_CASE(boxes_around_text_and_page_borders_are_no_tables) {
  test::PageBuilder b;
  b.box(20, 20, 580, 780).box(60, 90, 540, 150);
  b.text(80, 100, "ข้อความ ใน กรอบ").text(80, 120, "บรรทัด ที่สอง").text(80, 300, "ข้อความ");
  const auto blocks = lay_out({b.page});
  BOOST_TEST(blocks.size() == 3u);
  BOOST_TEST(tables_of(b) == 0u);
}

BOOST_AUTO_TEST_CASE(a_table_within_a_page_border_is_found) {
  test::PageBuilder b;
  b.box(20, 20, 580, 780).box(23, 23, 577, 777).grid({50, 100, 300}, {100, 120, 140});
  b.text(55, 103, "ข้อ").text(105, 103, "คะแนน").text(55, 123, "i1").text(105, 123, "85");
  b.text(50, 60, "หัวเรื่อง");
  BOOST_TEST(grid_text(table_of(b)) == "ข้อ|คะแนน\ni1|85\n");
}

BOOST_AUTO_TEST_CASE(a_frame_with_a_heading_leaves_the_table_in_it_alone) {
  test::PageBuilder b;
  b.grid({40, 560}, {40, 70, 780}).text(60, 48, "ข้อ").text(305, 48, "คะแนน");
  b.grid({50, 300, 400}, {100, 120, 140, 160});
  for (int i = 0; i < 3; ++i) b.text(55, 103 + 20 * i, "ก ข").text(305, 103 + 20 * i, "9");
  const Table table = table_of(b);
  BOOST_TEST((table.source == TableSource::kRuled));
  BOOST_TEST(table.rows.size() == 3u);
}

BOOST_AUTO_TEST_CASE(underlined_lines_stay_lines) {
  test::PageBuilder b;
  for (int i = 0; i < 4; ++i) {
    const double y = 100 + 30 * i;
    b.text(80, y, "หัวข้อ ขีดเส้นใต้").rule_across(y + 15, 80, 180);
  }
  BOOST_TEST(tables_of(b) == 0u);
}

BOOST_AUTO_TEST_CASE(rules_across_alone_take_columns_from_white_space) {
  test::PageBuilder b;
  for (const double y : {98., 118., 198.}) b.rule_across(y, 50, 500);
  b.text(60, 101, "ตัวชี้วัด").text(420, 101, "คะแนน");
  for (int i = 0; i < 4; ++i) {
    b.text(60, 121 + 19 * i, "การ ใช้ อำนาจ " + std::string(static_cast<size_t>(3 * i), 'x'));
    b.text(420, 121 + 19 * i, "8" + std::to_string(i) + ".50");
  }
  const Table table = table_of(b);
  BOOST_TEST((table.source == TableSource::kPartlyRuled));
  BOOST_TEST(table.columns == 2);
  BOOST_TEST(table.rows.size() == 5u);
  BOOST_TEST(cell_text(*cell_at(table, 2, 1)) == "81.50");
}

// Few lines of such a table are in columns, but one between every two rules is.
BOOST_AUTO_TEST_CASE(titles_of_several_lines_between_rules_are_a_table) {
  test::PageBuilder b;
  for (const double y : {98., 118., 198., 278.}) b.rule_across(y, 50, 500);
  b.text(60, 101, "ประเด็นการประเมิน").text(420, 101, "คะแนน");
  for (int row = 0; row < 2; ++row) {
    const double y = 121 + 80 * row;
    for (int i = 0; i < 4; ++i) b.text(60, y + 19 * i, "ข้อคำถามที่ยาวหลายบรรทัด" + std::to_string(i));
    b.text(420, y, "8" + std::to_string(row) + ".50");
  }
  const Table table = table_of(b);
  BOOST_TEST(table.rows.size() == 3u);
  BOOST_TEST(cell_text(*cell_at(table, 2, 1)) == "81.50");
}

BOOST_AUTO_TEST_CASE(an_outer_box_with_a_header_rule_takes_columns_from_white_space) {
  test::PageBuilder b;
  b.grid({50, 500}, {98, 118, 220});
  b.text(60, 101, "ที่").text(120, 101, "รายการ").text(420, 101, "คะแนน");
  for (int i = 0; i < 3; ++i) {
    b.text(60, 121 + 32 * i, std::to_string(i + 1)).text(120, 121 + 32 * i, "รายการ ยาว ซึ่ง ตัด");
    b.text(120, 136 + 32 * i, "บรรทัด").text(420, 121 + 32 * i, "8" + std::to_string(i) + ".50");
  }
  const Table table = table_of(b);
  BOOST_TEST(table.columns == 3);
  BOOST_TEST(table.rows.size() == 4u);
  BOOST_TEST(cell_text(*cell_at(table, 3, 0)) == "3");
  BOOST_TEST(cell_at(table, 3, 1)->lines.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_box_with_a_heading_and_a_list_is_no_table) {
  test::PageBuilder b;
  b.grid({50, 500}, {98, 118, 220}).text(60, 101, "ข้อเสนอแนะ");
  for (int i = 0; i < 5; ++i) {
    b.text(60, 121 + 18 * i, std::to_string(i + 1) + ".").text(84, 121 + 18 * i, "ควร เพิ่ม ช่องทาง");
  }
  BOOST_TEST(tables_of(b) == 0u);
}

BOOST_AUTO_TEST_CASE(rows_without_rules_in_ruled_columns_are_told_by_their_numbers) {
  test::PageBuilder b;
  b.grid({50, 100, 400, 480}, {98, 118, 260});
  b.text(55, 101, "ข้อ").text(105, 101, "รายการ").text(405, 101, "คะแนน");
  for (int i = 0; i < 4; ++i) {
    b.text(55, 121 + 34 * i, "i" + std::to_string(i + 1)).text(105, 121 + 34 * i, "ข้อความ ยาว");
    b.text(105, 137 + 34 * i, "ต่อ").text(405, 121 + 34 * i, "9" + std::to_string(i) + ".00");
  }
  const Table table = table_of(b);
  BOOST_TEST(table.rows.size() == 5u);
  BOOST_TEST(cell_text(*cell_at(table, 4, 2)) == "93.00");
}

BOOST_AUTO_TEST_CASE(a_ruled_cell_with_a_list_of_several_lines_is_not_split) {
  test::PageBuilder b;
  b.grid({50, 200, 400}, {98, 118, 200});
  b.text(55, 101, "ประเด็น").text(205, 101, "แนวทาง");
  b.text(55, 121, "ประเด็น เดียว");
  for (int i = 0; i < 4; ++i) b.text(205, 121 + 18 * i, std::to_string(i + 1) + ". ทำ");
  BOOST_TEST(table_of(b).rows.size() == 2u);
}

BOOST_AUTO_TEST_CASE(tables_side_by_side_come_from_left_to_right) {
  test::PageBuilder b;
  b.grid({320, 400, 500}, {98, 118, 138}).grid({50, 130, 230}, {100, 120, 140});
  b.text(325, 101, "ค").text(405, 101, "ง").text(55, 103, "ก").text(135, 103, "ข");
  const auto blocks = lay_out({b.page});
  BOOST_TEST_REQUIRE(blocks.size() == 2u);
  BOOST_TEST(cell_text(*cell_at(std::get<Table>(blocks[0]), 0, 0)) == "ก");
  BOOST_TEST(cell_text(*cell_at(std::get<Table>(blocks[1]), 0, 0)) == "ค");
}

BOOST_AUTO_TEST_CASE(a_turned_header_cell_is_read_in_its_direction) {
  test::PageBuilder b;
  b.grid({50, 100, 300}, {98, 200, 220});
  b.word({60, 150, 74, 195}, "คะแนน", 270).word({60, 105, 74, 140}, "เฉลี่ย", 270);
  b.text(105, 150, "ชื่อ").text(55, 203, "95").text(105, 203, "รวม");
  BOOST_TEST(grid_text(table_of(b)) == "คะแนน เฉลี่ย|ชื่อ\n95|รวม\n");
}

BOOST_AUTO_TEST_CASE(arrows_in_empty_cells_of_a_time_plan_make_no_rows) {
  test::PageBuilder b;
  b.grid({50, 200, 260, 320, 380}, {100, 120, 160});
  b.text(55, 103, "กิจกรรม").text(205, 103, "ต.ค.").text(265, 103, "พ.ย.").text(325, 103, "ธ.ค.");
  b.text(55, 124, "อบรม").text(55, 142, "ประจำปี").rule_across(140, 205, 318);
  BOOST_TEST(table_of(b).rows.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_wholly_turned_page_is_laid_out_like_an_upright_one) {
  test::PageBuilder b;
  // As above, printed with the top of the table at the right edge of the page.
  b.grid({200, 220, 240}, {100, 200, 300});
  b.word({223, 104, 237, 140}, "รายการ", 90).word({223, 204, 237, 240}, "คะแนน", 90);
  b.word({203, 104, 217, 140}, "ความ", 90).word({203, 204, 217, 240}, "95.00", 90);
  const Table table = table_of(b);
  BOOST_TEST(grid_text(table) == "รายการ|คะแนน\nความ|95.00\n");
  BOOST_TEST((*table.rows[0].cells[1].box == Box{220, 200, 240, 300}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
