// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/list_marks.h"

#include <boost/test/unit_test.hpp>

#include "extract/text_chunks.h"

using prongsai::extract::Chunk;
using prongsai::extract::find_chunks;
using prongsai::extract::find_segments;
using prongsai::extract::InkPart;
using prongsai::extract::list_mark;

namespace {

// A band of 30 pixels from 100 to 130.
InkPart ink(int x0, int y0, int width, int height, double filled) {
  return {x0, y0, x0 + width, y0 + height, static_cast<int>(width * height * filled), 0};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(list_marks)

BOOST_AUTO_TEST_CASE(a_disc_in_the_middle_is_a_bullet_and_a_bar_a_dash) {
  BOOST_TEST(list_mark(ink(0, 108, 14, 14, 0.78), 100, 130) == "•");
  BOOST_TEST(list_mark(ink(0, 112, 7, 7, 0.8), 100, 130) == "•");
  BOOST_TEST(list_mark(ink(0, 105, 21, 21, 0.79), 100, 130) == "•");
  BOOST_TEST(list_mark(ink(0, 115, 14, 3, 0.95), 100, 130) == "-");
}

BOOST_AUTO_TEST_CASE(other_ink_is_none) {
  BOOST_TEST(list_mark(ink(0, 124, 6, 6, 0.8), 100, 130) == "");     // a point
  BOOST_TEST(list_mark(ink(0, 95, 8, 8, 0.8), 100, 130) == "");      // a mark above
  BOOST_TEST(list_mark(ink(0, 108, 14, 14, 0.45), 100, 130) == "");  // a ring, or a digit
  BOOST_TEST(list_mark(ink(0, 104, 22, 23, 0.64), 100, 130) == "");  // a letter
  BOOST_TEST(list_mark(ink(0, 102, 6, 26, 0.9), 100, 130) == "");    // an upright stroke
  BOOST_TEST(list_mark(ink(0, 115, 2, 2, 1), 100, 130) == "");       // a speck
}

// Far before the line, as lists have them: it is not lost, and stands alone.
BOOST_AUTO_TEST_CASE(the_mark_of_an_entry_is_a_chunk_of_its_own) {
  std::vector<InkPart> parts = {ink(100, 110, 10, 10, 0.78)};
  for (int i = 0; i < 12; ++i) parts.push_back(ink(170 + 24 * i, 100, 20, 30, 0.4));
  for (size_t i = 0; i < parts.size(); ++i) parts[i].label = static_cast<int>(i) + 1;
  const auto chunks = find_chunks(find_segments(parts, {}, 300));
  BOOST_REQUIRE(chunks.size() == 2U);
  BOOST_TEST(chunks[0].mark == "•");
  BOOST_TEST(chunks[0].ink.x1 == 110);
  BOOST_TEST(chunks[1].mark == "");
  BOOST_TEST(chunks[1].labels.size() == 12U);
}

BOOST_AUTO_TEST_SUITE_END()
