// SPDX-License-Identifier: GPL-3.0-or-later
// Scores, periods, list entries: small literals to values.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "model/entries.h"
#include "model/number.h"
#include "model/period.h"

namespace bdata = boost::unit_test::data;

namespace {

using namespace prongsai;

struct ScoreCase {
  const char* text;
  double value;  // -1: no score
};
std::ostream& operator<<(std::ostream& out, const ScoreCase& c) { return out << c.text; }

const std::vector<ScoreCase> kScores = {
    {"92.12", 92.12},
    {"๙๒.๑๒", 92.12},
    {"๑๐๐", 100},
    {"0", 0},
    {" ๐.๐๐ ", 0},
    {"(๘๗.๒๘)", 87.28},
    {"85.83 คะแนน", 85.83},
    {"ร้อยละ 92.1", 92.1},
    {"92,12", 92.12},
    {"100.01", -1},
    {"2567", -1},
    {"92.123", -1},
    {"1,234", -1},
    {"92.12.1", -1},
    {"i1", -1},
    {"-", -1},
    {"", -1},
    {"12/2567", -1},
    {"92 12", -1},
    {"025", -1},
    {"๐๙", -1},
};

struct PeriodCase {
  const char* text;
  int fiscal_year;
  const char* start;
  const char* end;
};
std::ostream& operator<<(std::ostream& out, const PeriodCase& c) { return out << c.text; }

const std::vector<PeriodCase> kPeriods = {
    {"1 ต.ค.67- 30 ก.ย.68", 0, "2024-10-01", "2025-09-30"},
    {"1 ตุลาคม 2567 – 30 กันยายน 2568", 0, "2024-10-01", "2025-09-30"},
    {"ต.ค. ๖๗ ถึง มี.ค. ๖๘", 0, "2024-10-01", "2025-03-31"},
    {"มกราคม - มีนาคม ๒๕๖๙", 0, "2026-01-01", "2026-03-31"},
    {"ตุลาคม - กันยายน ๒๕๖๙", 0, "2025-10-01", "2026-09-30"},
    {"กันยายน ๒๕๖๙", 0, "2026-09-01", "2026-09-30"},
    {"ไตรมาส ๑", 2566, "2022-10-01", "2022-12-31"},
    {"ไตรมาสแรก", 2566, "2022-10-01", "2022-12-31"},
    {"ไตรมาสที่ 1-2", 2568, "2024-10-01", "2025-03-31"},
    {"ไตรมาส 2 ปีงบประมาณ 2568", 0, "2025-01-01", "2025-03-31"},
    {"ตลอดปีงบประมาณ", 2566, "2022-10-01", "2023-09-30"},
    {"ปีงบประมาณ พ.ศ. 2568", 0, "2024-10-01", "2025-09-30"},
    {"๑๕ มกราคม ๒๕๖๘", 0, "2025-01-15", "2025-01-15"},
    {"ก.พ. 2567", 0, "2024-02-01", "2024-02-29"},
    {"ภายในเดือนมีนาคม 2568", 0, "2025-03-01", "2025-03-31"},
    {"ต.ค. - ธ.ค.", 2568, "2024-10-01", "2024-12-31"},
};

const std::vector<ScoreCase> kNoPeriods = {
    {"ทุกไตรมาส", 0}, {"รายไตรมาส", 0}, {"ทุกเดือน", 0}, {"สำนักปลัด", 0}, {"", 0}};

std::vector<Passage> as_passages(std::vector<Line>& lines, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    Line line;
    line.text = line.raw = text;
    lines.push_back(line);
  }
  std::vector<Passage> list;
  for (const Line& line : lines) {
    list.emplace_back();
    list.back().add(line);
  }
  return list;
}

std::string joined(const std::vector<Entry>& entries) {
  std::string text;
  for (const Entry& entry : entries) text += "[" + entry.text + "]";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(values)

BOOST_DATA_TEST_CASE(a_score_is_all_of_its_cell, bdata::make(kScores), row) {
  const auto number = parse_score(row.text);
  BOOST_TEST(number.has_value() == (row.value >= 0));
  if (number) BOOST_TEST(number->value == row.value, boost::test_tools::tolerance(1e-9));
}

BOOST_DATA_TEST_CASE(periods_become_days, bdata::make(kPeriods), row) {
  const auto period = parse_period(row.text, row.fiscal_year);
  BOOST_TEST_REQUIRE(period.has_value());
  BOOST_TEST(period->start == row.start);
  BOOST_TEST(period->end == row.end);
}

BOOST_DATA_TEST_CASE(what_says_how_often_is_no_period, bdata::make(kNoPeriods), row) {
  BOOST_TEST(!parse_period(row.text, 2568).has_value());
}

// Better no dates than those of half the period.
BOOST_AUTO_TEST_CASE(a_period_with_an_end_that_is_not_understood_has_no_dates) {
  for (const char* text :
       {"ดตด.ค. 67 ถึงมี.ค. 68", "ต.ค. 68 ถึง ก.8. 69", "ต.ค. ๖๘ ๖๙", "ดตด.ค. ๖๘ึงก.ย. ๖๙"}) {
    const auto period = parse_period(text, 2569);
    BOOST_REQUIRE(period.has_value());
    BOOST_TEST(period->start.empty(), text);
    BOOST_TEST(period->text == text);
  }
  BOOST_TEST(parse_period("1-31 ต.ค. 67", 2568)->end == "2024-10-31");
  BOOST_TEST(parse_period("ปีงบประมาณ พ.ค. ๒๕๖๙", 2568)->start == "2025-10-01");
}

BOOST_AUTO_TEST_CASE(numbers_that_go_up_cut_a_paragraph) {
  std::vector<Line> lines;
  BOOST_TEST(joined(split_entries(as_passages(lines, {"1. ก 2. ข ตามข้อ 1. ให้ครบ 3. ค"}))) ==
             "[ก][ข ตามข้อ 1. ให้ครบ][ค]");
}

BOOST_AUTO_TEST_CASE(bullets_below_a_numbered_entry_belong_to_it) {
  std::vector<Line> lines;
  BOOST_TEST(joined(split_entries(as_passages(lines, {"๑. ก", "๒. ข", "- ข้อย่อย", "๔. ค"}))) ==
             "[ก][ข - ข้อย่อย][ค]");
}

BOOST_AUTO_TEST_CASE(a_split_row_goes_on_counting) {
  std::vector<Line> lines;
  BOOST_TEST(joined(split_entries(as_passages(lines, {"ต่อจากหน้าก่อน", "๔. ค"}), 3)) ==
             "[ต่อจากหน้าก่อน][ค]");
}

BOOST_AUTO_TEST_CASE(a_number_typed_twice_is_two_entries) {
  std::vector<Line> lines;
  BOOST_TEST(joined(split_entries(as_passages(lines, {"๑) ก ๒) ข ๒) ค"}))) == "[ก][ข][ค]");
}

BOOST_AUTO_TEST_CASE(a_section_and_its_division_are_two_units_every_division_is_one) {
  std::vector<Line> lines;
  const auto units = split_responsible(as_passages(lines, {"งานพัสดุ/ กองคลัง"}));
  BOOST_TEST(units.size() == 2U);
  std::vector<Line> other;
  BOOST_TEST(split_responsible(as_passages(other, {"ทุกสำนัก/กอง"})).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
