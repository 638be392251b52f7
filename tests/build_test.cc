// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai build`: many documents to one dataset, whatever happens meanwhile.
#include <signal.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli_run.h"
#include "tests/datasets.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(build_command)

BOOST_AUTO_TEST_CASE(every_input_ends_in_one_state) {
  const ScratchFolder folder;
  make_reports(folder, 3);
  folder.file("in_twin.md", bytes_of(folder.path() / "in_0.md"));
  folder.file("in_letter.txt", "เรียน ผู้อำนวยการ\nขอเชิญประชุม\n");
  folder.file("in_zip.pdf", "PK\x03\x04 no PDF");
  folder.file("in_empty.pdf", "");
  const fs::path dataset = folder.path() / "dataset";
  std::vector<std::string> inputs = inputs_in(folder.path());
  inputs.push_back((folder.path() / "in_missing.pdf").string());
  const Outcome outcome = build(inputs, dataset);
  BOOST_TEST(outcome.exit_code == 3);
  const json manifest = json::parse(bytes_of(dataset / "manifest.json"));
  BOOST_TEST(manifest.at("inputs") == 8);
  BOOST_TEST(manifest.at("documents") == 4);
  int sum = 0;
  for (const json& count : manifest.at("states")) sum += count.get<int>();
  BOOST_TEST(sum == 8);
  BOOST_TEST(manifest.at("states").at("not_ita") == 1);
  BOOST_TEST(manifest.at("states").at("rejected") == 1);
  BOOST_TEST(manifest.at("states").at("io_error") == 2);
  // One record for the two files that are the same, with both names.
  const std::string documents = bytes_of(dataset / "documents.csv");
  BOOST_TEST(documents.find("in_0.md\n" + folder.path().string() + "/in_twin.md") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_inputs_give_the_same_bytes) {
  const ScratchFolder folder;
  make_reports(folder, 12);
  std::vector<std::string> inputs = inputs_in(folder.path());
  const fs::path first = folder.path() / "first";
  BOOST_TEST(build(inputs, first, {"--jobs=1"}).exit_code == 0);
  std::ranges::reverse(inputs);
  const fs::path second = folder.path() / "second";
  BOOST_TEST(build(inputs, second, {"--jobs=4"}).exit_code == 0);
  BOOST_TEST((files_of(first) == files_of(second)));
  // In two parts, and once more without anything new.
  const fs::path parts = folder.path() / "parts";
  BOOST_TEST(build({inputs.begin(), inputs.begin() + 5}, parts).exit_code == 0);
  BOOST_TEST(build({inputs.begin() + 3, inputs.end()}, parts).exit_code == 0);
  const auto journal = fs::file_size(parts / "journal.ndjson");
  BOOST_TEST(build(inputs, parts).exit_code == 0);
  BOOST_TEST(fs::file_size(parts / "journal.ndjson") == journal);
  BOOST_TEST((files_of(first) == files_of(parts)));
}

// Overwrites a file so that it does not look changed.
void replace_unseen(const fs::path& file, char with) {
  const auto time = fs::last_write_time(file);
  const std::string bytes(fs::file_size(file), with);
  std::ofstream(file) << bytes;
  fs::last_write_time(file, time);
}

// Built once, to be built again by other rules.
class DatasetOfOlderRules {
 public:
  DatasetOfOlderRules() {
    make_reports(folder_, 4);
    inputs_ = inputs_in(folder_.path());
    BOOST_TEST(build(inputs_, at_once_, {"--year=2566"}).exit_code == 0);
    BOOST_TEST(build(inputs_, dataset_).exit_code == 0);
  }

  // It then is as if it had been built by them at once.
  void rules_change() {
    BOOST_TEST(build(inputs_, dataset_, {"--year=2566"}).exit_code == 0);
    BOOST_TEST(files_of(dataset_) == files_of(at_once_));
  }

 protected:
  ScratchFolder folder_;
  fs::path dataset_ = folder_.path() / "dataset";
  fs::path at_once_ = folder_.path() / "at_once";
  std::vector<std::string> inputs_;
};

BOOST_FIXTURE_TEST_CASE(changed_rules_read_no_page_again, DatasetOfOlderRules) {
  for (const std::string& input : inputs_) replace_unseen(input, 'x');
  rules_change();
}

BOOST_FIXTURE_TEST_CASE(kept_pages_that_are_damaged_are_not_believed, DatasetOfOlderRules) {
  int damaged = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dataset_ / "pages")) {
    if (!entry.is_regular_file()) continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(entry.file_size()) - 10 * ++damaged);
    file << "x";
  }
  BOOST_TEST(damaged == 4);
  rules_change();
}

