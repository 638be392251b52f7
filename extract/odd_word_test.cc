// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/odd_word.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "model/text.h"

namespace bdata = boost::unit_test::data;
using prongsai::code_points;
using prongsai::extract::is_odd_word;

namespace {

const char* const kWords[] = {"Integrity",
                              "Transparency",
                              "Assessment",
                              "(ITA)",
                              "e-Service",
                              "Q&A",
                              "https://www.x.go.th/a1b",
                              "OIT",
                              "NACC",
                              "Strengths",
                              "LibreOffice",
                              "iPhone",
                              "somchai.p@mail.com",
                              "Chiang",
                              "Rai",
                              "Phitsanulok",
                              "Kamphaeng",
                              "Nakhon",
                              "Feedback",
                              "Open",
                              "Data",
                              "Policy",
                              "No-Gift",
                              "PDF.",
                              "Facebook",
                              "YouTube",
                              "backbone",
                              "McDonald",
                              "procurement",
                              "Website",
                              "Download",
                              "Google"};

const char* const kOddWords[] = {"nr:ilru:rfiu", "tunr:1lJ",       "trfiBunJu",
                                 "vti':uulu",    "~1nn~1nd~~lunu", "rTtJ:sld",
                                 "fltvrd",       "xjqtz",          "u1yxwn:1"};

}  // namespace

BOOST_AUTO_TEST_SUITE(odd_word)

BOOST_DATA_TEST_CASE(word_of_a_language_is_not_odd, bdata::make(kWords), word) {
  BOOST_TEST(!is_odd_word(code_points(word)));
}

BOOST_DATA_TEST_CASE(what_a_latin_engine_makes_of_thai_is_odd, bdata::make(kOddWords), word) {
  BOOST_TEST(is_odd_word(code_points(word)));
}

BOOST_AUTO_TEST_SUITE_END()
