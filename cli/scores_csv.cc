// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scores_csv.h"

#include <nlohmann/json.hpp>

#include "dataset/csv_text.h"
#include "dataset/tables.h"

namespace prongsai {
namespace {

const TableDefinition& scores_table() { return *table_named("scores"); }

}  // namespace

std::string scores_csv_header() { return csv_header(scores_table(), false); }

std::string scores_csv_rows(const nlohmann::ordered_json& record) {
  constexpr std::string_view kScheme = "sha256:";
  DocumentEntry entry;
  entry.sha256 = record.at("document").at("id").get<std::string>().substr(kScheme.size());
  entry.sources = {record.at("document").at("source").get<std::string>()};
  std::string out;
  rows_of_document(entry, record, [&](const std::string& table, const TableRow& row) {
    if (table == scores_table().name) out += csv_row(scores_table(), row, false);
  });
  return out;
}

}  // namespace prongsai
