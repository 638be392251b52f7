// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/titles.h"

#include <boost/test/unit_test.hpp>

using prongsai::tests::fold;
using prongsai::tests::match_titles;
using prongsai::tests::similarity;

BOOST_AUTO_TEST_SUITE(titles)

BOOST_AUTO_TEST_CASE(digits_blanks_and_case_do_not_matter) {
  BOOST_TEST(fold("ปี ๒๕๖๗ ITA") == "ปี2567ita");
  BOOST_TEST(fold("๑\u200b๒\u00a0๓") == "123");
  BOOST_TEST(fold("ก") != fold("ข"));
}

BOOST_AUTO_TEST_CASE(numbering_marks_do_not_matter_but_numbers_do) {
  BOOST_TEST(similarity("๑) จัดอบรม 2. ติดตาม", "จัดอบรม ติดตาม") == 1.0);
  BOOST_TEST(similarity("- จัดอบรม", "จัดอบรม") == 1.0);
  BOOST_TEST(similarity("ครั้งที่ 1", "ครั้งที่ 2") < 1.0);
}

BOOST_AUTO_TEST_CASE(a_slip_in_a_long_title_is_still_the_same_title) {
  const std::string title = "โครงการอบรมเจ้าหน้าที่ผู้ให้บริการ";
  BOOST_TEST(similarity(title, "โครงการอบรมเจาหน้าที่ผู้ให้บริการ") >= 0.9);
  BOOST_TEST(similarity(title, "โครงการอบรม") < 0.9);
  BOOST_TEST(similarity(title, "") == 0.0);
}

BOOST_AUTO_TEST_CASE(the_place_decides_between_equal_titles_and_none_is_used_twice) {
  const auto pairs = match_titles({{"โครงการหนึ่ง", "2/null"}, {"โครงการหนึ่ง", "1/null"}},
                                  {{"โครงการหนึ่ง", "1/null"}, {"โครงการหนึ่ง", "2/null"}});
  BOOST_TEST_REQUIRE(pairs.size() == 2U);
  BOOST_TEST(pairs.at(0) == 1U);
  BOOST_TEST(pairs.at(1) == 0U);
  BOOST_TEST(match_titles({{"โครงการหนึ่ง", ""}, {"โครงการหนึ่ง", ""}}, {{"โครงการหนึ่ง", ""}}).size() ==
             1U);
}

BOOST_AUTO_TEST_SUITE_END()
