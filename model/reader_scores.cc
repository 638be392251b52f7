// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables that hold scores. What a row is about is read from its content; the header says
// where to look first. So a row whose cells are shifted by one column is still read.
#include <algorithm>

#include "model/reader.h"
#include "model/text.h"
#include "model/titles.h"

namespace prongsai {
namespace {

bool has_letters(std::string_view text) {
  const std::u32string points = code_points(text);
  return std::count_if(points.begin(), points.end(), [](char32_t c) {
           return (is_thai(c) && !is_thai_digit(c) && !is_thai_mark(c)) ||
                  (c < 0x80 && std::isalpha(static_cast<int>(c)) != 0);
         }) >= 2;
}

bool is_level(std::string_view text) {
  const std::string_view word = trim(text);
  const auto level = leading_level(word);
  return level && level->length == word.size();
}

// Whether a text is all that a row says of its item: a title, or the code alone. Under the header
// of items the title may be unreadable.
bool names_item(std::string_view text, bool at_header) {
  if (is_level(text)) return false;
  if (has_letters(text)) return true;
  const auto code = leading_code(text);
  return code && code->letter_read && (at_header || trim(text.substr(code->end)).empty());
}

// The entry that holds the title of a row: with the fewest doubts the one under the item or
// indicator header, else the longest text.
const RowView::Entry* title_entry(const RowView& row, int preferred) {
  const RowView::Entry* at_header = row.at(preferred);
  if (at_header != nullptr && names_item(at_header->text.text(), true)) return at_header;
  const RowView::Entry* best = nullptr;
  for (const RowView::Entry& entry : row.entries) {
    const std::string& text = entry.text.text();
    if (!names_item(text, false) || parse_score(text)) continue;
    if (best == nullptr || text.size() > best->text.text().size()) best = &entry;
  }
  return best;
}

}  // namespace

std::optional<Instrument> instrument_heading(std::string_view text) {
  constexpr size_t kLongest = 240;  // bytes; "IIT" in a sentence names no part of a table
  if (text.size() > kLongest) return std::nullopt;
  constexpr std::string_view kNames[] = {"iit", "eit", "oit"};
  const std::string folded = fold(text);
  for (size_t i = 0; i < 3; ++i) {
    const size_t at = folded.find(kNames[i]);
    constexpr size_t kNearStart = 40;  // bytes: "แบบวัด"
    if (at != std::string::npos && at <= kNearStart) return static_cast<Instrument>(i);
  }
  return std::nullopt;
}

void set_level(Result& result, const Passage& passage, size_t begin, const LevelMatch& match) {
  result.level.value = std::string(match.word);
  result.level.evidence = passage.evidence(begin, begin + match.length);
  const bool apart = passage.text().substr(begin, match.length).find(' ') != std::string::npos;
  if (apart) result.level.evidence.add_repairs({"spaces_inside_word"});
}

Result Reader::read_result(const RowView& row, const RowView::Entry* score,
                           int level_column) const {
  Result result;
  if (score != nullptr) {
    if (const auto number = parse_score(score->text.text())) {
      result.score.value = number->value;
      result.score.evidence = score->text.evidence(number->begin, number->end);
      result.score.evidence.add_repairs(number->repairs);
      // Of several years' scores it must be certain whose these are.
      if (score_is_guessed_ || !columns_.score_column_is_certain(assessed_year_))
        result.score.evidence.trust = Trust::kDoubtful;
    }
  }
  const RowView::Entry* level = row.at(level_column);
  if (level == nullptr || !leading_level(trim(level->text.text()))) {
    // Beside the score, where the whole row is shifted.
    level = score == nullptr || !columns_.has(ColumnRole::kLevel)
                ? nullptr
                : row.at(score->column + score->span);
  }
  if (level != nullptr) {
    const std::string& text = level->text.text();
    if (const auto match = leading_level(trim(text)))
      set_level(result, level->text, text.find_first_not_of(' '), *match);
  }
  return result;
}

bool Reader::read_score_row(const RowView& row) {
  const RowView::Entry* title = title_entry(row, columns_.title_column());
  const int score_column = columns_.score_column(assessed_year_);
  const int level_column = columns_.find(ColumnRole::kLevel);
  const RowView::Entry* score = row.at(score_column);
  if (score != nullptr && !parse_score(score->text.text())) score = nullptr;
  // No header is known: the last cell that is a score.
  score_is_guessed_ = false;
  if (score == nullptr && score_column < 0 && row.entries.size() >= 2) {
    for (const RowView::Entry& entry : row.entries) {
      if (&entry != title && parse_score(entry.text.text()) &&
          (title == nullptr || entry.column > title->column)) {
        score_is_guessed_ = score != nullptr;
        score = &entry;
      }
    }
  }
  if (title == nullptr) return false;
  if (score == nullptr && read_level_row(row, score_column)) return true;
  // A total may stand under the scores of the instruments.
  if (score == nullptr && score_column >= 0) {
    for (const RowView::Entry& entry : row.entries) {
      const bool scored = columns_.at(entry.column).role == ColumnRole::kScore &&
                          columns_.at(entry.column).year == 0;
      if (scored && parse_score(entry.text.text()) && read_summary_row(row, entry, level_column))
        return true;
    }
  }
  if (score != nullptr && read_summary_row(row, *score, level_column)) return true;
  if (const auto number = issue_heading(title->text.text())) {
    issue_ = *number;
    issue_evidence_ = title->text.evidence(0, title->text.text().size());
    open_label(std::nullopt, false);
    codes_.clear();
    if (score != nullptr) {
      Result result = read_result(row, score, level_column);
      IssueResult& issue = issue_entry(issue_);
      if (issue.average.empty()) issue.average = std::move(result);
    }
    // The items of the issue may fill a cell beside it.
    for (const RowView::Entry& entry : row.entries) {
      if (&entry != title && &entry != score && entry_starts(entry.text).size() > 1)
        read_entry_cell(entry);
    }
    return true;
  }
  if (read_indicator_row(row, score, level_column)) return true;
  if (columns_.has(ColumnRole::kItem) || columns_.empty() || score != nullptr ||
      columns_.holds_scores()) {
    if (read_entry_cell(*title)) return true;
    return read_item_row(row, title, score, level_column);
  }
  return false;
}

// "ระดับผลการประเมิน | ผ่านดี" below the overall score.
bool Reader::read_level_row(const RowView& row, int score_column) {
  const RowView::Entry& name = row.entries.front();
  const RowView::Entry* level = row.at(score_column);
  if (level == nullptr || level == &name || !is_level(level->text.text()) ||
      match_header(name.text.text()).role != ColumnRole::kLevel || issue_ != 0)
    return false;
  const std::string& text = level->text.text();
  if (record_.overall.score.value && !record_.overall.level.value) {
    set_level(record_.overall, level->text, text.find_first_not_of(' '),
              *leading_level(trim(text)));
  }
  return true;
}

bool Reader::read_summary_row(const RowView& row, const RowView::Entry& score, int level_column) {
  for (const RowView::Entry& entry : row.entries) {
    if (&entry == &score) continue;
    const std::optional<SummaryRow> kind = match_summary_row(entry.text.text());
    if (!kind) continue;
    if (*kind == SummaryRow::kSubIndicator) return true;
    // The instrument column of an item row holds IIT, EIT or OIT too: there must be no title.
    if (*kind == SummaryRow::kInstrument) {
      if (row.entries.size() > 2 && title_entry(row, columns_.find(ColumnRole::kItem)) != &entry)
        continue;
      instrument_ = instrument_heading(entry.text.text());
      return true;
    }
    Result result = read_result(row, &score, level_column);
    const bool of_issue = *kind == SummaryRow::kIssueAverage && issue_ != 0;
    if (of_issue) {
      IssueResult& issue = issue_entry(issue_);
      if (issue.average.empty()) {
        issue.average = std::move(result);
      } else {
        Restatement again;
        again.of = Restatement::Of::kIssueAverage;
        again.issue = issue_;
        again.score = *result.score.value;
        again.evidence = result.score.evidence;
        add_restatement(std::move(again));
      }
    } else if (record_.overall.empty()) {
      overall_needs_items_ = true;
      record_.overall = std::move(result);
    } else {
      Restatement again;
      again.of = Restatement::Of::kOverall;
      again.score = *result.score.value;
      again.evidence = result.score.evidence;
      if (!record_.overall.level.value) record_.overall.level = result.level;
      add_restatement(std::move(again));
    }
    return true;
  }
  return false;
}

// In a table of indicators a name that is none of theirs has its number beside it.
std::optional<IndicatorHeading> Reader::indicator_by_ordinal(const RowView& row,
                                                             const RowView::Entry& name) const {
  const int column = columns_.find(ColumnRole::kIndicator);
  const RowView::Entry* ordinal = row.at(columns_.find(ColumnRole::kOrdinal));
  if (column < 0 || ordinal == nullptr || row.at(column) != &name ||
      columns_.has(ColumnRole::kItem))
    return std::nullopt;
  const auto number = parse_score(ordinal->text.text());
  if (!number || number->decimals > 0 || number->value < 1 || number->value > 10)
    return std::nullopt;
  return IndicatorHeading{static_cast<int>(number->value), true};
}

bool Reader::read_indicator_row(const RowView& row, const RowView::Entry* score, int level_column) {
  if (columns_.has(ColumnRole::kItem) && !columns_.has(ColumnRole::kIndicator)) {
    // Tables that list indicators under an item header name them as "ตัวชี้วัดที่ ...".
    const bool named =
        std::any_of(row.entries.begin(), row.entries.end(), [](const RowView::Entry& e) {
          return fold(e.text.text().substr(0, 80)).starts_with("ตัวชี้วัด");
        });
    if (!named && issue_ != 0) return false;
  }
  for (const RowView::Entry& entry : row.entries) {
    if (&entry == score || leading_code(entry.text.text()).value_or(CodeToken()).letter_read)
      continue;
    const std::string& text = entry.text.text();
    std::optional<IndicatorHeading> heading = indicator_heading(text);
    if (!heading) {
      const TitleMatch match = match_indicator_name(text, 0.85);
      if (match.number != 0) heading = IndicatorHeading{match.number, false};
    }
    if (!heading) heading = indicator_by_ordinal(row, entry);
    if (!heading) continue;
    // The name of an indicator beside one of its items: the score of the row is the item's. ("I11"
    // in the column of instruments is IIT.)
    const RowView::Entry* instrument = row.at(columns_.find(ColumnRole::kInstrument));
    const bool of_item =
        std::any_of(row.entries.begin(), row.entries.end(), [&](const RowView::Entry& e) {
          return &e != &entry && &e != instrument &&
                 leading_code(e.text.text()).value_or(CodeToken()).letter_read;
        });
    const RowView::Entry* own = row.at(columns_.find(ColumnRole::kIndicatorScore));
    if (own != nullptr && !parse_score(own->text.text())) own = nullptr;
    if (of_item || score == nullptr) score = own;
    if (score == nullptr) return false;
    IndicatorResult result;
    result.number.value = heading->number;
    result.number.evidence = entry.text.evidence(0, text.size());
    result.result = read_result(row, score, level_column);
    add_indicator(std::move(result), heading->number_disagrees);
    return !of_item;
  }
  return false;
}

void Reader::add_indicator(IndicatorResult result, bool number_disagrees) {
  if (number_disagrees) {
    result.number.evidence.add_repairs({"number_from_title"});
    result.number.evidence.trust = Trust::kDoubtful;
  }
  const auto known =
      std::find_if(record_.indicators.begin(), record_.indicators.end(),
                   [&](const IndicatorResult& i) { return i.number.value == result.number.value; });
  if (known == record_.indicators.end()) {
    record_.indicators.push_back(std::move(result));
    return;
  }
  if (!result.result.score.value) return;
  Restatement again;
  again.of = Restatement::Of::kIndicator;
  again.indicator = *result.number.value;
  again.score = *result.result.score.value;
  again.evidence = result.result.score.evidence;
  add_restatement(std::move(again));
}

bool Reader::read_item_row(const RowView& row, const RowView::Entry* text,
                           const RowView::Entry* score, int level_column) {
  const std::string& title_text = text->text.text();
  std::optional<CodeToken> token = leading_code(title_text);
  std::string title = title_text;
  Evidence code_evidence;
  if (token) {
    title = title_text.substr(token->end);
    code_evidence = text->text.evidence(token->begin, token->end);
  } else {
    // The code in a column of its own.
    for (const RowView::Entry& entry : row.entries) {
      if (&entry == text || &entry == score) continue;
      const ColumnRole role = columns_.at(entry.column).role;
      if (role == ColumnRole::kScore || role == ColumnRole::kFullScore ||
          role == ColumnRole::kOtherScore || role == ColumnRole::kDifference ||
          role == ColumnRole::kLevel)
        continue;
      // "I11" beside the title of an item is IIT.
      if (role == ColumnRole::kInstrument && entry.text.text().size() == 3) continue;
      const auto found = leading_code(entry.text.text());
      if (!found || (!found->code && role != ColumnRole::kCode)) continue;
      token = found;
      code_evidence = entry.text.evidence(found->begin, found->end);
      if (found->letter_read) break;
    }
  }
  const std::string clean = collapse_spaces(
      std::string_view(title).substr(std::min(title.size(), title.find_first_not_of(" \t:.-)"))));
  std::optional<Instrument> before = instrument_;
  for (const RowView::Entry& entry : row.entries) {
    if (&entry != text && entry.text.text().size() < 60) {
      if (const auto instrument = instrument_heading(entry.text.text())) instrument_ = instrument;
    }
  }
  const auto item = resolver_.resolve(token, clean, context());
  if (!item || (score == nullptr && !token)) {
    instrument_ = before;
    return false;
  }
  // Without a score the row must be one of a score table, not a sentence that begins with a code.
  const bool table_of_scores = columns_.holds_scores();
  if (score == nullptr && !table_of_scores) return false;
  if (code_evidence.text.empty()) code_evidence = text->text.evidence(0, title_text.size());
  add_item(*item, code_evidence, clean, read_result(row, score, level_column));
  return true;
}

void Reader::add_item(const ResolvedItem& item, const Evidence& code_evidence, std::string question,
                      Result result) {
  ItemResult entry;
  entry.code.value = item.code;
  entry.code.evidence = code_evidence;
  entry.code.evidence.add_repairs(item.repairs);
  entry.question = std::move(question);
  entry.result = std::move(result);
  // What stands under a doubtful code, or in an issue that the item is not known in, is doubtful.
  const Item* known_item = resolver_.framework().find(item.code);
  const bool elsewhere = issue_ != 0 && known_item != nullptr && !known_item->issues.empty() &&
                         std::find(known_item->issues.begin(), known_item->issues.end(), issue_) ==
                             known_item->issues.end();
  if (item.doubtful || elsewhere) {
    entry.code.evidence.trust = Trust::kDoubtful;
    entry.result.score.evidence.trust = Trust::kDoubtful;
  }
  std::vector<ItemResult>& items = issue_ == 0 ? unplaced_ : issue_entry(issue_).items;
  const auto known = std::find_if(items.begin(), items.end(),
                                  [&](const ItemResult& i) { return i.code.value == item.code; });
  if (known == items.end()) {
    items.push_back(std::move(entry));
    return;
  }
  if (!entry.result.score.value) return;
  if (!known->result.score.value) {
    known->result = std::move(entry.result);
    return;
  }
  Restatement again;
  again.code = item.code;
  again.issue = issue_;
  again.score = *entry.result.score.value;
  again.evidence = entry.result.score.evidence;
  add_restatement(std::move(again));
}

void Reader::add_restatement(Restatement restatement) {
  record_.restatements.push_back(std::move(restatement));
}

}  // namespace prongsai
