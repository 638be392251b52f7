// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/plain_text.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "extract/markup.h"

namespace prongsai::extract {
namespace {

// What one physical line of a text is.
enum class LineKind { kBlank, kText, kTabs, kPipes, kPipeRule };

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
    text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
    text.remove_suffix(1);
  return text;
}

LineKind kind_of(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.empty()) return LineKind::kBlank;
  if (line.find('\t') != std::string_view::npos) return LineKind::kTabs;
  if (text.front() == '|' && text.size() > 1) {
    const bool rule = text.find_first_not_of("|-: ") == std::string_view::npos;
    return rule ? LineKind::kPipeRule : LineKind::kPipes;
  }
  return LineKind::kText;
}

std::vector<std::string_view> tab_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  size_t start = 0;
  for (size_t at = line.find('\t'); at != std::string_view::npos; at = line.find('\t', start)) {
    cells.push_back(line.substr(start, at - start));
    start = at + 1;
  }
  cells.push_back(line.substr(start));
  return cells;
}

std::vector<std::string_view> pipe_cells(std::string_view line) {
  std::string_view text = trimmed(line).substr(1);
  if (!text.empty() && text.back() == '|') text.remove_suffix(1);
  std::vector<std::string_view> cells;
  size_t start = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const bool escaped = at > 0 && text[at - 1] == '\\';
    if (at == text.size() || (text[at] == '|' && !escaped)) {
      cells.push_back(text.substr(start, at - start));
      start = at + 1;
    }
  }
  return cells;
}

// Collects the blocks of a page.
class PageBuilder {
 public:
  explicit PageBuilder(int number) {
    page_.number = number;
    page_.method = Method::kPlainText;
    page_.method_reason = "plain_text";
  }

  void add_line(std::string_view line) {
    switch (kind_of(line)) {
      case LineKind::kBlank:
        close_table();
        break;
      case LineKind::kText:
        close_table();
        for (Line& paragraph : split_paragraphs(line, page_.number)) {
          page_.blocks.emplace_back(std::move(paragraph));
        }
        break;
      case LineKind::kTabs:
        add_row(tab_cells(line));
        break;
      case LineKind::kPipes:
        add_row(pipe_cells(line));
        break;
      case LineKind::kPipeRule:
        break;
    }
  }

  void add_html(std::string_view html) {
    close_table();
    for (Block& block : parse_html(html, page_.number)) page_.blocks.push_back(std::move(block));
  }

  PageText finish() {
    close_table();
    return std::move(page_);
  }

 private:
  void add_row(const std::vector<std::string_view>& sources) {
    Row row;
    row.page = page_.number;
    for (size_t i = 0; i < sources.size(); ++i) {
      Cell cell;
      cell.column = static_cast<int>(i);
      cell.lines = split_paragraphs(sources[i], page_.number);
      if (!cell.lines.empty()) row.cells.push_back(std::move(cell));
    }
    table_.columns = std::max(table_.columns, static_cast<int>(sources.size()));
    table_.rows.push_back(std::move(row));
  }

  // Rows that only a blank line separates from a table of the same width go on with it: a blank
  // line is what is left of a page break.
  void close_table() {
    if (table_.rows.empty()) return;
    const Table* before = page_.blocks.empty() ? nullptr : std::get_if<Table>(&page_.blocks.back());
    table_.continues_previous = before != nullptr && before->columns == table_.columns;
    page_.blocks.emplace_back(std::exchange(table_, Table()));
  }

  PageText page_;
  Table table_;
};

PageText read_page(std::string_view text, int number, bool html) {
  PageBuilder page(number);
  if (html) {
    page.add_html(text);
    return page.finish();
  }
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (const size_t length = table_element_length(rest)) {
      page.add_html(rest.substr(0, length));
      at += length;
      continue;
    }
    const size_t end = std::min(rest.find('\n'), rest.size());
    page.add_line(rest.substr(0, rest.substr(0, end).ends_with('\r') ? end - 1 : end));
    at += end + 1;
  }
  return page.finish();
}

}  // namespace

Extraction read_plain_text(const std::string& bytes, const std::string& media_type) {
  Extraction extraction;
  extraction.media_type = media_type;
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const bool html = media_type == "text/html";
  int number = 0;
  while (!text.empty() || number == 0) {
    const size_t end = std::min(text.find('\f'), text.size());
    extraction.pages.push_back(read_page(text.substr(0, end), ++number, html));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return extraction;
}

}  // namespace prongsai::extract
