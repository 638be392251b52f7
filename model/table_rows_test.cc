// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "model/layout_test_page.h"
#include "model/table_columns.h"

namespace prongsai {
namespace {

// The number of lines in each row.
std::vector<size_t> rows_of(const test::PageBuilder& b, size_t header_rows) {
  std::vector<PlacedWord> words;
  for (const Word& word : b.page.words) words.push_back({word.box, &word, 0});
  const auto lines = group_lines(std::move(words));
  const RowCut cut = cut_rows(lines, {50, 100, 400, 500});
  BOOST_TEST(cut.header_rows == header_rows);
  std::vector<size_t> out;
  for (const auto& row : cut.rows) out.push_back(row.size());
  return out;
}

using Sizes = std::vector<size_t>;

BOOST_AUTO_TEST_SUITE(table_rows)

BOOST_AUTO_TEST_CASE(rows_begin_at_codes) {
  test::PageBuilder b;
  b.text(55, 100, "ข้อ").text(105, 100, "รายการ").text(405, 100, "คะแนน");
  b.text(55, 118, "o1").text(105, 118, "กกก").text(405, 118, "100").text(105, 136, "ต่อ");
  b.text(55, 154, "o2").text(105, 154, "ขขข").text(405, 154, "50");
  b.text(55, 172, "o3").text(105, 172, "คคค").text(105, 190, "ต่อ").text(105, 208, "อีก");
  BOOST_TEST(rows_of(b, 1) == (Sizes{1, 2, 1, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(white_space_tells_rows_better_than_the_place_of_the_code) {
  test::PageBuilder b;
  for (int i = 0; i < 3; ++i) {
    const double y = 100 + 60 * i;
    b.text(105, y, "กกก").text(55, y + 16, "o" + std::to_string(i)).text(105, y + 16, "ขขข");
  }
  b.text(105, 252, "คคค");
  BOOST_TEST(rows_of(b, 0) == (Sizes{2, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(entries_of_a_list_tell_that_numbers_stand_in_the_first_line) {
  test::PageBuilder b;
  double y = 100;
  b.text(105, y, "หัวข้อ รวม");
  for (int i = 0; i < 3; ++i) {
    b.text(105, y + 18, "- ตัวชี้วัด").text(405, y + 18, "80").text(105, y + 36, "ต่อ");
    b.text(105, y + 54, "อีก");
    y += 54;
  }
  BOOST_TEST(rows_of(b, 0) == (Sizes{1, 3, 3, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_codes_each_text_in_the_first_column_begins_a_row) {
  test::PageBuilder b;
  b.text(55, 100, "ประเด็น").text(105, 100, "มาตรการ").text(405, 100, "ผู้รับผิดชอบ");
  for (int i = 0; i < 2; ++i) {
    const double y = 118 + 36 * i;
    b.text(55, y, "กกก").text(105, y, "ขขข").text(405, y, "กองคลัง").text(105, y + 18, "ต่อ");
  }
  BOOST_TEST(rows_of(b, 1) == (Sizes{1, 2, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
