// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset's journal. First byte even: the bytes of the file, however they came to be. Odd: its
// lines are entries, to each of which the checksum is made that it has to have.
#include "dataset/journal.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

#include "dataset/known.h"
#include "dataset/sha256.h"
#include "model/diagnostic.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

namespace fs = std::filesystem;

// In memory where that can be: a file is written for every input.
struct Folder {
  fs::path path;
  Folder() {
    std::string name =
        (fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
        "prongsai_fuzz_XXXXXX";
    require(::mkdtemp(name.data()) != nullptr, "there is a place for the journal");
    path = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
};

std::string with_checksums(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::string_view entry = lines.substr(0, lines.find('\n'));
    out += sha256_hex(entry).substr(0, 16) + ' ' + std::string(entry) + '\n';
    lines.remove_prefix(std::min(entry.size() + 1, lines.size()));
  }
  return out;
}

std::vector<std::string> entries_of(const Journal& journal) {
  std::vector<std::string> entries;
  journal.read_all([&](std::string_view entry, JournalPlace place) {
    require(journal.read(place) == entry, "an entry is read where it stands");
    entries.emplace_back(entry);
  });
  return entries;
}

// Of a journal whose entries are what they may be; false if they are not, and that is said.
bool can_be_known(Journal& journal) {
  std::optional<Known> known;
  try {
    known.emplace(journal);
  } catch (const Error&) {
    return false;
  }
  for (const auto& [sha256, outcome] : known->outcomes()) known->record_of(sha256);
  for (const auto& [sha256, names] : known->contents())
    require(sha256.size() == 64 && !names.empty(), "a content is named by its digest");
  known->add_source("added.pdf", {std::string(64, 'a'), "", 1, 2});
  known->add_outcome(std::string(64, 'a'), {"done", "", "v", "", "", 0}, "{\"a\": 1}");
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  static const Folder folder;
  const bool make_checksums = tests::take_byte(data, size) % 2 == 1;
  const std::string text = tests::text_of(data, size);
  std::ofstream(folder.path / "journal.ndjson", std::ios::binary)
      << (make_checksums ? with_checksums(text) : text);
  std::vector<std::string> before;
  bool known = false;
  {
    Journal journal(folder.path.string());
    before = entries_of(journal);
    known = can_be_known(journal);
    journal.add("the last");
  }
  Journal again(folder.path.string());
  std::vector<std::string> after = entries_of(again);
  require(!after.empty() && after.back() == "the last", "what is added is there again");
  require(after.size() > before.size() && std::equal(before.begin(), before.end(), after.begin()),
          "what was there is still there");
  if (!known) return 0;
  const Known read(again);
  require(read.record_of(std::string(64, 'a')) == "{\"a\": 1}", "what is added is known again");
  require(read.sources().contains("added.pdf"), "what is added is known again");
  return 0;
}
