// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai build` on zip archives: good, damaged and hostile ones.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "cli/archive.h"
#include "dataset/sha256.h"
#include "tests/datasets.h"
#include "tests/zip_file.h"

using nlohmann::json;
using namespace prongsai::tests;
using namespace prongsai;
namespace fs = std::filesystem;

namespace {

// What the members' states are, by the names of the states.
json states_of(const fs::path& dataset) { return manifest_of(dataset).at("states"); }

bool has(const fs::path& file, const std::string& text) {
  return bytes_of(file).find(text) != std::string::npos;
}

std::vector<ZipMember> reports(int count) {
  std::vector<ZipMember> members;
  for (int i = 0; i < count; ++i)
    members.push_back({"ปี 2567/report_" + std::to_string(i) + ".md", small_report(i)});
  return members;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(build_archives)

BOOST_AUTO_TEST_CASE(members_are_inputs_like_files) {
  const ScratchFolder folder;
  std::vector<ZipMember> members = reports(5);
  members.push_back({"d/", "", ZipKind::kDirectory});
  members.push_back({"__MACOSX/._report_0.md", "resource fork"});
  const std::string zip = folder.file("reports.zip", zip_of(members));
  folder.file("in_2.md", small_report(2));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({folder.path().string()}, dataset).exit_code == 0);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 6);
  BOOST_TEST(manifest_of(dataset).at("documents") == 5);
  BOOST_TEST(adds_up(dataset));
  // One content under two names, one of them in the archive.
  BOOST_TEST(has(dataset / "documents.csv",
                 folder.path().string() + "/in_2.md\n" + zip + "/ปี 2567/report_2.md"));
  BOOST_TEST(has(dataset / "scores.csv", "94.10"));
}

BOOST_AUTO_TEST_CASE(an_unchanged_archive_is_not_read_again_and_a_changed_one_is) {
  const ScratchFolder folder;
  const std::string zip = folder.file("reports.zip", zip_of(reports(3)));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({zip}, dataset).exit_code == 0);
  const auto journal = fs::file_size(dataset / "journal.ndjson");
  BOOST_TEST(build({zip}, dataset).exit_code == 0);
  BOOST_TEST(fs::file_size(dataset / "journal.ndjson") == journal);
  // Of another version of the records all members are read again, from where they are.
  BOOST_TEST(build({zip}, dataset, {"--year=2567"}).exit_code == 0);
  BOOST_TEST(fs::file_size(dataset / "journal.ndjson") > journal);
  folder.file("reports.zip", zip_of(reports(4)));
  BOOST_TEST(build({zip}, dataset).exit_code == 0);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 4);
}

BOOST_AUTO_TEST_CASE(names_in_archives_do_no_harm) {
  const ScratchFolder folder;
  const std::string zip =
      folder.file("reports.zip", zip_of({{"../../escaped.md", small_report(1)},
                                         {"/etc/escaped.md", small_report(2)},
                                         {"same.md", small_report(3)},
                                         {"same.md", small_report(4)},
                                         {"same.md#2", small_report(5)},
                                         {"bad \x1b[31m\xE2\x80\xAE name.md", small_report(6)}}));
  const fs::path dataset = folder.path() / "dataset";
  BOOST_TEST(build({zip}, dataset).exit_code == 0);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 6);
  BOOST_TEST(manifest_of(dataset).at("documents") == 6);
  const fs::path documents = dataset / "documents.csv";
  for (const char* name : {"/_/_/escaped.md", "/etc/escaped.md", "/same.md", "/same.md#2",
                           "/same.md#2#2", "/bad [31m name.md"})
    BOOST_TEST(has(documents, zip + name), name);
  BOOST_TEST(!has(documents, "\x1b"));
  BOOST_TEST(!fs::exists(folder.path().parent_path() / "escaped.md"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_in_an_archive_is_an_entry_of_its_own) {
  const ScratchFolder folder;
  const std::string inner = zip_of(reports(1));
  const std::string zip =
      folder.file("reports.zip", zip_of({{"good.md", small_report(1)},
                                         {"secret.pdf", small_report(2), ZipKind::kEncrypted},
                                         {"inner.zip", inner},
                                         {"link.pdf", "/etc/passwd", ZipKind::kLink},
                                         {"empty.pdf", ""},
                                         {"bomb.txt", std::string(30U << 20U, ' ')},
                                         {"also good.md", small_report(3)}}));
  const fs::path dataset = folder.path() / "dataset";
  const Outcome outcome = build({zip}, dataset);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 7);
  BOOST_TEST(adds_up(dataset));
  const json states = states_of(dataset);
  BOOST_TEST(states.at("io_error") == 2);
  BOOST_TEST(states.at("rejected") == 3);
  BOOST_TEST(outcome.said("prongsai: " + zip + "/secret.pdf: rejected: is encrypted"));
  BOOST_TEST(outcome.said("prongsai: " + zip + "/inner.zip: rejected: "));
  BOOST_TEST(outcome.said("prongsai: " + zip + "/link.pdf: io_error: a symbolic link"));
  BOOST_TEST(outcome.said("prongsai: " + zip + "/empty.pdf: io_error: the file is empty"));
  BOOST_TEST(outcome.said("prongsai: " + zip + "/bomb.txt: rejected: refused: packed 200 times"));
  BOOST_TEST(has(dataset / "scores.csv", "also good.md"));
}

