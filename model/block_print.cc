// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/block_print.h"

#include <fmt/format.h>

#include <ostream>

namespace prongsai {
namespace {

std::string box_text(const std::optional<Box>& box) {
  if (!box) return "";
  return fmt::format(" [{:.1f} {:.1f} {:.1f} {:.1f}]", box->x0, box->y0, box->x1, box->y1);
}

std::string cell_lines_text(const Cell& cell) {
  std::string text;
  for (size_t i = 0; i < cell.lines.size(); ++i) {
    if (i > 0) text += cell.lines[i].starts_paragraph ? " ¶ " : "; ";
    text += cell.lines[i].text;
  }
  return text;
}

}  // namespace

const char* table_source_name(TableSource source) {
  switch (source) {
    case TableSource::kRuled:
      return "ruled";
    case TableSource::kPartlyRuled:
      return "partly_ruled";
    case TableSource::kAligned:
      return "aligned";
    case TableSource::kMarkup:
      return "markup";
  }
  return "";
}

std::string to_text(const Line& line) {
  std::string text = fmt::format("line {}{}", line.page, box_text(line.box));
  if (line.font_size > 0) text += fmt::format(" {:.1f}", line.font_size);
  if (line.bold) text += " bold";
  if (!line.starts_paragraph) text += " +";
  return text + " | " + line.text;
}

std::string to_text(const Table& table) {
  std::string text =
      fmt::format("table {} {} columns", table_source_name(table.source), table.columns);
  for (const double edge : table.column_edges) text += fmt::format(" {:.1f}", edge);
  if (table.continues_previous) text += " continues";
  text += '\n';
  for (const Row& row : table.rows) {
    text += fmt::format("  row {}\n", row.page);
    for (const Cell& cell : row.cells) {
      text += fmt::format("    {}", cell.column);
      if (cell.column_span != 1 || cell.row_span != 1) {
        text += fmt::format(" {}x{}", cell.column_span, cell.row_span);
      }
      text += box_text(cell.box) + " | " + cell_lines_text(cell) + '\n';
    }
  }
  return text;
}

std::string to_text(const Block& block) {
  if (const auto* line = std::get_if<Line>(&block)) return to_text(*line) + '\n';
  return to_text(std::get<Table>(block));
}

std::string to_text(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) text += to_text(block);
  return text;
}

std::ostream& operator<<(std::ostream& out, const Line& line) { return out << to_text(line); }
std::ostream& operator<<(std::ostream& out, const Table& table) { return out << to_text(table); }

}  // namespace prongsai
