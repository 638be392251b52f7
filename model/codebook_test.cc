// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"

#include <boost/test/unit_test.hpp>

#include "model/diagnostic.h"
#include "model/embedded.h"
#include "model/gazetteer.h"

namespace {

using namespace prongsai;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codebook_files)

BOOST_AUTO_TEST_CASE(every_year_is_loaded_with_its_items) {
  BOOST_TEST(codebook().frameworks.size() == 8U);
  BOOST_TEST(codebook().framework(2567)->items.size() == 59U);
  BOOST_TEST(codebook().framework(2568)->items.size() == 52U);
  BOOST_TEST(codebook().framework(2566)->items.size() == 88U);
  BOOST_TEST(codebook().issues.size() == 7U);
  BOOST_TEST(codebook().framework(2570) == nullptr);
}

BOOST_AUTO_TEST_CASE(weights_add_up_and_indicators_are_shared_out) {
  double weight = 0;
  size_t indicators = 0;
  for (const InstrumentInfo& info : codebook().instruments) {
    weight += info.weight;
    indicators += info.indicators.size();
  }
  BOOST_TEST(weight == 1.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(indicators == 10U);
}

BOOST_AUTO_TEST_CASE(a_file_that_breaks_a_rule_is_refused_with_the_row) {
  const std::string good(embedded_file("2567.json"));
  BOOST_CHECK_NO_THROW(parse_framework(good, "2567.json"));
  BOOST_CHECK_THROW(parse_framework(replaced(good, "\"code\": \"i2\"", "\"code\": \"i1\""), "x"),
                    Error);
  BOOST_CHECK_THROW(parse_framework(replaced(good, "\"code\": \"i2\"", "\"code\": \"x2\""), "x"),
                    Error);
  BOOST_CHECK_THROW(parse_framework(replaced(good, "\"indicator\": 1,", "\"indicator\": 9,"), "x"),
                    Error);
  BOOST_CHECK_THROW(parse_framework(good.substr(0, good.size() / 2), "x"), Error);
}

BOOST_AUTO_TEST_CASE(places_are_found_by_name_and_area) {
  const Gazetteer& places = gazetteer();
  BOOST_TEST(places.places().size() == 77U + 929U + 7451U);
  BOOST_TEST(places.named(PlaceLevel::kProvince, "อุบลราชธานี").size() == 1U);
  BOOST_TEST(places.by_code("34")->name == "อุบลราชธานี");
  BOOST_TEST(places.inside(*places.by_code("34")).size() == 25U);
  BOOST_TEST(places.by_code("99") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
