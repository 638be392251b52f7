// SPDX-License-Identifier: GPL-3.0-or-later
// Row 5 of docs/hostile.md: reports whose bytes were changed at random, the same every time.
// PRONGSAI_MUTANTS says how many of each; a hundred by default.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <functional>
#include <random>
#include <set>

#include "tests/cli_run.h"
#include "tests/hostile.h"
#include "tests/small_report.h"

using namespace prongsai::tests;

namespace {

constexpr int kInOneBuild = 50;

int mutants_wanted() {
  const char* number = std::getenv("PRONGSAI_MUTANTS");
  return number != nullptr ? std::max(std::atoi(number), 1) : 100;
}

// Bits turned, bytes replaced, stretches left out, doubled or moved, the end cut off.
std::string mutant(std::string bytes, std::mt19937& random) {
  const auto below = [&](size_t limit) { return static_cast<size_t>(random() % limit); };
  const size_t edits = 1 + below(16);
  for (size_t i = 0; i < edits && bytes.size() > 100; ++i) {
    const size_t at = below(bytes.size() - 1);
    const size_t size = std::min(1 + below(60), bytes.size() - at);
    switch (below(8)) {
      case 0:
        bytes.erase(at, size);
        break;
      case 1:
        bytes.insert(at, bytes.substr(at, size));
        break;
      case 2:
        bytes.replace(below(bytes.size() - 1), 1, bytes.substr(at, size));
        break;
      case 3:
        if (i == 0 && below(4) == 0) bytes.resize(at);
        break;
      case 4:
        bytes[at] = static_cast<char>(below(256));
        break;
      default:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
    }
  }
  return bytes;
}

// What becomes of mutants of `original`; `check` looks at each.
void break_it(const std::string& original, unsigned seed,
              const std::function<void(const Built&, const std::string&)>& check) {
  std::mt19937 random(seed);  // NOLINT: the same every time
  std::map<std::string, size_t> states;
  size_t values = 0;
  for (int done = 0; done < mutants_wanted(); done += kInOneBuild) {
    HostileFolder folder;
    std::vector<std::string> names;
    for (int i = done; i < std::min(done + kInOneBuild, mutants_wanted()); ++i) {
      names.push_back(fmt::format("mutant_{}.pdf", i));
      folder.add(names.back(), mutant(original, random));
    }
    const Built built = folder.build({"--jobs=2"});
    BOOST_TEST(built.manifest.at("inputs") == names.size() + 1);
    for (const std::string& name : names) {
      ++states[built.state_of(name)];
      values += verified_of(built, name);
      check(built, name);
    }
  }
  for (const auto& [state, count] : states) BOOST_TEST_MESSAGE("  " << count << " " << state);
  BOOST_TEST_MESSAGE("  " << values << " values verified");
  BOOST_TEST(!states.contains(""));
  BOOST_TEST(values > 0U);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_flips)

// Its streams are compressed: most changes lose a page.
BOOST_AUTO_TEST_CASE(row_5_no_change_of_a_compressed_report_gives_a_wrong_verified_value) {
  break_it(bytes_of(demo_report()), 5, [](const Built& built, const std::string& name) {
    check_none_verified_wrong(built, name, kGoodReport);
  });
}

// Damaged fonts of which digits are lost wherever they stand, so that 100.00 is 10.0 or 1 in both
// issues that print it.
BOOST_AUTO_TEST_CASE(row_5_what_a_damaged_font_says_twice_is_not_verified) {
  const std::string original = bytes_of(demo_report());
  const std::set<int> wanted = {1470, 1516, 1591};
  std::mt19937 random(5);  // NOLINT: the same every time
  HostileFolder folder;
  for (int i = 0; i <= *wanted.rbegin(); ++i) {
    const std::string bytes = mutant(original, random);
    if (wanted.contains(i)) folder.add(fmt::format("mutant_{}.pdf", i), bytes);
  }
  const Built built = folder.build({"--jobs=2"});
  for (const int i : wanted) {
    const std::string name = fmt::format("mutant_{}.pdf", i);
    // The loss is there: a score that is 100 is read as less.
    size_t lost = 0;
    for (const CsvRow& row : built.scores_of(name))
      lost += row.at("code") == "o15" && row.at("score") != "100.00" ? 1 : 0;
    BOOST_TEST(lost == 2U, name);
    check_none_verified_wrong(built, name, kGoodReport);
  }
}

// Its digits stand in the file as they are: changes print other numbers.
BOOST_AUTO_TEST_CASE(row_5_no_change_of_a_plain_report_gives_a_wrong_verified_value) {
  break_it(SmallReport().bytes(), 6, [](const Built& built, const std::string& name) {
    check_verified(built, name, SmallReport().scores);
  });
}

BOOST_AUTO_TEST_SUITE_END()
