// SPDX-License-Identifier: GPL-3.0-or-later
// Rows 21 to 23 of docs/hostile.md: what is wrong with the command, the machine or the run. That
// the whole run is killed, and that two runs do not meet, is in build_test.cc.
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fstream>
#include <thread>

#include "tests/cli_run.h"
#include "tests/hostile.h"
#include "tests/small_report.h"

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using namespace prongsai::tests;

namespace {

// -- row 21 ---------------------------------------------------------------------------------------

struct WrongCommand {
  const char* option;
  const char* said;  // is part of what is said
};
std::ostream& operator<<(std::ostream& out, const WrongCommand& command) {
  return out << command.option;
}
constexpr WrongCommand kWrongCommands[] = {
    {"--no-such-option", "--no-such-option"},
    {"--ocr=sometimes", "--ocr"},
    {"--jobs=many", "--jobs"},
    {"--jobs=-1", "--jobs"},
    {"--timeout=-5", "--timeout"},
    {"--timeout=0", "--timeout"},
    {"--memory=1", "--memory"},
    {"--memory=999999999999999999999", "--memory"},
    {"--shard=3/2", "'3/2' is no part like 2/7"},
    {"--pages=9-2", "'9-2' names no pages"},
    {"--year=1999", "--year"},
};

// Everything that others use.
std::map<std::string, std::string> files_of(const fs::path& dataset) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(dataset)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name != "journal.ndjson") files[name] = bytes_of(entry.path());
  }
  return files;
}

// A few reports, and the dataset that an undisturbed run makes of them.
struct Reports {
  explicit Reports(int count = 6) {
    for (int i = 0; i < count; ++i)
      folder.add(fmt::format("report_{}.pdf", i), SmallReport().bytes() + fmt::format("% {}\n", i));
  }
  // The files of an undisturbed run.
  std::map<std::string, std::string> undisturbed() const {
    BOOST_TEST_REQUIRE(folder.run().exit_code == 0);
    const auto files = files_of(dataset());
    fs::remove_all(dataset());
    return files;
  }
  fs::path dataset() const { return folder.path() / "dataset"; }
  HostileFolder folder;
};

// -- row 23 ---------------------------------------------------------------------------------------

std::string text_of(const fs::path& file) {
  std::string text = bytes_of(file);
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

// The workers of the run whose command line names `folder`: processes whose parent's does as well.
std::vector<pid_t> workers_of(const std::string& folder) {
  std::vector<pid_t> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const std::string name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    if (text_of(entry.path() / "cmdline").find(folder) == std::string::npos) continue;
    const std::string status = bytes_of(entry.path() / "stat");
    const size_t at = status.rfind(") ");
    if (at == std::string::npos || status.size() < at + 5) continue;
    const std::string parent = status.substr(at + 4, status.find(' ', at + 4) - at - 4);
    if (text_of(fs::path("/proc") / parent / "cmdline").find(folder) != std::string::npos)
      found.push_back(static_cast<pid_t>(std::stol(name)));
  }
  return found;
}

