// SPDX-License-Identifier: GPL-3.0-or-later
// What the other columns of a table say about its rows: issue, indicator, instrument, findings.
#include <algorithm>

#include "model/reader.h"
#include "model/text.h"
#include "model/titles.h"

namespace prongsai {
namespace {

// The indicator that a cell of an indicator column names: "๔ การใช้ทรัพย์สินของราชการ".
std::optional<int> indicator_in_cell(std::string_view cell) {
  if (const auto heading = indicator_heading(cell)) return heading->number;
  const std::string_view text = trim(cell);
  const std::string_view name = text.substr(leading_digits(text, 2).length);
  constexpr double kSame = 0.85;
  const TitleMatch match = match_indicator_name(trim(name), kSame);
  return match.number != 0 ? std::optional(match.number) : std::nullopt;
}

}  // namespace

void Reader::note_context_columns(const RowView& row, bool may_go_on) {
  if (const RowView::Entry* entry = row.at(columns_.find(ColumnRole::kInstrument))) {
    if (const auto instrument = instrument_heading(entry->text.text())) instrument_ = instrument;
  }
  int column = columns_.find(ColumnRole::kIssue);
  const int item = columns_.find(ColumnRole::kItem);
  if (column < 0 && columns_.holds_measures() && item >= 0 && columns_.at(item).says_issue)
    column = item;
  if (const RowView::Entry* entry = row.at(column)) {
    if (const auto number = issue_in_cell(entry->text.text())) {
      issue_ = *number;
      issue_evidence_ = entry->text.evidence(0, entry->text.text().size());
      issue_from_column_ = true;
      open_label(std::nullopt, false);
      codes_.clear();
    } else if (issue_from_column_ && !may_go_on && column != item) {
      issue_ = 0;  // it says something else than the rows above
    }
  }
  if (!columns_.holds_measures()) return;
  if (const RowView::Entry* entry = row.at(columns_.find(ColumnRole::kIndicator))) {
    if (const auto number = indicator_in_cell(entry->text.text())) {
      indicator_ = *number;
      indicator_from_column_ = true;
    } else if (indicator_from_column_ && !may_go_on) {
      indicator_ = 0;
    }
  }
}

// What a column said holds for its table only.
void Reader::leave_column_context() {
  if (issue_from_column_) issue_ = 0;
  if (indicator_from_column_) indicator_ = 0;
  issue_from_column_ = indicator_from_column_ = false;
}

// Cells under a label such as "ข้อบกพร่อง" are findings about the item or the issue of their row.
bool Reader::read_finding_columns(const RowView& row) {
  std::vector<ItemCode> codes;
  for (const ColumnRole role : {ColumnRole::kCode, ColumnRole::kItem}) {
    const RowView::Entry* entry = row.at(columns_.find(role));
    if (entry == nullptr || !codes.empty()) continue;
    size_t title_begin = 0;
    CodeToken token;
    if (const auto item = resolve_leading(entry->text.text(), &title_begin, &token))
      codes.push_back(item->code);
  }
  bool found = false;
  for (const RowView::Entry& entry : row.entries) {
    const auto kind = columns_.at(entry.column).finding;
    if (!kind) continue;
    add_finding(*kind, codes, entry.text.text());
    last_finding_.reset();
    found = true;
  }
  return found;
}

}  // namespace prongsai