BOOST_AUTO_TEST_CASE(quarantine_says_where_and_how_to_see_it_again) {
#ifdef __SANITIZE_ADDRESS__
  BOOST_TEST_MESSAGE("skipped: the address sanitizer's own memory is beyond any limit");
  return;
#endif
  const ScratchFolder folder;
  make_reports(folder, 2);
  const std::string huge = folder.file("in_it's huge.txt", "ITA " + std::string(24U << 20U, 'x'));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs_in(folder.path()), dataset, {"--memory=128"}).exit_code == 3);
  const std::string quarantine = bytes_of(dataset / "quarantine.csv");
  const std::string command = "prongsai extract --ocr never --timeout 300 --memory 128 -- ";
  BOOST_TEST(quarantine.find(",quarantined,given up: needs more memory than it may use,memory,"
                             "read,," +
                             command) != std::string::npos);
  // As the shell takes it, so does the program.
  const std::string typed = quarantine.substr(quarantine.find(command) + command.size());
  BOOST_TEST(typed.starts_with("'" + folder.path().string() + "/in_it'\\''s huge.txt'\n"));
  json manifest = json::parse(bytes_of(dataset / "manifest.json"));
  BOOST_TEST(manifest.at("states").at("quarantined") == 1);
  BOOST_TEST(manifest.at("states").at("done") == 2);
  // With more memory it is tried again.
  BOOST_TEST(build(inputs_in(folder.path()), dataset, {"--memory=2048"}).exit_code == 0);
  manifest = json::parse(bytes_of(dataset / "manifest.json"));
  BOOST_TEST(!manifest.at("states").contains("quarantined"));
}

