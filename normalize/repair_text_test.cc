// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/repair_text.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <string>

#include "normalize/rules.h"

namespace prongsai::normalize {
namespace {

using Spans = std::vector<AlignedSpan>;

// Spans cover the result without gaps, and each lies within the source.
void check_spans(const RepairedText& repaired, size_t source_size) {
  size_t end = 0;
  for (const AlignedSpan& span : repaired.spans) {
    BOOST_TEST(span.begin == end);
    BOOST_TEST(span.begin < span.end);
    BOOST_TEST(span.source_begin < span.source_end);
    BOOST_TEST(span.source_end <= source_size);
    end = span.end;
  }
  BOOST_TEST(end == repaired.text.size());
}

std::string repeated(const std::string& text, size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

BOOST_AUTO_TEST_SUITE(repair_text_function)

BOOST_AUTO_TEST_CASE(unchanged_text_is_one_span) {
  const RepairedText repaired = repair_text("คะแนน 85");
  BOOST_TEST((repaired.spans == Spans{{0, 18, 0, 18}}));
  BOOST_TEST(repair_text("").spans.empty());
}

BOOST_AUTO_TEST_CASE(a_removed_space_leaves_a_hole_in_the_source) {
  const RepairedText repaired = repair_text("เป็ น");
  BOOST_TEST(repaired.text == "เป็น");
  BOOST_TEST((repaired.spans == Spans{{0, 9, 0, 9}, {9, 12, 10, 13}}));
  BOOST_REQUIRE(repaired.repairs.size() == 1);
  BOOST_TEST(repaired.repairs[0].begin == 9);
  BOOST_TEST(repaired.repairs[0].end == 10);
}

BOOST_AUTO_TEST_CASE(a_composed_letter_comes_from_all_its_parts) {
  const RepairedText repaired = repair_text("กํา");
  BOOST_TEST(repaired.text == "กำ");
  BOOST_TEST((repaired.spans == Spans{{0, 3, 0, 3}, {3, 6, 3, 9}}));
}

BOOST_AUTO_TEST_CASE(spans_cover_the_result_of_every_example) {
  for (const Rule& rule : repair_rules()) {
    for (const RuleExample& example : rule.examples) {
      if (example.before == nullptr) continue;
      const std::string before = example.before;
      check_spans(repair_text(before), before.size());
    }
  }
}

BOOST_AUTO_TEST_CASE(text_around_markup_is_trimmed_and_other_text_is_not) {
  BOOST_TEST(repair_text("<p> รายงาน </p>").text == "รายงาน");
  BOOST_TEST(repair_text(" รายงาน ").text == " รายงาน ");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_stay_or_become_replacement_characters) {
  BOOST_TEST(repair_text("abc\xE0\xB8").text == "abc\xE0\xB8");
  const RepairedText repaired = repair_text("\xFF เเผน");
  BOOST_TEST(repaired.text == "\uFFFD แผน");
  check_spans(repaired, 14);
}

BOOST_AUTO_TEST_CASE(random_thai_keeps_its_spans_and_does_not_crash) {
  std::mt19937 random(7);
  const char32_t specials[] = {' ', ' ', ' ', '<', '&', '*', 0xFFFD, 0x0E4D, 0x0E32, 0x0E33};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 60; i > 0; --i) {
      const bool special = random() % 4 == 0;
      append_utf8(special ? specials[random() % 10] : 0x0E01 + random() % 0x5A, text);
    }
    for (const Strictness strictness : {Strictness::kStrict, Strictness::kLoose}) {
      const Modes modes{strictness, strictness, strictness, strictness};
      check_spans(repair_text(text, modes), text.size());
    }
  }
}

BOOST_AUTO_TEST_CASE(long_hostile_text_takes_about_linear_time) {
  constexpr size_t kSize = 1 << 20;
  for (const char* part :
       {"ก",      "ำ",    "า",        "่",      "เ",      " ",  "ก ", "ก า ", "\uFFFD",
        "่\uFFFD", "ก่ ",   "ทีก่ า",     "<",     "&",      "**", "<p", "๑1",   "1.",
        "การ",    "เป็ น", "กรรมการ ", "ดาเนิน", "\uFB03", "กํ ", "่ั"}) {
    const std::string text = repeated(part, kSize);
    const auto start = std::chrono::steady_clock::now();
    repair_text(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    BOOST_TEST_CONTEXT(part) { BOOST_TEST(seconds.count() < 20); }
    BOOST_TEST_MESSAGE(part << ": " << seconds.count() << " s");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai::normalize
