// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a dataset that many machines build, more than once if need be, and `prongsai merge`.
#include <signal.h>
#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "dataset/journal.h"
#include "dataset/known.h"
#include "tests/datasets.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

namespace {

std::string shard(int number, int count) {
  return "--shard=" + std::to_string(number) + "/" + std::to_string(count);
}

// Reports, one of them twice, and two files that cannot be read; all of it in one dataset.
struct Reports {
  explicit Reports(int count) {
    make_reports(folder, count);
    folder.file("in_twin.md", bytes_of(folder.path() / "in_3.md"));
    folder.file("in_zip.pdf", "PK\x03\x04 no PDF");
    folder.file("in_empty.pdf", "");
    BOOST_TEST_REQUIRE(build(inputs(), path("whole")).exit_code == 3);
  }
  std::vector<std::string> inputs() const { return inputs_in(folder.path()); }
  fs::path path(const std::string& name) const { return folder.path() / name; }
  fs::path part(int number) const { return path("part_" + std::to_string(number)); }

  // Builds all parts and returns the command that merges them.
  std::vector<std::string> merge_of(int count, const std::string& dataset = "merged") const {
    std::vector<std::string> merge = {"merge", "-o", path(dataset).string()};
    for (int number = 1; number <= count; ++number) {
      build(inputs(), part(number), {shard(number, count)});
      merge.push_back(part(number).string());
    }
    return merge;
  }

  ScratchFolder folder;
};

void copy_part(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive);
}

// Opens a part and lets `change` do something to what it knows.
template <typename Change>
void change_part(const fs::path& part, const Change& change) {
  prongsai::Journal journal(part.string());
  prongsai::Known known(journal);
  change(known);
}

// Of the first content with a record.
std::string some_content(const prongsai::Known& known) {
  for (const auto& [sha256, outcome] : known.outcomes()) {
    if (!known.record_of(sha256).empty()) return sha256;
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge_command)

BOOST_AUTO_TEST_CASE(merged_again_it_gives_the_same_bytes) {
  const Reports reports(30);
  const auto merge = reports.merge_of(4);
  const fs::path merged = reports.path("merged");
  BOOST_TEST(run_program(merge).exit_code == 3);  // names the two that cannot be read
  BOOST_TEST((files_of(merged) == files_of(reports.path("whole"))));
  const std::string journal = bytes_of(merged / "journal.ndjson");
  BOOST_TEST(run_program(merge).exit_code == 3);
  BOOST_TEST((files_of(merged) == files_of(reports.path("whole"))));
  BOOST_TEST((bytes_of(merged / "journal.ndjson") == journal));
  // What is merged can be built on.
  BOOST_TEST(build(reports.inputs(), merged).exit_code == 3);
  BOOST_TEST((files_of(merged) == files_of(reports.path("whole"))));
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_it_is_repeated) {
  const Reports reports(120);
  const auto merge = reports.merge_of(3);
  const fs::path merged = reports.path("merged");
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(run_program(merge).exit_code == 3);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  std::mt19937 random(17);  // NOLINT: the same moments every time, as far as the machine lets
  for (int i = 0; i < 30; ++i) {
    if (i % 3 == 0) fs::remove_all(merged);
    const pid_t process = start_program(merge);
    std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
    ::kill(process, SIGKILL);
    wait_for(process);
    if (i % 3 != 2) continue;
    BOOST_TEST(run_program(merge).exit_code == 3);
    BOOST_TEST((files_of(merged) == files_of(reports.path("whole"))), i);
  }
}

BOOST_AUTO_TEST_CASE(parts_that_are_started_twice_are_built_once) {
  const Reports reports(60);
  constexpr int kParts = 3;
  std::vector<pid_t> processes;
  for (int i = 0; i < 2 * kParts; ++i) {
    const int number = i / 2 + 1;
    processes.push_back(start(reports.inputs(), reports.part(number), {shard(number, kParts)}));
  }
  for (const pid_t process : processes) {
    const int status = wait_for(process);
    BOOST_TEST(WIFEXITED(status));
    BOOST_TEST((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3));
  }
  for (int number = 1; number <= kParts; ++number) {
    const std::string journal = bytes_of(reports.part(number) / "journal.ndjson");
    const auto begin = std::chrono::steady_clock::now();
    build(reports.inputs(), reports.part(number), {shard(number, kParts)});
    BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(1)));
    BOOST_TEST((bytes_of(reports.part(number) / "journal.ndjson") == journal));
  }
  BOOST_TEST(run_program(reports.merge_of(kParts)).exit_code == 3);
  BOOST_TEST((files_of(reports.path("merged")) == files_of(reports.path("whole"))));
}

