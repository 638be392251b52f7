// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/overprint.h"

#include <boost/test/unit_test.hpp>

namespace {

prongsai::Word word(const char* text, double x0, double y0, double x1) {
  prongsai::Word word;
  word.text = word.raw = text;
  word.box = {x0, y0, x1, y0 + 14};
  return word;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overprint)

BOOST_AUTO_TEST_CASE(a_number_printed_over_another_makes_both_doubtful) {
  std::vector<prongsai::Word> words = {word("92.12", 100, 50, 130), word("82.12", 101, 50, 131),
                                       word("คะแนน", 140, 50, 170)};
  prongsai::extract::doubt_overprinted(words);
  BOOST_TEST(words[0].confidence < 0.5);
  BOOST_TEST(words[1].confidence < 0.5);
  BOOST_TEST(words[2].confidence == 1.0);
}

BOOST_AUTO_TEST_CASE(words_of_lines_set_close_are_not_doubted) {
  std::vector<prongsai::Word> words = {word("หน่วยงาน", 100, 50, 160), word("ของรัฐ", 100, 60, 160)};
  prongsai::extract::doubt_overprinted(words);
  BOOST_TEST(words[0].confidence == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
