// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "cli/csv_rows.h"
#include "model/item_code.h"
#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

// "i1", "ข้อ i๑", "I01"; "overall"; empty if it is no code.
std::string code_of(std::string_view text) {
  const std::string folded = fold(text);
  for (const char* name : {"overall", "คะแนนภาพรวม", "ภาพรวม", "คะแนนรวม"}) {
    if (folded == name) return "overall";
  }
  const auto token = leading_code(text);
  if (!token || !token->code || !trim(text.substr(token->end)).empty()) return {};
  return token->code->text();
}

class Reader {
 public:
  explicit Reader(const std::vector<CsvRow>& rows) : rows_(rows) {}

  TypedTable read() {
    if (rows_.empty()) {
      table_.errors.push_back({1, 0, "the table is empty"});
      return std::move(table_);
    }
    read_header();
    if (!table_.errors.empty()) return std::move(table_);
    if (rows_.size() == 1)
      table_.errors.push_back({rows_.front().line, 0, "nothing stands below the header"});
    for (size_t i = 1; i < rows_.size(); ++i) read_row(rows_[i]);
    return std::move(table_);
  }

 private:
  void read_header() {
    const std::vector<std::string>& header = rows_.front().fields;
    for (size_t i = 0; i < header.size(); ++i) {
      const std::string folded = fold(header[i]);
      const auto known = std::ranges::find_if(
          typed_headers(), [&](const TypedHeader& row) { return folded == row.text; });
      if (known != typed_headers().end()) {
        columns_.emplace(known->name, i);
      } else if (const std::string code = code_of(header[i]); !code.empty()) {
        codes_.emplace_back(i, code);
      }
    }
    long_ = columns_.contains("code") && columns_.contains("score");
    for (const char* name : {"agency", "year"}) {
      if (!columns_.contains(name))
        table_.errors.push_back(
            {rows_.front().line, 0, fmt::format("no column is headed \"{}\"", name)});
    }
    if (!long_ && codes_.empty()) {
      table_.errors.push_back(
          {rows_.front().line, 0,
           "no columns are headed \"code\" and \"score\", or by codes of items"});
    }
  }

  void error(const CsvRow& row, size_t column, const std::string& message) {
    table_.errors.push_back({row.line, static_cast<int>(column) + 1, message});
  }

  std::string field(const CsvRow& row, const char* name) const {
    const auto it = columns_.find(name);
    if (it == columns_.end() || it->second >= row.fields.size()) return {};
    return collapse_spaces(trim(row.fields[it->second]));
  }

  void read_row(const CsvRow& row) {
    TypedScore score;
    score.line = row.line;
    score.agency = field(row, "agency");
    score.district = field(row, "district");
    score.province = field(row, "province");
    if (score.agency.empty()) return error(row, columns_.at("agency"), "no agency is named");
    const auto year = typed_year(field(row, "year"));
    if (!year)
      return error(row, columns_.at("year"), fmt::format("\"{}\" is no year", field(row, "year")));
    score.year = *year;
    if (long_) {
      score.code = code_of(field(row, "code"));
      if (score.code.empty())
        return error(row, columns_.at("code"),
                     fmt::format("\"{}\" is no code of an item", field(row, "code")));
      add(row, columns_.at("score"), score);
      return;
    }
    for (const auto& [column, code] : codes_) {
      if (column >= row.fields.size()) break;  // a long header costs nothing in short rows
      score.code = code;
      add(row, column, score);
    }
  }

  void add(const CsvRow& row, size_t column, TypedScore score) {
    const std::string text =
        column < row.fields.size() ? std::string(trim(row.fields[column])) : std::string();
    if (text.empty() || text == "-") return;  // not typed
    const auto value = parse_score(text);
    if (!value) return error(row, column, fmt::format("\"{}\" is no score", text));
    score.score = value->value;
    const auto key =
        std::tuple(fold(score.agency), score.district, score.province, score.year, score.code);
    const auto [before, added] = seen_.emplace(key, std::pair(score.line, score.score));
    if (!added) {
      const bool same = before->second.second == score.score;
      error(row, column,
            fmt::format("{} stands in line {} {}", score.code, before->second.first,
                        same ? "already" : "with another score"));
      if (same) return;
    }
    table_.scores.push_back(std::move(score));
  }

  using Key = std::tuple<std::string, std::string, std::string, int, std::string>;
  const std::vector<CsvRow>& rows_;
  std::map<std::string, size_t> columns_;
  std::vector<std::pair<size_t, std::string>> codes_;  // of a wide table
  bool long_ = false;
  std::map<Key, std::pair<int, double>> seen_;
  TypedTable table_;
};

}  // namespace

const std::vector<TypedHeader>& typed_headers() {
  static const std::vector<TypedHeader> rows = {
      {"agency", "agency"},       {"agency", "หน่วยงาน"}, {"agency", "ชื่อหน่วยงาน"},
      {"agency", "organization"}, {"year", "year"},      {"year", "fiscal_year"},
      {"year", "assessed_year"},  {"year", "ปี"},         {"year", "ปีงบประมาณ"},
      {"year", "ปีงบประมาณพ.ศ."},  {"year", "ปีพ.ศ."},     {"code", "code"},
      {"code", "item"},           {"code", "ข้อ"},        {"code", "รหัส"},
      {"code", "รหัสข้อ"},          {"code", "ข้อคำถาม"},   {"score", "score"},
      {"score", "คะแนน"},         {"score", "ค่าคะแนน"},  {"score", "คะแนนที่ได้"},
      {"district", "district"},   {"district", "อำเภอ"}, {"province", "province"},
      {"province", "จังหวัด"},
  };
  return rows;
}

std::optional<int> typed_year(std::string_view text) {
  const std::string digits = to_arabic_digits(fold(text));
  const size_t begin = digits.find_first_of("0123456789");
  if (begin == std::string::npos || digits.size() - begin != 4 ||
      digits.find_first_not_of("0123456789", begin) != std::string::npos)
    return std::nullopt;
  const int year = std::stoi(digits.substr(begin));
  if (year >= 2500 && year <= 2650) return year;
  if (year >= 1990 && year <= 2100) return year + 543;
  return std::nullopt;
}

TypedTable read_typed_table(std::string_view text) { return Reader(csv_rows(text)).read(); }

}  // namespace prongsai
