// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text_segments.h"

#include <boost/test/unit_test.hpp>

#include "extract/text_chunks.h"

using prongsai::Ruling;
using prongsai::extract::Chunk;
using prongsai::extract::find_chunks;
using prongsai::extract::find_segments;
using prongsai::extract::InkPart;
using prongsai::extract::PageParts;

namespace {

// At 300 dots per inch; parts are labelled in the order in which they are put down.
struct Parts {
  std::vector<InkPart> all;

  void put(int x0, int y0, int x1, int y1) {
    all.push_back({x0, y0, x1, y1, (x1 - x0) * (y1 - y0) / 2, static_cast<int>(all.size())});
  }
  // Letters 20 wide and 30 high with gaps of 6.
  void letters(int x, int y, int count) {
    for (int i = 0; i < count; ++i) put(x + 26 * i, y, x + 26 * i + 20, y + 30);
  }
};

PageParts segments(const Parts& parts, const std::vector<Ruling>& rulings = {}) {
  return find_segments(parts.all, rulings, 300);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_segments)

BOOST_AUTO_TEST_CASE(lines_are_parted_and_marks_go_to_the_nearest) {
  Parts parts;
  parts.letters(100, 100, 10);
  parts.letters(100, 160, 10);
  parts.put(130, 86, 140, 95);    // above the first line
  parts.put(160, 135, 170, 143);  // below the first line
  parts.put(190, 146, 200, 155);  // above the second line
  const PageParts page = segments(parts);
  BOOST_REQUIRE(page.segments.size() == 2U);
  BOOST_TEST(page.letter == 30);
  BOOST_TEST(page.segments[0].parts.size() == 12U);
  BOOST_TEST(page.segments[1].parts.size() == 11U);
  BOOST_TEST(page.segments[0].top == 100);
  BOOST_TEST(page.segments[0].bottom == 130);
}

BOOST_AUTO_TEST_CASE(a_table_line_parts_cells) {
  Parts parts;
  parts.letters(100, 100, 10);
  const double x = (100 + 26 * 5 - 3) * 72.0 / 300;
  BOOST_TEST(segments(parts).segments.size() == 1U);
  BOOST_TEST(segments(parts, {{x, 0, x, 100, 1}}).segments.size() == 2U);
  BOOST_TEST(segments(parts, {{x, 60, x, 100, 1}}).segments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_marks_of_large_type_are_no_line) {
  Parts parts;
  parts.letters(100, 300, 40);
  for (int i = 0; i < 6; ++i) {
    parts.put(100 + 60 * i, 100, 150 + 60 * i, 165);
    parts.put(105 + 60 * i, 70, 145 + 60 * i, 95);
  }
  const PageParts page = segments(parts);
  BOOST_REQUIRE(page.segments.size() == 2U);
  BOOST_TEST(page.segments[0].parts.size() == 12U);
}

BOOST_AUTO_TEST_CASE(smaller_type_is_read_too) {
  Parts parts;
  parts.letters(100, 300, 40);
  for (int i = 0; i < 8; ++i) parts.put(100 + 14 * i, 600, 110 + 14 * i, 614);
  BOOST_TEST(segments(parts).segments.size() == 2U);
}

BOOST_AUTO_TEST_CASE(pictures_and_specks_are_no_text) {
  Parts parts;
  parts.letters(100, 300, 10);
  parts.put(600, 100, 1000, 600);
  parts.put(50, 310, 51, 311);
  const PageParts page = segments(parts);
  BOOST_REQUIRE(page.segments.size() == 1U);
  BOOST_TEST(page.segments[0].parts.size() == 10U);
  BOOST_TEST(segments(Parts()).segments.empty());
}

BOOST_AUTO_TEST_CASE(a_space_parts_chunks_and_letters_keep_their_lines_height) {
  Parts parts;
  parts.letters(100, 100, 5);
  parts.put(105, 86, 115, 95);
  parts.letters(100 + 26 * 5 + 20, 100, 4);
  const std::vector<Chunk> chunks = find_chunks(segments(parts));
  BOOST_REQUIRE(chunks.size() == 2U);
  BOOST_TEST(chunks[0].labels.size() == 6U);
  BOOST_TEST(chunks[1].ink.x0 == 250);
  BOOST_TEST(chunks[1].ink.y0 == 100);
  BOOST_TEST(chunks[1].line.y0 == 86);
}

BOOST_AUTO_TEST_CASE(letters_set_wide_stay_together) {
  Parts parts;
  for (int i = 0; i < 8; ++i) parts.put(100 + 40 * i, 100, 120 + 40 * i, 130);
  BOOST_TEST(find_chunks(segments(parts)).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
