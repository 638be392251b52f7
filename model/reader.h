// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the blocks of a document, one after the other, into a record. Internal to model/: the way
// in is read_record() in read_record.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "model/columns.h"
#include "model/item_resolver.h"
#include "model/passage.h"
#include "model/patterns.h"
#include "model/prose.h"
#include "model/record.h"
#include "model/titles.h"

namespace prongsai {

// A row of a table as the reader sees it: the cells that begin in it, by column.
struct RowView {
  struct Entry {
    int column = 0;
    int span = 1;
    const Cell* cell = nullptr;
    Passage text;
  };
  std::vector<Entry> entries;  // those with text

  const Entry* at(int column) const;  // the entry that covers the column, or null
};

RowView view_row(const Table& table, size_t row);

// Sets the level of a result from the place where it was read.
void set_level(Result& result, const Passage& passage, size_t begin, const LevelMatch& match);

// The instrument that a short text names: "IIT", "แบบวัด EIT (...)".
std::optional<Instrument> instrument_heading(std::string_view text);

class Reader {
 public:
  // `years` are those that the document prints; `resolver` is of the year that its items decided.
  // `titled`: the document's title is about the assessment; `named`: its first lines name it.
  Reader(const ItemResolver& resolver, int assessed_year, int plan_year, bool titled, bool named);

  // `repeated` tells whether a line stands in the document more than once.
  void read_passage(const Passage& passage, bool repeated);
  void read_table(const Table& table);
  // Places what has no issue of its own, and hands the record over.
  Record finish();

 private:
  void settle_issue(const Table& table);
  void read_whole_table(const Table& table);
  void shift_to_headers(RowView& row) const;
  int fit_to_headers(const RowView& row, int shift) const;

  // reader_lines.cc: headings, findings and scores in running text.
  bool read_heading(const Passage& passage, bool repeated);
  bool read_indicator_line(const Passage& passage);
  bool read_limitation(const Passage& passage);
  bool read_coded_entry(const Passage& passage);
  std::vector<ItemCode> leading_codes(std::string_view text, const ResolvedItem& first,
                                      size_t* text_begin) const;
  bool read_label(const Passage& passage);
  void read_finding_text(const Passage& passage);
  void open_label(std::optional<FindingKind> kind, bool inline_label);
  int issue_of(const std::vector<ItemCode>& codes) const;
  void add_finding(FindingKind kind, std::vector<ItemCode> codes, std::string_view text);

  // reader_prose.cc: scores and levels in running text.
  void read_prose_scores(const Passage& passage);
  bool read_overall(const Passage& passage, size_t known = 0);
  void complete_overall_level(const Passage& passage);
  void read_overall_level(const Passage& passage);
  void note_item_mentions(const Passage& passage);
  void note_mention(const Passage& passage, const CodeToken& token, const FoundNumber& number);
  void settle_mentions();

  // reader_measure_list.cc: measures as titles with fields below them.
  bool read_measure_list(const Passage& passage);
  void open_list_measure(std::string_view title);
  void close_list_measure();

  // reader_scores.cc: rows of scores.
  bool read_score_row(const RowView& row);
  bool read_summary_row(const RowView& row, const RowView::Entry& score, int level_column);
  bool read_indicator_row(const RowView& row, const RowView::Entry* score, int level_column);
  std::optional<IndicatorHeading> indicator_by_ordinal(const RowView& row,
                                                       const RowView::Entry& name) const;
  bool read_item_row(const RowView& row, const RowView::Entry* text, const RowView::Entry* score,
                     int level_column);
  bool read_level_row(const RowView& row, int score_column);
  void add_item(const ResolvedItem& item, const Evidence& code_evidence, std::string question,
                Result result);
  void add_indicator(IndicatorResult result, bool number_disagrees);
  void add_restatement(Restatement restatement);
  Result read_result(const RowView& row, const RowView::Entry* score, int level_column) const;

  // reader_context.cc: what other columns say about the rows of a table.
  void note_context_columns(const RowView& row, bool may_go_on);
  void leave_column_context();
  bool read_finding_columns(const RowView& row);

  // reader_apart.cc: items whose code, title and score are paragraphs of their own.
  bool read_item_apart(const Passage& passage);
  bool close_item_apart(const Passage& passage);

  // reader_entries.cc: items as text inside a cell or a paragraph.
  std::vector<size_t> entry_starts(const Passage& passage) const;
  bool read_item_range(const Passage& passage, size_t begin, size_t end);
  bool read_entry_cell(const RowView::Entry& entry);
  bool fill_pending_score(const Passage& passage, size_t length);

  // reader_measures.cc: rows of measures.
  void read_measure_row(const Table& table, size_t row_index, const RowView& row, bool after_break);
  void read_analysis_cell(const RowView& row);

  // Whether the document is about the assessment, by its title or by what was read so far.
  bool speaks_of_scores() const;
  IssueResult& issue_entry(int number);
  ItemContext context() const;
  std::optional<ResolvedItem> resolve_leading(std::string_view text, size_t* title_begin,
                                              CodeToken* token) const;

  const ItemResolver& resolver_;
  int assessed_year_;
  int plan_year_;
  bool titled_;
  bool named_;
  Record record_;
  std::vector<ItemResult> unplaced_;
  std::vector<ItemResult> mentions_;  // items with scores in running text

  // Where the reader is.
  int issue_ = 0;  // 0: none
  Evidence issue_evidence_;
  int indicator_ = 0;
  bool issue_from_column_ = false;  // of this table only
  bool indicator_from_column_ = false;
  std::optional<Instrument> instrument_;
  std::optional<Section> section_;
  bool limitations_ = false;
  Columns columns_;
  bool score_is_guessed_ = false;  // of the row: of several numbers no header says which it is
  bool header_open_ = false;       // the row before was a header row

  // Findings: the label that is open, and the items its text is about.
  std::optional<FindingKind> label_;
  bool label_inline_ = false;    // text after a colon: what follows goes on with it
  bool label_coded_ = false;     // its entries begin with codes
  std::vector<ItemCode> codes_;  // items of the entries before the label
  bool codes_fresh_ = false;     // no label came since the last code
  std::optional<std::pair<int, size_t>> last_finding_;  // issue, index

  // An item whose text a page break cut before its score: its issue, code and text so far.
  struct PendingItem {
    int issue = 0;
    ItemCode code;
    std::string text;
    int page = 1;
  };
  std::optional<PendingItem> pending_item_;
  // An item in running text that has no score yet; the next paragraph may be its title or score.
  struct ItemApart {
    CodeToken token;
    Evidence code_evidence;
    std::string title;
    std::optional<ResolvedItem> item;  // once the title is known
  };
  std::optional<ItemApart> item_apart_;
  Passage last_passage_;              // the paragraph before
  bool overall_needs_items_ = false;  // nothing at its place says that it is of this assessment
  int half_columns_ = 0;              // of a table whose header stands twice, side by side; 0: none

  // A measure whose title and fields are paragraphs: what was read of it so far.
  struct ListMeasure {
    Measure measure;
    std::vector<std::string> steps;  // paragraphs
    std::vector<ColumnRole> fields;  // in their order; the last one is open
  };
  std::optional<ListMeasure> list_measure_;
  Passage passage_before_;  // that may be its title

  int last_step_number_ = 0;  // of the measure that is open
  bool measure_open_ = false;
};

}  // namespace prongsai
