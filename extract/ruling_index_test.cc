// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruling_index.h"

#include <boost/test/unit_test.hpp>

using prongsai::extract::LineGlyph;
using prongsai::extract::RulingIndex;

namespace {

LineGlyph letter(float from, uint16_t rotation = 0) {
  LineGlyph glyph;
  glyph.from = from;
  glyph.to = from + 5;
  glyph.base = 100;
  glyph.em = 10;
  glyph.rotation = rotation;
  return glyph;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ruling_index)

BOOST_AUTO_TEST_CASE(ruling_between_the_middles_crosses) {
  RulingIndex index({{10, 50, 10, 150, 1}, {300, 0, 300, 500, 1}});
  BOOST_TEST(index.crosses(letter(5), letter(10)));
  BOOST_TEST(!index.crosses(letter(10), letter(15)));
  BOOST_TEST(!index.crosses(letter(0), letter(5)));
}

BOOST_AUTO_TEST_CASE(ruling_above_or_below_the_letters_does_not) {
  BOOST_TEST(!RulingIndex({{10, 0, 10, 90, 1}}).crosses(letter(5), letter(10)));
  BOOST_TEST(!RulingIndex({{10, 101, 10, 190, 1}}).crosses(letter(5), letter(10)));
}

BOOST_AUTO_TEST_CASE(turned_lines_are_crossed_by_the_rulings_across_them) {
  // Reading down, the line's own frame has x as its baseline, negated.
  LineGlyph first = letter(5, 90);
  LineGlyph second = letter(10, 90);
  first.base = second.base = -100;
  BOOST_TEST(RulingIndex({{50, 10, 150, 10, 1}}).crosses(first, second));
  BOOST_TEST(!RulingIndex({{10, 50, 10, 150, 1}}).crosses(first, second));
}

BOOST_AUTO_TEST_SUITE_END()