BOOST_AUTO_TEST_CASE(a_cut_archive_keeps_the_members_that_are_whole) {
  const ScratchFolder folder;
  const std::string bytes = zip_of(reports(10));
  for (size_t part = 1; part < 10; ++part) {
    const std::string name = folder.file("cut.zip", bytes.substr(0, bytes.size() * part / 10));
    const fs::path dataset = folder.path() / ("dataset_" + std::to_string(part));
    const Outcome outcome = build({name}, dataset);
    BOOST_TEST(outcome.exit_code == 3);
    BOOST_TEST(adds_up(dataset));
    BOOST_TEST(outcome.said("prongsai: " + name + ": rejected: damaged"));
    if (part < 9) {
      BOOST_TEST(manifest_of(dataset).at("documents").get<size_t>() + 1 >= part);
    }
  }
  // Whole again, it says nothing more.
  const std::string whole = folder.file("cut.zip", bytes);
  const fs::path dataset = folder.path() / "dataset_5";
  BOOST_TEST(build({whole}, dataset).exit_code == 0);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 10);
}

BOOST_AUTO_TEST_CASE(a_damaged_member_costs_itself_only) {
  const ScratchFolder folder;
  const std::string good = zip_of(reports(6));
  const std::string head = "PK\x03\x04";
  size_t second = good.find(head, 1);
  // In its packed bytes; in its head, so that the list cannot be followed.
  for (const size_t at : {second + 90, second + 2}) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
    const std::string name = folder.file("bad.zip", bytes);
    const fs::path dataset = folder.path() / ("dataset_" + std::to_string(at));
    BOOST_TEST(build({name}, dataset).exit_code == 3);
    BOOST_TEST(adds_up(dataset));
    BOOST_TEST(manifest_of(dataset).at("documents") == 5);
    BOOST_TEST(states_of(dataset).at("rejected") == 1);
  }
}

BOOST_AUTO_TEST_CASE(an_office_document_is_no_archive) {
  const ScratchFolder folder;
  const std::string name = folder.file(
      "letter.docx", zip_of({{"word/document.xml", "<w/>"}, {"[Content_Types].xml", "<Types/>"}}));
  const fs::path dataset = folder.path() / "dataset";
  const Outcome outcome = build({name}, dataset);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 1);
  BOOST_TEST(outcome.said("prongsai: " + name + ": rejected: "));
}

// Random bytes: whatever comes of it, every input is in one state.
BOOST_AUTO_TEST_CASE(archives_with_wrong_bytes_end_in_a_state) {
  const ScratchFolder folder;
  const std::string good = zip_of(reports(4));
  unsigned int random = 7;
  std::vector<std::string> inputs;
  for (int i = 0; i < 60; ++i) {
    std::string bytes = good;
    for (int flips = 0; flips < 4; ++flips) {
      random = random * 1664525U + 1013904223U;
      bytes[(random >> 8U) % bytes.size()] ^= static_cast<char>(1U << (random % 8));
    }
    inputs.push_back(folder.file("in_" + std::to_string(i) + ".zip", bytes));
  }
  const fs::path dataset = folder.path() / "dataset";
  build(inputs, dataset);
  BOOST_TEST(adds_up(dataset));
  BOOST_TEST(manifest_of(dataset).at("inputs").get<int>() >= 150);
}

// What is found does not depend on how much a worker reads at once.
BOOST_AUTO_TEST_CASE(an_archive_read_in_parts_is_the_archive_read_at_once) {
  const ScratchFolder folder;
  const std::string good = zip_of(reports(8));
  std::string bad = good;
  bad[good.find("PK\x03\x04", 200) + 2] = 'x';
  for (const std::string& bytes : {good, good.substr(0, good.size() / 2), bad}) {
    const std::string name = folder.file("archive.zip", bytes);
    const ArchivePart whole = read_archive(name, {}, 60);
    BOOST_TEST(whole.progress.finished);
    BOOST_TEST(whole.members.size() >= 4U);
    std::vector<ArchiveMember> members;
    ArchiveProgress progress;
    int parts = 0;
    for (; !progress.finished; ++parts) {
      const ArchivePart part = read_archive(name, progress, 0);
      members.insert(members.end(), part.members.begin(), part.members.end());
      progress = part.progress;
    }
    BOOST_TEST(parts > 4);
    BOOST_TEST((members == whole.members));
    for (const ArchiveMember& member : members) {
      if (member.sha256.empty()) continue;
      const std::string again = read_member(name, {name, member.place, member.sha256});
      BOOST_TEST(prongsai::sha256_hex(again) == member.sha256);
    }
  }
}

BOOST_AUTO_TEST_CASE(shards_of_an_archive_give_the_bytes_of_the_whole) {
  const ScratchFolder folder;
  std::vector<ZipMember> members = reports(12);
  members.push_back({"secret.pdf", "x", ZipKind::kEncrypted});
  const std::string bytes = zip_of(members);
  const std::string zip = folder.file("reports.zip", bytes.substr(0, bytes.size() - 30));
  const fs::path whole = folder.path() / "whole";
  BOOST_TEST(build({zip}, whole).exit_code == 3);
  std::vector<std::string> merge = {"merge", "-o", (folder.path() / "merged").string()};
  for (int shard = 1; shard <= 3; ++shard) {
    const fs::path part = folder.path() / ("part_" + std::to_string(shard));
    build({zip}, part, {"--shard=" + std::to_string(shard) + "/3"});
    merge.push_back(part.string());
  }
  BOOST_TEST(run_program(merge).exit_code == 3);
  BOOST_TEST((files_of(whole) == files_of(folder.path() / "merged")));
}

BOOST_AUTO_TEST_SUITE_END()
