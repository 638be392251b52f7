// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr_words.h"

#include <boost/test/unit_test.hpp>

#include "extract/test_page.h"

using prongsai::extract::join_symbols;
using prongsai::extract::OcrSymbol;
using prongsai::extract::TestPage;

namespace {

OcrSymbol symbol(const char* text, double x, int word, int line = 1, double confidence = 0.5) {
  return {text, {x, 100, x + 5, 110}, confidence, 10, line, word};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocr_words)

BOOST_AUTO_TEST_CASE(thai_that_the_engine_cuts_is_joined) {
  BOOST_TEST(TestPage::bars(join_symbols({symbol("ก", 0, 1), symbol("า", 7, 2)}, {})) == "|กา|");
}

BOOST_AUTO_TEST_CASE(gap_ends_the_word) {
  BOOST_TEST(TestPage::bars(join_symbols({symbol("ก", 0, 1), symbol("า", 9, 2)}, {})) == "|ก|า|");
}

BOOST_AUTO_TEST_CASE(space_between_digits_ends_the_word) {
  BOOST_TEST(TestPage::bars(join_symbols({symbol("1", 0, 1), symbol("2", 7, 2)}, {})) == "|1|2|");
  BOOST_TEST(TestPage::bars(join_symbols({symbol("1", 0, 1), symbol("2", 7, 1)}, {})) == "|12|");
}

BOOST_AUTO_TEST_CASE(stops_of_an_abbreviation_belong_to_it) {
  BOOST_TEST(TestPage::bars(join_symbols(
                 {symbol("พ", 0, 1), symbol(".", 7, 2), symbol("ศ", 14, 3), symbol("2", 21, 4)},
                 {})) == "|พ.ศ|2|");
}

BOOST_AUTO_TEST_CASE(line_of_marks_within_another_line_is_left_out) {
  OcrSymbol mark{"๐", {10, 101, 14, 104}, 0.5, 4, 1, 1};
  BOOST_TEST(TestPage::bars(
                 join_symbols({mark, symbol("ก", 8, 2, 2), symbol("า", 14, 2, 2)}, {})) == "|กา|");
  // A small line of its own stays.
  mark.box = {10, 80, 14, 84};
  BOOST_TEST(TestPage::bars(join_symbols({mark, symbol("ก", 8, 2, 2)}, {})) == "|๐|ก|");
}

BOOST_AUTO_TEST_CASE(vertical_ruling_ends_the_word) {
  BOOST_TEST(TestPage::bars(join_symbols({symbol("1", 0, 1), symbol("2", 6, 1)},
                                         {{5.5, 0, 5.5, 200, 1}})) == "|1|2|");
}

BOOST_AUTO_TEST_CASE(line_ends_the_word) {
  BOOST_TEST(TestPage::bars(join_symbols({symbol("1", 0, 1, 1), symbol("2", 5, 1, 2)}, {})) ==
             "|1|2|");
}

BOOST_AUTO_TEST_CASE(word_has_the_box_of_all_and_the_mean_confidence) {
  auto words = join_symbols({symbol("ก", 0, 1, 1, 0.4), symbol("ข", 6, 1, 1, 0.8)}, {});
  BOOST_REQUIRE(words.size() == 1U);
  BOOST_TEST(words[0].box.x1 == 11);
  BOOST_TEST(words[0].confidence == 0.6, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_number_is_never_read_with_confidence) {
  BOOST_TEST(join_symbols({symbol("9", 0, 1, 1, 0.99)}, {})[0].confidence < 0.6);
  BOOST_TEST(join_symbols({symbol("๕", 0, 1, 1, 0.99)}, {})[0].confidence < 0.6);
  BOOST_TEST(join_symbols({symbol("ก", 0, 1, 1, 0.99)}, {})[0].confidence > 0.9);
}

BOOST_AUTO_TEST_SUITE_END()
