// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/glyph_line.h"

#include <boost/test/unit_test.hpp>

#include "extract/test_page.h"

using prongsai::extract::GlyphKind;
using prongsai::extract::line_glyphs;
using prongsai::extract::LineGlyph;
using prongsai::extract::TestPage;

BOOST_AUTO_TEST_SUITE(glyph_line)

BOOST_AUTO_TEST_CASE(kinds_are_told_apart) {
  TestPage page;
  page.write(U"กี \uF70A1\u00A0");
  const GlyphKind kinds[] = {GlyphKind::kLetter, GlyphKind::kMark,   GlyphKind::kSpace,
                             GlyphKind::kMark,   GlyphKind::kLetter, GlyphKind::kSpace};
  std::vector<LineGlyph> glyphs = line_glyphs(page.content);
  BOOST_REQUIRE(glyphs.size() == 6U);
  for (size_t i = 0; i < 6; ++i) BOOST_TEST((glyphs[i].kind == kinds[i]));
}

BOOST_AUTO_TEST_CASE(glyph_without_text_is_left_out) {
  TestPage page;
  page.write(U"ก").glyph(U"", 0.5).write(U"ข");
  BOOST_TEST(line_glyphs(page.content).size() == 2U);
}

BOOST_AUTO_TEST_CASE(spacing_is_measured_per_stretch) {
  TestPage page;
  page.spacing = 2;
  page.write(U"หนวยงาน");
  page.spacing = 0;
  page.write(U" Integrity");
  std::vector<LineGlyph> glyphs = line_glyphs(page.content);
  BOOST_TEST(glyphs.front().letter_spacing == 2, boost::test_tools::tolerance(0.01F));
  BOOST_TEST(glyphs.back().letter_spacing == 0);
}

BOOST_AUTO_TEST_CASE(uneven_gaps_are_no_letter_spacing) {
  TestPage page;
  page.write(U"1").move(1).write(U"2").move(5).write(U"3").move(2).write(U"4").move(4).write(U"5");
  for (const LineGlyph& glyph : line_glyphs(page.content)) BOOST_TEST(glyph.letter_spacing == 0);
}

BOOST_AUTO_TEST_CASE(second_print_is_left_out_and_the_first_is_bold) {
  TestPage page;
  page.write(U"95").at(100.5, 100.3).write(U"95").at(103, 100).write(U"9");
  std::vector<LineGlyph> glyphs = line_glyphs(page.content);
  BOOST_REQUIRE(glyphs.size() == 3U);
  BOOST_TEST(glyphs[0].bold);
  BOOST_TEST(!glyphs[2].bold);
}

BOOST_AUTO_TEST_SUITE_END()
