// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/csv_text.h"

#include <fmt/format.h>

namespace prongsai {
namespace {

std::string guarded(const std::string& text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool formula = !text.empty() && kFormula.find(text.front()) != std::string_view::npos;
  return formula ? "'" + text : text;
}

}  // namespace

std::string csv_field(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + '"';
}

std::string csv_header(const TableDefinition& table, bool excel) {
  std::string line = excel ? "\xEF\xBB\xBF" : "";
  for (const Field& field : table.fields) {
    if (&field != table.fields.data()) line += ',';
    line += field.name;
  }
  return line + (excel ? "\r\n" : "\n");
}

std::string csv_row(const TableDefinition& table, const TableRow& row, bool excel) {
  std::string line;
  for (const FieldValue& value : row) {
    if (&value != row.data()) line += ',';
    if (const auto* text = std::get_if<std::string>(&value)) {
      line += csv_field(excel ? guarded(*text) : *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      line += std::to_string(*integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
      const auto field = static_cast<size_t>(&value - row.data());
      line += table.fields[field].type == FieldType::kScore ? fmt::format("{:.2f}", *number)
                                                            : fmt::format("{}", *number);
    }
  }
  return line + (excel ? "\r\n" : "\n");
}

}  // namespace prongsai
