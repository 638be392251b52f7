// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/block_print.h"

#include <boost/test/unit_test.hpp>

namespace prongsai {
namespace {

BOOST_AUTO_TEST_SUITE(block_print)

BOOST_AUTO_TEST_CASE(a_line_prints_page_place_font_and_text) {
  Line line;
  line.text = "ข้อความ";
  line.page = 2;
  line.box = Box{1, 2.25, 3, 4};
  line.font_size = 16;
  line.bold = true;
  BOOST_TEST(to_text(line) == "line 2 [1.0 2.2 3.0 4.0] 16.0 bold | ข้อความ");
  line.starts_paragraph = false;
  line.box.reset();
  line.font_size = 0;
  line.bold = false;
  BOOST_TEST(to_text(Block(line)) == "line 2 + | ข้อความ\n");
}

BOOST_AUTO_TEST_CASE(a_table_prints_a_line_for_each_cell) {
  Line first;
  first.text = "ก";
  Line wrapped = first;
  wrapped.text = "ข";
  wrapped.starts_paragraph = false;
  Cell cell{0, 2, 1, {first, wrapped, first}, Box{0, 0, 10, 10}};
  Table table;
  table.columns = 2;
  table.rows = {{4, {cell}}, {4, {Cell{1, 1, 1, {}, {}}}}};
  table.column_edges = {0, 5, 10};
  table.source = TableSource::kRuled;
  table.continues_previous = true;
  BOOST_TEST(to_text(table) ==
             "table ruled 2 columns 0.0 5.0 10.0 continues\n"
             "  row 4\n"
             "    0 2x1 [0.0 0.0 10.0 10.0] | ก; ข ¶ ก\n"
             "  row 4\n"
             "    1 | \n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
