// SPDX-License-Identifier: GPL-3.0-or-later
// The manual: every command and option is in it.
#include <boost/test/unit_test.hpp>
#include <string>

#include "cli/option_table.h"
#include "tests/installed.h"

using namespace prongsai::tests;
using prongsai::CommandEntry;
using prongsai::OptionEntry;

BOOST_AUTO_TEST_SUITE(manual_test)

BOOST_AUTO_TEST_CASE(every_option_of_every_command_is_in_the_manual) {
  const ScratchFolder folder;
  const Outcome outcome = run_script("gzip -dc \"$1\"", folder.path(),
                                     {(installed() / "share/man/man1/prongsai.1.gz").string()});
  BOOST_REQUIRE(outcome.exit_code == 0);
  const std::string& manual = outcome.out;
  const auto roff = [](const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '-' ? std::string("\\-") : std::string(1, c);
    return out;
  };
  for (const CommandEntry& command : prongsai::option_table()) {
    size_t start = 0;
    size_t end = manual.find(".SH \"EXIT STATUS\"");
    if (!command.name.empty()) {
      start = manual.find(".SS \"prongsai " + command.name + "\"");
      end = manual.find("\n.S", start + 1);
    }
    BOOST_REQUIRE_MESSAGE(start < end, command.name);
    const std::string section = manual.substr(start, end - start);
    BOOST_TEST(section.find(roff(command.help)) != std::string::npos, command.name);
    for (const OptionEntry& option : command.options) {
      BOOST_TEST(!option.help.empty(), command.name << ' ' << option.names.back());
      for (const std::string& name : option.names)
        BOOST_TEST(section.find(roff(name)) != std::string::npos, command.name << ' ' << name);
      for (const std::string& choice : option.choices)
        BOOST_TEST(section.find(choice) != std::string::npos, command.name << ' ' << choice);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_manual_says_how_the_program_ends_and_what_it_needs) {
  const ScratchFolder folder;
  const Outcome outcome = run_script("gzip -dc \"$1\"", folder.path(),
                                     {(installed() / "share/man/man1/prongsai.1.gz").string()});
  for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "\"EXIT STATUS\"",
                              "EXAMPLES", "ENVIRONMENT", "FILES", "COMMANDS"})
    BOOST_TEST(outcome.out.find(std::string("\n.SH ") + section) != std::string::npos, section);
}

BOOST_AUTO_TEST_SUITE_END()
