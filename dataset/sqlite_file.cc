// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/sqlite_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <map>

#include "model/diagnostic.h"

namespace prongsai {
namespace {

[[noreturn]] void fail(const std::string& name, sqlite3* database) {
  throw Error(ErrorCode::kUnreadable, name, 0,
              std::string("cannot be written: ") + sqlite3_errmsg(database));
}

const char* sql_type(FieldType type) {
  return type == FieldType::kText ? "TEXT" : type == FieldType::kInteger ? "INTEGER" : "REAL";
}

std::string create(const TableDefinition& table) {
  std::vector<std::string> columns;
  for (const Field& field : table.fields)
    columns.push_back(fmt::format("\"{}\" {}", field.name, sql_type(field.type)));
  if (!table.key.empty())
    columns.push_back(fmt::format("PRIMARY KEY ({})", fmt::join(table.key, ", ")));
  if (refers_to_documents(table))
    columns.emplace_back("FOREIGN KEY (document_id) REFERENCES documents (document_id)");
  return fmt::format("CREATE TABLE \"{}\" ({}) STRICT", table.name, fmt::join(columns, ", "));
}

void bind(sqlite3_stmt* statement, int place, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()),
                      SQLITE_TRANSIENT);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, place, *integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, place, *number);
  } else {
    sqlite3_bind_null(statement, place);
  }
}

FieldValue value_of(sqlite3_stmt* statement, int place) {
  switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, place);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, place);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, place));
      return std::string(text, static_cast<size_t>(sqlite3_column_bytes(statement, place)));
    }
    default:
      return {};
  }
}

}  // namespace

// The statement that adds a row to each table.
class SqliteFile::Statements {
 public:
  Statements() = default;
  Statements(const Statements&) = delete;
  Statements& operator=(const Statements&) = delete;
  ~Statements() {
    for (const auto& [table, statement] : by_table) sqlite3_finalize(statement);
  }
  std::map<std::string, sqlite3_stmt*> by_table;
};

SqliteFile::SqliteFile(const std::string& name, const std::vector<TableDefinition>& tables)
    : name_(name), statements_(std::make_unique<Statements>()) {
  if (sqlite3_open(name.c_str(), &database_) != SQLITE_OK) {
    const std::string why = sqlite3_errmsg(database_);
    sqlite3_close(database_);
    throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written: " + why);
  }
  run("PRAGMA journal_mode = OFF");  // a file that is not whole is thrown away
  run("PRAGMA synchronous = OFF");
  run("BEGIN");
  for (const TableDefinition& table : tables) {
    run(create(table));
    const std::vector<std::string> marks(table.fields.size(), "?");
    const std::string insert =
        fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, fmt::join(marks, ","));
    sqlite3_stmt*& statement = statements_->by_table[table.name];
    if (sqlite3_prepare_v2(database_, insert.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      fail(name_, database_);
  }
}

SqliteFile::~SqliteFile() {
  statements_.reset();
  sqlite3_close(database_);
}

void SqliteFile::run(const std::string& sql) {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(name_, database_);
}

void SqliteFile::add(const std::string& table, const TableRow& row) {
  sqlite3_stmt* statement = statements_->by_table.at(table);
  for (size_t i = 0; i < row.size(); ++i) bind(statement, static_cast<int>(i) + 1, row[i]);
  if (sqlite3_step(statement) != SQLITE_DONE) fail(name_, database_);
  sqlite3_reset(statement);
}

void SqliteFile::make_indexes() {
  if (indexed_) return;
  run("CREATE INDEX scores_document ON scores (document_id)");
  run("CREATE INDEX scores_code ON scores (assessed_year, code)");
  indexed_ = true;
}

void SqliteFile::query(const std::string& sql, const GiveQueryRow& give) {
  make_indexes();
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
    fail(name_, database_);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(statement, sqlite3_finalize);
  const int count = sqlite3_column_count(statement);
  std::vector<std::string> columns(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i)
    columns[static_cast<size_t>(i)] = sqlite3_column_name(statement, i);
  int result = SQLITE_OK;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    TableRow values;
    for (int i = 0; i < count; ++i) values.push_back(value_of(statement, i));
    give({columns, std::move(values)});
  }
  if (result != SQLITE_DONE) fail(name_, database_);
}

std::vector<std::int64_t> SqliteFile::years() {
  std::vector<std::int64_t> years;
  const auto add = [](void* to, int, char** values, char**) {
    static_cast<std::vector<std::int64_t>*>(to)->push_back(std::stoll(values[0]));
    return 0;
  };
  const char* query =
      "SELECT DISTINCT assessed_year FROM documents WHERE assessed_year NOT NULL ORDER BY 1";
  if (sqlite3_exec(database_, query, add, &years, nullptr) != SQLITE_OK) fail(name_, database_);
  return years;
}

void SqliteFile::finish() {
  make_indexes();
  run("CREATE VIRTUAL TABLE agencies_text USING fts5(name, aliases, district, province, "
      "content=agencies, content_rowid=rowid, tokenize='trigram')");
  run("INSERT INTO agencies_text (agencies_text) VALUES ('rebuild')");
  run("CREATE VIRTUAL TABLE measures_text USING fts5(title, steps, content=measures, "
      "content_rowid=rowid, tokenize='trigram')");
  run("INSERT INTO measures_text (measures_text) VALUES ('rebuild')");
  for (const std::int64_t year : years())
    run(fmt::format("CREATE VIEW scores_{0} AS SELECT * FROM scores WHERE assessed_year = {0}",
                    year));
  run("COMMIT");
  statements_.reset();
  if (sqlite3_close(database_) != SQLITE_OK) fail(name_, database_);
  database_ = nullptr;
}

}  // namespace prongsai
