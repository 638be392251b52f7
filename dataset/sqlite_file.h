// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset as an SQLite database.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dataset/tables.h"

struct sqlite3;
struct sqlite3_stmt;

namespace prongsai {

// A row that a query gives. A value is of the type that the column has in SQLite.
struct QueryRow {
  const std::vector<std::string>& columns;
  TableRow values;
};
using GiveQueryRow = std::function<void(QueryRow row)>;

class SqliteFile {
 public:
  // Begins the database in a file that is there and empty. Throws Error if it cannot.
  SqliteFile(const std::string& name, const std::vector<TableDefinition>& tables);
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;
  ~SqliteFile();

  void add(const std::string& table, const TableRow& row);
  // Runs one statement on what has been added so far, and hands out its rows in order. Tables are
  // not altered by it, but it may make temporary ones. Throws Error if it fails.
  void query(const std::string& sql, const GiveQueryRow& give);
  // Indexes, full-text search and a view a year; then the file is whole.
  void finish();

 private:
  class Statements;

  void run(const std::string& sql);
  void make_indexes();
  std::vector<std::int64_t> years();  // that documents are about

  std::string name_;
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
  bool indexed_ = false;
};

}  // namespace prongsai
