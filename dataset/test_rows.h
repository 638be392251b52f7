// SPDX-License-Identifier: GPL-3.0-or-later
// A database of a few rows, for the tests of what is computed from them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/sqlite_file.h"
#include "tests/program.h"

namespace prongsai::tests {

using Values = std::map<std::string, FieldValue>;

// What the last group of `pattern` matches, or all of it, at each place in `text`.
std::vector<std::string> found(const std::string& text, const char* pattern);

class TestDataset {
 public:
  TestDataset();

  // The columns that are not named are empty, or 0 where they count something.
  void add(const std::string& table, const Values& values);
  // A document with its overall score, unless `score` is below 0.
  void add_document(const std::string& id, const std::string& agency, int year, double score,
                    const Values& more = {});
  void add_score(const std::string& id, const std::string& kind, double score,
                 const Values& more = {});
  // The rows of the table "conflicts", computed and added.
  std::vector<TableRow> add_conflicts();

  // Some documents with all that the page shows, each of whose texts is `text`.
  void fill(const std::string& text);

  SqliteFile& file() { return file_; }

 private:
  ScratchFolder folder_;
  SqliteFile file_;
};

}  // namespace prongsai::tests
