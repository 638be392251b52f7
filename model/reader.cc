// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader.h"

#include <algorithm>
#include <map>

#include "model/period.h"
#include "model/text.h"
#include "model/titles.h"

namespace prongsai {

const RowView::Entry* RowView::at(int column) const {
  if (column < 0) return nullptr;
  for (const Entry& entry : entries) {
    if (entry.column <= column && column < entry.column + entry.span) return &entry;
  }
  return nullptr;
}

RowView view_row(const Table& table, size_t row) {
  RowView view;
  for (const Cell& cell : table.rows[row].cells) {
    Passage text = whole_passage(cell);
    if (!text.empty())
      view.entries.push_back({cell.column, cell.column_span, &cell, std::move(text)});
  }
  return view;
}

Reader::Reader(const ItemResolver& resolver, int assessed_year, int plan_year, bool titled,
               bool named)
    : resolver_(resolver),
      assessed_year_(assessed_year),
      plan_year_(plan_year),
      titled_(titled),
      named_(named) {}

IssueResult& Reader::issue_entry(int number) {
  if (IssueResult* known = record_.find_issue(number)) return *known;
  IssueResult entry;
  entry.number.value = number;
  if (number == issue_) entry.number.evidence = issue_evidence_;
  record_.issues.push_back(std::move(entry));
  return record_.issues.back();
}

bool Reader::speaks_of_scores() const {
  return titled_ || named_ || !unplaced_.empty() || !record_.indicators.empty() ||
         !record_.overall.empty() || !record_.issues.empty();
}

ItemContext Reader::context() const { return {instrument_, issue_}; }

void Reader::read_passage(const Passage& passage, bool repeated) {
  if (read_item_apart(passage) || read_measure_list(passage)) return;
  if (read_heading(passage, repeated)) return;
  if (limitations_ && read_limitation(passage)) return;
  if (read_coded_entry(passage)) return;
  if (read_label(passage)) return;
  // A heading of a markup language that says none of this opens something else.
  if (passage.is_marked_heading()) open_label(std::nullopt, false);
  if (const auto instrument = instrument_heading(passage.text())) instrument_ = instrument;
  read_prose_scores(passage);
  read_finding_text(passage);
  last_passage_ = passage;
}

void Reader::read_table(const Table& table) {
  const int half = Columns::half_width(table);
  const bool goes_on = half == 0 && half_columns_ > 0 && table.columns == 2 * half_columns_ &&
                       !Columns::has_header(table);
  if (!goes_on) half_columns_ = half;
  if (half_columns_ > 0) {
    read_whole_table(Columns::unfolded(table, half_columns_));
  } else {
    read_whole_table(table);
  }
  last_passage_ = Passage();
}

// A table of one issue's items under another issue's heading: the heading before it was missed.
void Reader::settle_issue(const Table& table) {
  if (issue_ == 0) return;
  int items = 0;
  int here = 0;
  std::map<int, int> elsewhere;
  Evidence evidence;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    const RowView row = view_row(table, r);
    for (const RowView::Entry& entry : row.entries) {
      if (issue_in_cell(entry.text.text())) return;  // the table says itself where its rows belong
      const auto token = leading_code(entry.text.text());
      const Item* item = token && token->code ? resolver_.framework().find(*token->code) : nullptr;
      if (item == nullptr || item->issues.empty()) continue;
      if (items++ == 0) evidence = entry.text.evidence(token->begin, token->end);
      if (std::find(item->issues.begin(), item->issues.end(), issue_) != item->issues.end()) ++here;
      for (const int issue : item->issues) ++elsewhere[issue];
    }
  }
  if (items < 2 || here * 5 > items) return;
  const auto best =
      std::max_element(elsewhere.begin(), elsewhere.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best->second * 5 < items * 4) return;
  issue_ = best->first;
  issue_evidence_ = std::move(evidence);
  issue_evidence_.add_repairs({"issue_from_items"});
  issue_evidence_.trust = Trust::kDoubtful;
  open_label(std::nullopt, false);
  codes_.clear();
}

