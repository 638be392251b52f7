// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the tables of a dataset as files that others can use. The same rows in the same order give
// the same bytes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dataset/tables.h"

namespace prongsai {

struct ExportOptions {
  bool excel = false;  // byte order mark, CRLF, and no field that a spreadsheet takes for a formula
  bool xlsx = false;   // a workbook as well
  MissingTable missing = MissingTable::kLeftOut;
};

// Files that appear all together, and whole, when `finish` is called; until then, and if it is not,
// those that were there before stay.
class Exporter {
 public:
  // Throws Error if the files cannot be begun.
  Exporter(const std::string& folder, const ExportOptions& options);
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;
  ~Exporter();

  void add(const std::string& table, const TableRow& row);
  // A line of records.ndjson.
  void add_record(const std::string& json);
  // A file of its own: "manifest.json".
  void add_file(const std::string& name, const std::string& content);
  // The rows of the table "conflicts"; after those of the documents.
  void add_conflicts();
  // The page for a person, report.html, of all rows that have been added. `inputs` is how many
  // there were.
  void add_report(size_t inputs);
  void finish();

  // Of all files that `finish` leaves.
  static std::vector<std::string> file_names(const ExportOptions& options);

 private:
  class Files;
  std::unique_ptr<Files> files_;
};

// The data package (Frictionless Data Package 2) of the tables.
std::string data_package(const ExportOptions& options);

}  // namespace prongsai