// Takes about a second to read.
std::string slow_text() {
  std::string text = SmallReport().markdown();
  for (int i = 0; i < 20'000; ++i) text += fmt::format("\nเจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน {}\n", i);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_run)

BOOST_DATA_TEST_CASE(row_21_a_wrong_command_touches_nothing, bdata::make(kWrongCommands), command) {
  const HostileFolder folder;
  const Outcome outcome =
      run_program({"build", command.option, "-o", (folder.path() / "dataset").string(),
                   folder.inputs().string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST_REQUIRE(!outcome.errors.empty());
  BOOST_TEST(outcome.errors.front().find(command.said) != std::string::npos,
             outcome.errors.front());
  BOOST_TEST(outcome.said("prongsai: run prongsai --help"));
  BOOST_TEST(!fs::exists(folder.path() / "dataset"));
}

BOOST_AUTO_TEST_CASE(row_21_missing_models_are_named_before_anything_is_read) {
  const HostileFolder folder;
  const fs::path models = folder.path() / "models";
  for (const bool exists : {false, true}) {
    if (exists) fs::create_directory(models);
    const Outcome outcome = folder.run({"--ocr=auto", "--tessdata=" + models.string()});
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST_REQUIRE(!outcome.errors.empty());
    BOOST_TEST_MESSAGE("  " << outcome.errors.front());
    BOOST_TEST(outcome.errors.front().find("tha") != std::string::npos);
    BOOST_TEST(!fs::exists(folder.path() / "dataset"));
  }
}

BOOST_AUTO_TEST_CASE(row_21_an_output_that_cannot_be_is_named) {
  const HostileFolder folder;
  const std::string file = (folder.path() / "file").string();
  std::ofstream(file) << "mine";
  const Outcome outcome = run_program({"build", "-o", file, folder.inputs().string()});
  BOOST_TEST((outcome.exit_code == 2 || outcome.exit_code == 3));
  BOOST_TEST(outcome.said("prongsai: " + file));
  BOOST_TEST(bytes_of(file) == "mine");
}

BOOST_AUTO_TEST_CASE(row_22_files_that_may_not_grow_stop_the_run_and_it_goes_on_to_the_same_bytes) {
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  int stopped = 0;
  for (const size_t size : {100U, 5'000U, 40'000U, 200'000U}) {
    const Outcome outcome =
        reports.folder.run({}, {}, {"prlimit", fmt::format("--fsize={}", size)});
    BOOST_TEST((outcome.exit_code == 3 || outcome.exit_code == 0),
               "at " << size << ": " << outcome.exit_code);
    if (outcome.exit_code == 0) continue;
    ++stopped;
    BOOST_TEST_REQUIRE(!outcome.errors.empty());
    BOOST_TEST_MESSAGE("  " << outcome.errors.front());
    BOOST_TEST(outcome.errors.front().find("cannot be written") != std::string::npos);
  }
  BOOST_TEST(stopped >= 3);
  BOOST_TEST(reports.folder.run().exit_code == 0);
  BOOST_TEST((files_of(reports.dataset()) == undisturbed));
}

BOOST_AUTO_TEST_CASE(row_22_a_full_disk_stops_the_run_and_it_goes_on_to_the_same_bytes) {
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  fs::create_directory(reports.dataset());
  // The dataset lies on a disk of its own, which is made larger each time.
  for (const char* size : {"4k", "64k", "300k", "64m"}) {
    const std::string script = fmt::format(
        "mount -t tmpfs -o size={0} none {1} || exit 9; cp -a {2}/. {1}/ 2>/dev/null; \"$@\"; "
        "code=$?; "
        "cp -a {1}/. {2}/; exit $code",
        size, reports.dataset().string(), (reports.folder.path() / "kept").string());
    fs::create_directory(reports.folder.path() / "kept");
    const std::vector<std::string> prefix = {"unshare", "-m", "sh", "-c", script, "sh"};
    if (run_program({"--version"}, {}, prefix).exit_code != 0) {
      BOOST_TEST_MESSAGE("skipped: no file system may be mounted here");
      return;
    }
    const Outcome outcome = reports.folder.run({}, {}, prefix);
    const bool last = std::string(size) == "64m";
    for (const std::string& line : outcome.errors) BOOST_TEST_MESSAGE("  " << size << ": " << line);
    BOOST_TEST(outcome.exit_code == (last ? 0 : 3));
    bool said = last;
    for (const std::string& line : outcome.errors)
      said = said || line.find("cannot be written") != std::string::npos;
    BOOST_TEST(said);
  }
  BOOST_TEST((files_of(reports.folder.path() / "kept") == undisturbed));
}

BOOST_AUTO_TEST_CASE(row_22_few_descriptors_are_enough_or_named) {
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  for (const int number : {10, 16, 24, 40}) {
    const Outcome outcome =
        reports.folder.run({}, {}, {"prlimit", fmt::format("--nofile={}", number)});
    BOOST_TEST((outcome.exit_code == 0 || outcome.exit_code == 3 || outcome.exit_code == 2),
               "with " << number << ": " << outcome.exit_code);
    BOOST_TEST((outcome.exit_code == 0 || !outcome.errors.empty()));
    if (!outcome.errors.empty())
      BOOST_TEST_MESSAGE("  " << number << ": " << outcome.errors.front());
  }
  BOOST_TEST(reports.folder.run().exit_code == 0);
  BOOST_TEST((files_of(reports.dataset()) == undisturbed));
}

BOOST_AUTO_TEST_CASE(row_22_documents_that_no_process_could_be_had_for_are_read_the_next_time) {
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  std::vector<std::string> prefix = {"prlimit", "--nproc=1"};
  if (::geteuid() == 0) {
    // Limits of processes do not hold for root.
    ::chmod(reports.folder.path().c_str(), 0777);
    prefix = {"setpriv",        "--reuid=65534", "--regid=65534",
              "--clear-groups", "prlimit",       "--nproc=1"};
  }
  const Outcome outcome = reports.folder.run({}, {}, prefix);
  if (outcome.exit_code != 3) {
    BOOST_TEST_MESSAGE("skipped: the number of processes cannot be limited here");
    return;
  }
  const Built built = reports.folder.read(outcome);
  BOOST_TEST(built.manifest.at("states").at("io_error") == built.manifest.at("inputs"));
  BOOST_TEST(built.reason_of(kGoodReport) == "no process could be started");
  BOOST_TEST(reports.folder.run().exit_code == 0);
  BOOST_TEST((files_of(reports.dataset()) == undisturbed));
}

BOOST_AUTO_TEST_CASE(row_22_no_locale_and_another_time_give_the_same_bytes) {
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  for (const std::vector<std::string>& prefix : std::vector<std::vector<std::string>>{
           {"env", "-i", "LC_ALL=C", "TZ=Asia/Bangkok"},
           {"env", "LC_ALL=C.UTF-8", "LANG=th_TH.UTF-8", "TZ=America/New_York"}}) {
    BOOST_TEST(reports.folder.run({}, {}, prefix).exit_code == 0);
    BOOST_TEST((files_of(reports.dataset()) == undisturbed));
    fs::remove_all(reports.dataset());
  }
}

BOOST_AUTO_TEST_CASE(row_22_too_little_memory_for_a_document_is_said_and_for_the_run_too) {
#ifdef __SANITIZE_ADDRESS__
  BOOST_TEST_MESSAGE("skipped: the address sanitizer's own memory is beyond any limit");
  return;
#endif
  const Reports reports;
  const auto undisturbed = reports.undisturbed();
  const Outcome outcome = reports.folder.run({"--memory=64"});
  BOOST_TEST((outcome.exit_code == 0 || outcome.exit_code == 3));
  fs::remove_all(reports.dataset());
  for (const int mib : {40, 50, 60, 70, 80, 90, 110}) {
    const Outcome small = reports.folder.run(
        {}, {}, {"prlimit", fmt::format("--as={}", static_cast<long>(mib) << 20U)});
    BOOST_TEST_MESSAGE("  " << mib << " MiB: " << small.exit_code << " "
                            << (small.errors.empty() ? "" : small.errors.front()));
    // 127: the program's libraries could not even be loaded.
    BOOST_TEST((small.exit_code == 0 || small.exit_code == 3 || small.exit_code == 127),
               mib << " MiB: " << small.exit_code);
  }
  fs::remove_all(reports.dataset());
  BOOST_TEST(reports.folder.run().exit_code == 0);
  BOOST_TEST((files_of(reports.dataset()) == undisturbed));
}

BOOST_AUTO_TEST_CASE(row_22_an_output_that_may_not_be_written_is_named) {
  const HostileFolder folder;
  fs::create_directory(folder.path() / "dataset");
  std::vector<std::string> prefix;
  ::chmod((folder.path() / "dataset").c_str(), 0555);
  if (::geteuid() == 0) {
    ::chmod(folder.path().c_str(), 0755);
    prefix = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    if (run_program({"--version"}, {}, prefix).exit_code != 0) {
      BOOST_TEST_MESSAGE("skipped: run by root, who may write everything");
      return;
    }
  }
  const Outcome outcome = folder.run({}, {}, prefix);
  ::chmod((folder.path() / "dataset").c_str(), 0755);
  BOOST_TEST((outcome.exit_code == 2 || outcome.exit_code == 3));
  BOOST_TEST_REQUIRE(!outcome.errors.empty());
  BOOST_TEST(outcome.errors.front().find("Permission denied") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(row_23_a_worker_that_is_killed_from_outside_is_tried_again) {
  HostileFolder folder;
  folder.add("slow.md", slow_text());
  const std::vector<std::string> options = {"--timeout=30", "--memory=1024"};
  BOOST_TEST_REQUIRE(folder.run(options).exit_code == 0);
  const fs::path dataset = folder.path() / "dataset";
  const auto undisturbed = files_of(dataset);
  fs::remove_all(dataset);
  std::atomic<int> killed = 0;
  std::atomic<bool> ended = false;
  std::thread hand([&] {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (killed < 2 && !ended && std::chrono::steady_clock::now() < until) {
      for (const pid_t worker : workers_of(folder.path().string()))
        killed += killed < 2 && ::kill(worker, SIGKILL) == 0 ? 1 : 0;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  });
  const Outcome outcome = folder.run(options);
  ended = true;
  hand.join();
  BOOST_TEST(killed >= 1);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST((files_of(dataset) == undisturbed));
}

BOOST_AUTO_TEST_SUITE_END()
