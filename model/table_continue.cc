// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_continue.h"

#include <algorithm>
#include <cmath>

namespace prongsai {
namespace {

constexpr double kSameEdge = 3;  // points
// Edges that white space shows depend on the texts of the page.
constexpr double kSameGutter = 15;
constexpr double kMostShift = 60;  // between left and right pages with mirrored margins

// For each of `few` the index of the edge of `many` at the same place; empty if one has none or
// the outer edges differ.
std::vector<size_t> matched(const std::vector<double>& few, const std::vector<double>& many,
                            double within) {
  const double shift = many.front() - few.front();
  if (std::abs(shift) > kMostShift) return {};
  std::vector<size_t> out;
  for (const double edge : few) {
    const auto nearest =
        std::ranges::min_element(many, {}, [&](double e) { return std::abs(e - edge - shift); });
    const auto index = static_cast<size_t>(nearest - many.begin());
    if (std::abs(*nearest - edge - shift) > within) return {};
    if (!out.empty() && index <= out.back()) return {};
    out.push_back(index);
  }
  if (out.front() != 0 || out.back() + 1 != many.size()) return {};
  return out;
}

void spread(Table& table, const std::vector<size_t>& new_index, const std::vector<double>& edges) {
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) {
      const auto left = static_cast<size_t>(cell.column);
      const auto right = left + static_cast<size_t>(cell.column_span);
      cell.column = static_cast<int>(new_index[left]);
      cell.column_span = static_cast<int>(new_index[right] - new_index[left]);
    }
  }
  table.columns = static_cast<int>(edges.size()) - 1;
  table.column_edges = edges;
}

bool same_gutters(const Table& a, const Table& b) {
  if (a.columns != b.columns || a.column_edges.size() != b.column_edges.size()) return false;
  for (size_t i = 1; i + 1 < a.column_edges.size(); ++i) {
    if (std::abs(a.column_edges[i] - b.column_edges[i]) > kSameGutter) return false;
  }
  return a.columns > 1;
}

bool continues(Table& before, Table& table) {
  if (before.column_edges.size() < 2 || table.column_edges.size() < 2) return false;
  if (before.source == TableSource::kAligned || table.source == TableSource::kAligned) {
    return same_gutters(before, table);
  }
  const bool more = table.column_edges.size() > before.column_edges.size();
  Table& few = more ? before : table;
  const std::vector<double> many = more ? table.column_edges : before.column_edges;
  const auto index = matched(few.column_edges, many, kSameEdge);
  if (index.empty()) {
    return before.source == TableSource::kPartlyRuled && same_gutters(before, table);
  }
  if (few.column_edges.size() < many.size()) {
    std::vector<double> own = many;
    const double shift = few.column_edges.front() - many.front();
    for (double& edge : own) edge += shift;
    spread(few, index, own);
  }
  return true;
}

int first_page(const Table& table) { return table.rows.empty() ? 0 : table.rows.front().page; }
int last_page(const Table& table) { return table.rows.empty() ? 0 : table.rows.back().page; }

}  // namespace

void mark_continued_tables(std::vector<Block>& blocks) {
  for (size_t i = 1; i < blocks.size(); ++i) {
    auto* table = std::get_if<Table>(&blocks[i]);
    if (table == nullptr) continue;
    size_t before = i - 1;
    if (const auto* line = std::get_if<Line>(&blocks[before])) {
      const bool caption =
          line->page == first_page(*table) && line->text.find("(ต่อ)") != std::string::npos;
      if (!caption || before == 0) continue;
      --before;
    }
    auto* previous = std::get_if<Table>(&blocks[before]);
    if (previous == nullptr || first_page(*table) != last_page(*previous) + 1) continue;
    table->continues_previous = continues(*previous, *table);
  }
}

}  // namespace prongsai
