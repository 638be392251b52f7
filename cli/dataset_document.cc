// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dataset_document.h"

#include <algorithm>

#include "cli/record_shape.h"
#include "dataset/json_from.h"
#include "dataset/json_line.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

using Rows = std::vector<std::pair<const char*, TableRow>>;

Rows rows_of(const DocumentEntry& entry, const json& record) {
  Rows rows;
  rows_of_document(entry, record, [&](const char* table, TableRow row) {
    rows.emplace_back(table, std::move(row));
  });
  return rows;
}

// Whether the record is this document's, and the tables of a dataset can be made of it.
bool fill(DatasetDocument& document) {
  json& record = document.record;
  if (!is_record(record) || !misshapen_part(record).empty()) return false;
  if (record.at("document").value("id", "") != "sha256:" + document.entry.sha256) return false;
  try {
    record["document"]["source"] = document.entry.sources.front();
    document.rows = rows_of(document.entry, record);
    document.line = json_line(record);
  } catch (const json::exception&) {
    return false;
  }
  return std::ranges::all_of(document.rows,
                             [](const auto& row) { return row_fits(row.first, row.second); });
}

}  // namespace

DatasetDocument dataset_document(DocumentEntry entry, const std::string& record) {
  DatasetDocument document;
  document.entry = std::move(entry);
  if (!record.empty()) {
    document.record = json_from(record);
    if (fill(document)) return document;
    document.record = nullptr;
    document.line.clear();
    document.entry.state = "quarantined";
    document.entry.reason = kNoRightForm;
    document.entry.limit = ending_name(Ending::kProtocol);
  }
  document.rows = rows_of(document.entry, nullptr);
  return document;
}

}  // namespace prongsai