BOOST_AUTO_TEST_CASE(shards_that_are_merged_give_the_same_bytes) {
  const ScratchFolder folder;
  make_reports(folder, 20);
  folder.file("in_twin.md", bytes_of(folder.path() / "in_3.md"));
  std::vector<std::string> inputs = inputs_in(folder.path());
  inputs.push_back((folder.path() / "in_missing.pdf").string());
  const fs::path whole = folder.path() / "whole";
  BOOST_TEST(build(inputs, whole).exit_code == 3);
  std::vector<std::string> merge = {"merge", "-o", (folder.path() / "merged").string()};
  for (int shard = 7; shard >= 1; --shard) {
    const fs::path part = folder.path() / ("part_" + std::to_string(shard));
    build(inputs, part, {"--shard=" + std::to_string(shard) + "/7"});
    merge.push_back(part.string());
  }
  // One is missing, and is named.
  std::vector<std::string> fewer = merge;
  fewer.pop_back();
  const Outcome missing = run_program(fewer);
  BOOST_TEST(missing.exit_code == 3);
  BOOST_TEST(missing.said("prongsai: shards are missing: 1/7"));
  // One twice does no harm.
  merge.push_back(merge.back());
  BOOST_TEST(run_program(merge).exit_code == 3);
  BOOST_TEST((files_of(whole) == files_of(folder.path() / "merged")));
  BOOST_TEST(build(inputs, whole, {"--shard=8/7"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(parts_that_contradict_each_other_are_not_merged) {
  const ScratchFolder folder;
  const std::string name = folder.file("in_1.md", "first\n");
  const fs::path one = folder.path() / "one";
  build({name}, one);
  folder.file("in_1.md", "second\n");
  const fs::path two = folder.path() / "two";
  build({name}, two);
  const fs::path merged = folder.path() / "merged";
  const Outcome outcome = run_program({"merge", "-o", merged.string(), one.string(), two.string()});
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + two.string() + ": " + name +
                          " has other content than in " + one.string()));
  BOOST_TEST(!fs::exists(merged / "records.ndjson"));
}

BOOST_AUTO_TEST_CASE(a_dataset_among_its_inputs_is_no_input) {
  const ScratchFolder folder;
  make_reports(folder, 2);
  const fs::path dataset = folder.path() / "dataset";
  for (int i = 0; i < 2; ++i) {
    BOOST_TEST(build({folder.path().string()}, dataset).exit_code == 0);
    BOOST_TEST(json::parse(bytes_of(dataset / "manifest.json")).at("inputs") == 2);
  }
}

// Bytes that are no UTF-8 look the same in the tables, but are different names.
BOOST_AUTO_TEST_CASE(names_that_look_the_same_stay_apart) {
  const ScratchFolder folder;
  const std::vector<std::string> inputs = {(folder.path() / "in_\xFF.pdf").string(),
                                           (folder.path() / "in_\xFE.pdf").string()};
  for (const std::string& name : inputs) folder.file(fs::path(name).filename().string(), "PK");
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs, dataset).exit_code == 3);
  BOOST_TEST(json::parse(bytes_of(dataset / "manifest.json")).at("inputs") == 2);
  const std::string page = bytes_of(dataset / "report.html");
  BOOST_TEST(page.find_first_of("\xFF\xFE") == std::string::npos);
  BOOST_TEST(page.find("in_\xEF\xBF\xBD.pdf") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_part_is_no_extension) {
  const ScratchFolder folder;
  make_reports(folder, 4);
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs_in(folder.path()), dataset, {"--shard=1/2"}).exit_code == 0);
  BOOST_TEST(build(inputs_in(folder.path()), dataset, {"--shard=2/2"}).exit_code == 2);
  BOOST_TEST(build(inputs_in(folder.path()), dataset).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_run_that_is_killed_goes_on_where_it_was) {
  const ScratchFolder folder;
  make_reports(folder, 60);
  const std::vector<std::string> inputs = inputs_in(folder.path());
  const fs::path undisturbed = folder.path() / "undisturbed";
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(build(inputs, undisturbed).exit_code == 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  std::mt19937 random(11);  // NOLINT: the same moments every time, as far as the machine lets
  const fs::path killed = folder.path() / "killed";
  for (int i = 0; i < 12; ++i) {
    if (i % 4 == 0) fs::remove_all(killed);
    const pid_t process = start(inputs, killed);
    std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
    ::kill(process, i % 3 == 2 ? SIGINT : SIGKILL);
    wait_for(process);
  }
  BOOST_TEST(build(inputs, killed).exit_code == 0);
  BOOST_TEST((files_of(undisturbed) == files_of(killed)));
}

BOOST_AUTO_TEST_CASE(a_second_run_is_refused_while_one_is_at_work) {
  const ScratchFolder folder;
  make_reports(folder, 200);
  const std::vector<std::string> inputs = inputs_in(folder.path());
  const fs::path dataset = folder.path() / "dataset";
  const pid_t process = start(inputs, dataset);
  while (!fs::exists(dataset / "journal.ndjson") || fs::file_size(dataset / "journal.ndjson") == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const Outcome second = build({inputs.front()}, dataset);
  BOOST_TEST(second.exit_code == 3);
  BOOST_TEST(
      second.said("prongsai: " + dataset.string() + ": another run is working on this dataset"));
  BOOST_TEST(wait_for(process) == 0);
}

BOOST_AUTO_TEST_CASE(a_second_run_waits_for_the_first_if_it_is_told_to) {
  const ScratchFolder folder;
  make_reports(folder, 200);
  const std::vector<std::string> inputs = inputs_in(folder.path());
  const fs::path dataset = folder.path() / "dataset";
  const pid_t process = start({inputs.begin() + 1, inputs.end()}, dataset);
  while (!fs::exists(dataset / "journal.ndjson") || fs::file_size(dataset / "journal.ndjson") == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const Outcome second = build({inputs.front()}, dataset, {"--wait"});
  BOOST_TEST(second.exit_code == 0);
  BOOST_TEST(second.said("prongsai: " + dataset.string() +
                         ": another run is working on this dataset; waiting"));
  BOOST_TEST(wait_for(process) == 0);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 200);
}

BOOST_AUTO_TEST_CASE(a_dataset_is_checked_and_validated_like_its_documents) {
  const ScratchFolder folder;
  make_reports(folder, 2);
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs_in(folder.path()), dataset).exit_code == 0);
  const std::string typed = folder.file(
      "typed.csv", "agency,year,province,code,score\nเทศบาลตำบลหางดง,2567,เชียงใหม่,i1,12.34\n");
  const Outcome outcome = run_program({"validate", typed, dataset.string()});
  BOOST_TEST(outcome.exit_code == 1);
  BOOST_TEST(outcome.out.find(",i1,12.34,") != std::string::npos);
  BOOST_TEST(outcome.out.find("no_document") == std::string::npos);
  BOOST_TEST(run_program({"check", dataset.string()}).exit_code <= 1);
}

