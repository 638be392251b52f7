// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/plain_text.h"

#include <boost/test/unit_test.hpp>

namespace {

using prongsai::Block;
using prongsai::Extraction;
using prongsai::Line;
using prongsai::Table;

std::vector<Block> blocks(const std::string& text, const std::string& type = "text/plain") {
  const Extraction extraction = prongsai::extract::read_plain_text(text, type);
  return extraction.pages.front().blocks;
}

const Table& table(const std::vector<Block>& blocks, size_t i) {
  return std::get<Table>(blocks.at(i));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(lines_and_tab_separated_rows_become_lines_and_tables) {
  const auto found = blocks("หัวเรื่อง\n\nก\tข\n\tค\nท้าย\n");
  BOOST_TEST_REQUIRE(found.size() == 3U);
  BOOST_TEST(std::get<Line>(found[0]).text == "หัวเรื่อง");
  BOOST_TEST(table(found, 1).columns == 2);
  BOOST_TEST_REQUIRE(table(found, 1).rows.size() == 2U);
  BOOST_TEST(table(found, 1).rows[1].cells[0].column == 1);
}

BOOST_AUTO_TEST_CASE(a_blank_line_between_rows_is_a_page_break_in_the_same_table) {
  const auto found = blocks("ก\tข\n\nค\tง\n\nจ\tฉ\tช\n");
  BOOST_TEST(!table(found, 0).continues_previous);
  BOOST_TEST(table(found, 1).continues_previous);
  BOOST_TEST(!table(found, 2).continues_previous);
}

BOOST_AUTO_TEST_CASE(markdown_rows_are_cut_at_pipes_that_are_not_escaped) {
  const auto found = blocks("| ก | ข\\|ค |\n|---|:-:|\n| 1 | 2 |\n");
  BOOST_TEST(table(found, 0).rows.size() == 2U);
  BOOST_TEST(table(found, 0).rows[0].cells[1].lines[0].text == "ข\\|ค");
}

BOOST_AUTO_TEST_CASE(block_tags_begin_paragraphs_and_stay_in_the_text) {
  const auto found = blocks("<p>ก</p> <p>ข</p><ul><li>ค</li></ul>\n");
  BOOST_TEST_REQUIRE(found.size() == 3U);
  BOOST_TEST(std::get<Line>(found[0]).text == "<p>ก</p>");
  BOOST_TEST(std::get<Line>(found[2]).text == "<li>ค</li>");  // <ul> alone says nothing
}

// As HTML allows: a cell ends where the next row begins.
BOOST_AUTO_TEST_CASE(cells_and_rows_need_no_end_tags) {
  const auto found = blocks("<table><tr><td>ก<td>ข<tr> ค <td>ง<tr></table>", "text/html");
  const Table& open = std::get<Table>(found.back());
  BOOST_TEST_REQUIRE(open.rows.size() == 3U);
  BOOST_TEST(open.rows[0].cells.size() == 2U);
  BOOST_TEST(open.rows[0].cells[1].lines[0].text == "ข");
  BOOST_TEST(open.rows[1].cells[0].lines[0].text == "ง");
}

BOOST_AUTO_TEST_CASE(a_less_than_sign_is_no_tag) {
  const auto found = blocks("ก < ข <3 และ <ค>\n");
  BOOST_TEST_REQUIRE(found.size() == 1U);
}

BOOST_AUTO_TEST_CASE(html_tables_keep_their_merged_cells) {
  const auto found = blocks(
      "<html><head><title>x</title></head><body>ก<table><tr><td rowspan=\"2\">ข</td><td>ค</td></tr>"
      "<tr><td>ง</td></tr></table></body></html>",
      "text/html");
  BOOST_TEST_REQUIRE(found.size() == 2U);
  BOOST_TEST(table(found, 1).rows[0].cells[0].row_span == 2);
  BOOST_TEST(table(found, 1).rows[1].cells[0].column == 1);
  BOOST_TEST(table(found, 1).columns == 2);
}

BOOST_AUTO_TEST_CASE(hostile_markup_neither_hangs_nor_grows) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<table><tr><td colspan=99999 rowspan=99999>";
  BOOST_TEST(blocks(deep).size() <= 1U);
  BOOST_TEST(blocks(std::string(200000, '<')).size() == 1U);
}

BOOST_AUTO_TEST_CASE(form_feeds_are_pages) {
  BOOST_TEST(prongsai::extract::read_plain_text("ก\fข", "text/plain").pages.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
