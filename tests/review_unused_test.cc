// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a page nothing was read from.
#include "cli/review_unused.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "model/text.h"

namespace bdata = boost::unit_test::data;
using namespace prongsai;
using json = nlohmann::ordered_json;

namespace {

constexpr double kHeight = 12;
constexpr double kLetter = 3;  // points of a byte

// Words between spaces, each behind the other, on a line of its own.
void add_line(PageText& page, double x, double y, const std::string& text) {
  for (const std::string_view part : split(text, ' ')) {
    Word word;
    word.text = word.raw = part;
    word.font_size = kHeight;
    const double width = kLetter * static_cast<double>(part.size());
    word.box = {x, y, x + width, y + kHeight};
    x += width + kHeight / 2;
    page.words.push_back(word);
  }
}

Extraction page_of(const std::vector<std::string>& lines, double lean = 0) {
  Extraction extraction;
  PageText page;
  page.number = 1;
  page.width = 600;
  page.height = 800;
  page.lean = lean;
  for (size_t i = 0; i < lines.size(); ++i)
    add_line(page, 50, 100 + 20 * static_cast<double>(i), lines[i]);
  extraction.pages.push_back(page);
  return extraction;
}

// With a text at each place that has one, and one value, of the third line.
json record(int page = 1, const Box& box = {60, 140, 200, 152}) {
  return {{"document", {{"title", "รายงานการวิเคราะห์ผลการประเมิน"}}},
          {"agency", {{"variants", {{{"text", "เทศบาลตำบลหางดง"}}}}}},
          {"issues",
           {{{"title", "กระบวนการปฏิบัติงาน"},
             {"items", {{{"question", "alpha beta"}}}},
             {"findings", {{{"text", "ควรปรับปรุงช่องทาง"}}}}}}},
          {"indicators", {{{"name", "การใช้อำนาจ"}}}},
          {"measures", {{{"title", "มาตรการเผยแพร่"}, {"steps", {"จัดประชุม", "ชี้แจง"}}}}},
          {"limitations", "ข้อจำกัดด้านบุคลากร"},
          {"evidence",
           {{"/overall/score", {{"page", page}, {"box", {box.x0, box.y0, box.x1, box.y1}}}},
            {"/agency/type", {{"page", page}, {"box", nullptr}}}}}};
}

std::vector<UnusedLine> unused(const Extraction& extraction, const json& read = record()) {
  const UnusedLines lines = unused_lines(extraction, read);
  return lines.contains(1) ? lines.at(1) : std::vector<UnusedLine>();
}

struct LineRow {
  const char* text;
  bool used;
  bool number = false;
};
std::ostream& operator<<(std::ostream& out, const LineRow& row) { return out << row.text; }

constexpr LineRow kLines[] = {
    // Each text of the record.
    {"รายงานการวิเคราะห์ผลการประเมิน", true},
    {"เทศบาลตำบลหางดง", true},
    {"กระบวนการปฏิบัติงาน", true},
    {"alpha beta", true},
    {"ควรปรับปรุงช่องทาง", true},
    {"การใช้อำนาจ", true},
    {"มาตรการเผยแพร่", true},
    {"จัดประชุม ชี้แจง", true},
    {"ข้อจำกัดด้านบุคลากร", true},
    // A part of one, and spaces and capitals aside.
    {"ปฏิบัติงาน", true},
    {"ALPHA", true},
    // Half of a line, and less than half.
    {"alpha zzzzz", true},
    {"alpha zzzzzz", false},
    {"beta zzzz zzzz", false},
    // Across two texts, and words that stand in any text.
    {"ประชุมชี้แจง", false},
    {"ta", false},
    {"อื่นใด", false},
    // Perhaps the row of an item that was lost.
    {"i5 95.17", false, true},
    {"๙๕.๑๗", false, true},
    {"9.25", false, true},
    {"100.00 zz", false, true},
    {"zz 87.5,", false, true},
    {"2567", false},
    {"2.1 zzzz", false},
    {"12.345", false},
    {"21.11.2567", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(review_unused)

BOOST_DATA_TEST_CASE(a_line_is_used_if_half_of_it_is_in_the_record, bdata::make(kLines), row) {
  const std::vector<UnusedLine> lines = unused(page_of({row.text}));
  BOOST_TEST(lines.empty() == row.used);
  if (lines.empty()) return;
  BOOST_TEST(lines[0].number == row.number);
  BOOST_TEST(lines[0].box.x0 == 50);
  BOOST_TEST(lines[0].box.y0 == 100);
  BOOST_TEST(lines[0].box.y1 == 100 + kHeight);
}

BOOST_AUTO_TEST_CASE(a_row_of_which_a_value_was_read_is_used) {
  const std::vector<std::string> rows = {"zzzz 91.00", "zzzz 92.00", "zzzz 93.00", "zzzz 94.00"};
  const auto tops = [](const std::vector<UnusedLine>& lines) {
    std::vector<double> all;
    for (const UnusedLine& line : lines) all.push_back(line.box.y0);
    return all;
  };
  BOOST_TEST(tops(unused(page_of(rows))) == (std::vector<double>{100, 120, 160}),
             boost::test_tools::per_element());
  // The place is of another page; or holds no word's middle.
  BOOST_TEST(unused(page_of(rows), record(2)).size() == 4U);
  BOOST_TEST(unused(page_of(rows), record(1, {200, 140, 400, 152})).size() == 4U);
  BOOST_TEST(unused(page_of(rows), record(1, {50, 147, 400, 159})).size() == 4U);
  BOOST_TEST(unused(page_of({"", " ", "  "})).empty());
}

// Words lie as if the page were straight; evidence, and what is shown, as it is.
BOOST_AUTO_TEST_CASE(lines_of_a_leaning_page_are_shown_where_they_are) {
  constexpr double kLean = 3;
  const std::vector<std::string> rows = {"zzzz 91.00", "zzzz 92.00"};
  const auto on_page = [](const Box& box) { return turned(box, kLean, 300, 400); };
  const std::vector<UnusedLine> straight = unused(page_of(rows));
  BOOST_TEST_REQUIRE(straight.size() == 2U);
  // The score of the second row, where it is printed; at the left edge it is 13 points higher.
  const Box score = on_page({68, 120, 83, 132});
  BOOST_TEST(score.y0 < 110);
  const std::vector<UnusedLine> leaning = unused(page_of(rows, kLean), record(1, score));
  BOOST_TEST_REQUIRE(leaning.size() == 1U);
  BOOST_TEST(leaning[0].box == on_page(straight[0].box));
  BOOST_TEST(leaning[0].number);
}

BOOST_AUTO_TEST_CASE(each_page_has_its_own_and_a_long_one_an_end) {
  Extraction extraction = page_of({"zzzz"});
  extraction.pages.push_back(page_of({"alpha"}).pages[0]);
  extraction.pages[1].number = 2;
  extraction.pages.push_back(page_of({"yyyy 12.50"}).pages[0]);
  extraction.pages[2].number = 7;
  const UnusedLines lines = unused_lines(extraction, record());
  BOOST_TEST(lines.size() == 2U);
  BOOST_TEST(!lines.at(1)[0].number);
  BOOST_TEST(lines.at(7)[0].number);
  BOOST_TEST(unused(page_of(std::vector<std::string>(500, "zzzz"))).size() == 300U);
  std::string words;
  for (int i = 0; i < 20001; ++i) words += "z ";
  BOOST_TEST(unused(page_of({words})).empty());
}

BOOST_AUTO_TEST_CASE(they_are_kept_to_a_tenth_of_a_point) {
  const UnusedLines lines = {{3, {{{50.04, 100.06, 200.25, 112}, true}, {{1, 2, 3, 4}, false}}},
                             {12, {{{0, 0, 1, 1}, false}}}};
  const json kept = unused_json(lines);
  BOOST_TEST(
      kept.dump() ==
      R"({"3":[[50.0,100.1,200.3,112.0,1],[1.0,2.0,3.0,4.0,0]],"12":[[0.0,0.0,1.0,1.0,0]]})");
  const auto again = unused_from(kept);
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST(unused_json(*again) == kept);
  BOOST_TEST(unused_from(json::object())->empty());
}

BOOST_AUTO_TEST_CASE(what_has_another_form_is_not_taken) {
  for (const char* text :
       {"null", "[]", "1", R"({"0":[]})", R"({"x":[[1,2,3,4,0]]})", R"({"1":{}})", R"({"1":[1]})",
        R"({"1":[[1,2,3,4]]})", R"({"1":[[1,2,3,4,0,0]]})", R"({"1":[[1,2,3,"4",0]]})",
        R"({"1":[[1,2,3,1e9,0]]})", R"({"-1":[[1,2,3,4,0]]})"})
    BOOST_TEST(!unused_from(json::parse(text)).has_value(), text);
  json many = {{"1", json::array()}};
  for (int i = 0; i < 301; ++i) many["1"].push_back({1, 2, 3, 4, 0});
  BOOST_TEST(!unused_from(many).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
