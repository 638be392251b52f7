// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, given what a user may give it: bad inputs, options, several at once.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "extract/test_pdf.h"
#include "tests/documents.h"
#include "tests/program.h"
#include "tests/record_schema.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using prongsai::extract::show_text;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

const fs::path kSource = PRONGSAI_SOURCE_DIR;
const std::string kReport = (kSource / "testdata" / "demo" / "report.pdf").string();

std::string small_pdf(const std::string& text = "95.17") {
  return TestPdf(show_text(100, 700, text)).bytes();
}

Outcome extract(std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"extract", "--ocr=never"});
  return run_program(arguments, input);
}

// What holds of every line that the program says.
void check_lines(const Outcome& outcome) {
  for (const std::string& line : outcome.errors) {
    BOOST_TEST_CONTEXT(line) {
      BOOST_TEST(line.starts_with("prongsai: "));
      BOOST_TEST(line.size() < 1000U);
    }
  }
}

json parsed(const Outcome& outcome) {
  const json record = json::parse(outcome.out);
  for (const std::string& error : schema_errors(record)) BOOST_ERROR(error);
  return record;
}

std::vector<json> parsed_lines(const Outcome& outcome) {
  std::vector<json> records;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) records.push_back(json::parse(line));
  return records;
}

std::string source_of(const json& record) { return record.at("document").at("source"); }

struct BadFile {
  const char* name;
  const char* bytes;
  const char* message;  // begins with this
};
std::ostream& operator<<(std::ostream& out, const BadFile& file) { return out << file.name; }

constexpr BadFile kBadFiles[] = {
    {"empty.pdf", "", "the file is empty"},
    {"archive.pdf", "PK\x03\x04 and so on", "neither a PDF, an image nor a text"},
    {"cut.pdf", "%PDF-1.7\n", ""},
    {"text.pdf", "%PDF-1.7\nis what this text begins with", ""},
    {"image.png", "\x89PNG\r\n\x1a\n and no image", ""},
};

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
  const Comparison one =
      compare_with_gold(record, read_json(kSource / "testdata" / "demo" / "gold.json"));
  BOOST_TEST(one.f1("scores") == 1.0);
}

BOOST_DATA_TEST_CASE(a_bad_file_is_named_and_the_others_are_done, bdata::make(kBadFiles), bad) {
  const ScratchFolder folder;
  const std::string file = folder.file(bad.name, bad.bytes);
  const Outcome outcome = extract({kReport, file, kReport});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": " + bad.message));
  check_lines(outcome);
  const auto records = parsed_lines(outcome);
  BOOST_TEST_REQUIRE(records.size() == 2U);
  BOOST_TEST(source_of(records.back()) == kReport);
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_named) {
  const Outcome outcome = extract({"/no/such/file.pdf"});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST_REQUIRE(outcome.errors.size() == 1U);
  BOOST_TEST(outcome.errors.front() == "prongsai: /no/such/file.pdf: there is no such file");
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

BOOST_AUTO_TEST_CASE(a_directory_without_files_is_named) {
  const ScratchFolder folder;
  const Outcome outcome = extract({folder.path().string()});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + folder.path().string() + ": there is no file"));
}

BOOST_AUTO_TEST_CASE(what_may_not_be_read_is_named) {
  const ScratchFolder folder;
  const std::string file = folder.file("secret.pdf", small_pdf());
  fs::create_directory(folder.path() / "closed");
  ::chmod(file.c_str(), 0);
  ::chmod((folder.path() / "closed").c_str(), 0);
  std::vector<std::string> prefix;
  if (::geteuid() == 0) {
    // Root reads everything; as nobody, without capabilities, the program may not.
    ::chmod(folder.path().c_str(), 0755);
    prefix = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    if (run_program({"--version"}, {}, prefix).exit_code != 0) {
      BOOST_TEST_MESSAGE("skipped: run by root, who may read everything");
      return;
    }
  }
  const std::string closed = (folder.path() / "closed").string();
  const Outcome outcome = run_program({"extract", "--ocr=never", file, closed}, {}, prefix);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": cannot be opened: Permission denied"));
  BOOST_TEST(outcome.said("prongsai: " + closed + ": cannot list this directory"));
  ::chmod(closed.c_str(), 0700);
}

