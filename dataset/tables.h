// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset: their columns, and the rows that one document gives. CSV, SQLite and the
// data package are written from the same definitions.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace prongsai {

enum class FieldType {
  kText,
  kInteger,
  kNumber,
  kScore,  // a number with two places
};

struct Field {
  const char* name;
  FieldType type;
  const char* description;
};

struct TableDefinition {
  const char* name;  // of the file, without ".csv", and of the SQLite table
  const char* title;
  std::vector<const char*> key;
  std::vector<Field> fields;
};

// Whether its rows are of a document that has a row in "documents".
bool refers_to_documents(const TableDefinition& table);

// In the order in which they are written: what a key refers to comes first.
const std::vector<TableDefinition>& dataset_tables();

// One of them; null if there is none of this name.
const TableDefinition* table_named(std::string_view name);

// "missing" is a table only where a list of agencies is given: an empty one would say that none is.
enum class MissingTable { kLeftOut, kWritten };
const std::vector<TableDefinition>& dataset_tables(MissingTable missing);

// One field: nothing, or a value of the field's type.
using FieldValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using TableRow = std::vector<FieldValue>;

// What became of one document, and where it was found.
struct DocumentEntry {
  std::string sha256;
  std::string state;                 // "done", "needs_review", "not_ita", "rejected", ...
  std::string reason;                // why, where it is not done
  std::vector<std::string> sources;  // sorted; at least one
  std::string limit = {};            // that ended its worker: "time", "memory", ...
  std::string stage = {};            // that the worker was at
  int page = 0;                      // where it went wrong; 0: not on a certain page
  // Reads it again, for each of the sources; empty where that makes no sense.
  std::vector<std::string> commands = {};
};

// Whether a row has the table's fields, each empty or of its type.
bool row_fits(const char* table, const TableRow& row);

// Hands out the rows of a document, table by table. `record` is its record as `extract` prints it,
// or null. Agencies are no rows of a document: they are collected by AgencyRegister.
void rows_of_document(const DocumentEntry& entry, const nlohmann::ordered_json& record,
                      const std::function<void(const char* table, TableRow row)>& give);

}  // namespace prongsai
