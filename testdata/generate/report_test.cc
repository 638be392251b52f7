// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/report.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "testdata/generate/layouts.h"
#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

const Facts& facts() {
  static const Facts kFacts = load_facts(PRONGSAI_SOURCE_DIR "/data");
  return kFacts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_test)

BOOST_AUTO_TEST_CASE(internal_indicators_are_the_means_of_their_items) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const Report report = make_report(facts(), 2567, random);
    for (int number = 1; number <= 5; ++number) {
      double sum = 0;
      for (int k = 1; k <= 3; ++k) {
        sum += report.scores.item("i" + std::to_string(3 * (number - 1) + k));
      }
      BOOST_TEST(std::abs(report.scores.indicators[number] - sum / 3) <= 0.0101);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_overall_score_weighs_the_instruments) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const Scores scores = make_report(facts(), 2568, random).scores;
    const double computed =
        0.3 * scores.instruments[0] + 0.3 * scores.instruments[1] + 0.4 * scores.instruments[2];
    BOOST_TEST(std::abs(scores.overall - computed) <= 0.0101);
  }
}

BOOST_AUTO_TEST_CASE(a_level_needs_every_instrument) {
  BOOST_TEST(level_of(96, {95, 95, 95}) == "ผ่านดีเยี่ยม");
  BOOST_TEST(level_of(96, {99, 94.99, 95}) == "ผ่านดี");
  BOOST_TEST(level_of(86.63, {95.19, 81.84, 83.81}) == "ผ่าน");
  BOOST_TEST(level_of(84.99, {99, 99, 70}) == "ต้องปรับปรุง");
  BOOST_TEST(level_of(69.99, {69, 70, 70}) == "ต้องปรับปรุงโดยด่วน");
}

BOOST_AUTO_TEST_CASE(halves_round_up) {
  BOOST_TEST(round_score(90.625) == 90.63);
  BOOST_TEST(round_score(81.244) == 81.24);
  BOOST_TEST(round_score(100.0 * 2 / 3) == 66.67);
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_gold) {
  for (const Layout& layout : layouts()) {
    Composer first(facts(), layout.years.front(), true, Random(7));
    Composer second(facts(), layout.years.front(), true, Random(7));
    layout.compose(first);
    layout.compose(second);
    BOOST_TEST(to_json(first.gold) == to_json(second.gold), layout.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace prongsai::testdata
