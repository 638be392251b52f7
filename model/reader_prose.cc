// SPDX-License-Identifier: GPL-3.0-or-later
// Scores and levels in running text.
#include <re2/re2.h>

#include <algorithm>

#include "model/entries.h"
#include "model/reader.h"
#include "model/text.h"

namespace prongsai {
namespace {

// Whether a text speaks of this assessment at all.
bool speaks_of_ita(std::string_view text) {
  const std::string folded = fold(text);
  for (const std::string_view word : {"ita", "คุณธรรมและความโปร่งใส", "ผลการประเมินฯ"}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

// The fiscal year named last before `position`; 0 if there is none.
int year_before(std::string_view text, size_t position) {
  int year = 0;
  for (size_t at = 0; at < position;) {
    const Digits digits = leading_digits(text.substr(at), 4);
    if (digits.ascii.size() == 4 && digits.ascii.starts_with("25")) year = std::stoi(digits.ascii);
    at += std::max<size_t>(digits.length, 1);
  }
  return year;
}

// The score that a text gives to the item whose code ends at `from`.
std::optional<FoundNumber> score_of_mention(std::string_view text, size_t from) {
  static const RE2 kBetween(
      R"(\s*(?::|=|(?:ซึ่ง|ที่)?(?:ได้รับ|ได้|มี)\s*(?:เพียง)?\s*(?:ค่า)?(?:คะแนน)?(?:เพียง|เท่ากับ|ร้อยละ)?)\s*)");
  const std::string_view rest = text.substr(from);
  re2::StringPiece input(rest.data(), rest.size());
  if (!RE2::Consume(&input, kBetween)) return std::nullopt;
  const auto begin = static_cast<size_t>(input.data() - text.data());
  auto number = number_at(text, begin);
  if (!number || number->value > 100) return std::nullopt;
  const std::string_view between = text.substr(from, begin - from);
  const bool sign = between.find_first_of(":=") != std::string_view::npos;
  const bool unit = between.find("คะแนน") != std::string_view::npos ||
                    between.find("ร้อยละ") != std::string_view::npos ||
                    trim(text.substr(number->end)).starts_with("คะแนน");
  if (!sign && !unit) return std::nullopt;
  return number;
}

// Whether nothing but "และ", "," and the like stands between two codes.
bool joins_codes(std::string_view between) {
  const std::string_view word = trim(between);
  return word == "และ" || word == "," || word == "กับ" || word == "/";
}

}  // namespace

// "(e๓: ๙๗.๕๖)", "(i3 ได้ 98.75 คะแนน)": a code with its score, mostly printed before.
void Reader::note_item_mentions(const Passage& passage) {
  const std::string_view text = passage.text();
  std::vector<CodeToken> open;  // "o1 และ o2 ได้ 100 คะแนน"
  for (const CodeToken& token : codes_in(text)) {
    if (!open.empty() && !joins_codes(text.substr(open.back().end, token.begin - open.back().end)))
      open.clear();
    open.push_back(token);
    const auto number = score_of_mention(text, token.end);
    if (!number) continue;
    for (const CodeToken& scored : open) note_mention(passage, scored, *number);
    open.clear();
  }
}

void Reader::note_mention(const Passage& passage, const CodeToken& token,
                          const FoundNumber& number) {
  if (resolver_.framework().find(*token.code) == nullptr) return;
  Restatement again;
  again.code = *token.code;
  again.issue = issue_;
  again.score = number.value;
  again.evidence = passage.evidence(number.begin, number.end);
  const int year = year_before(passage.text(), number.begin);
  if (token.letter_read && (year == 0 || year == assessed_year_)) {
    ItemResult mention;
    mention.code.value = *token.code;
    mention.code.evidence = passage.evidence(token.begin, token.end);
    mention.result.score.value = number.value;
    mention.result.score.evidence = again.evidence;
    // In passing a document may speak of another year or another agency.
    mention.code.evidence.trust = mention.result.score.evidence.trust = Trust::kDoubtful;
    mentions_.push_back(std::move(mention));
  }
  add_restatement(std::move(again));
}

// Items that the document scores nowhere but in passing.
void Reader::settle_mentions() {
  const auto holds = [](const std::vector<ItemResult>& items, ItemCode code) {
    return std::any_of(items.begin(), items.end(),
                       [&](const ItemResult& i) { return i.code.value == code; });
  };
  if (!speaks_of_scores()) mentions_.clear();
  for (ItemResult& mention : mentions_) {
    const ItemCode code = *mention.code.value;
    const bool known =
        holds(unplaced_, code) ||
        std::any_of(record_.issues.begin(), record_.issues.end(),
                    [&](const IssueResult& issue) { return holds(issue.items, code); });
    if (!known) unplaced_.push_back(std::move(mention));
  }
  mentions_.clear();
}

// Only scores behind the first `known` bytes count; those before were read.
bool Reader::read_overall(const Passage& passage, size_t known) {
  const std::string& text = passage.text();
  size_t from = 0;
  std::optional<ScorePhrase> phrase;
  for (;;) {
    phrase = find_overall_phrase(std::string_view(text).substr(from));
    if (!phrase) return false;
    const size_t begin = from + phrase->score.begin;
    const int year = year_before(text, begin);
    // The score of another year stands beside this year's now and then.
    // What is said of an item is none of it either.
    const bool of_item =
        !codes_in(text.substr(from + phrase->begin, phrase->score.begin - phrase->begin)).empty();
    const bool of_year =
        year == 0 || assessed_year_ == 0 || year == assessed_year_ || year == plan_year_;
    // A whole number needs its unit: "เปรียบเทียบ ๒ ปี" is no score.
    const std::string_view around = std::string_view(text).substr(from + phrase->begin);
    const std::string_view behind_number =
        trim(std::string_view(text).substr(from + phrase->score.end));
    const std::string_view before_number = around.substr(0, phrase->score.begin - phrase->begin);
    const bool united = phrase->score.decimals > 0 || behind_number.starts_with("คะแนน") ||
                        behind_number.starts_with("%") || trim(before_number).ends_with("ร้อยละ");
    if (of_year && !of_item && united && begin >= known) break;
    from += phrase->score.end;
  }
  Result result;
  result.score.value = phrase->score.value;
  result.score.evidence = passage.evidence(from + phrase->score.begin, from + phrase->score.end);
  const std::string_view behind = std::string_view(text).substr(from);
  if (const auto level = find_level(behind))
    set_level(result, passage, from + level->begin, {level->word, level->end - level->begin});
  if (!record_.overall.score.value) {
    record_.overall = std::move(result);
    overall_needs_items_ = !titled_ && !speaks_of_ita(text) && !speaks_of_ita(last_passage_.text());
    return true;
  }
  Restatement again;
  again.of = Restatement::Of::kOverall;
  again.score = phrase->score.value;
  again.evidence = result.score.evidence;
  add_restatement(std::move(again));
  return true;
}

// "ระดับผลการประเมิน : ผ่าน", alone behind the overall score.
void Reader::read_overall_level(const Passage& passage) {
  const std::string& text = passage.text();
  if (issue_ != 0 || !record_.overall.score.value || record_.overall.level.value) return;
  const auto level = find_level(text);
  if (!level || !text.starts_with("ระดับ") || !trim(text.substr(level->end)).empty()) return;
  set_level(record_.overall, passage, level->begin, {level->word, level->end - level->begin});
}

// "... ระดับผ่าน" ends a line and "ดี" begins the next.
void Reader::complete_overall_level(const Passage& passage) {
  const auto& level = record_.overall.level.value;
  const std::string_view before = trim(last_passage_.text());
  if (!level || !before.ends_with(*level)) return;
  const size_t begin = static_cast<size_t>(before.data() - last_passage_.text().data()) +
                       before.size() - level->size();
  Passage joined = last_passage_;
  joined.append(passage);
  const auto longer = leading_level(std::string_view(joined.text()).substr(begin));
  if (longer && longer->word.size() > level->size())
    set_level(record_.overall, joined, begin, *longer);
}

void Reader::read_prose_scores(const Passage& passage) {
  const std::string& text = passage.text();
  // Behind the name of an item a score is the item's.
  if (issue_ == 0 && indicator_ == 0 && !codes_fresh_) {
    if (!read_overall(passage) && last_passage_.text().size() < 900) {
      // A sentence that the layout broke in two.
      Passage joined = last_passage_;
      joined.append(passage);
      read_overall(joined, last_passage_.text().size());
    }
  }
  note_item_mentions(passage);
  complete_overall_level(passage);
  read_overall_level(passage);
  // "คะแนนเฉลี่ย ๙๗.๙๓" in the text about an issue.
  if (issue_ == 0) return;
  const auto phrase = find_average_phrase(text);
  if (!phrase) return;
  Evidence evidence = passage.evidence(phrase->score.begin, phrase->score.end);
  IssueResult& issue = issue_entry(issue_);
  // A line that begins with the word states the average; other prose repeats it.
  const size_t lead = text.size() - std::min(text.size(), without_marker(text).size());
  if (issue.average.empty() && phrase->begin <= lead) {
    issue.average.score.value = phrase->score.value;
    issue.average.score.evidence = std::move(evidence);
    return;
  }
  Restatement again;
  again.of = Restatement::Of::kIssueAverage;
  again.issue = issue_;
  again.score = phrase->score.value;
  again.evidence = std::move(evidence);
  add_restatement(std::move(again));
}

}  // namespace prongsai
