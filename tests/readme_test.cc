// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the readmes do what is said of them: each is run, in order, by the installed
// program in a folder that has what the readme speaks of.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "dataset/sha256.h"
#include "tests/cli_run.h"
#include "tests/installed.h"

namespace fs = std::filesystem;
using namespace prongsai::tests;

namespace {

const fs::path kSource = PRONGSAI_SOURCE_DIR;
constexpr const char* kPackage = "prongsai_" PRONGSAI_VERSION "_amd64.deb";

// The lines of the fenced blocks of a language.
std::vector<std::string> fenced(const fs::path& readme, const std::string& language) {
  std::vector<std::string> lines;
  std::istringstream in(bytes_of(readme));
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside && line == "```" + language;
    } else if (inside) {
      lines.push_back(line);
    }
  }
  return lines;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// What is not run here: the builds and installations, of which the test knows the names.
bool is_of_the_build(const std::string& command) {
  if (command.starts_with("./dev ")) {
    std::string name = command.substr(6);
    name.resize(std::min(name.find(' '), name.size()));
    BOOST_TEST(holds(bytes_of(kSource / "dev"), "\n  " + name + ")\n"), command);
    return true;
  }
  if (command.starts_with("sudo apt install ")) {
    BOOST_TEST(command.ends_with(kPackage), command);
    return true;
  }
  return command == "cmake --install build/dev --prefix ~/.local";  // as installed() does
}

// Only check and validate may find something.
void run_each(const std::vector<std::string>& commands, const fs::path& folder) {
  BOOST_TEST(commands.size() > 5U);
  for (const std::string& command : commands) {
    if (is_of_the_build(command)) continue;
    const Outcome outcome = run_script(command, folder);
    const bool may_find = holds(command, "prongsai check ") || holds(command, "prongsai validate ");
    BOOST_TEST((outcome.exit_code == 0 || (outcome.exit_code == 1 && may_find)),
               command << " ends with " << outcome.exit_code);
    for (const std::string& error : outcome.errors) BOOST_TEST_MESSAGE(error);
  }
}

// Of somebody who accepted the name of the demo's agency.
std::string corrections() {
  return "document_id,pointer,was,is,who,when\nsha256:" +
         prongsai::sha256_hex(bytes_of(demo_report())) +
         ",/agency/name,องค์การบริหารส่วนตำบลวังโรงใหญ่,องค์การบริหารส่วนตำบลวังโรงใหญ่,ก,"
         "2026-11-21T20:15:00Z\n";
}

bool one_is_applied(const fs::path& dataset) {
  return holds(bytes_of(dataset / "manifest.json"), "\"applied\": 1,\n  \"stale\": 0,");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readme_test)

BOOST_AUTO_TEST_CASE(the_thai_quick_start_leads_to_the_tables) {
  const ScratchFolder folder;
  const fs::path& here = folder.path();
  fs::create_directory(here / "รายงาน");
  fs::copy(demo_report(), here / "รายงาน/report.pdf");
  const fs::path readme = kSource / "README.th.md";
  std::string typed;
  for (const std::string& line : fenced(readme, "csv")) typed += line + "\n";
  folder.file("คะแนน.csv", typed);
  folder.file("corrections.csv", corrections());
  run_each(fenced(readme, "sh"), here);

  const std::string scores = bytes_of(here / "ชุดข้อมูล/scores.csv");
  BOOST_TEST(
      scores.starts_with("\xEF\xBB\xBF"
                         "document_id,"));
  BOOST_TEST(holds(scores, "รายงาน/report.pdf,องค์การบริหารส่วนตำบลวังโรงใหญ่,"));
  BOOST_TEST(holds(scores, ",i1,78.67,,verified,"));
  BOOST_TEST(one_is_applied(here / "ชุดข้อมูล"));
  const std::string compared = bytes_of(here / "ผลเปรียบเทียบ.csv");
  BOOST_TEST(
      compared.starts_with("\xEF\xBB\xBF"
                           "agency,year,code,"));
  BOOST_TEST(holds(compared, ",2567,i1,78.67,78.67,0.00,same,verified,"));
  BOOST_TEST(holds(compared, ",2567,i2,72.72,72.27,0.45,different,verified,"));
  // Every file that the table of files names.
  for (const char* name :
       {"scores.csv", "indicators.csv", "findings.csv", "measures.csv", "checks.csv",
        "documents.csv", "agencies.csv", "quarantine.csv", "dataset.sqlite", "records.ndjson",
        "datapackage.json", "journal.ndjson", "review/index.html"}) {
    BOOST_TEST(holds(bytes_of(readme), name), name);
    BOOST_TEST(fs::exists(here / "ชุดข้อมูล" / name), name);
  }
}

BOOST_AUTO_TEST_CASE(the_commands_of_the_readme_run) {
  const ScratchFolder folder;
  const fs::path& here = folder.path();
  fs::create_directory(here / "reports");
  fs::copy(demo_report(), here / "report.pdf");
  fs::copy(demo_report(), here / "reports/report.pdf");
  folder.file("reports/other.md", "ประกาศรับสมัครงาน\n");
  folder.file("typed.csv", "agency,year,code,score\nองค์การบริหารส่วนตำบลวังโรงใหญ่,2567,i1,78.67\n");
  folder.file("corrections.csv", corrections());
  run_each(fenced(kSource / "README.md", "sh"), here);

  BOOST_TEST(holds(bytes_of(here / "scores.csv"), ",i1,78.67,"));
  const std::string whole = bytes_of(here / "whole/scores.csv");
  BOOST_TEST(holds(whole, ",i1,78.67,"));
  BOOST_TEST(whole == bytes_of(here / "dataset/scores.csv"));
  BOOST_TEST(one_is_applied(here / "dataset"));
}

// A readme that shows a command outside of a block of `sh` is not tested.
BOOST_AUTO_TEST_CASE(no_command_stands_outside_of_a_tested_block) {
  for (const char* name : {"README.md", "README.th.md"}) {
    const std::string text = bytes_of(kSource / name);
    BOOST_TEST(!holds(text, "\n    prongsai "), name);
    BOOST_TEST(!holds(text, "\n    build/dev/"), name);
    BOOST_TEST(!holds(text, "\n    ./dev"), name);
    BOOST_TEST(!holds(text, "```\nprongsai "), name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
