// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/rules.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "normalize/confusable.h"
#include "normalize/repair_text.h"

namespace prongsai::normalize {
namespace {

RepairedText repaired_for(const Rule& rule, const char* text) {
  if (!rule.by_ocr) return repair_text(text);
  Modes modes;
  modes.by_ocr = true;
  return repair_text(text, modes);
}

bool names(const RepairedText& repaired, const char* rule) {
  const auto all = repair_names(repaired.repairs);
  return std::find(all.begin(), all.end(), rule) != all.end();
}

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(every_rule_repairs_its_examples_and_says_so) {
  for (const Rule& rule : repair_rules()) {
    BOOST_TEST_CONTEXT(rule) {
      BOOST_TEST(rule.examples[0].before != nullptr);
      for (const RuleExample& example : rule.examples) {
        if (example.before == nullptr) continue;
        const RepairedText repaired = repaired_for(rule, example.before);
        BOOST_TEST(repaired.text == example.after);
        BOOST_TEST(!repaired.repairs.empty());
      }
      BOOST_TEST(names(repaired_for(rule, rule.examples[0].before), rule.name));
    }
  }
}

BOOST_AUTO_TEST_CASE(no_rule_changes_its_counterexamples) {
  for (const Rule& rule : repair_rules()) {
    BOOST_TEST_CONTEXT(rule) {
      BOOST_TEST(rule.unchanged[0] != nullptr);
      for (const char* text : rule.unchanged) {
        if (text == nullptr) continue;
        const RepairedText repaired = repaired_for(rule, text);
        BOOST_TEST(repaired.text == text);
        BOOST_TEST(repaired.repairs.empty());
      }
    }
  }
}

// Nothing but spaces behind the comma.
BOOST_AUTO_TEST_CASE(a_list_number_may_end_its_line) {
  for (const Rule& rule : repair_rules()) {
    if (std::string(rule.name) != "list_number_misread") continue;
    for (const char* text : {"๓,   ", "๓, ", "12,  "})
      BOOST_TEST(!names(repaired_for(rule, text), rule.name));
  }
}

BOOST_AUTO_TEST_CASE(letters_that_look_alike_are_set_right_in_text_of_ocr_only) {
  Modes by_ocr;
  by_ocr.by_ocr = true;
  for (const Confusable& row : confusables()) {
    BOOST_TEST(repair_text(row.misread, by_ocr).text == row.right);
    BOOST_TEST(repair_text(row.right, by_ocr).text == row.right);
    // The right letter and the wrong one are both of the row.
    const auto misread = icu::UnicodeString::fromUTF8(row.misread);
    const auto right = icu::UnicodeString::fromUTF8(row.right);
    BOOST_REQUIRE(misread.length() == right.length());
    for (int i = 0; i < right.length(); ++i) {
      if (misread[i] == right[i]) continue;
      BOOST_TEST((row.letters.find(misread[i]) != std::u32string_view::npos));
      BOOST_TEST((row.letters.find(right[i]) != std::u32string_view::npos));
    }
  }
}

BOOST_AUTO_TEST_CASE(repaired_text_needs_no_repair) {
  for (const Rule& rule : repair_rules()) {
    for (const RuleExample& example : rule.examples) {
      if (example.before == nullptr) continue;
      BOOST_TEST(repair_text(example.after).text == example.after);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai::normalize
