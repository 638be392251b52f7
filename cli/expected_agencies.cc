// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/expected_agencies.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/csv_rows.h"
#include "model/text.h"
#include "normalize/decode.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr int kEra = 543;  // Buddhist era less common era

std::map<std::string, size_t> columns_of(const CsvRow& header) {
  std::map<std::string, size_t> columns;
  for (size_t i = 0; i < header.fields.size(); ++i) {
    const std::string folded = fold(header.fields[i]);
    const auto known = std::ranges::find_if(
        typed_headers(), [&](const TypedHeader& row) { return folded == row.text; });
    if (known != typed_headers().end()) columns.emplace(known->name, i);
  }
  return columns;
}

void add_text(TableRow& row, const std::string& text) {
  if (text.empty()) {
    row.emplace_back();
  } else {
    row.emplace_back(clean_utf8(text));
  }
}

void add_year(TableRow& row, int year) {
  if (year == 0) {
    row.emplace_back();
  } else {
    row.emplace_back(std::int64_t{year});
  }
}

}  // namespace

ExpectedAgencies::ExpectedAgencies(const std::string& bytes) {
  const std::vector<CsvRow> rows = csv_rows(normalize::decoded(bytes));
  const auto columns = rows.empty() ? std::map<std::string, size_t>() : columns_of(rows.front());
  if (!columns.contains("agency")) {
    errors_.push_back({rows.empty() ? 1 : rows.front().line, 0, "no column is headed \"agency\""});
    return;
  }
  std::set<std::tuple<std::string, std::string, std::string, int>> known;
  for (size_t i = 1; i < rows.size(); ++i) {
    const auto field = [&](const char* name) {
      const auto column = columns.find(name);
      if (column == columns.end() || column->second >= rows[i].fields.size()) return std::string();
      return collapse_spaces(rows[i].fields[column->second]);
    };
    const auto error = [&](const char* name, const std::string& message) {
      errors_.push_back({rows[i].line, static_cast<int>(columns.at(name)) + 1, message});
    };
    const std::string agency = field("agency");
    const std::string year_text = field("year");
    const auto year = typed_year(year_text);
    if (agency.empty()) {
      error("agency", "no agency is named");
    } else if (!year_text.empty() && !year) {
      error("year", fmt::format("\"{}\" is no year", year_text));
    } else {
      const AgencyName name = agency_name(agency, field("district"), field("province"));
      if (known.emplace(name.name, name.district, name.province, year.value_or(0)).second)
        add(rows[i].line, agency, name, year.value_or(0));
    }
  }
  mark_shared_names();
}

void ExpectedAgencies::add(int line, const std::string& agency, const AgencyName& name, int year) {
  by_name_[name.name].push_back(expected_.size());
  expected_.push_back({line, agency, name, year, {}, {}});
}

// A name that the list has in two places is shared, whatever the gazetteer knows.
void ExpectedAgencies::mark_shared_names() {
  for (const auto& [name, places] : by_name_) {
    std::set<std::pair<std::string, std::string>> different;
    for (const size_t place : places)
      different.emplace(expected_[place].name.district, expected_[place].name.province);
    if (different.size() < 2) continue;
    for (const size_t place : places) expected_[place].name.shared = true;
  }
}

void ExpectedAgencies::see(const json& record) {
  const json& assessed = record.at("assessed_year");
  const int year = assessed.is_number_integer() ? assessed.get<int>() : 0;
  if (year != 0) years_.insert(year);
  std::set<size_t> fitting;
  for (const std::string& name : names_of_agency(record)) {
    const auto places = by_name_.find(name);
    if (places != by_name_.end()) fitting.insert(places->second.begin(), places->second.end());
  }
  for (const size_t place : fitting) {
    const AgencyMatch match = match_place(expected_[place].name, record);
    if (match == AgencyMatch::kSame) expected_[place].seen.insert(year);
    if (match == AgencyMatch::kUnclear) expected_[place].uncertain.insert(year);
  }
}

void ExpectedAgencies::add_missing(const Expected& expected, int year,
                                   std::vector<TableRow>& rows) const {
  const bool any_year = year == 0;
  if (any_year ? !expected.seen.empty() : expected.seen.contains(year)) return;
  const bool unclear = any_year ? !expected.uncertain.empty()
                                : expected.uncertain.contains(year) ||
                                      expected.uncertain.contains(0) || expected.seen.contains(0);
  TableRow row;
  row.emplace_back(std::int64_t{expected.line});
  add_text(row, expected.agency);
  add_text(row, expected.name.district);
  add_text(row, expected.name.province);
  add_year(row, year);
  add_year(row, any_year ? 0 : year - kEra);
  row.emplace_back(std::string(unclear ? "unclear" : "no_document"));
  rows.push_back(std::move(row));
}

std::vector<TableRow> ExpectedAgencies::missing() const {
  std::vector<TableRow> rows;
  for (const Expected& expected : expected_) {
    if (expected.year != 0 || years_.empty()) {
      add_missing(expected, expected.year, rows);
    } else {
      for (const int year : years_) add_missing(expected, year, rows);
    }
  }
  return rows;
}

}  // namespace prongsai
