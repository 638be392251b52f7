// SPDX-License-Identifier: GPL-3.0-or-later
// Items that stand as text inside a cell or a paragraph, one or several, with their scores.
#include <algorithm>

#include "model/reader.h"
#include "model/text.h"

namespace prongsai {
namespace {

// "i๑ = ๙๕.๐๐": the score that is all there is behind a code; offsets in `rest`.
std::optional<ScorePhrase> score_behind_code(std::string_view rest) {
  const size_t sign = rest.find_first_not_of(' ');
  if (sign == std::string_view::npos || (rest[sign] != '=' && rest[sign] != ':'))
    return std::nullopt;
  std::string_view number = rest.substr(sign + 1);
  while (!number.empty() && std::string_view(" ,;").find(number.back()) != std::string_view::npos)
    number.remove_suffix(1);
  auto score = parse_score(number);
  if (!score) return std::nullopt;
  score->begin += sign + 1;
  score->end += sign + 1;
  return ScorePhrase{*score, sign, score->end};
}

}  // namespace

// Items begin at lines that begin with a code; and, where an OCR tool joined the lines, at a code
// behind the score of the item before.
std::vector<size_t> Reader::entry_starts(const Passage& passage) const {
  const std::string_view text = passage.text();
  std::vector<size_t> starts;
  for (const size_t start : passage.line_starts()) {
    const std::string_view line = text.substr(start);
    const auto token = leading_code(line);
    const bool opens =
        token && (token->code || resolver_.resolve(token, line.substr(token->end, 400), context()));
    if (opens) starts.push_back(start);
  }
  // Behind each complete score, up to the next line that begins an item.
  const std::vector<size_t> at_lines = starts;
  for (size_t from = at_lines.empty() ? text.size() : at_lines.front(); from < text.size();) {
    const auto phrase = find_score_phrase(text.substr(from));
    if (!phrase) break;
    from += phrase->end;
    const size_t next = std::min(text.find_first_not_of(" )", from), text.size());
    const std::string_view rest = text.substr(next);
    const auto token = leading_code(rest);
    const bool known = std::find(starts.begin(), starts.end(), next) != starts.end();
    if (known || !token ||
        (!token->code && !resolver_.resolve(token, rest.substr(token->end, 400), context())))
      continue;
    starts.insert(std::upper_bound(starts.begin(), starts.end(), next), next);
  }
  return starts;
}

// A cell with several items, or one whose score stands inside it: "i๑ ... (ค่าคะแนน ๘๗.๒๘)".
bool Reader::read_entry_cell(const RowView::Entry& entry) {
  const Passage& passage = entry.text;
  const std::string_view text = passage.text();
  const std::vector<size_t> starts = entry_starts(passage);
  bool any_score = find_score_phrase(text).has_value();
  for (size_t i = 0; i < starts.size() && !any_score; ++i) {
    const std::string_view item =
        text.substr(starts[i], (i + 1 < starts.size() ? starts[i + 1] : text.size()) - starts[i]);
    const auto token = leading_code(item);
    any_score = token && score_behind_code(item.substr(token->end)).has_value();
  }
  // An item without a score counts in the item column of a table of measures.
  const bool listed = columns_.holds_measures() && !columns_.holds_scores() && !starts.empty();
  // The end of an item that the page break cut between "คะแนน" and its number: "๑๐๐.๐๐)".
  if (!any_score && starts.empty() && fill_pending_score(passage, text.size())) return true;
  if (!any_score && !listed) return false;
  const size_t first = starts.empty() ? text.size() : starts.front();
  if (first > 0) fill_pending_score(passage, first);
  bool read = false;
  for (size_t i = 0; i < starts.size(); ++i) {
    const size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    read = read_item_range(passage, starts[i], end) || read;
  }
  return read;
}

// The rest of an item's text on the next page, with its score: the first `length` bytes. False if
// there is no such item or no score.
bool Reader::fill_pending_score(const Passage& passage, size_t length) {
  if (!pending_item_) return false;
  const PendingItem pending = *pending_item_;
  pending_item_.reset();
  const std::string joined = pending.text + ' ' + passage.text().substr(0, length);
  const auto phrase = find_score_phrase(joined);
  const size_t offset = pending.text.size() + 1;
  IssueResult* issue = record_.find_issue(pending.issue);
  if (!phrase || phrase->score.begin < offset || issue == nullptr) return false;
  const Evidence evidence =
      passage.evidence(phrase->score.begin - offset, phrase->score.end - offset);
  // What stood on the page between has not been understood.
  if (evidence.page > pending.page + 1) return false;
  for (ItemResult& item : issue->items) {
    if (item.code.value != pending.code || item.result.score.value) continue;
    item.result.score.value = phrase->score.value;
    item.result.score.evidence = evidence;
    item.result.score.evidence.add_repairs({"joined_over_page_break"});
    return true;
  }
  return false;
}

bool Reader::read_item_range(const Passage& passage, size_t begin, size_t end) {
  const std::string_view text = std::string_view(passage.text()).substr(begin, end - begin);
  size_t title_begin = 0;
  CodeToken token;
  const auto item = resolve_leading(text, &title_begin, &token);
  if (!item) return false;
  const std::string_view rest = text.substr(std::min(title_begin, text.size()));
  const size_t base = begin + title_begin;
  Result result;
  std::string question(rest);
  if (const auto score = score_behind_code(text.substr(token.end))) {
    const size_t from = begin + token.end;
    result.score.value = score->score.value;
    result.score.evidence = passage.evidence(from + score->score.begin, from + score->score.end);
    question.clear();
  } else if (const auto phrase = find_score_phrase(rest)) {
    result.score.value = phrase->score.value;
    result.score.evidence = passage.evidence(base + phrase->score.begin, base + phrase->score.end);
    question = std::string(rest.substr(0, phrase->begin));
  }
  pending_item_.reset();
  if (!result.score.value && issue_ != 0)
    pending_item_ =
        PendingItem{issue_, item->code, std::string(text), passage.evidence(begin, end).page};
  add_item(*item, passage.evidence(begin + token.begin, begin + token.end),
           collapse_spaces(question), std::move(result));
  return true;
}

}  // namespace prongsai
