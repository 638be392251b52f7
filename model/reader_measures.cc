// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of measures, and the analysis beside them.
#include <algorithm>

#include "model/entries.h"
#include "model/reader.h"
#include "model/text.h"
#include "model/titles.h"

namespace prongsai {
namespace {

std::vector<std::string> texts(const std::vector<Entry>& entries) {
  std::vector<std::string> list;
  list.reserve(entries.size());
  for (const Entry& entry : entries) list.push_back(collapse_spaces(entry.text));
  return list;
}

// Adds the entries of a row that goes on with another: what has no number of its own goes on with
// the last entry.
void go_on(std::vector<std::string>& into, const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    const std::string text = collapse_spaces(entry.text);
    if (entry.marker == MarkerKind::kNone && !into.empty()) {
      into.back() += ' ' + text;
    } else {
      into.push_back(text);
    }
  }
}

int last_number(const std::vector<Entry>& entries, int before) {
  for (const Entry& entry : entries) {
    if (entry.marker == MarkerKind::kNumber) before = entry.number;
  }
  return before;
}

// The title as printed; a lone list number in front is that of the row.
std::string title_of(const Cell& cell) {
  const std::vector<Passage> paragraphs = passages(cell);
  std::string text;
  for (const Passage& paragraph : paragraphs) {
    if (!text.empty()) text += ' ';
    text += paragraph.text();
  }
  text = collapse_spaces(text);
  return split_entries(paragraphs).size() <= 1 ? without_marker(text) : text;
}

}  // namespace

void Reader::read_analysis_cell(const RowView& row) {
  const RowView::Entry* entry = row.at(columns_.find(ColumnRole::kAnalysis));
  if (entry == nullptr || issue_ == 0) return;
  for (const Entry& part : split_entries(passages(*entry->cell)))
    add_finding(FindingKind::kAnalysis, {}, part.text);
  last_finding_.reset();
}

void Reader::read_measure_row(const Table& table, size_t row_index, const RowView& row,
                              bool after_break) {
  const int fiscal_year = plan_year_ != 0 ? plan_year_ : assessed_year_;
  const auto cell = [&](ColumnRole role) { return row.at(columns_.find(role)); };
  const RowView::Entry* title = cell(ColumnRole::kMeasure);
  const RowView::Entry* steps = cell(ColumnRole::kSteps);
  const RowView::Entry* period = cell(ColumnRole::kPeriod);
  const RowView::Entry* responsible = cell(ColumnRole::kResponsible);
  const RowView::Entry* ordinal = cell(ColumnRole::kOrdinal);
  const RowView::Entry* results = cell(ColumnRole::kResults);
  const RowView::Entry* outcomes = cell(ColumnRole::kOutcomes);
  if (title == nullptr && steps == nullptr && results == nullptr && outcomes == nullptr) return;

  std::vector<Measure>& measures = record_.measures;
  const bool open = measure_open_ && !measures.empty();
  const std::vector<Entry> step_entries =
      steps == nullptr ? std::vector<Entry>()
                       : split_entries(passages(*steps->cell),
                                       after_break || title == nullptr ? last_step_number_ : 0);
  const bool steps_go_on = step_entries.empty() ||
                           step_entries.front().marker != MarkerKind::kNumber ||
                           step_entries.front().number > 1;
  // Behind a page break a row without a period goes on with the one before it, unless its steps
  // begin to count anew.
  const bool half_period = open && measures.back().period && measures.back().period->start.empty();
  const bool goes_on = after_break && ordinal == nullptr && columns_.has(ColumnRole::kPeriod) &&
                       ((period == nullptr && steps_go_on) || half_period);
  const bool continuation = open && (title == nullptr || goes_on);
  if (!continuation) {
    Measure measure;
    if (issue_ != 0) measure.issue = issue_;
    if (indicator_ != 0) measure.indicator = indicator_;
    // A merged cell above, or in plain text an empty one, holds for this row too.
    if (open && period == nullptr) {
      const Cell* above = cell_at(table, static_cast<int>(row_index),
                                  std::max(0, columns_.find(ColumnRole::kPeriod)));
      if (above != nullptr || table.source == TableSource::kMarkup || after_break)
        measure.period = measures.back().period;
    }
    if (open && responsible == nullptr) {
      const Cell* above = cell_at(table, static_cast<int>(row_index),
                                  std::max(0, columns_.find(ColumnRole::kResponsible)));
      if (above != nullptr || table.source == TableSource::kMarkup || after_break)
        measure.responsible = measures.back().responsible;
    }
    measures.push_back(std::move(measure));
    last_step_number_ = 0;
    record_.has_measures = true;
  }
  measure_open_ = true;
  Measure& measure = measures.back();
  if (title != nullptr) {
    if (measure.title.empty()) {
      measure.title = title_of(*title->cell);
    } else {
      measure.title += ' ' + collapse_spaces(title->text.text());
    }
  }
  const auto take = [&](const RowView::Entry* entry, std::vector<std::string>& into) {
    if (entry == nullptr) return;
    const std::vector<Entry> entries =
        split_entries(passages(*entry->cell), into.empty() ? 0 : static_cast<int>(into.size()));
    if (continuation) {
      go_on(into, entries);
    } else {
      into = texts(entries);
    }
  };
  if (continuation) {
    go_on(measure.steps, step_entries);
  } else {
    measure.steps = texts(step_entries);
  }
  last_step_number_ = last_number(step_entries, last_step_number_);
  take(results, measure.results);
  take(outcomes, measure.outcomes);
  if (results != nullptr || outcomes != nullptr) record_.has_implementation = true;
  if (period != nullptr) {
    const bool halves = continuation && measure.period && measure.period->start.empty();
    const std::string printed =
        halves ? measure.period->text + ' ' + period->text.text() : period->text.text();
    if (auto parsed = parse_period(printed, fiscal_year)) {
      measure.period = std::move(parsed);
    } else if (!continuation && !says_no_score(period->text.text())) {
      Period unread;
      unread.text = collapse_spaces(period->text.text());
      measure.period = std::move(unread);
    }
  }
  if (responsible != nullptr) {
    std::vector<std::string> units = split_responsible(passages(*responsible->cell));
    if (continuation) {
      measure.responsible.insert(measure.responsible.end(), units.begin(), units.end());
    } else {
      measure.responsible = std::move(units);
    }
  }
}

}  // namespace prongsai
