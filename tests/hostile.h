// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a dataset of what nobody wants to be sent, together with a report that is as it should be.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "tests/program.h"

namespace prongsai::tests {

// A row of a table, by the names of the columns.
using CsvRow = std::map<std::string, std::string>;
std::vector<CsvRow> read_csv(const std::filesystem::path& file);

struct Built {
  Outcome outcome;
  double seconds = 0;
  std::filesystem::path folder;  // of the dataset
  nlohmann::json manifest;
  std::vector<CsvRow> documents;
  std::vector<CsvRow> scores;
  std::vector<CsvRow> quarantine;

  // Of the input whose name ends in "/" and this: what documents.csv, or else quarantine.csv, says.
  std::string state_of(const std::string& name) const;
  std::string reason_of(const std::string& name) const;
  // Its row of quarantine.csv; empty if it has none.
  CsvRow quarantined(const std::string& name) const;
  std::vector<CsvRow> scores_of(const std::string& name) const;
};

constexpr int kHostileSeconds = 2;   // --timeout
constexpr int kHostileMemory = 256;  // --memory, in MiB

// A folder with a good report, and a dataset that is built of it.
class HostileFolder {
 public:
  HostileFolder();

  std::filesystem::path inputs() const { return scratch_.path() / "in"; }
  const std::filesystem::path& path() const { return scratch_.path(); }
  // Puts a file beside the good report; gives its name.
  std::string add(const std::string& name, const std::string& bytes);

  // Of the folder and of `more`. No OCR, unless `options` say otherwise. Checks what holds whatever
  // the inputs are: each input in one state, the good report as if it were alone, in time, no line
  // that steers a terminal.
  Built build(const std::vector<std::string>& options = {},
              const std::vector<std::string>& more = {}) const;
  // Without these checks: for runs that are not to end well.
  Outcome run(const std::vector<std::string>& options = {},
              const std::vector<std::string>& more = {},
              const std::vector<std::string>& prefix = {}) const;
  Built read(const Outcome& outcome) const;

 private:
  ScratchFolder scratch_;
};

// Inputs = states, and the good report is done, with the values that it has alone.
void check_nothing_lost(const Built& built);
// Name of the good report in the folder.
constexpr const char* kGoodReport = "good_report.pdf";

// A hostile input and what becomes of it.
struct HostileInput {
  int row;           // of the list of hostile inputs: docs/hostile.md
  const char* name;  // of the file
  std::string (*bytes)();
  const char* state;       // words that are allowed, with "|" between them
  const char* reason;      // is part of the reason, unless it is quarantined
  const char* limit = "";  // limits that are allowed, if it is quarantined
  int verified = -1;       // values of it, unless it is quarantined; -1: as many as there are
};
std::ostream& operator<<(std::ostream& out, const HostileInput& input);

// Whether `words`, with "|" between them, has the word.
bool is_among(const std::string& word, const std::string& words);

// Builds with it, and checks all that the row says.
// `look` sees the dataset before it is removed.
Built check_hostile(const HostileInput& input, const std::vector<std::string>& options = {},
                    const std::function<void(const Built& built)>& look = {});

// Scores of `name` that are called verified, by kind, place and code. Those that are not what the
// scores of `truth` say are errors.
void check_none_verified_wrong(const Built& built, const std::string& name,
                               const std::string& truth);
// The same against what is printed: by the code of an item, or the number of an indicator.
void check_verified(const Built& built, const std::string& name,
                    const std::map<std::string, std::string>& printed);
// No file that others use steers a terminal, hides what it says, or is more than data.
void check_no_active_content(const Built& built);
size_t verified_of(const Built& built, const std::string& name);

}  // namespace prongsai::tests
