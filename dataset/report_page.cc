// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <map>
#include <numeric>
#include <string_view>

#include "dataset/document_id.h"
#include "dataset/report_charts.h"
#include "dataset/report_queries.h"
#include "dataset/report_template.h"
#include "dataset/report_texts.h"
#include "dataset/sha256.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

using kainjow::mustache::data;
using Lists = std::map<std::string, std::vector<ReportRow>>;

enum class PageLanguage { kThai, kEnglish };

// Names and reasons may be of any length.
std::string shortened(const std::string& text) {
  constexpr size_t kMost = 160;  // characters
  constexpr size_t kBytes = 16 * kMost;
  size_t end = std::min(text.size(), kBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;  // to the beginning of a character
  std::u32string points = code_points(collapse_spaces(clean_utf8(text.substr(0, end))));
  if (points.size() <= kMost) return to_utf8(points) + (end < text.size() ? "…" : "");
  end = kMost;
  while (end > 0 && is_thai_mark(points[end])) --end;  // a mark stays with its letter
  return to_utf8(points.substr(0, end)) + "…";
}

std::string with_commas(std::int64_t number) {
  std::string text = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(text.size()) - 3; place > (number < 0 ? 1 : 0);
       place -= 3)
    text.insert(static_cast<size_t>(place), 1, ',');
  return text;
}

std::string with_places(std::string_view column, double number) {
  if (column == "share") return fmt::format("{:.1f}", number);
  if (column != "change" && column != "difference") return fmt::format("{:.2f}", number);
  std::string text = fmt::format("{:.2f}", number < 0 ? -number : number);
  return text == "0.00" ? text : (number < 0 ? "−" : "+") + text;
}

const char* word(PageLanguage language, std::string_view column, std::string_view value) {
  for (const ReportWord& row : report_words()) {
    if (column == row.column && value == row.value)
      return language == PageLanguage::kThai ? row.thai : row.english;
  }
  return nullptr;
}

// A value as it is printed; empty where there is none.
std::string printed(const std::string& column, const FieldValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    return column.ends_with("year") ? std::to_string(*integer) : with_commas(*integer);
  if (const auto* number = std::get_if<double>(&value)) return with_places(column, *number);
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : shortened(*text);
}

// The value of a column in words, "item i1" with the number or code that its kind goes with.
std::string worded(PageLanguage language, const ReportRow& row, const std::string& column) {
  std::string value = printed(column, row.at(column));
  const char* found = word(language, column, value);
  if (found == nullptr) return value;
  for (const char* number : {"code", "indicator", "issue"}) {
    const auto it = row.find(number);
    if (column != "kind" || it == row.end()) continue;
    const std::string text = printed(number, it->second);
    if (!text.empty()) return fmt::format(fmt::runtime(found), text);
  }
  return found;
}

// The document's page in the review, at the value that the row is about, if it is about one: a path
// is a text of a record, and anything may stand in it.
std::string review_page(const ReportRow& row) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz_0123456789/";
  const auto text_at = [&](const char* column) {
    const auto it = row.find(column);
    const auto* text = it == row.end() ? nullptr : std::get_if<std::string>(&it->second);
    return text == nullptr ? std::string() : *text;
  };
  const std::string key = document_key(text_at("document_id"));
  if (key.empty()) return {};
  const std::string path = text_at("path");
  const bool plain = path.starts_with('/') && path.find_first_not_of(kPlain) == std::string::npos;
  return "review/index.html#/document/" + key + (plain ? path : "");
}

// What is not there is said to be false: a name that is missing is looked for further out.
data row_data(PageLanguage language, const ReportRow& row) {
  data out;
  for (const auto& [column, value] : row) {
    std::string text = worded(language, row, column);
    const auto* integer = std::get_if<std::int64_t>(&value);
    const bool flag = column.starts_with("is_");
    if (text.empty() || (flag && integer != nullptr && *integer == 0)) {
      out.set(column, data(false));
    } else {
      out.set(column, data(text));
    }
  }
  const std::string page = review_page(row);
  out.set("review_page", page.empty() ? data(false) : data(page));
  return out;
}

data rows_data(PageLanguage language, const std::vector<ReportRow>& rows) {
  data out(data::type::list);
  for (const ReportRow& row : rows) out.push_back(row_data(language, row));
  return out;
}