void Reader::read_whole_table(const Table& table) {
  const bool same_columns = !columns_.empty() && columns_.count() == table.columns;
  bool after_break = table.continues_previous || same_columns;
  item_apart_.reset();
  close_list_measure();
  if (!after_break) leave_column_context();
  settle_issue(table);
  bool header_before = false;
  Columns columns_before;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    RowView row = view_row(table, r);
    if (row.entries.empty()) continue;
    if (Columns::is_header_row(table, r)) {
      if (!header_before) columns_before = columns_;
      columns_.add_header_row(table, r, !header_before);
      header_before = true;
      label_.reset();
      limitations_ = false;
      continue;
    }
    const bool first_row = header_before || r == 0;
    if (header_before) {
      // A repeated header goes on with the table before it.
      if (columns_before.holds_measures() != columns_.holds_measures()) {
        after_break = false;
        leave_column_context();
      }
      if (!columns_.holds_measures()) measure_open_ = false;
    }
    header_before = false;
    if (r == 0 && !same_columns && !table.continues_previous) columns_ = Columns();
    if (row.entries.size() == 1 && !columns_.holds_measures()) {
      // A row of one cell is a heading or text, unless a score stands in it.
      const RowView::Entry& only = row.entries.front();
      if (find_score_phrase(only.text.text()) && leading_code(only.text.text()) &&
          read_entry_cell(only))
        continue;
      for (const Passage& passage : passages(*only.cell)) read_passage(passage, false);
      continue;
    }
    shift_to_headers(row);
    note_context_columns(row, first_row && after_break);
    if (columns_.holds_measures()) {
      if (row.entries.size() == 1 && issue_heading(row.entries.front().text.text())) {
        read_heading(row.entries.front().text, false);
        continue;
      }
      const int item = columns_.find(ColumnRole::kItem);
      if (const RowView::Entry* cell = row.at(item)) read_entry_cell(*cell);
      read_analysis_cell(row);
      read_measure_row(table, r, row, first_row && after_break);
      continue;
    }
    const bool scored = read_score_row(row);
    if (!read_finding_columns(row) && !scored) {
      for (const RowView::Entry& entry : row.entries) {
        for (const Passage& passage : passages(*entry.cell)) read_passage(passage, false);
      }
    }
  }
}

// Reports with a lost or an extra cell have whole rows beside their headers. The content tells: a
// code under the item header, a score under the score header, and so on.
int Reader::fit_to_headers(const RowView& row, int shift) const {
  int points = 0;
  for (int c = 0; c < columns_.count(); ++c) {
    const RowView::Entry* entry = row.at(c - shift);
    if (entry == nullptr) continue;
    const std::string& text = entry->text.text();
    switch (columns_.at(c).role) {
      case ColumnRole::kItem:
      case ColumnRole::kCode:
        points += leading_code(text) ? 3 : 0;
        points += leading_code(text) && find_score_phrase(text) ? 2 : 0;
        break;
      case ColumnRole::kScore:
        points += parse_score(text) ? 2 : 0;
        break;
      case ColumnRole::kLevel:
        points += leading_level(text) ? 2 : 0;
        break;
      case ColumnRole::kIssue:
        points += issue_heading(text) ? 3 : 0;
        break;
      case ColumnRole::kPeriod:
        points += parse_period(text, plan_year_) ? 2 : 0;
        break;
      case ColumnRole::kInstrument:
        points += instrument_heading(text) ? 2 : 0;
        break;
      default:
        break;
    }
  }
  return points;
}

void Reader::shift_to_headers(RowView& row) const {
  int best = 0;
  int best_points = fit_to_headers(row, 0) + 1;  // a shift needs more than a chance fit
  for (const int shift : {1, -1}) {
    if (const int points = fit_to_headers(row, shift); points > best_points) {
      best = shift;
      best_points = points;
    }
  }
  for (RowView::Entry& entry : row.entries) entry.column += best;
}

Record Reader::finish() {
  close_list_measure();
  settle_mentions();
  // "รวม" and "ภาพรวม" stand in documents of every kind: an overall score from a table, or from a
  // text that does not name the assessment, needs items or indicators beside it.
  const bool items =
      !unplaced_.empty() || std::any_of(record_.issues.begin(), record_.issues.end(),
                                        [](const IssueResult& i) { return !i.items.empty(); });
  if (overall_needs_items_ && !items && record_.indicators.empty()) {
    record_.overall = Result();
    std::erase_if(record_.restatements,
                  [](const Restatement& r) { return r.of == Restatement::Of::kOverall; });
  }
  // An item without an issue heading belongs where the codebook puts it.
  for (ItemResult& item : unplaced_) {
    const Item* known = resolver_.framework().find(*item.code.value);
    if (known == nullptr || known->issues.empty()) {
      // The record has no place for it; that must be said.
      Check check;
      check.rule = "item_without_issue";
      check.path = "/issues";
      check.reported_text = item.code.value->text();
      check.agrees = false;
      check.message = "an item is printed outside of the seven issues and is not in this record";
      record_.checks.push_back(std::move(check));
      continue;
    }
    const int number = known->issues.front();
    IssueResult& entry = issue_entry(number);
    const bool there =
        std::any_of(entry.items.begin(), entry.items.end(),
                    [&](const ItemResult& i) { return i.code.value == item.code.value; });
    if (there) continue;
    if (!entry.number.evidence.text.empty() || entry.items.empty())
      entry.number.evidence = item.code.evidence;
    entry.items.push_back(std::move(item));
  }
  return std::move(record_);
}

}  // namespace prongsai
