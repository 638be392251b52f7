// SPDX-License-Identifier: GPL-3.0-or-later
// Items whose code, title and score are paragraphs of their own, as from a table whose cells came
// out one below the other.
#include "model/reader.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr double kSameTitle = 0.6;
constexpr double kVerySameTitle = 0.85;

// The score that a paragraph consists of: "๙๑.๒๕", "คะแนน 91.25", "ได้ 91.25 คะแนน".
std::optional<FoundNumber> bare_score(std::string_view text) {
  if (auto score = parse_score(text)) return score;
  auto phrase = find_score_phrase(text);
  if (!phrase || !trim(text.substr(0, phrase->begin)).empty() ||
      !trim(text.substr(phrase->end)).empty())
    return std::nullopt;
  return phrase->score;
}

}  // namespace

bool Reader::read_item_apart(const Passage& passage) {
  if (item_apart_ && close_item_apart(passage)) return true;
  item_apart_.reset();
  const std::string& text = passage.text();
  if (limitations_ || find_score_phrase(text)) return false;
  const auto token = leading_code(text);
  if (!token || !token->code) return false;
  ItemApart item;
  item.token = *token;
  const std::string title = collapse_spaces(std::string_view(text).substr(token->end));
  // Below a label an entry is a finding, and a zero may be a zero, unless the title says otherwise.
  const bool sure = token->letter_read && !label_;
  if (title.empty() && !sure) return false;
  if (!title.empty()) {
    if (resolver_.title_similarity(*token->code, title) < (sure ? kSameTitle : kVerySameTitle))
      return false;
    item.title = title;
    item.item = resolver_.resolve(token, title, context());
    if (!item.item) return false;
  }
  item.code_evidence = passage.evidence(token->begin, token->end);
  item_apart_ = std::move(item);
  return false;  // it may be something else as well
}

// The title or the score of the item that is open.
bool Reader::close_item_apart(const Passage& passage) {
  ItemApart& open = *item_apart_;
  const std::string& text = passage.text();
  if (!open.item) {
    if (resolver_.title_similarity(*open.token.code, text) < kSameTitle) return false;
    open.title = collapse_spaces(text);
    open.item = resolver_.resolve(open.token, open.title, context());
    return open.item.has_value();
  }
  const auto score = bare_score(text);
  if (!score) return false;
  Result result;
  result.score.value = score->value;
  result.score.evidence = passage.evidence(score->begin, score->end);
  result.score.evidence.add_repairs(score->repairs);
  // A whole number alone on its line may be that of a page.
  const bool whole = score->decimals == 0 && score->value != 0 && score->value != 100;
  if (whole && parse_score(text)) result.score.evidence.trust = Trust::kDoubtful;
  add_item(*open.item, open.code_evidence, open.title, std::move(result));
  item_apart_.reset();
  codes_fresh_ = false;
  return true;
}

}  // namespace prongsai
