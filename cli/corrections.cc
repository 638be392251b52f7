// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/corrections.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "cli/csv_rows.h"
#include "dataset/csv_text.h"
#include "dataset/document_id.h"
#include "dataset/sha256.h"
#include "model/record_values.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr std::string_view kFormula = "=+-@\t\r";  // what a spreadsheet begins to compute at
constexpr std::string_view kVersion = " corrections=";

enum Column { kDocument, kPointer, kWas, kIs, kWho, kWhen, kNote, kWhat, kColumns };
constexpr std::array<const char*, kColumns> kHeaders = {"document_id", "pointer", "was",  "is",
                                                        "who",         "when",    "note", "what"};
bool may_be_left_out(int column) { return column == kNote || column == kWhat; }

std::string without_guard(std::string_view field) {
  const bool guarded = field.size() > 1 && field.front() == '\'' &&
                       kFormula.find(field[1]) != std::string_view::npos;
  return std::string(field.substr(guarded ? 1 : 0));
}

std::string with_guard(const std::string& field) {
  const bool formula = !field.empty() && kFormula.find(field.front()) != std::string_view::npos;
  return formula ? "'" + field : field;
}

bool is_utf8(std::string_view text) {
  return to_utf8(code_points(text)) == text && text.find('\0') == std::string_view::npos;
}

// "2026-11-21T20:15:00Z", perhaps with parts of a second: as text, later is greater.
bool is_time(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  if (text.size() <= kForm.size() || text.back() != 'Z') return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == '0' ? !is_digit(text[i]) : text[i] != kForm[i]) return false;
  }
  const std::string_view parts = text.substr(kForm.size(), text.size() - kForm.size() - 1);
  return parts.empty() || (parts.size() > 1 && parts.front() == '.' &&
                           std::ranges::all_of(parts.substr(1), is_digit));
}

auto order_of(const CorrectionRow& row) {
  const Correction& c = row.correction;
  return std::tie(row.document_id, c.what, c.pointer, c.who, c.when, c.was, c.is, row.note);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), rows_(csv_rows(text)) {}

  CorrectionTable read() {
    table_.has_header = rows_.empty() || read_header();
    if (!table_.has_header) return std::move(table_);
    for (size_t i = 1; i < rows_.size(); ++i) read_row(rows_[i]);
    // What stands behind a quotation mark that nothing closes may be many rows.
    if (!rows_.empty() && std::ranges::count(text_, '"') % 2 != 0) {
      if (!table_.rows.empty()) table_.rows.back().usable = false;
      table_.errors.push_back({rows_.back().line, 0, "a quotation mark is not closed"});
    }
    return std::move(table_);
  }

 private:
  bool read_header() {
    const std::vector<std::string>& header = rows_.front().fields;
    for (size_t i = 0; i < header.size(); ++i) {
      const auto known = std::ranges::find(kHeaders, fold(header[i]));
      if (known != kHeaders.end()) columns_.emplace(known - kHeaders.begin(), i);
    }
    for (int column = 0; column < kColumns; ++column) {
      if (columns_.contains(column) || may_be_left_out(column)) continue;
      table_.errors.push_back(
          {rows_.front().line, 0, fmt::format("no column is headed \"{}\"", kHeaders.at(column))});
    }
    return table_.errors.empty();
  }

  std::string field(const CsvRow& row, Column column) const {
    const auto at = columns_.find(column);
    if (at == columns_.end() || at->second >= row.fields.size()) return {};
    return without_guard(trim(row.fields[at->second]));
  }

  void read_row(const CsvRow& row) {
    CorrectionRow read{field(row, kDocument),
                       {field(row, kPointer), field(row, kWhat), field(row, kWas), field(row, kIs),
                        field(row, kWho), field(row, kWhen)},
                       field(row, kNote),
                       row.line,
                       true};
    if (const auto [column, wrong] = what_is_wrong(row, read); !wrong.empty()) {
      const auto at = columns_.find(column);
      const size_t number = at == columns_.end() ? 0 : at->second + 1;
      table_.errors.push_back({row.line, static_cast<int>(number), wrong});
      read.usable = false;
    }
    table_.rows.push_back(std::move(read));
  }

  // The column of the first thing that is wrong, and what it is; "" if nothing is.
  std::pair<int, std::string> what_is_wrong(const CsvRow& row, const CorrectionRow& read) const {
    for (const auto& [column, at] : columns_) {
      if (at >= row.fields.size()) {
        if (!may_be_left_out(column)) return {column, "the row ends before it"};
      } else if (!is_utf8(row.fields[at])) {
        return {column, "what stands here is no UTF-8"};
      }
    }
    const Correction& c = read.correction;
    if (!is_document_id(read.document_id))
      return {kDocument, fmt::format("\"{}\" is no document's id", read.document_id)};
    const auto by_pointer = kind_of_pointer(c.pointer);
    const auto by_name = kind_of_name(c.what);
    if (!c.what.empty() && !by_name)
      return {kWhat, fmt::format("\"{}\" is called no value", c.what)};
    if ((!c.pointer.empty() || !by_name) && !by_pointer)
      return {kPointer, fmt::format("\"{}\" is no value's place", c.pointer)};
    if (by_pointer && by_name && *by_pointer != *by_name)
      return {kPointer, fmt::format("\"{}\" is no place of \"{}\"", c.pointer, c.what)};
    const SourcedKind kind = by_name ? *by_name : *by_pointer;
    if (c.is.empty() && !may_be_missing(kind))
      return {kIs, fmt::format("empty, but it has to be {}", expectation(kind))};
    if (!c.is.empty() && !canonical_value(kind, c.is))
      return {kIs, fmt::format("\"{}\" is not {}", c.is, expectation(kind))};
    if (!is_time(c.when))
      return {kWhen, fmt::format("\"{}\" is no time such as 2026-11-21T20:15:00Z", c.when)};
    return {};
  }

  std::string_view text_;
  std::vector<CsvRow> rows_;
  std::map<int, size_t> columns_;
  CorrectionTable table_;
};

