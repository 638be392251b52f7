// SPDX-License-Identifier: GPL-3.0-or-later
// What `prongsai build` takes for an input: lists, and what lies in directories besides files.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstring>
#include <filesystem>

#include "tests/datasets.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(build_inputs)

BOOST_AUTO_TEST_CASE(a_list_names_the_inputs) {
  const ScratchFolder folder;
  const std::string one = folder.file("one.md", small_report(1));
  const std::string two = folder.file("two with space.md", small_report(2));
  fs::create_directory(folder.path() / "more");
  folder.file("more/three.md", small_report(3));
  const std::string more = (folder.path() / "more").string();
  const fs::path lines = folder.path() / "lines";
  const Outcome outcome = build({"-"}, lines, {}, "\n" + one + "\r\n\n  \n" + two + "\n" + more);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(manifest_of(lines).at("inputs") == 3);
  const fs::path zeros = folder.path() / "zeros";
  using namespace std::string_literals;
  BOOST_TEST(build({"-"}, zeros, {}, one + "\0"s + two + "\0"s + more + "\0"s).exit_code == 0);
  BOOST_TEST((files_of(lines) == files_of(zeros)));
  // Together with others; a name on the list that is not there is an input that cannot be read.
  const fs::path both = folder.path() / "both";
  BOOST_TEST(build({more, "-"}, both, {}, one + "\nnot there.pdf\n-\n").exit_code == 3);
  BOOST_TEST(manifest_of(both).at("inputs") == 4);
  BOOST_TEST(manifest_of(both).at("states").at("io_error") == 2);
  BOOST_TEST(adds_up(both));
}

BOOST_AUTO_TEST_CASE(a_list_without_names_is_wrong_usage) {
  const ScratchFolder folder;
  const Outcome outcome = build({"-"}, folder.path() / "dataset", {}, "\n \n");
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.said("prongsai: standard input: the list names no input"));
  BOOST_TEST(!fs::exists(folder.path() / "dataset"));
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_not_opened_but_listed) {
  const ScratchFolder folder;
  const fs::path in = folder.path() / "in";
  fs::create_directory(in);
  folder.file("in/report.md", small_report(1));
  const std::string outside = folder.file("outside.md", small_report(2));
  fs::create_symlink(outside, in / "to_file.md");
  fs::create_symlink(folder.path(), in / "to_parent");
  fs::create_symlink("nowhere", in / "dangling");
  BOOST_REQUIRE(::mkfifo((in / "fifo").c_str(), 0600) == 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, (in / "socket").c_str(), sizeof(address.sun_path) - 1);
  BOOST_REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
  const fs::path dataset = folder.path() / "dataset";
  const Outcome outcome = build({in.string()}, dataset);
  ::close(socket);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(manifest_of(dataset).at("inputs") == 6);
  BOOST_TEST(manifest_of(dataset).at("states").at("io_error") == 5);
  BOOST_TEST(adds_up(dataset));
  for (const char* name : {"to_file.md", "to_parent", "dangling"})
    BOOST_TEST(outcome.said("prongsai: " + (in / name).string() +
                            ": io_error: a symbolic link: give what it points to as an input"));
  for (const char* name : {"fifo", "socket"})
    BOOST_TEST(
        outcome.said("prongsai: " + (in / name).string() + ": io_error: not a regular file"));
  BOOST_TEST(bytes_of(dataset / "quarantine.csv").find("to_parent,,io_error,a symbolic link") !=
             std::string::npos);
  // Given by its name a link is what it points to, and is seen to change with it.
  const fs::path named = folder.path() / "named";
  BOOST_TEST(build({(in / "to_file.md").string()}, named).exit_code == 0);
  folder.file("outside.md", small_report(3) + "\nmore\n");
  BOOST_TEST(build({(in / "to_file.md").string()}, named).exit_code == 0);
  BOOST_TEST(bytes_of(named / "scores.csv").find("93.10") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
