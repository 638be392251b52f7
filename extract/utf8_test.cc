// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/utf8.h"

#include <boost/test/unit_test.hpp>

using prongsai::extract::from_utf8;
using prongsai::extract::to_utf8;

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(text_survives_both_ways) {
  const std::string text = "ก่อน a é \xF0\x9F\x98\x80";
  BOOST_TEST(to_utf8(from_utf8(text)) == text);
  BOOST_TEST(from_utf8("ก่").size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_no_character_is_replaced) {
  BOOST_TEST(to_utf8(std::u32string{0xD800, 0, 0x110000, U'a'}) == "\uFFFD\uFFFD\uFFFDa");
  BOOST_TEST((from_utf8("\xE0\xB8") == U"\uFFFD\uFFFD"));
  BOOST_TEST((from_utf8("\xC0\x80\xFFz") == U"\uFFFD\uFFFD\uFFFDz"));
}

BOOST_AUTO_TEST_SUITE_END()