BOOST_AUTO_TEST_CASE(documents_of_one_agency_that_differ_are_a_conflict) {
  const ScratchFolder folder;
  make_reports(folder, 2);  // i1 is 90.10 and 91.10
  folder.file("in_twin.md", bytes_of(folder.path() / "in_0.md"));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build(inputs_in(folder.path()), dataset).exit_code == 0);
  const std::string conflicts = bytes_of(dataset / "conflicts.csv");
  BOOST_TEST(conflicts.starts_with(
      "conflict,agency_id,agency,assessed_year,kind,issue,indicator,instrument,code,document_id,"
      "source,score,trust,page\n"));
  BOOST_TEST(std::ranges::count(conflicts, '\n') == 3);
  BOOST_TEST(conflicts.find(",เทศบาลตำบลหางดง,2567,item,1,,IIT,i1,") != std::string::npos);
  BOOST_TEST(conflicts.find("in_0.md,90.10,") != std::string::npos);
  BOOST_TEST(conflicts.find("in_1.md,91.10,") != std::string::npos);
  const std::string page = bytes_of(dataset / "report.html");
  BOOST_TEST(page.starts_with("<!DOCTYPE html>\n<html lang=\"th\">"));
  BOOST_TEST(page.find("in_1.md</bdi>") != std::string::npos);
  // The same content under two names is no conflict.
  const fs::path twins = folder.path() / "twins";
  BOOST_TEST(
      build({(folder.path() / "in_0.md").string(), (folder.path() / "in_twin.md").string()}, twins)
          .exit_code == 0);
  BOOST_TEST(std::ranges::count(bytes_of(twins / "conflicts.csv"), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(for_spreadsheets_no_field_is_a_formula) {
  const ScratchFolder folder;
  const std::string name = folder.file("in_1.txt", "=HYPERLINK(\"http://example.org\")\n");
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({name}, dataset, {"--excel"}).exit_code == 0);
  BOOST_TEST(bytes_of(dataset / "documents.csv")
                 .starts_with("\xEF\xBB\xBF"
                              "document_id"));
  BOOST_TEST(build({"-", "-"}, dataset).exit_code == 2);
  BOOST_TEST(run_program({"build", name}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
