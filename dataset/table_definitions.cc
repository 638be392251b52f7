// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "dataset/tables.h"

namespace prongsai {

bool refers_to_documents(const TableDefinition& table) {
  // Inputs whose bytes could not be read are in "quarantine" without a document.
  const std::string_view name = table.name;
  return name != "documents" && name != "quarantine" &&
         std::ranges::any_of(table.fields, [](const Field& field) {
           return std::string_view(field.name) == "document_id";
         });
}

namespace {

const TableDefinition& missing_table() {
  using enum FieldType;
  static const TableDefinition table = {
      "missing",
      "Agencies of the list that was given, and years, without a document",
      {},
      {{"line", kInteger, "of the list"},
       {"agency", kText, "as in the list"},
       {"district", kText, ""},
       {"province", kText, ""},
       {"assessed_year", kInteger, "fiscal year, Buddhist era"},
       {"assessed_year_ce", kInteger, "the same, common era"},
       {"reason", kText,
        "no_document, or unclear: a document's name fits, but it does not say which place or year "
        "it is about"}}};
  return table;
}

}  // namespace

const std::vector<TableDefinition>& dataset_tables(MissingTable missing) {
  static const std::vector<TableDefinition> with_missing = [] {
    std::vector<TableDefinition> tables = dataset_tables();
    tables.push_back(missing_table());
    return tables;
  }();
  return missing == MissingTable::kWritten ? with_missing : dataset_tables();
}

const std::vector<TableDefinition>& dataset_tables() {
  using enum FieldType;
  static const std::vector<TableDefinition> tables = {
      {"agencies",
       "Agencies, by the names and places that their documents print",
       {"agency_id"},
       {{"agency_id", kText, "of the name, district and province"},
        {"name", kText, "full Thai name"},
        {"type", kText, "kind of agency"},
        {"subdistrict", kText, ""},
        {"district", kText, ""},
        {"province", kText, ""},
        {"province_code", kText, "two digits"},
        {"district_code", kText, "four digits"},
        {"subdistrict_code", kText, "six digits"},
        {"documents", kInteger, "that are about it"},
        {"aliases", kText, "other spellings in the documents, a line each"}}},
      {"documents",
       "Documents, each content once",
       {"document_id"},
       {{"document_id", kText, "'sha256:' and the digest of the bytes"},
        {"source", kText, "the first of the names it was found under"},
        {"sources", kText, "all of them, a line each"},
        {"source_count", kInteger, ""},
        {"state", kText, "done, needs_review, not_ita, rejected or quarantined"},
        {"reason", kText, "why it is not done"},
        {"media_type", kText, ""},
        {"pages", kInteger, ""},
        {"agency_id", kText, ""},
        {"agency", kText, "full Thai name"},
        {"agency_type", kText, ""},
        {"assessed_year", kInteger, "fiscal year, Buddhist era"},
        {"assessed_year_ce", kInteger, "the same, common era"},
        {"plan_year", kInteger, "fiscal year that measures are planned for, Buddhist era"},
        {"report_year", kInteger, "fiscal year reported on, Buddhist era"},
        {"framework", kInteger, "fiscal year of the codebook used, Buddhist era"},
        {"verified", kInteger, "values of this trust"},
        {"plausible", kInteger, "values of this trust"},
        {"doubtful", kInteger, "values of this trust"},
        {"conflicting", kInteger, "values of this trust"},
        {"contradictions", kInteger, "checks that disagree"}}},
      {"scores",
       "Every score that is printed, with where it was read and how far it can be believed",
       {},
       {{"document_id", kText, ""},
        {"source", kText, ""},
        {"agency", kText, "full Thai name"},
        {"agency_type", kText, ""},
        {"province_code", kText, ""},
        {"province", kText, ""},
        {"district", kText, ""},
        {"assessed_year", kInteger, "fiscal year, Buddhist era"},
        {"assessed_year_ce", kInteger, "the same, common era"},
        {"framework", kInteger, "fiscal year of the codebook used, Buddhist era"},
        {"kind", kText, "overall, indicator, issue_average or item"},
        {"issue", kInteger, "1 to 7"},
        {"indicator", kInteger, "1 to 10"},
        {"instrument", kText, "IIT, EIT or OIT"},
        {"code", kText, "of an item"},
        {"score", kScore, "0 to 100, as printed"},
        {"level", kText, "as printed"},
        {"trust", kText, "verified, plausible, doubtful or conflicting"},
        {"page", kInteger, "from 1"},
        {"x0", kNumber, "left, points"},
        {"y0", kNumber, "top, points"},
        {"x1", kNumber, "right, points"},
        {"y1", kNumber, "bottom, points"},
        {"text", kText, "the characters as read"},
        {"method", kText, "text_layer, ocr or plain_text"},
        {"confidence", kNumber, "0 to 1, of the reading"}}},
      {"indicators",
       "Scores of the ten indicators",
       {"document_id", "number"},
       {{"document_id", kText, ""},
        {"number", kInteger, "in the document, from 1"},
        {"indicator", kInteger, "1 to 10"},
        {"instrument", kText, ""},
        {"score", kScore, ""},
        {"level", kText, ""},
        {"trust", kText, ""}}},
      {"measures",
       "Measures that are planned or reported on",
       {"document_id", "number"},
       {{"document_id", kText, ""},
        {"number", kInteger, "in the document, from 1"},
        {"issue", kInteger, ""},
        {"indicator", kInteger, ""},
        {"title", kText, ""},
        {"steps", kText, "a line each"},
        {"period", kText, "as printed"},
        {"period_start", kText, "ISO 8601"},
        {"period_end", kText, "ISO 8601"},
        {"responsible", kText, "a line each"},
        {"results", kText, "a line each"},
        {"outcomes", kText, "a line each"}}},
      {"findings",
       "What the documents find",
       {"document_id", "number"},
       {{"document_id", kText, ""},
        {"number", kInteger, "in the document, from 1"},
        {"issue", kInteger, ""},
        {"kind", kText, "deficiency, to_develop, ..."},
        {"codes", kText, "items it is about"},
        {"text", kText, ""}}},
      {"checks",
       "Cross-checks of the documents' own numbers and names",
       {"document_id", "number"},
       {{"document_id", kText, ""},
        {"number", kInteger, "in the document, from 1"},
        {"rule", kText, ""},
        {"path", kText, "JSON Pointer into the record"},
        {"verdict", kText, "agrees or disagrees"},
        {"reported", kText, "as printed"},
        {"computed", kText, "as it follows from other values"},
        {"message", kText, ""},
        {"kind", kText,
         "of the score it is about, as in scores; empty: it is about something else"},
        {"issue", kInteger, "1 to 7"},
        {"indicator", kInteger, "1 to 10"},
        {"code", kText, "of an item"}}},
      {"conflicts",
       "Different scores for the same thing in documents of one agency and year",
       {"conflict", "document_id", "score"},
       {{"conflict", kInteger, "from 1; the same for all rows that contradict one another"},
        {"agency_id", kText, ""},
        {"agency", kText, "full Thai name"},
        {"assessed_year", kInteger, "fiscal year, Buddhist era"},
        {"kind", kText, "overall, indicator, issue_average or item"},
        {"issue", kInteger, "1 to 7; of an item, where the document prints it"},
        {"indicator", kInteger, "1 to 10"},
        {"instrument", kText, "IIT, EIT or OIT"},
        {"code", kText, "of an item"},
        {"document_id", kText, "that prints the score"},
        {"source", kText, ""},
        {"score", kScore, "0 to 100, as printed"},
        {"trust", kText, "verified, plausible, doubtful or conflicting"},
        {"page", kInteger, "from 1"}}},
      {"quarantine",
       "Inputs that could not be read, and why",
       {},  // two names that are no UTF-8 may look the same here
       {{"source", kText, ""},
        {"document_id", kText, "where the bytes could be read"},
        {"state", kText, "rejected, quarantined or io_error"},
        {"reason", kText, ""},
        {"limit", kText, "that ended its worker: time, memory, output, sandbox, crash, ..."},
        {"stage", kText, "that the worker was at: read, open, text_layer, ocr or record"},
        {"page", kInteger, "1-based; empty: not on a certain page"},
        {"command", kText, "reads it again"}}},
  };
  return tables;
}

const TableDefinition* table_named(std::string_view name) {
  for (const TableDefinition& table : dataset_tables()) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

}  // namespace prongsai
