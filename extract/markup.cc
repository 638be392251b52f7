// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markup.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <string>

namespace prongsai::extract {
namespace {

constexpr std::array<std::string_view, 20> kBlockTags = {
    "p",  "br", "li", "ul", "ol", "div", "h1", "h2",    "h3",    "h4",
    "h5", "h6", "tr", "td", "th", "hr",  "dl", "tbody", "thead", "section"};

constexpr std::array<std::string_view, 4> kSkippedElements = {"script", "style", "head",
                                                              "template"};

// HTML allows 1000 columns; more is an attack on the grid.
constexpr int kMostSpan = 1000;

struct Tag {
  size_t length = 0;  // of "<...>"; 0: there is no tag here
  std::string name;   // lower case
  bool closing = false;
  std::string_view attributes;
};

bool ascii_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Only something that looks like a tag is one: "<" in running text stays text.
Tag tag_at(std::string_view text, size_t at) {
  Tag tag;
  if (text.substr(at, 4) == "<!--") {
    const size_t end = text.find("-->", at + 4);
    tag.length = (end == std::string_view::npos ? text.size() : end + 3) - at;
    tag.name = "!--";
    return tag;
  }
  size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const size_t name = i;
  if (i < text.size() && text[i] == '!') ++i;
  while (i < text.size() &&
         (ascii_alpha(text[i]) || (i > name && text[i] >= '0' && text[i] <= '9')))
    ++i;
  constexpr size_t kMostTag = 4096;
  if (i == name) return {};
  const size_t offset = text.substr(i, kMostTag).find('>');
  if (offset == std::string_view::npos) return {};
  const size_t end = i + offset;
  constexpr std::string_view kAfterName = " /\n\t";
  if (i != end && kAfterName.find(text[i]) == std::string_view::npos) return {};
  for (const char c : text.substr(name, i - name)) {
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  tag.attributes = text.substr(i, end - i);
  tag.length = end + 1 - at;
  return tag;
}

bool is_block(const std::string& name) {
  return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  const size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Whether anything but tags and white space is left.
bool has_text(std::string_view source) {
  for (size_t at = 0; at < source.size();) {
    if (source[at] == '<') {
      if (const Tag tag = tag_at(source, at); tag.length > 0) {
        at += tag.length;
        continue;
      }
    }
    if (std::isspace(static_cast<unsigned char>(source[at])) == 0) return true;
    ++at;
  }
  return false;
}

int span_of(std::string_view attributes, std::string_view name) {
  const size_t at = attributes.find(name);
  if (at == std::string_view::npos) return 1;
  const size_t digit = attributes.find_first_of("0123456789", at);
  if (digit == std::string_view::npos || digit > at + name.size() + 3) return 1;
  return std::clamp(std::atoi(std::string(attributes.substr(digit, 5)).c_str()), 1, kMostSpan);
}

void add_paragraph(std::vector<Line>& lines, std::string_view source, int page) {
  const std::string_view text = trimmed(source);
  if (!has_text(text)) return;
  Line line;
  line.text = line.raw = std::string(text);
  line.page = page;
  lines.push_back(std::move(line));
}

// Builds the blocks of an HTML text from its tags, one after the other.
class HtmlReader {
 public:
  HtmlReader(std::string_view html, int page) : html_(html), page_(page) {}

  std::vector<Block> read() {
    size_t at = 0;
    while (at < html_.size()) {
      const Tag tag = html_[at] == '<' ? tag_at(html_, at) : Tag();
      if (tag.length == 0) {
        ++at;
        continue;
      }
      at = handle(tag, at);
    }
    text_until(html_.size());
    while (depth_ > 0) close_table();
    return std::move(blocks_);
  }

 private:
  size_t handle(const Tag& tag, size_t at) {
    if (!tag.closing && std::find(kSkippedElements.begin(), kSkippedElements.end(), tag.name) !=
                            kSkippedElements.end()) {
      text_until(at);
      const size_t end = html_.find("</" + tag.name, at);
      start_ = end == std::string_view::npos ? html_.size() : end;
      return start_;
    }
    const bool structural = tag.name == "table" || tag.name == "tr" || tag.name == "td" ||
                            tag.name == "th" || tag.name == "!--" || tag.name.starts_with("!");
    if (structural) {
      text_until(at);
      structure(tag);
      start_ = at + tag.length;
    }
    return at + tag.length;
  }

  void structure(const Tag& tag) {
    if (tag.name == "table") {
      tag.closing ? close_table() : open_table();
    } else if (depth_ == 1 && tag.name == "tr") {
      row_open_ = cell_open_ = false;
      if (!tag.closing) open_row();
    } else if (depth_ == 1 && (tag.name == "td" || tag.name == "th")) {
      cell_open_ = false;
      if (!tag.closing) open_cell(tag);
    }
  }

  // A table inside a cell: its text belongs to the cell.
  void open_table() {
    if (++depth_ > 1) return;
    table_ = Table();
    covered_.clear();
    row_open_ = cell_open_ = false;
  }

  void close_table() {
    if (depth_ == 0 || --depth_ > 0) return;
    row_open_ = cell_open_ = false;
    if (!table_.rows.empty()) blocks_.emplace_back(std::move(table_));
  }

  void open_row() {
    table_.rows.emplace_back();
    table_.rows.back().page = page_;
    for (int& rows : covered_) rows = std::max(0, rows - 1);
    column_ = 0;
    row_open_ = true;
  }

  void open_cell(const Tag& tag) {
    if (!row_open_) open_row();
    while (column_ < static_cast<int>(covered_.size()) &&
           covered_[static_cast<size_t>(column_)] > 0)
      ++column_;
    Cell cell;
    cell.column = column_;
    cell.column_span = span_of(tag.attributes, "colspan");
    cell.row_span = span_of(tag.attributes, "rowspan");
    if (column_ + cell.column_span > kMostSpan) return;
    column_ += cell.column_span;
    covered_.resize(std::max(covered_.size(), static_cast<size_t>(column_)), 0);
    for (int c = cell.column; c < column_; ++c) covered_[static_cast<size_t>(c)] = cell.row_span;
    table_.columns = std::max(table_.columns, column_);
    table_.rows.back().cells.push_back(std::move(cell));
    cell_open_ = true;
  }

  void text_until(size_t end) {
    const std::string_view source = html_.substr(start_, end - start_);
    start_ = end;
    std::vector<Line> lines = split_paragraphs(source, page_);
    if (cell_open_) {
      std::vector<Line>& into = table_.rows.back().cells.back().lines;
      into.insert(into.end(), lines.begin(), lines.end());
    } else {
      for (Line& line : lines) blocks_.emplace_back(std::move(line));
    }
  }

  std::string_view html_;
  int page_;
  size_t start_ = 0;  // of the text not yet taken
  std::vector<Block> blocks_;
  Table table_;
  std::vector<int> covered_;  // per column: rows still covered by a cell above, with this one
  int column_ = 0;
  int depth_ = 0;
  bool row_open_ = false;
  bool cell_open_ = false;
};

}  // namespace

std::vector<Line> split_paragraphs(std::string_view source, int page) {
  std::vector<Line> lines;
  size_t start = 0;
  for (size_t at = 0; at < source.size();) {
    const Tag tag = source[at] == '<' ? tag_at(source, at) : Tag();
    if (tag.length == 0) {
      ++at;
      continue;
    }
    // A closing tag ends its paragraph and belongs to it; an opening one begins the next.
    const size_t cut = tag.closing || tag.name == "br" ? at + tag.length : at;
    if (is_block(tag.name)) {
      add_paragraph(lines, source.substr(start, cut - start), page);
      start = cut;
    }
    at += tag.length;
  }
  add_paragraph(lines, source.substr(start), page);
  return lines;
}

std::vector<Block> parse_html(std::string_view html, int page) {
  return HtmlReader(html, page).read();
}

size_t table_element_length(std::string_view text) {
  if (text.empty() || text[0] != '<') return 0;
  int depth = 0;
  for (size_t at = 0; at < text.size();) {
    const Tag tag = text[at] == '<' ? tag_at(text, at) : Tag();
    if (tag.name == "table") depth += tag.closing ? -1 : 1;
    if (at == 0 && depth != 1) return 0;
    at += std::max<size_t>(tag.length, 1);
    if (depth == 0) return at;
  }
  return text.size();
}

}  // namespace prongsai::extract
