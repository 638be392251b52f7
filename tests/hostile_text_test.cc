// SPDX-License-Identifier: GPL-3.0-or-later
// Rows 14 and 18 to 20 of docs/hostile.md: what documents and typed tables say.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/hostile.h"
#include "tests/small_report.h"

namespace bdata = boost::unit_test::data;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

// -- row 14 ---------------------------------------------------------------------------------------

SmallReport other_report() {
  SmallReport report;
  report.agency = "เทศบาลตำบลแม่ริม อำเภอแม่ริม จังหวัดเชียงใหม่";
  for (auto& [key, score] : report.scores) score[1] = score[1] == '9' ? '1' : '9';
  return report;
}

std::string two_agencies() {
  TestPdf pdf = SmallReport().pdf();
  pdf.pages.push_back({other_report().content(), "[0 0 600 800]", ""});
  return pdf.bytes();
}
std::string two_years() {
  SmallReport last_year = other_report();
  last_year.agency = SmallReport().agency;
  last_year.year = "2566";
  TestPdf pdf = SmallReport().pdf();
  pdf.pages.push_back({last_year.content(), "[0 0 600 800]", ""});
  return pdf.bytes();
}
std::string draft() {
  return TestPdf(SmallReport().content() +
                 "0.8 g BT /F1 90 Tf 0.7 0.7 -0.7 0.7 150 250 Tm <C3E8D2A7> Tj ET 0 g ")
      .bytes();
}
std::string amended() {
  SmallReport report;
  // The first value is crossed out beside the one that holds.
  report.draw = [](const ScorePlace& place) {
    const std::string text = prongsai::extract::show_text(place.x, place.y, place.text);
    return place.key != "i1" ? text
                             : text + prongsai::extract::show_text(place.x + 40, place.y, "19.30") +
                                   fmt::format("{} {} 25 1 re f ", place.x + 40, place.y + 3);
  };
  return report.bytes();
}
std::string empty_template() {
  SmallReport report;
  for (auto& [key, score] : report.scores) score = "........";
  report.agency = "(ชื่อหน่วยงาน) .................................";
  report.year = "....";
  return report.bytes();
}
std::string another_country() {
  return "# Integrity Assessment 2024, Republic of Korea\n\n| Agency | Score | Grade |\n| --- | "
         "--- | "
         "--- |\n| Ministry of Justice | 81.2 | 3 |\n| Statistics Korea | 89.7 | 1 |\n";
}

// -- row 18 ---------------------------------------------------------------------------------------

std::string report_that_says(const std::string& text) {
  SmallReport report;
  report.agency = text + " " + report.agency;
  std::string markdown = report.markdown();
  markdown += fmt::format("\n## มาตรการ\n\n{}\n\n- {}\n", text, text);
  const size_t at = markdown.find("การใช้งบประมาณ |");
  BOOST_TEST_REQUIRE(at != std::string::npos);
  return markdown.insert(at, text + " ");
}
std::string formula() { return report_that_says("=cmd|' /C calc'!A0"); }
std::string at_sum() { return report_that_says("@SUM(1+1)*cmd"); }
std::string full_width_formula() { return report_that_says("＝HYPERLINK(\"http://x\")"); }
std::string image_tag() { return report_that_says("<img src=x onerror=alert(1)>"); }
std::string script_tag() { return report_that_says("</script><script>alert(1)</script>"); }
std::string braces() { return report_that_says("{{{x}}} {{x}} ${x} %x%"); }
std::string javascript() { return report_that_says("[x](javascript:alert(1))"); }
std::string escapes() {
  return report_that_says(
      "\x1B[2J\x1B]0;owned\x07\xC2\x9B"
      "31m");
}
std::string overrides() {
  return report_that_says(
      "\xE2\x80\xAE"
      "fdp\xE2\x81\xA6x");
}
std::string no_utf8() { return report_that_says("\xED\xA0\x80\xFF\xC0\xAF"); }
std::string nul_bytes() { return report_that_says(std::string("a\0b", 3)); }
std::string long_word() { return report_that_says(std::string(1U << 20U, 'x')); }
std::string many_words() {
  std::string words;
  for (int i = 0; i < 3'000'000; ++i) words += "9.5 ";
  return report_that_says(words);
}

