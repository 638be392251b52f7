// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a report before it has a layout: scores that fit together as real ones do.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "testdata/generate/codebook_facts.h"
#include "testdata/generate/gold.h"
#include "testdata/generate/random.h"

namespace prongsai::testdata {

struct Agency {
  GoldAgency gold;
  std::string short_name;  // "อบต.…"
  std::string address;     // "อำเภอ… จังหวัด…"; may be empty
  std::string kind;        // "องค์การบริหารส่วนตำบล"
};

// One year's scores, rounded as they are printed.
struct Scores {
  std::map<std::string, double> items;  // by code
  std::array<double, 11> indicators{};  // [1] to [10]
  std::array<double, 3> instruments{};  // IIT, EIT, OIT
  double overall = 0;
  std::string level;

  double item(const std::string& code) const { return items.at(code); }
};

struct Report {
  Agency agency;
  int assessed_year = 0;
  int plan_year = 0;
  const YearFacts* facts = nullptr;
  Scores scores;
  Scores last_year;  // of the same items
  std::vector<Measure> measures;
  std::vector<std::string> limitations;

  // The items of an issue whose text is known, in the order of the codebook.
  std::vector<const ItemFact*> items_of(int issue) const;
  // The plain mean of those items.
  double average_of(int issue) const;
};

Report make_report(const Facts& facts, int year, Random& random);

// The level of FY2567 and FY2568.
std::string level_of(double overall, const std::array<double, 3>& instruments);

}  // namespace prongsai::testdata
