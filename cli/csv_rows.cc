// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/csv_rows.h"

#include <algorithm>

#include "model/text.h"

namespace prongsai {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::ranges::count(first, c) > std::ranges::count(first, best)) best = c;
  }
  return best;
}

}  // namespace

std::vector<CsvRow> csv_rows(std::string_view text) {
  const char separator = separator_of(text);
  std::vector<CsvRow> rows;
  CsvRow row{1, {}};
  std::string field;
  bool quoted = false;
  int line = 1;
  const auto end_row = [&] {
    row.fields.push_back(std::move(field));
    field.clear();
    const bool empty =
        std::ranges::all_of(row.fields, [](const std::string& f) { return trim(f).empty(); });
    if (!empty) rows.push_back(std::move(row));
    row = {line, {}};
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"' && trim(field).empty()) {
      field.clear();
      quoted = true;
    } else if (c == separator) {
      row.fields.push_back(std::move(field));
      field.clear();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      field += c;
    }
  }
  end_row();
  return rows;
}

}  // namespace prongsai
