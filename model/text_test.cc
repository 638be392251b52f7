// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "model/similarity.h"

namespace {

using namespace prongsai;

// The textbook algorithm, against which the bit-parallel one is held.
size_t plain_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = up;
    }
  }
  return row[b.size()];
}

std::u32string random_text(std::mt19937& random, size_t length) {
  constexpr std::u32string_view kLetters = U"กขa“–";
  std::u32string text;
  for (size_t i = 0; i < length; ++i) text += kLetters[random() % kLetters.size()];
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(folding_makes_writings_of_one_text_alike) {
  BOOST_TEST(fold("E – Service **๑๒**") == fold("e-service12"));
  BOOST_TEST(fold("ก\u200Bข") == "กข");
  BOOST_TEST(fold("ผ่าน") != fold("ผาน"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_do_not_pass) {
  BOOST_TEST(clean_utf8("ก\xFF\xE0\xB8") == "ก\uFFFD\uFFFD\uFFFD");
  BOOST_TEST(clean_utf8("a\x1B[31mb\u202Ec") == "a[31mbc");
  BOOST_TEST(code_points("\xED\xA0\x80").size() == 3U);
}

BOOST_AUTO_TEST_CASE(text_survives_both_ways) {
  const std::string text = "ก่อน a é \xF0\x9F\x98\x80";
  BOOST_TEST(to_utf8(code_points(text)) == text);
  BOOST_TEST(code_points("ก่").size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_no_character_is_replaced) {
  BOOST_TEST(to_utf8(std::u32string{0xD800, 0, 0x110000, U'a'}) == "\uFFFD\uFFFD\uFFFDa");
  BOOST_TEST((code_points("\xE0\xB8") == U"\uFFFD\uFFFD"));
  BOOST_TEST((code_points("\xC0\x80\xFFz") == U"\uFFFD\uFFFD\uFFFDz"));
}

BOOST_AUTO_TEST_CASE(digits_are_thai_or_ascii) {
  BOOST_TEST(has_digit("ปี ๐"));
  BOOST_TEST(has_digit("๙"));
  BOOST_TEST(has_digit("o9"));
  BOOST_TEST(!has_digit("คะแนน ฯลฯ ๏ ๚"));
  BOOST_TEST(!has_digit(""));
}

BOOST_AUTO_TEST_CASE(folded_lengths_map_back_to_the_text) {
  const std::string text = "ก ข  ค";
  BOOST_TEST(text.substr(0, unfolded_length(text, 2)) == "ก ข");
}

BOOST_AUTO_TEST_CASE(the_bit_parallel_distance_is_the_edit_distance) {
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    const std::u32string a = random_text(random, random() % 200);
    const std::u32string b = random_text(random, random() % 200);
    BOOST_TEST_REQUIRE(edit_distance(a, b) == plain_distance(a, b));
  }
}

BOOST_AUTO_TEST_CASE(a_bound_changes_no_similarity_that_reaches_it) {
  std::mt19937 random(8);
  for (int i = 0; i < 400; ++i) {
    const std::u32string a = random_text(random, random() % 100);
    const std::u32string b = random_text(random, random() % 100);
    const double exact = similarity(a, b);
    for (const double bound : {0.0, exact / 2, exact, (1 + exact) / 2}) {
      const double bounded = Comparer(a).similarity(b, bound);
      if (exact >= bound) BOOST_TEST_REQUIRE(bounded == exact);
      BOOST_TEST_REQUIRE((bounded == exact || bounded == 0));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_part_is_contained_with_its_errors_counted) {
  BOOST_TEST(containment(U"กขค", U"ฮฮกขคฮฮ") == 1.0);
  BOOST_TEST(containment(U"กขคง", U"ฮฮกขดงฮฮ") == 0.75);
}

BOOST_AUTO_TEST_SUITE_END()
