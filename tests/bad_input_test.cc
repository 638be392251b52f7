// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, given files that cannot be read, or only in part: each is named, the others
// are done.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "extract/test_pdf.h"
#include "tests/cli_run.h"
#include "tests/record_schema.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using nlohmann::json;
using prongsai::extract::show_text;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

const std::string kReport = demo_report();

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

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_input)

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
  const std::string file =
      (fs::path(PRONGSAI_SOURCE_DIR) / "extract" / "testdata" / "encrypted_user.pdf").string();
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

BOOST_AUTO_TEST_CASE(an_input_that_needs_too_much_memory_is_named_and_the_others_are_done) {
#ifdef __SANITIZE_ADDRESS__
  BOOST_TEST_MESSAGE("skipped: the address sanitizer's own memory is beyond any limit");
  return;
#endif
  const ScratchFolder folder;
  const std::string text = "ITA " + std::string(80U << 20U, 'x');
  const std::string file = folder.file("huge.txt", text);
  const Outcome outcome = extract({"--memory=128", file, folder.file("small.pdf", small_pdf())});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": given up: needs more memory"));
  BOOST_TEST(parsed_lines(outcome).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_input_that_takes_too_long_is_named_and_the_others_are_done) {
  const ScratchFolder folder;
  std::string text;
  for (int i = 0; i < 400'000; ++i)
    text += fmt::format("i{} เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน {}.17\n", i % 30 + 1, i % 100);
  const std::string file = folder.file("long.txt", text);
  const Outcome outcome = extract({"--timeout=1", file, folder.file("small.pdf", small_pdf())});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + file + ": given up: took longer than 1 s"));
  BOOST_TEST(parsed_lines(outcome).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