// Which value a row is about: its name, also where only another row of the place has one.
class ValueKeys {
 public:
  explicit ValueKeys(const std::vector<CorrectionRow>& rows) {
    for (const CorrectionRow& row : rows) {
      if (row.usable && !row.correction.what.empty())
        names_[{row.document_id, row.correction.pointer}].insert(row.correction.what);
    }
  }

  std::string of(const CorrectionRow& row) const {
    if (!row.correction.what.empty()) return row.correction.what;
    const auto names = names_.find({row.document_id, row.correction.pointer});
    const bool one = names != names_.end() && names->second.size() == 1;
    return one ? *names->second.begin() : row.correction.pointer;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::set<std::string>> names_;
};

// Without the "Z": a whole second is before its parts.
std::string_view moment(const CorrectionRow& row) {
  const std::string_view when = row.correction.when;
  return when.substr(0, when.size() - 1);
}

}  // namespace

CorrectionTable read_correction_table(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return Reader(text).read();
}

std::string correction_csv(std::vector<CorrectionRow> rows) {
  std::ranges::sort(rows, [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
  const auto same = [](const auto& a, const auto& b) { return order_of(a) == order_of(b); };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  std::string csv = fmt::format("{}\n", fmt::join(kHeaders, ","));
  for (const CorrectionRow& row : rows) {
    const Correction& c = row.correction;
    const std::array<const std::string*, kColumns> fields = {
        &row.document_id, &c.pointer, &c.was, &c.is, &c.who, &c.when, &row.note, &c.what};
    for (const std::string* const& field : fields) {
      if (&field != &fields.front()) csv += ',';
      csv += csv_field(with_guard(*field));
    }
    csv += '\n';
  }
  return csv;
}

Corrections::Corrections(const std::vector<CorrectionRow>& rows) {
  const ValueKeys keys(rows);
  std::map<std::tuple<std::string, std::string, std::string>, const CorrectionRow*> counted;
  for (const CorrectionRow& row : rows) {
    if (!row.usable) continue;
    const CorrectionRow*& last = counted[{row.document_id, keys.of(row), row.correction.who}];
    // Of two at the same moment the order of a file decides, whatever order they came in.
    if (last == nullptr ||
        std::pair(moment(*last), order_of(*last)) < std::pair(moment(row), order_of(row)))
      last = &row;
  }
  for (const auto& [key, row] : counted) {
    const std::string sha256 = row->document_id.substr(row->document_id.find(':') + 1);
    CountedCorrection one{row->correction, std::get<1>(key), row->line};
    one.correction.when = moment(*row);
    by_document_[sha256].push_back(std::move(one));
  }
}

std::vector<Correction> Corrections::of(const std::string& sha256) const {
  std::vector<Correction> corrections;
  const auto found = by_document_.find(sha256);
  if (found == by_document_.end()) return corrections;
  for (const CountedCorrection& one : found->second) corrections.push_back(one.correction);
  return corrections;
}

std::string Corrections::version_of(const std::string& sha256) const {
  std::string text;
  for (const Correction& c : of(sha256)) {
    for (const std::string& part : {c.pointer, c.what, c.was, c.is, c.who, c.when})
      text += fmt::format("{}:{},", part.size(), part);
  }
  constexpr size_t kDigits = 12;
  return text.empty() ? "" : std::string(kVersion) + sha256_hex(text).substr(0, kDigits);
}

std::string Corrections::digest() const {
  std::string text;
  for (const auto& [sha256, decisions] : by_document_) text += sha256 + version_of(sha256) + '\n';
  return text.empty() ? text : sha256_hex(text);
}

std::string corrections_in_version(const std::string& version) {
  const size_t at = version.find(kVersion);
  return at == std::string::npos ? std::string() : version.substr(at);
}

}  // namespace prongsai
