// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/export.h"

#include <fmt/format.h>

#include <filesystem>
#include <list>
#include <map>
#include <nlohmann/json.hpp>

#include "dataset/conflicts.h"
#include "dataset/csv_text.h"
#include "dataset/new_file.h"
#include "dataset/report_page.h"
#include "dataset/sqlite_file.h"
#include "dataset/xlsx_file.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr const char* kWorkbook = "dataset.xlsx";

const char* frictionless_type(FieldType type) {
  return type == FieldType::kText ? "string" : type == FieldType::kInteger ? "integer" : "number";
}

// What an empty field says.
std::string why_missing(const TableDefinition& table) {
  const std::string_view name = table.name;
  if (name == "documents") return "the document does not say, or it could not be read (see state)";
  if (name == "agencies") return "no document says it, or the gazetteer does not know it";
  if (name == "quarantine") return "the bytes could not be had";
  if (name == "missing") return "the list does not say";
  return "not printed in the document, or it does not apply";
}

json schema_of(const TableDefinition& table) {
  json fields = json::array();
  for (const Field& field : table.fields) {
    json one = {{"name", field.name}, {"type", frictionless_type(field.type)}};
    if (*field.description != '\0') one["description"] = field.description;
    fields.push_back(std::move(one));
  }
  json schema = {{"fields", fields},
                 {"missingValues", {{{"value", ""}, {"label", why_missing(table)}}}}};
  if (!table.key.empty()) schema["primaryKey"] = table.key;
  if (refers_to_documents(table)) {
    schema["foreignKeys"] = {
        {{"fields", {"document_id"}},
         {"reference", {{"resource", "documents"}, {"fields", {"document_id"}}}}}};
  }
  return schema;
}

}  // namespace

class Exporter::Files {
 public:
  Files(const std::string& folder, const ExportOptions& options)
      : folder_(folder), options_(options) {
    const auto& tables = dataset_tables(options.missing);
    for (const TableDefinition& table : tables) {
      NewFile& csv = begin(std::string(table.name) + ".csv");
      tables_[table.name] = {&table, &csv};
      csv.write(csv_header(table, options.excel));
    }
    records_ = &begin("records.ndjson");
    NewFile& database = begin("dataset.sqlite");
    database_ = std::make_unique<SqliteFile>(database.temporary_name(), tables);
    if (options.xlsx)
      workbook_ = std::make_unique<XlsxFile>(begin(kWorkbook).temporary_name(), folder, tables);
  }

  NewFile& begin(const std::string& name) { return files_.emplace_back(folder_ + "/" + name); }

  void add(const std::string& table, const TableRow& row) {
    const auto& [definition, csv] = tables_.at(table);
    csv->write(csv_row(*definition, row, options_.excel));
    database_->add(table, row);
    if (workbook_) workbook_->add(table, row);
  }

  void add_record(const std::string& line) { records_->write(line + '\n'); }

  void add_conflicts() {
    std::vector<TableRow> rows;
    database_->query(conflicts_query(),
                     [&](QueryRow row) { rows.push_back(std::move(row.values)); });
    for (const TableRow& row : rows) add("conflicts", row);
  }

  void add_report(size_t inputs) { begin("report.html").write(report_page(*database_, inputs)); }

  void finish() {
    database_->finish();
    if (workbook_) workbook_->finish();
    for (NewFile& file : files_) file.close();
    for (NewFile& file : files_) file.rename();
    // What other options have left here says what is no longer so.
    if (!options_.xlsx) std::filesystem::remove(folder_ + "/" + kWorkbook);
    if (options_.missing == MissingTable::kLeftOut)
      std::filesystem::remove(folder_ + "/missing.csv");
  }

 private:
  std::string folder_;
  ExportOptions options_;
  std::list<NewFile> files_;
  std::map<std::string, std::pair<const TableDefinition*, NewFile*>> tables_;
  NewFile* records_ = nullptr;
  std::unique_ptr<SqliteFile> database_;
  std::unique_ptr<XlsxFile> workbook_;
};

Exporter::Exporter(const std::string& folder, const ExportOptions& options)
    : files_(std::make_unique<Files>(folder, options)) {}

Exporter::~Exporter() = default;

void Exporter::add(const std::string& table, const TableRow& row) { files_->add(table, row); }

void Exporter::add_record(const std::string& line) { files_->add_record(line); }

void Exporter::add_file(const std::string& name, const std::string& content) {
  files_->begin(name).write(content);
}

void Exporter::add_conflicts() { files_->add_conflicts(); }

void Exporter::add_report(size_t inputs) { files_->add_report(inputs); }

void Exporter::finish() { files_->finish(); }

std::vector<std::string> Exporter::file_names(const ExportOptions& options) {
  std::vector<std::string> names = {"records.ndjson",    "dataset.sqlite", "datapackage.json",
                                    "ckan-package.json", "manifest.json",  "report.html"};
  for (const TableDefinition& table : dataset_tables(options.missing))
    names.push_back(std::string(table.name) + ".csv");
  if (options.xlsx) names.emplace_back(kWorkbook);
  return names;
}

std::string data_package(const ExportOptions& options) {
  json resources = json::array();
  for (const TableDefinition& table : dataset_tables(options.missing)) {
    resources.push_back({{"name", table.name},
                         {"title", table.title},
                         {"path", std::string(table.name) + ".csv"},
                         {"type", "table"},
                         {"format", "csv"},
                         {"mediatype", "text/csv"},
                         {"encoding", "utf-8"},
                         {"dialect", {{"lineTerminator", options.excel ? "\r\n" : "\n"}}},
                         {"schema", schema_of(table)}});
  }
  const json package = {
      {"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
      {"name", "ita-reports"},
      {"title", "What Thai public agencies publish about their ITA results"},
      {"description",
       "Read from published documents by prongsai; every value with its place and its trust."},
      {"resources", resources}};
  return package.dump(1) + '\n';
}

}  // namespace prongsai
