// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number_witness.h"

#include <boost/test/unit_test.hpp>

using prongsai::Word;
using prongsai::extract::compare_numbers;
using prongsai::extract::kNumberFromTextLayer;
using prongsai::extract::unseen_numbers;

namespace {

// Words below each other, each 40 points wide.
std::vector<Word> column(const std::vector<std::string>& texts, double confidence = 1) {
  std::vector<Word> words;
  for (const std::string& text : texts) {
    Word word;
    word.raw = word.text = text;
    const double y = 20.0 * static_cast<double>(words.size());
    word.box = {100, y, 140, y + 12};
    word.confidence = confidence;
    words.push_back(word);
  }
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(number_witness)

BOOST_AUTO_TEST_CASE(what_both_say_is_sure_in_whatever_digits) {
  std::vector<Word> words = column({"๙๒.๕๐", "๘๘.๒๑", "๑๐๐"}, 0.4);
  compare_numbers(column({"92.50", "๘๘.๒๑", "100"}), words);
  for (const Word& word : words) {
    BOOST_TEST(word.confidence > 0.9);
    BOOST_TEST(word.alternatives.empty());
  }
  BOOST_TEST(words[0].raw == "๙๒.๕๐");
}

BOOST_AUTO_TEST_CASE(a_layer_with_intact_numbers_keeps_them_but_a_difference_is_weak) {
  std::vector<Word> words = column({"๙๒.๕๐", "๘๘.๒๑", "๑๐๐", "๗๕.๑๙", "๘๓.๓๓"}, 0.9);
  compare_numbers(column({"๙๒.๕๐", "๘๘.๒๑", "๑๐๐", "๗๕.๑๙", "๘๓.๘๓"}), words);
  BOOST_TEST(words[4].raw == "๘๓.๘๓");
  BOOST_TEST(words[4].confidence < 0.5);
  BOOST_REQUIRE(words[4].repairs.size() == 1U);
  BOOST_TEST(words[4].repairs[0] == kNumberFromTextLayer);
  BOOST_REQUIRE(!words[4].alternatives.empty());
  BOOST_TEST(words[4].alternatives[0].text == "๘๓.๓๓");
}

BOOST_AUTO_TEST_CASE(where_many_differ_the_picture_stands_and_is_weak) {
  std::vector<Word> words = column({"92.50", "88.21", "100", "75.19"}, 0.9);
  compare_numbers(column({"92.50", "88.21", "10", "75.79"}), words);
  BOOST_TEST(words[0].confidence > 0.9);
  BOOST_TEST(words[2].raw == "100");
  BOOST_TEST(words[2].confidence < 0.5);
  BOOST_TEST(words[3].alternatives.at(0).text == "75.79");
}

BOOST_AUTO_TEST_CASE(a_layer_about_something_else_is_no_witness) {
  std::vector<Word> words = column({"92.50", "88.21", "100", "75.19"}, 0.9);
  const std::vector<Word> before = words;
  compare_numbers(column({"11", "12", "13", "14"}), words);
  BOOST_TEST((words == before));
  compare_numbers({}, words);
  BOOST_TEST((words == before));
}

BOOST_AUTO_TEST_CASE(a_number_with_decimals_that_is_not_seen_where_it_stands_is_counted) {
  const std::vector<Word> seen = column({"92.50", "88.21", "ข้อ"});
  BOOST_TEST(unseen_numbers(column({"92.50", "๘๘.๒๑"}), seen) == 0U);  // painted twice
  BOOST_TEST(unseen_numbers(column({"92.50", "88.12"}), seen) == 1U);
  BOOST_TEST(unseen_numbers(column({"88.21", "92.50"}), seen) == 2U);
  BOOST_TEST(unseen_numbers(column({"2", "x 7.50", "2567"}), seen) == 0U);
  BOOST_TEST(unseen_numbers(column({"92.50"}), {}) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
