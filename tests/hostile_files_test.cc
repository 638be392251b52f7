// SPDX-License-Identifier: GPL-3.0-or-later
// Rows 1 to 3 and 15 to 17 of docs/hostile.md: what is no file, or not what its name says, and
// names that are traps.
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

#include "dataset/sha256.h"
#include "tests/cli_run.h"
#include "tests/hostile.h"
#include "tests/small_report.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using namespace prongsai::tests;

namespace {

// -- row 2 ----------------------------------------------------------------------------------------

std::string web_page() { return "<!DOCTYPE html><html><body><p>404 not found</p></body></html>"; }
std::string png_image() { return "\x89PNG\r\n\x1A\n and no image"; }
std::string zip_archive() { return std::string("PK\x03\x04\x14\0\0\0 and so on", 18); }
std::string word_document() { return "PK\x03\x04 word/document.xml"; }
std::string rich_text() { return "{\\rtf1\\ansi 95.17}"; }
std::string report() { return SmallReport().bytes(); }

constexpr HostileInput kDisguised[] = {
    {2, "web_page.pdf", web_page, "not_ita", ""},
    {2, "png.pdf", png_image, "rejected", "image"},
    {2, "zip.pdf", zip_archive, "rejected", "damaged"},
    {2, "docx.pdf", word_document, "rejected", "damaged"},
    {2, "rtf.pdf", rich_text, "rejected", "RTF"},
    {2, "report.doc", report, "done", ""},
    {2, "report", report, "done", ""},
};

int count_of(const Built& built, const std::string& state) {
  return built.manifest.at("states").value(state, 0);
}

// Waits until the dataset's journal knows the good report and is about to read it, then acts.
void once_begun(const fs::path& dataset, const std::function<void()>& act) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (std::chrono::steady_clock::now() < until) {
    if (bytes_of(dataset / "journal.ndjson").find("\"outcome\"") != std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  act();
}

// A report whose content comes after the good report's and this one's in the order of reading.
std::string report_behind(const std::string& other) {
  for (int i = 0;; ++i) {
    std::string bytes = SmallReport().bytes() + fmt::format("% {}\n", i);
    if (prongsai::sha256_hex(bytes) > prongsai::sha256_hex(other) &&
        prongsai::sha256_hex(bytes) > prongsai::sha256_hex(bytes_of(demo_report())))
      return bytes;
  }
}

// Text that takes a second or more, so that there is time to change the files behind it.
std::string slow_text() {
  std::string text;
  for (int i = 0; i < 400'000; ++i)
    text += fmt::format("i{} เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน {}.17\n", i % 30 + 1, i % 100);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_files)

BOOST_AUTO_TEST_CASE(row_1_what_is_no_file_has_a_state_and_is_not_waited_for) {
  HostileFolder folder;
  folder.add("empty.pdf", "");
  const auto beside = [&](const char* name) { return (folder.path() / name).string(); };
  BOOST_TEST_REQUIRE(::mkfifo(beside("fifo.pdf").c_str(), 0600) == 0);
  BOOST_TEST_REQUIRE(::mkfifo((folder.inputs() / "fifo.pdf").c_str(), 0600) == 0);
  fs::create_directory(beside("nothing.pdf"));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  beside("socket.pdf").copy(address.sun_path, sizeof(address.sun_path) - 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  BOOST_TEST_REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) ==
                     0);
  const Built built = folder.build({}, {beside("fifo.pdf"), beside("nothing.pdf"),
                                        beside("socket.pdf"), "/dev/zero", beside("missing.pdf")});
  ::close(socket);
  BOOST_TEST(built.outcome.exit_code == 3);
  struct Expected {
    const char* name;
    const char* reason;
  };
  for (const Expected& one : {Expected{"empty.pdf", "the file is empty"},
                              {"fifo.pdf", "not a regular file"},
                              {"nothing.pdf", "there is no file in this directory"},
                              {"socket.pdf", "not a regular file"},
                              {"zero", "not a regular file"},
                              {"missing.pdf", "there is no such file"}}) {
    BOOST_TEST(built.quarantined(one.name)["state"] == "io_error", one.name);
    BOOST_TEST(built.quarantined(one.name)["reason"].find(one.reason) != std::string::npos,
               built.quarantined(one.name)["reason"]);
  }
}

BOOST_AUTO_TEST_CASE(row_1_what_may_not_be_read_is_read_once_it_may) {
  HostileFolder folder;
  const std::string secret = folder.add("secret.pdf", report());
  ::chmod(secret.c_str(), 0);
  std::vector<std::string> prefix;
  if (::geteuid() == 0) {
    // Root reads everything; nobody, without capabilities, does not.
    ::chmod(folder.path().c_str(), 0777);
    prefix = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    if (run_program({"--version"}, {}, prefix).exit_code != 0) {
      BOOST_TEST_MESSAGE("skipped: run by root, who may read everything");
      return;
    }
  }
  Built built = folder.read(folder.run({}, {}, prefix));
  check_nothing_lost(built);
  BOOST_TEST(built.state_of("secret.pdf") == "io_error");
  BOOST_TEST(built.reason_of("secret.pdf") == "cannot be opened: Permission denied");
  ::chmod(secret.c_str(), 0644);
  built = folder.read(folder.run({}, {}, prefix));
  BOOST_TEST(built.outcome.exit_code == 0);
  BOOST_TEST(built.state_of("secret.pdf") == "done");
}

BOOST_AUTO_TEST_CASE(rows_1_and_17_a_file_that_changes_while_others_are_read_is_an_io_error) {
  HostileFolder folder;
  const std::string slow = slow_text();
  // Read before the ones that change; it runs into the limit of time.
  folder.add("slow.txt", slow);
  const std::string gone = folder.add("gone.pdf", report_behind(slow));
  const std::string swapped = folder.add("swapped.pdf", report_behind(slow) + "% swapped\n");
  const std::string other = (folder.path() / "other.txt").string();
  std::ofstream(other) << "what nobody wanted to be read\n";
  std::thread hand([&] {
    once_begun(folder.path() / "dataset", [&] {
      fs::remove(gone);
      fs::remove(swapped);
      fs::create_symlink(other, swapped);
    });
  });
  const Outcome outcome = folder.run();
  hand.join();
  const Built built = folder.read(outcome);
  check_nothing_lost(built);
  BOOST_TEST(built.state_of("gone.pdf") == "io_error");
  // The second may come before the slow one: then it is done, as it was.
  BOOST_TEST(
      (built.state_of("swapped.pdf") == "io_error" || built.state_of("swapped.pdf") == "done"));
  BOOST_TEST(bytes_of(built.folder / "records.ndjson").find("nobody wanted") == std::string::npos);
}

BOOST_DATA_TEST_CASE(row_2_a_file_is_what_its_bytes_say, bdata::make(kDisguised), input) {
  check_hostile(input);
}

BOOST_AUTO_TEST_CASE(row_3_a_report_cut_at_any_tenth_is_never_done) {
  HostileFolder folder;
  const std::string bytes = bytes_of(demo_report());
  const std::string small = report();
  for (size_t tenth = 1; tenth < 10; ++tenth) {
    folder.add(fmt::format("cut_{}.pdf", tenth), bytes.substr(0, bytes.size() * tenth / 10));
    folder.add(fmt::format("small_{}.pdf", tenth), small.substr(0, small.size() * tenth / 10));
  }
  const Built built = folder.build();
  BOOST_TEST(built.manifest.at("inputs") == 19);
  int kept = 0;
  for (size_t tenth = 1; tenth < 10; ++tenth) {
    for (const char* kind : {"cut", "small"}) {
      const std::string name = fmt::format("{}_{}.pdf", kind, tenth);
      const std::string state = built.state_of(name);
      BOOST_TEST((state == "needs_review" || state == "rejected"), name << " is " << state);
      BOOST_TEST(!built.reason_of(name).empty(), name);
      kept += built.scores_of(name).empty() ? 0 : 1;
    }
    check_none_verified_wrong(built, fmt::format("cut_{}.pdf", tenth), kGoodReport);
    check_verified(built, fmt::format("small_{}.pdf", tenth), SmallReport().scores);
  }
  BOOST_TEST(kept > 0);  // good pages are kept
}

BOOST_AUTO_TEST_CASE(row_15_one_content_under_a_hundred_names_is_one_record) {
  HostileFolder folder;
  for (int i = 0; i < 100; ++i) folder.add(fmt::format("copy_{}.pdf", i), report());
  const Built built = folder.build();
  BOOST_TEST(built.manifest.at("inputs") == 101);
  BOOST_TEST(built.manifest.at("documents") == 2);
  for (const CsvRow& row : built.documents)
    BOOST_TEST((row.at("source_count") == "100" || row.at("source_count") == "1"));
  BOOST_TEST(built.scores_of("copy_99.pdf").size() == SmallReport().scores.size());
}

BOOST_AUTO_TEST_CASE(row_15_two_documents_of_an_agency_and_year_are_both_kept) {
  HostileFolder folder;
  SmallReport other;
  other.scores["i1"] = "92.17";
  other.scores["1"] = "93.04";
  folder.add("one.pdf", report());
  folder.add("two.pdf", other.bytes());
  const Built built = folder.build();
  BOOST_TEST(built.documents.size() == 3U);
  BOOST_TEST(built.scores_of("one.pdf").size() == built.scores_of("two.pdf").size());
  check_verified(built, "one.pdf", SmallReport().scores);
  check_verified(built, "two.pdf", other.scores);
}

BOOST_AUTO_TEST_CASE(row_16_no_name_is_a_trap) {
  HostileFolder folder;
  const std::vector<std::string> names = {
      "รายงาน ITA ๒๕๖๗.pdf",
      "\xF0\x9F\x92\xA9.pdf",
      "new\nline.pdf",
      "-o.pdf",
      "--ocr=always",
      std::string(251, 'x') + ".pdf",
      "no_utf8_\xFF\xFE.pdf",
      "%2e%2e%2Fetc%2Fpasswd.pdf",
      "a..pdf",
      "twin.pdf",
      "TWIN.PDF",
      "=HYPERLINK(\"x\").pdf",
      "$(touch owned);`touch owned`'\".pdf",
      "\x1B[2J\x1B]0;owned\x07.pdf",
      "\xE2\x80\xAE"
      "fdp.exe.pdf",
  };
  int number = 0;
  for (const std::string& name : names) folder.add(name, "PK\x03\x04 " + std::to_string(number++));
  const Built built = folder.build();
  BOOST_TEST(built.manifest.at("inputs") == names.size() + 1);
  BOOST_TEST(count_of(built, "rejected") == static_cast<int>(names.size()));
  BOOST_TEST(!fs::exists("owned"));
  check_no_active_content(built);
}

BOOST_AUTO_TEST_CASE(row_17_links_in_a_folder_are_not_followed) {
  HostileFolder folder;
  const std::string outside = (folder.path() / "outside.pdf").string();
  std::ofstream(outside) << report();
  folder.add("report.pdf", report() + "% inside\n");
  const fs::path in = folder.inputs();
  fs::create_symlink(outside, in / "link.pdf");
  fs::create_symlink("report.pdf", in / "inside.pdf");
  fs::create_symlink("/etc", in / "etc");
  fs::create_directory_symlink(in, in / "loop");
  fs::create_symlink("nowhere", in / "dangling.pdf");
  fs::create_hard_link(in / "report.pdf", in / "hard.pdf");
  const Built built = folder.build();
  BOOST_TEST(built.documents.size() == 2U);  // the good report, and the one under two names
  BOOST_TEST(built.state_of("hard.pdf") == "done");
  BOOST_TEST(bytes_of(built.folder / "documents.csv").find("outside.pdf") == std::string::npos);
  BOOST_TEST(bytes_of(built.folder / "documents.csv").find("passwd") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
