// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/test_rows.h"

#include <algorithm>
#include <regex>
#include <string_view>
#include <utility>

#include "dataset/conflicts.h"

namespace prongsai::tests {

std::vector<std::string> found(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> out;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), regex);
       it != std::sregex_iterator(); ++it)
    out.push_back((*it)[it->size() - 1].str());
  return out;
}

TestDataset::TestDataset() : file_(folder_.file("test.sqlite", ""), dataset_tables()) {}

void TestDataset::add(const std::string& table, const Values& values) {
  const TableDefinition* definition = table_named(table);
  TableRow row;
  for (const Field& field : definition->fields) {
    const auto value = values.find(field.name);
    row.push_back(value == values.end() ? FieldValue() : value->second);
  }
  file_.add(table, row);
}

void TestDataset::add_document(const std::string& id, const std::string& agency, int year,
                               double score, const Values& more) {
  Values values = {{"document_id", id},
                   {"source", id + ".pdf"},
                   {"source_count", std::int64_t{1}},
                   {"state", "done"},
                   {"verified", std::int64_t{0}},
                   {"plausible", std::int64_t{0}},
                   {"doubtful", std::int64_t{0}},
                   {"conflicting", std::int64_t{0}},
                   {"contradictions", std::int64_t{0}}};
  if (!agency.empty()) {
    values["agency_id"] = "id of " + agency;
    values["agency"] = agency;
  }
  if (year > 0) values["assessed_year"] = std::int64_t{year};
  for (const auto& [column, value] : more) values[column] = value;
  add("documents", values);
  if (score < 0) return;
  Values printed;
  for (const char* column : {"province", "trust"}) {
    if (more.contains(column)) printed[column] = more.at(column);
  }
  add_score(id, "overall", score, printed);
}

void TestDataset::add_score(const std::string& id, const std::string& kind, double score,
                            const Values& more) {
  Values values = {{"document_id", id},   {"source", id + ".pdf"},   {"kind", kind},
                   {"trust", "verified"}, {"page", std::int64_t{1}}, {"score", score}};
  for (const auto& [column, value] : more) values[column] = value;
  add("scores", values);
}

std::vector<TableRow> TestDataset::add_conflicts() {
  std::vector<TableRow> rows;
  file_.query(conflicts_query(), [&](QueryRow row) { rows.push_back(std::move(row.values)); });
  for (const TableRow& row : rows) file_.add("conflicts", row);
  return rows;
}

void TestDataset::fill(const std::string& text) {
  for (int i = 0; i < 6; ++i) {
    const std::string id = "d" + std::to_string(i);
    add_document(id, "agency", 2566 + i / 2, 80 + i,
                 {{"source", text},
                  {"agency", text},
                  {"agency_type", text},
                  {"reason", text},
                  {"state", "needs_review"},
                  {"province", text},
                  {"doubtful", std::int64_t{i}},
                  {"agency_id", text},
                  {"trust", i == 3 ? "doubtful" : "verified"}});
    add("checks", {{"document_id", id},
                   {"number", std::int64_t{1}},
                   {"rule", text},
                   {"verdict", "disagrees"},
                   {"reported", std::to_string(90 + i)},
                   {"computed", "80"},
                   {"message", text},
                   {"kind", "item"},
                   {"code", text}});
    add("quarantine", {{"source", text}, {"state", "io_error"}, {"reason", text}});
  }
  add_conflicts();
}

}  // namespace prongsai::tests
