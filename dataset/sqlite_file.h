// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset as an SQLite database.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dataset/tables.h"

struct sqlite3;
struct sqlite3_stmt;

namespace prongsai {

class SqliteFile {
 public:
  // Begins the database in a file that is there and empty. Throws Error if it cannot.
  explicit SqliteFile(const std::string& name);
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;
  ~SqliteFile();

  void add(const std::string& table, const TableRow& row);
  // Indexes, full-text search and a view a year; then the file is whole.
  void finish();

 private:
  class Statements;

  void run(const std::string& sql);
  std::vector<std::int64_t> years();  // that documents are about

  std::string name_;
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace prongsai