BOOST_AUTO_TEST_CASE(a_fifo_or_device_is_not_waited_for) {
  const ScratchFolder folder;
  const std::string fifo = (folder.path() / "fifo").string();
  BOOST_TEST_REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  const Outcome outcome = extract({fifo, "/dev/zero"});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + fifo + ": not a regular file"));
  BOOST_TEST(outcome.said("prongsai: /dev/zero: not a regular file"));
}

BOOST_AUTO_TEST_CASE(a_report_cut_at_any_tenth_ends_in_a_record_or_a_message) {
  const ScratchFolder folder;
  const std::string bytes = bytes_of(kReport);
  std::vector<std::string> files;
  for (size_t tenth = 1; tenth < 10; ++tenth)
    files.push_back(
        folder.file(fmt::format("{}.pdf", tenth), bytes.substr(0, bytes.size() * tenth / 10)));
  const Outcome outcome = extract(files);
  check_lines(outcome);
  const auto records = parsed_lines(outcome);
  BOOST_TEST(
      (outcome.exit_code == 3 || (outcome.exit_code == 0 && records.size() == files.size())));
  for (const json& record : records) BOOST_TEST(schema_errors(record).empty());
  for (const std::string& file : files) {
    BOOST_TEST_CONTEXT(file) {
      // A cut document may still give some pages, but never silently fewer.
      BOOST_TEST(outcome.said("prongsai: " + file + ": "));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_encrypted_pdf_is_named) {
  const std::string file = (kSource / "extract" / "testdata" / "encrypted_user.pdf").string();
  const Outcome outcome = extract({file});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST_REQUIRE(outcome.errors.size() == 1U);
  BOOST_TEST(outcome.errors.front().find("password") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pdf_without_pages_is_named) {
  const ScratchFolder folder;
  const std::string file = folder.file("none.pdf", TestPdf().bytes());
  const Outcome outcome = extract({file});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(outcome.said("prongsai: " + file + ": "));
}

BOOST_AUTO_TEST_CASE(of_ten_thousand_pages_those_that_are_not_read_are_named) {
  const ScratchFolder folder;
  TestPdf pdf;
  pdf.pages.assign(10'000, {show_text(100, 700, "95.17"), "[0 0 600 800]", ""});
  const std::string file = folder.file("many.pdf", pdf.bytes());
  const Outcome outcome = extract({file});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": "));
  check_lines(outcome);
  BOOST_TEST(parsed(outcome).at("document").at("pages").size() == 2000U);
}

BOOST_AUTO_TEST_CASE(a_page_of_14400_points_is_read) {
  const ScratchFolder folder;
  TestPdf pdf;
  pdf.pages.push_back({show_text(100, 14000, "95.17"), "[0 0 14400 14400]", ""});
  const Outcome outcome = extract({folder.file("large.pdf", pdf.bytes())});
  BOOST_TEST(outcome.exit_code == 0);
  const json page = parsed(outcome).at("document").at("pages").at(0);
  BOOST_TEST(page.at("width").get<double>() == 14400);
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
  const Comparison demo = compare_with_gold(parsed(extract({kReport})),
                                            read_json(kSource / "testdata" / "demo" / "gold.json"));
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

BOOST_AUTO_TEST_CASE(an_input_that_needs_too_much_memory_is_named_and_the_others_are_done) {
  const ScratchFolder folder;
  const std::string text = "ITA " + std::string(80U << 20U, 'x');
  const std::string file = folder.file("huge.txt", text);
  const Outcome outcome = extract({"--memory=128", file, folder.file("small.pdf", small_pdf())});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": given up: needs more memory"));
  BOOST_TEST(parsed_lines(outcome).size() == 1U);
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