constexpr const char* kEnds = "done|needs_review|rejected|quarantined";

constexpr HostileInput kSayings[] = {
    {18, "formula.md", formula, kEnds, ""},
    {18, "at_sum.md", at_sum, kEnds, ""},
    {18, "full_width_formula.md", full_width_formula, kEnds, ""},
    {18, "image_tag.md", image_tag, kEnds, ""},
    {18, "script_tag.md", script_tag, kEnds, ""},
    {18, "braces.md", braces, kEnds, ""},
    {18, "javascript.md", javascript, kEnds, ""},
    {18, "escapes.md", escapes, kEnds, ""},
    {18, "overrides.md", overrides, kEnds, ""},
    {18, "no_utf8.md", no_utf8, kEnds, ""},
    {18, "nul_bytes.md", nul_bytes, "rejected", ""},
};
constexpr HostileInput kVolumes[] = {
    {18, "long_word.md", long_word, "done|quarantined", "", "time|memory"},
    {18, "many_words.md", many_words, "quarantined", "", "memory|time"},
};
constexpr HostileInput kMixed[] = {
    {14, "two_agencies.pdf", two_agencies, "needs_review", ""},
    {14, "two_years.pdf", two_years, "needs_review", ""},
    {14, "draft.pdf", draft, "done|needs_review", ""},
    {14, "amended.pdf", amended, "needs_review", ""},
    {14, "empty_template.pdf", empty_template, "not_ita|needs_review", ""},
    {14, "another_country.md", another_country, "not_ita", ""},
};

// -- row 19 ---------------------------------------------------------------------------------------

struct OddNumber {
  const char* printed;  // for 91.30
  bool is_it;           // whether it is the same number, as people write it
};
std::ostream& operator<<(std::ostream& out, const OddNumber& odd) { return out << odd.printed; }
constexpr OddNumber kOddNumbers[] = {
    {"๙๑.๓๐", true},    {"๙1.๓0", true},  {"91.3O", false},
    {"9l.30", false},   {"91,30", true},  {"91.3", true},
    {"91.30%", true},   {"9130", false},  {"191.30", false},
    {"-91.30", false},  {"-", false},     {"N/A", false},
    {"91.30.1", false}, {"2567", false},  {"1e2", false},
    {"nan", false},     {"913.0", false}, {"99999999999999999999", false},
};

// -- row 20 ---------------------------------------------------------------------------------------

struct TypedFile {
  const char* name;
  std::string (*bytes)();
  int exit_code;
  const char* said;  // begins a line of standard error, behind the file's name; empty: nothing
  int same;          // rows that were compared all the same
};
std::ostream& operator<<(std::ostream& out, const TypedFile& typed) { return out << typed.name; }

