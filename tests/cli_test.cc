// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, given what a user may give it: options, several inputs, no sense.
#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "extract/test_pdf.h"
#include "tests/cli_run.h"
#include "tests/documents.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using prongsai::extract::show_text;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

const std::string kReport = demo_report();

struct Usage {
  std::vector<std::string> arguments;
};
std::ostream& operator<<(std::ostream& out, const Usage& usage) {
  for (const std::string& argument : usage.arguments) out << argument << ' ';
  return out;
}

const std::vector<Usage> kWrongUsage = {
    {{}},
    {{"extrac"}},
    {{"extract"}},
    {{"extract", "--format", "xml", kReport}},
    {{"extract", "--pages", "5-2", kReport}},
    {{"extract", "--pages", "0", kReport}},
    {{"extract", "--pages", "1,", kReport}},
    {{"extract", "--pages", "999999999999", kReport}},
    {{"extract", "--year", "1999", kReport}},
    {{"extract", "--jobs", "0", kReport}},
    {{"extract", "--timeout", "-1", kReport}},
    {{"extract", "--unknown", kReport}},
    {{"extract", "-o", "/no/such/folder/out.json", kReport}},
    {{"extract", "-", "-"}},
    {{"inspect"}},
    {{"inspect", "--stage", "all", kReport}},
    {{"inspect", kReport, kReport}},
    {{"codebook", "2500"}},
    {{"codebook", "--format", "ndjson"}},
};

const std::vector<Usage> kHelp = {{{"--help"}},
                                  {{"--version"}},
                                  {{"extract", "--help"}},
                                  {{"inspect", "--help"}},
                                  {{"codebook", "--help"}}};

}  // namespace

BOOST_AUTO_TEST_SUITE(cli)

BOOST_AUTO_TEST_CASE(a_report_is_read) {
  const Outcome outcome = extract({kReport});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.errors.empty());
  const json record = parsed(outcome);
  BOOST_TEST(source_of(record) == kReport);
  const Comparison one = compare_with_gold(record, read_json(demo_gold()));
  BOOST_TEST(one.f1("scores") == 1.0);
}

BOOST_AUTO_TEST_CASE(a_directory_is_walked_in_name_order) {
  const ScratchFolder folder;
  fs::create_directories(folder.path() / "b" / "c");
  for (const char* name : {"z.pdf", "a.pdf", "b/y.pdf", "b/c/x.pdf", ".hidden.pdf"})
    folder.file(name, small_pdf(name));
  const Outcome outcome = extract({folder.path().string()});
  BOOST_TEST(outcome.exit_code == 0);
  std::string sources;
  for (const json& record : parsed_lines(outcome))
    sources += fs::relative(source_of(record), folder.path()).string() + ' ';
  BOOST_TEST(sources == "a.pdf b/c/x.pdf b/y.pdf z.pdf ");
}

BOOST_AUTO_TEST_CASE(standard_input_is_an_input) {
  const Outcome outcome = extract({"-"}, bytes_of(kReport));
  BOOST_TEST(outcome.exit_code == 0);
  json record = parsed(outcome);
  BOOST_TEST(source_of(record) == "-");
  json from_file = parsed(extract({kReport}));
  record["document"]["source"] = from_file["document"]["source"] = "";
  BOOST_TEST((record == from_file));
  const Outcome nothing = extract({"-"});
  BOOST_TEST(nothing.exit_code == 3);
  BOOST_TEST(nothing.said("prongsai: -: the file is empty"));
}