BOOST_AUTO_TEST_CASE(what_is_told_to_stop_asks_for_another_run) {
  const Reports reports(200);
  const pid_t process = start(reports.inputs(), reports.part(1), {shard(1, 2)});
  const fs::path journal = reports.part(1) / "journal.ndjson";
  while (!fs::exists(journal) || fs::file_size(journal) == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  ::kill(process, SIGTERM);
  const int status = wait_for(process);
  BOOST_TEST(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 3);
  build(reports.inputs(), reports.part(2), {shard(2, 2)});
  const Outcome early = run_program({"merge", "-o", reports.path("merged").string(),
                                     reports.part(1).string(), reports.part(2).string()});
  BOOST_TEST(early.exit_code == 3);
  BOOST_TEST(early.said("prongsai: " + reports.part(1).string() + ": is not finished"));
  BOOST_TEST(fs::is_empty(reports.path("merged")));
  BOOST_TEST(run_program(reports.merge_of(2)).exit_code == 3);
  BOOST_TEST((files_of(reports.path("merged")) == files_of(reports.path("whole"))));
}

BOOST_AUTO_TEST_CASE(a_part_that_is_at_work_is_waited_for) {
  const Reports reports(8);
  const auto merge = reports.merge_of(2);
  const prongsai::Journal held(reports.part(2).string());
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + reports.part(2).string() + ": another run is working"));
}

BOOST_AUTO_TEST_CASE(equal_duplicates_are_dropped) {
  const Reports reports(12);
  auto merge = reports.merge_of(2);
  copy_part(reports.part(2), reports.path("again"));
  merge.push_back(reports.path("again").string());
  merge.push_back(reports.part(1).string());
  BOOST_TEST(run_program(merge).exit_code == 3);
  BOOST_TEST((files_of(reports.path("merged")) == files_of(reports.path("whole"))));
}

BOOST_AUTO_TEST_CASE(different_duplicates_are_shown) {
  const Reports reports(12);
  auto merge = reports.merge_of(2);
  const std::string first = reports.part(2).string();
  const std::string other = reports.path("other").string();
  copy_part(first, other);
  std::string sha256;
  change_part(other, [&](prongsai::Known& known) {
    sha256 = some_content(known);
    json record = json::parse(known.record_of(sha256));
    record["year"]["assessed"] = "\x1B[31m";
    known.add_outcome(sha256, known.outcomes().at(sha256), record.dump());
  });
  merge.push_back(other);
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 3);
  const std::string line =
      "prongsai: " + other + ": reads sha256:" + sha256 + " otherwise than " + first + ": /year";
  BOOST_TEST(outcome.said(line), outcome.errors.front());
  BOOST_TEST(fs::is_empty(reports.path("merged")));
  // Another state says so in short.
  change_part(other, [&](prongsai::Known& known) {
    prongsai::Outcome changed = known.outcomes().at(sha256);
    changed.state = "quarantined";
    known.add_outcome(sha256, changed, "");
  });
  BOOST_TEST(run_program(merge).said("prongsai: " + other + ": reads sha256:" + sha256 +
                                     " otherwise than " + first + ": "));
}