std::int64_t whole(const ReportRow& row, const char* column) {
  const auto it = row.find(column);
  const auto* number = it == row.end() ? nullptr : std::get_if<std::int64_t>(&it->second);
  return number == nullptr ? 0 : *number;
}

// A list with its rows, how many of them there are in all, and what is said of all of them.
data list_data(PageLanguage language, const std::string& name, const std::vector<ReportRow>& rows) {
  if (rows.empty()) return data(false);
  data out = row_data(language, rows.front());
  // Conflicts are counted, not their rows.
  const std::int64_t shown =
      name == "conflicts" ? whole(rows.back(), "place") : static_cast<std::int64_t>(rows.size());
  out.set("rows", rows_data(language, rows));
  out.set("shown", with_commas(shown));
  out.set("more", data(whole(rows.front(), "total") > shown));
  return out;
}

Lists run_queries(SqliteFile& dataset) {
  for (const std::string& sql : report_preparations()) dataset.query(sql, [](const QueryRow&) {});
  Lists lists;
  for (const ReportQuery& query : report_queries()) {
    std::vector<ReportRow>& rows = lists[query.name];
    dataset.query(query.sql, [&](QueryRow row) {
      ReportRow& out = rows.emplace_back();
      for (size_t i = 0; i < row.columns.size(); ++i)
        out[row.columns[i]] = std::move(row.values[i]);
    });
  }
  return lists;
}

void add_charts(Lists& lists) {
  constexpr std::pair<const char*, const char*> kBars[] = {
      {"states", "inputs"}, {"trusts", "n"}, {"distribution", "n"}, {"rules", "n"}};
  for (const auto& [list, column] : kBars) add_bars(lists[list], column);
  for (const char* list : {"provinces", "types", "years"}) add_ranges(lists[list]);
}

data years_data(PageLanguage language, const std::vector<ReportRow>& years) {
  const YearsChart chart = years_chart(years);
  if (chart.points.empty()) return data(false);
  constexpr int kBelow = 12;  // the years stand above the lower edge
  data out;
  out.set("chart_width", std::to_string(kYearsWidth));
  out.set("chart_height", std::to_string(kYearsHeight));
  out.set("years_y", std::to_string(kYearsHeight - kBelow));
  out.set("line", chart.line);
  out.set("points", rows_data(language, chart.points));
  out.set("grid", rows_data(language, chart.grid));
  return out;
}

data partial(const char* text) {
  return data(kainjow::mustache::partial([text] { return std::string(text); }));
}

data language_data(PageLanguage language, const Lists& lists) {
  data out;
  out.set("language", language == PageLanguage::kThai ? "th" : "en");
  for (const ReportText& text : report_texts())
    out.set(text.name, partial(language == PageLanguage::kThai ? text.thai : text.english));
  for (const auto& [name, rows] : lists) out.set(name, list_data(language, name, rows));
  out.set("years_chart", years_data(language, lists.at("years")));
  return out;
}

}  // namespace

std::string report_page(SqliteFile& dataset, size_t inputs) {
  Lists lists = run_queries(dataset);
  add_charts(lists);
  const std::vector<ReportRow>& states = lists["states"];
  const auto sum = std::accumulate(
      states.begin(), states.end(), std::int64_t{0},
      [](std::int64_t before, const ReportRow& row) { return before + whole(row, "inputs"); });
  data languages(data::type::list);
  for (const PageLanguage language : {PageLanguage::kThai, PageLanguage::kEnglish})
    languages.push_back(language_data(language, lists));
  data page;
  page.set("languages", languages);
  page.set("inputs", with_commas(static_cast<std::int64_t>(inputs)));
  page.set("state_sum", with_commas(sum));
  page.set("sums_agree", data(sum == static_cast<std::int64_t>(inputs)));
  page.set("style_hash", sha256_base64(report_style()));
  page.set("style", partial(report_style()));
  page.set("body", partial(report_body()));
  page.set("findings", partial(report_findings()));
  page.set("range", partial(report_range()));
  page.set("document", partial(report_document()));
  kainjow::mustache::mustache frame{std::string(report_frame())};
  std::string out = frame.render(page);
  if (!frame.is_valid())
    throw Error(ErrorCode::kInternal, "", 0, "report.html: " + frame.error_message());
  return out;
}

}  // namespace prongsai
