// SPDX-License-Identifier: GPL-3.0-or-later
// The completions of bash and zsh, as the shells themselves carry them out.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/option_table.h"
#include "tests/installed.h"

using namespace prongsai::tests;
using prongsai::CommandEntry;
using prongsai::OptionEntry;
using prongsai::ValueKind;

namespace {

using Words = std::vector<std::string>;

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string bash_file() {
  return (installed() / "share/bash-completion/completions/prongsai").string();
}

// For each line of words, the last of which is being typed: what bash offers, joined by spaces.
Words offered_by_bash(const ScratchFolder& folder, const std::string& questions) {
  const Outcome outcome = run_script(
      "source \"$1\"\n"
      "while IFS= read -r question; do\n"
      "  mapfile -t -d '|' COMP_WORDS < <(printf '%s' \"$question\")\n"
      "  [[ $question == *'|' ]] && COMP_WORDS+=('')\n"
      "  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
      "  _prongsai || :\n"
      "  printf '%s\\n' \"${COMPREPLY[*]}\"\n"
      "done <<< \"$2\"\n",
      folder.path(), {bash_file(), questions});
  BOOST_TEST(outcome.exit_code == 0);
  for (const std::string& error : outcome.errors) BOOST_TEST_MESSAGE(error);
  BOOST_TEST(outcome.errors.empty());
  return lines_of(outcome.out);
}

Words offered_by_bash(const std::string& question) {
  const ScratchFolder folder;
  folder.file("a report.pdf", "");
  folder.file("b.pdf", "");
  std::filesystem::create_directory(folder.path() / "set");
  const Words answers = offered_by_bash(folder, question);
  return answers.empty() ? Words() : Words{answers.front()};
}

bool has_word(const std::string& words, const std::string& word) {
  return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(completion_test)

BOOST_AUTO_TEST_CASE(bash_offers_every_command_option_and_choice) {
  std::string questions = "prongsai|";
  Words expected;
  for (const CommandEntry& command : prongsai::option_table()) {
    if (!command.name.empty()) expected.push_back(command.name);
  }
  std::vector<Words> answers = {expected};
  for (const CommandEntry& command : prongsai::option_table()) {
    const std::string start = command.name.empty() ? "prongsai" : "prongsai|" + command.name;
    Words names;
    for (const OptionEntry& option : command.options) {
      names.insert(names.end(), option.names.begin(), option.names.end());
      if (option.kind != ValueKind::kChoice) continue;
      for (const std::string& name : option.names) {
        questions.append("\n").append(start).append("|").append(name).append("|");
        answers.push_back(option.choices);
      }
    }
    questions += "\n" + start + "|-";
    answers.push_back(names);
  }
  const ScratchFolder folder;
  const Words offered = offered_by_bash(folder, questions);
  const Words asked = lines_of(questions);
  BOOST_REQUIRE(offered.size() == answers.size());
  BOOST_TEST(answers.size() > 15U);
  for (size_t i = 0; i < answers.size(); ++i) {
    for (const std::string& word : answers[i])
      BOOST_TEST(has_word(offered[i], word), asked[i] << " lacks " << word);
  }
}

// The words are those of the help text; the parser has a table of its own.
BOOST_AUTO_TEST_CASE(every_choice_that_is_offered_is_accepted) {
  const auto refused = [](const std::string& command, const std::string& option,
                          const std::string& word) {
    const Outcome outcome = run_program({command, option, word});
    return std::ranges::any_of(outcome.errors, [&](const std::string& error) {
      return error.find(option + ":") != std::string::npos;
    });
  };
  for (const CommandEntry& command : prongsai::option_table()) {
    for (const OptionEntry& option : command.options) {
      if (option.kind != ValueKind::kChoice) continue;
      const std::string& name = option.names.back();
      BOOST_TEST(refused(command.name, name, "no_such_word"), command.name << ' ' << name);
      for (const std::string& word : option.choices)
        BOOST_TEST(!refused(command.name, name, word), command.name << ' ' << name << ' ' << word);
    }
  }
}

BOOST_AUTO_TEST_CASE(bash_completes_what_is_begun) {
  BOOST_TEST(offered_by_bash("prongsai|ex") == Words{"extract"});
  BOOST_TEST(offered_by_bash("prongsai|build|--ex") == Words{"--excel"});
  BOOST_TEST(offered_by_bash("prongsai|extract|--format|nd") == Words{"ndjson"});
  BOOST_TEST(offered_by_bash("prongsai|extract|--format|=|c") == Words{"csv"});
  BOOST_TEST(offered_by_bash("prongsai|extract|--format|=") == Words{"json ndjson csv"});
}

BOOST_AUTO_TEST_CASE(bash_offers_files_and_folders_where_they_belong) {
  BOOST_TEST(offered_by_bash("prongsai|check|a") == Words{"a report.pdf"});
  BOOST_TEST(offered_by_bash("prongsai|build|-o|") == Words{"set"});
  BOOST_TEST(offered_by_bash("prongsai|build|--jobs|") == Words{""});
}

// An interactive zsh in a terminal of its own, in which Tab is pressed.
BOOST_AUTO_TEST_CASE(zsh_completes) {
  const ScratchFolder folder;
  const std::string zsh_file = (installed() / "share/zsh/vendor-completions/_prongsai").string();
  BOOST_TEST(run_script("zsh -n \"$1\"", folder.path(), {zsh_file}).exit_code == 0);
  std::string lines;
  Words expected;
  for (const CommandEntry& command : prongsai::option_table()) {
    const std::string start = command.name.empty() ? "prongsai " : "prongsai " + command.name + " ";
    for (const OptionEntry& option : command.options) {
      lines += "\n" + start + "--";
      expected.push_back(option.names.back());
      if (option.kind != ValueKind::kChoice) continue;
      lines += "\n" + start + option.names.back() + " ";
      expected.push_back(option.choices.back());
    }
  }
  const Outcome outcome =
      run_script("zsh -f \"$1\" \"$2\" \"$3\"", folder.path(),
                 {PRONGSAI_SOURCE_DIR "/tests/zsh_offers.zsh", zsh_file, lines.substr(1)});
  BOOST_TEST(outcome.exit_code == 0);
  const Words offered = lines_of(outcome.out);
  const Words asked = lines_of(lines.substr(1));
  BOOST_REQUIRE(offered.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i)
    BOOST_TEST(has_word(offered[i], expected[i]), asked[i] << " lacks " << expected[i]);
}

BOOST_AUTO_TEST_SUITE_END()