BOOST_AUTO_TEST_CASE(everything_that_is_wrong_is_told_at_once) {
  const Reports reports(20);
  auto merge = reports.merge_of(5);
  merge.pop_back();
  merge.erase(merge.begin() + 4);  // part 2
  change_part(reports.part(3), [](prongsai::Known& known) {
    known.add_source("elsewhere.pdf", {std::string(64, 'a'), "", 1, 1});
  });
  merge.push_back(reports.path("nothing").string());
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: shards are missing: 2/5, 5/5"));
  BOOST_TEST(outcome.said("prongsai: " + reports.part(3).string() + ": is not finished"));
  BOOST_TEST(outcome.said("prongsai: " + reports.path("nothing").string() + ": no dataset"));
}

// As on a machine that has not mounted the folder, or has it as it was.
BOOST_AUTO_TEST_CASE(a_part_that_saw_other_inputs_is_refused) {
  const Reports reports(12);
  const auto merge = reports.merge_of(3);
  fs::remove_all(reports.part(2));
  build({reports.path("not_mounted").string()}, reports.part(2), {shard(2, 3)});
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + reports.part(2).string() + ": saw other inputs than " +
                          reports.part(1).string() + ": 15 there, 1 here"));
  fs::remove_all(reports.part(2));
  reports.folder.file("in_5.md", "changed\n");
  BOOST_TEST(build(reports.inputs(), reports.path("whole")).exit_code == 3);
  BOOST_TEST(run_program(reports.merge_of(3)).exit_code == 3);
  BOOST_TEST((files_of(reports.path("merged")) == files_of(reports.path("whole"))));
}

// A file that changes may become another part's.
BOOST_AUTO_TEST_CASE(parts_grow_with_their_inputs) {
  const Reports reports(12);
  BOOST_TEST(run_program(reports.merge_of(3)).exit_code == 3);
  for (int i = 0; i < 6; ++i)
    reports.folder.file("in_" + std::to_string(i) + ".md", "changed " + std::to_string(i) + "\n");
  reports.folder.file("in_new.md", "new\n");
  const Outcome outcome = run_program(reports.merge_of(3));
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.errors.size() == 3U);  // the two that cannot be read, and the counts
  build(reports.inputs(), reports.path("fresh"));
  BOOST_TEST((files_of(reports.path("merged")) == files_of(reports.path("fresh"))));
}

BOOST_AUTO_TEST_CASE(a_dataset_of_something_else_stays) {
  const Reports reports(6);
  const std::string other = reports.folder.file("other.md", "other\n");
  const fs::path merged = reports.path("merged");
  BOOST_TEST(build({other}, merged).exit_code == 0);
  const auto before = files_of(merged);
  const auto merge = reports.merge_of(2);
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.said("prongsai: " + merged.string() +
                          ": holds a dataset already, with an input that no part has: " + other));
  BOOST_TEST((files_of(merged) == before));
  const std::string first = reports.part(1).string();
  const std::string second = reports.part(2).string();
  BOOST_TEST(run_program({"merge", first, second, "-o", first}).exit_code == 2);
  copy_part(first, reports.path("copy"));
  const Outcome onto = run_program({"merge", first, second, "-o", reports.path("copy").string()});
  BOOST_TEST(onto.exit_code == 2);
  BOOST_TEST(onto.said("prongsai: " + reports.path("copy").string() + ": holds part 1/2"));
}

BOOST_AUTO_TEST_CASE(parts_read_in_different_ways_are_not_mixed) {
  const Reports reports(8);
  const auto merge = reports.merge_of(2);
  build(reports.inputs(), reports.part(2), {shard(2, 2), "--year=2566"});
  const Outcome outcome = run_program(merge);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.errors.front().find("was built with other limits or options than") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(kept_pages_go_with_the_parts) {
  const Reports reports(8);
  run_program(reports.merge_of(2));
  const auto kept = [&](const fs::path& dataset) {
    const fs::recursive_directory_iterator all(dataset / "pages");
    return std::ranges::count_if(
        begin(all), end(all), [](const fs::directory_entry& one) { return one.is_regular_file(); });
  };
  BOOST_TEST(kept(reports.path("merged")) >= 8);
  BOOST_TEST(kept(reports.path("merged")) == kept(reports.part(1)) + kept(reports.part(2)));
}

BOOST_AUTO_TEST_SUITE_END()