BOOST_AUTO_TEST_CASE(output_goes_to_the_file_that_is_named) {
  const ScratchFolder folder;
  const std::string file = (folder.path() / "out.json").string();
  const Outcome outcome = extract({"-o", file, kReport});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST((bytes_of(file) == extract({kReport}).out));
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(output_that_cannot_be_written_is_said) {
  const Outcome outcome = extract({"-o", "/dev/full", kReport});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: /dev/full: could not be written completely"));
}

BOOST_AUTO_TEST_CASE(csv_has_the_columns_of_the_contract) {
  const Outcome outcome = extract({"--format=csv", kReport, kReport});
  BOOST_TEST(outcome.exit_code == 0);
  std::vector<std::string> lines;
  std::istringstream text(outcome.out);
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  BOOST_TEST_REQUIRE(lines.size() > 2U);
  BOOST_TEST(lines.front() ==
             "document_id,source,agency,agency_type,province_code,province,district,assessed_year,"
             "assessed_year_ce,framework,kind,issue,indicator,instrument,code,score,level,trust,"
             "page,x0,y0,x1,y1,text,method,confidence");
  const Comparison demo = compare_with_gold(parsed(extract({kReport})), read_json(demo_gold()));
  BOOST_TEST(lines.size() == 1U + 2U * static_cast<size_t>(demo.shares.at("scores").found));
  BOOST_TEST(outcome.out.find('\r') == std::string::npos);
  BOOST_TEST(lines[1].starts_with("sha256:"));
}

BOOST_AUTO_TEST_CASE(only_the_pages_asked_for_are_read) {
  const ScratchFolder folder;
  TestPdf pdf;
  for (int i = 1; i <= 5; ++i)
    pdf.pages.push_back({show_text(100, 700, fmt::format("page-{}", i)), "[0 0 600 800]", ""});
  const std::string file = folder.file("five.pdf", pdf.bytes());
  const json record = parsed(extract({"--pages=2-3,5", file}));
  std::string numbers;
  for (const json& page : record.at("document").at("pages")) numbers += page.at("number").dump();
  BOOST_TEST(numbers == "235");
  const Outcome beyond = extract({"--pages=9", file});
  BOOST_TEST(beyond.exit_code == 3);
  BOOST_TEST(beyond.said("prongsai: " + file + ": has none of the pages"));
}

BOOST_AUTO_TEST_CASE(any_number_of_jobs_gives_the_same_bytes_in_the_order_of_the_inputs) {
  const ScratchFolder folder;
  std::vector<std::string> inputs = {kReport, "/no/such/file.pdf"};
  for (int i = 0; i < 12; ++i)
    inputs.push_back(folder.file(fmt::format("{}.pdf", i), small_pdf(std::to_string(i))));
  inputs.push_back(kReport);
  std::vector<std::string> one = inputs;
  std::vector<std::string> two = inputs;
  one.insert(one.begin(), "--jobs=1");
  two.insert(two.begin(), "--jobs=3");
  const Outcome first = extract(one);
  const Outcome second = extract(two);
  BOOST_TEST(first.exit_code == 3);
  BOOST_TEST((first.out == second.out));
  BOOST_TEST(first.errors == second.errors, boost::test_tools::per_element());
  std::vector<std::string> sources;
  for (const json& record : parsed_lines(first)) sources.push_back(source_of(record));
  inputs.erase(inputs.begin() + 1);
  BOOST_TEST(sources == inputs, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(wrong_usage_is_said_and_nothing_is_done, bdata::make(kWrongUsage), usage) {
  const Outcome outcome = run_program(usage.arguments, small_pdf());
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(!outcome.errors.empty());
  check_lines(outcome);
}

BOOST_DATA_TEST_CASE(help_and_version_are_no_errors, bdata::make(kHelp), usage) {
  const Outcome outcome = run_program(usage.arguments);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(!outcome.out.empty());
  BOOST_TEST(outcome.errors.empty());
}

BOOST_AUTO_TEST_CASE(missing_models_are_named_before_any_input_is_touched) {
  const ScratchFolder folder;
  for (const char* command : {"extract", "inspect"}) {
    const Outcome outcome = run_program(
        {command, "--ocr=always", "--tessdata", folder.path().string(), "/no/such/file.pdf"});
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(outcome.out.empty());
    BOOST_TEST_REQUIRE(outcome.errors.size() == 1U);
    BOOST_TEST(outcome.errors.front().find("file.pdf") == std::string::npos);
    BOOST_TEST(outcome.errors.front().find("tessdata") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(inspect_shows_each_stage) {
  for (const char* stage : {"pages", "lines", "tables", "segments"}) {
    BOOST_TEST_CONTEXT(stage) {
      const Outcome outcome = run_program({"inspect", "--ocr=never", "--stage", stage, kReport});
      BOOST_TEST(outcome.exit_code == 0);
      BOOST_TEST(!outcome.out.empty());
    }
  }
  BOOST_TEST(run_program({"inspect", "/no/such/file.pdf"}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(the_codebook_is_printed) {
  const json book = json::parse(run_program({"codebook", "2567"}).out);
  BOOST_TEST(book.at("years").size() == 1U);
  BOOST_TEST(run_program({"codebook", "--format=csv"}).out.starts_with("fiscal_year,code,"));
}

BOOST_AUTO_TEST_SUITE_END()