const std::string kAgency = "เทศบาลตำบลหางดง";
const std::string kHeader = "agency,year,province,code,score\n";
std::string typed_row(const std::string& code, const std::string& score) {
  return fmt::format("{},2567,เชียงใหม่,{},{}\n", kAgency, code, score);
}
std::string with_mark() { return "\xEF\xBB\xBF" + kHeader + typed_row("i1", "91.30"); }
std::string as_utf16() {
  std::string out = "\xFF\xFE";
  for (const char16_t c :
       u"agency,year,province,code,score\nเทศบาลตำบลหางดง,2567,เชียงใหม่,i1,91.30\n") {
    if (c == 0) break;
    out += static_cast<char>(c & 0xFFU);
    out += static_cast<char>(c >> 8U);
  }
  return out;
}
std::string no_score_column() { return "agency,year,code\nx,2567,i1\n"; }
std::string wrong_number() {
  return kHeader + typed_row("i1", "91.30") + typed_row("i2", "ninety") + typed_row("i3", "96.52");
}
std::string same_row_twice() {
  return kHeader + typed_row("i1", "91.30") + typed_row("i1", "91.30");
}
std::string open_quote() {
  return kHeader + typed_row("i1", "91.30") + "\"" + typed_row("i2", "90.43");
}
std::string binary() { return std::string("\0\1\2\3\xFF\0", 6); }
std::string many_rows() {
  std::string out = kHeader + typed_row("i1", "91.30");
  for (int i = 0; i < 100'000; ++i) out += fmt::format("x{},2567,,i1,91.30\n", i);
  return out;
}
constexpr TypedFile kTyped[] = {
    {"with_mark.csv", with_mark, 1, "", 1},
    {"as_utf16.csv", as_utf16, 1, "", 1},
    {"no_score_column.csv", no_score_column, 2, ":1: ", 0},
    {"wrong_number.csv", wrong_number, 1, ":3: column 5: ", 2},
    {"same_row_twice.csv", same_row_twice, 1, ":3: ", 1},
    {"open_quote.csv", open_quote, 1, ":3: ", 1},
    {"binary.csv", binary, 2, ":1: ", 0},
    {"empty.csv", [] { return std::string(); }, 2, ": ", 0},
    {"many_rows.csv", many_rows, 1, "", 1},
};

// No field that a spreadsheet takes for a formula.
void check_no_formula(const Built& built) {
  const auto is_formula = [](const std::string& value) {
    return std::ranges::any_of(
        std::vector<std::string>{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"},
        [&](const std::string& sign) { return value.starts_with(sign); });
  };
  for (const auto& entry : std::filesystem::directory_iterator(built.folder)) {
    if (entry.path().extension() != ".csv") continue;
    for (const CsvRow& row : read_csv(entry.path())) {
      for (const auto& [column, value] : row)
        BOOST_TEST(!is_formula(value), entry.path().filename() << ": " << column << ": " << value);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_text)

BOOST_DATA_TEST_CASE(row_14_what_is_not_one_report_is_looked_at, bdata::make(kMixed), input) {
  const Built built = check_hostile(input);
  if (std::string(input.state) == "not_ita") BOOST_TEST(built.scores_of(input.name).empty());
}

BOOST_DATA_TEST_CASE(row_18_text_stays_text, bdata::make(kSayings), input) {
  check_hostile(input);
  check_hostile(input, {"--excel"}, check_no_formula);
}

BOOST_DATA_TEST_CASE(row_18_volumes_end_in_time, bdata::make(kVolumes), input) {
#ifdef __SANITIZE_ADDRESS__
  BOOST_TEST_MESSAGE("skipped: the address sanitizer's own memory is beyond any limit");
  return;
#endif
  check_hostile(input);
}

BOOST_DATA_TEST_CASE(row_19_a_number_that_is_odd_is_understood_or_looked_at,
                     bdata::make(kOddNumbers), odd) {
  SmallReport report;
  report.scores["i1"] = odd.printed;
  HostileFolder folder;
  folder.add("odd.md", report.markdown());
  const Built built = folder.build();
  check_verified(built, "odd.md", SmallReport().scores);
  std::string score;
  for (const CsvRow& row : built.scores_of("odd.md"))
    if (row.at("code") == "i1") score = row.at("score") + " " + row.at("trust");
  BOOST_TEST_MESSAGE("  " << odd << ": " << built.state_of("odd.md") << ", " << score);
  if (odd.is_it) {
    BOOST_TEST(score.starts_with("91.30 "));
  } else {
    BOOST_TEST(built.state_of("odd.md") == "needs_review");
    BOOST_TEST(score.find("verified") == std::string::npos);
  }
}

BOOST_DATA_TEST_CASE(row_20_a_typed_table_is_used_as_far_as_it_can_be, bdata::make(kTyped), typed) {
  const ScratchFolder folder;
  const std::string table = folder.file(typed.name, typed.bytes());
  const Outcome outcome =
      run_program({"validate", table, folder.file("report.md", SmallReport().markdown())});
  for (const std::string& line : outcome.errors) BOOST_TEST_MESSAGE("  " << line);
  BOOST_TEST(outcome.exit_code == typed.exit_code);
  if (*typed.said == '\0') {
    BOOST_TEST(outcome.errors.empty());
  } else {
    BOOST_TEST(outcome.said("prongsai: " + table + typed.said));
  }
  int same = 0;
  for (size_t at = outcome.out.find(",same,"); at != std::string::npos;
       at = outcome.out.find(",same,", at + 1))
    ++same;
  BOOST_TEST(same == typed.same);
}

BOOST_AUTO_TEST_SUITE_END()
