// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/journal.h"

#include <signal.h>
#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "tests/program.h"

using namespace prongsai;
using prongsai::tests::ScratchFolder;

namespace {

namespace fs = std::filesystem;

std::string file_in(const ScratchFolder& folder) {
  return (folder.path() / "journal.ndjson").string();
}

std::vector<std::string> entries(const fs::path& folder) {
  const Journal journal(folder.string());
  std::vector<std::string> all;
  journal.read_all([&](std::string_view entry, JournalPlace place) {
    BOOST_TEST(journal.read(place) == entry);
    all.emplace_back(entry);
  });
  return all;
}

using Entries = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(journal)

BOOST_AUTO_TEST_CASE(what_was_added_is_read_again) {
  const ScratchFolder folder;
  {
    Journal journal(folder.path().string());
    BOOST_TEST(journal.read(journal.add("{\"a\": 1}")) == "{\"a\": 1}");
    journal.add("");
    journal.sync();
  }
  Journal(folder.path().string()).add(std::string(3'000'000, 'x'));
  const Entries all = entries(folder.path());
  BOOST_TEST_REQUIRE(all.size() == 3U);
  BOOST_TEST(all[0] == "{\"a\": 1}");
  BOOST_TEST(all[2].size() == 3'000'000U);
}

// Whatever byte the last write ended at, and whatever stands there instead.
BOOST_AUTO_TEST_CASE(a_torn_tail_is_cut_and_written_over) {
  const ScratchFolder folder;
  { Journal(folder.path().string()).add("first"); }
  const auto whole = fs::file_size(file_in(folder));
  { Journal(folder.path().string()).add("second entry"); }
  const auto all = fs::file_size(file_in(folder));
  for (auto size = whole; size < all; ++size) {
    fs::resize_file(file_in(folder), size);
    BOOST_TEST((entries(folder.path()) == Entries{"first"}), size);
    BOOST_TEST(fs::file_size(file_in(folder)) == whole);
    { Journal(folder.path().string()).add("second entry"); }
    BOOST_TEST((entries(folder.path()) == Entries{"first", "second entry"}));
  }
  std::ofstream(file_in(folder), std::ios::app) << "0123456789abcdef forged\n";
  BOOST_TEST((entries(folder.path()) == Entries{"first", "second entry"}));
}

BOOST_AUTO_TEST_CASE(a_second_run_is_refused) {
  const ScratchFolder folder;
  const Journal journal(folder.path().string());
  BOOST_CHECK_EXCEPTION(Journal(folder.path().string()), Error,
                        [](const Error& error) { return error.code() == ErrorCode::kUnreadable; });
}

BOOST_AUTO_TEST_CASE(what_takes_its_place_is_locked_and_whole) {
  const ScratchFolder folder;
  Journal before(folder.path().string());
  before.add("before");
  {
    Journal after(folder.path().string(), "new");
    after.add("after");
    after.move_to(Journal::kFile);
    BOOST_CHECK_THROW(Journal(folder.path().string()), Error);
    BOOST_TEST(!fs::exists(folder.path() / "new"));
  }
  BOOST_TEST((entries(folder.path()) == Entries{"after"}));
}

// A file that may not grow stands for a disk that is full.
BOOST_AUTO_TEST_CASE(a_full_disk_is_said_and_what_was_whole_stays) {
  const ScratchFolder folder;
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  {
    Journal journal(folder.path().string());
    journal.add("first");
    rlimit little = before;
    little.rlim_cur = fs::file_size(file_in(folder)) + 30;
    ::setrlimit(RLIMIT_FSIZE, &little);
    BOOST_CHECK_THROW(journal.add(std::string(1000, 'x')), Error);
    ::setrlimit(RLIMIT_FSIZE, &before);
    journal.add("third");
  }
  BOOST_TEST((entries(folder.path()) == Entries{"first", "third"}));
}

BOOST_AUTO_TEST_SUITE_END()
