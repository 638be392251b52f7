// SPDX-License-Identifier: GPL-3.0-or-later
// Running text: headings, labels, findings, scores in prose.
#include <algorithm>
#include <array>

#include "model/entries.h"
#include "model/reader.h"
#include "model/text.h"
#include "model/titles.h"

namespace prongsai {
namespace {

constexpr std::string_view kQuestionWord = "ข้อคำถาม";
// A paragraph that says that there is nothing to report.
constexpr std::array<std::string_view, 4> kNothing = {"ไม่มี", "-", "ไม่พบ", "–"};

bool says_nothing(std::string_view text) {
  constexpr size_t kLongest = 40;  // bytes
  if (text.size() > kLongest) return false;
  // Short enough for damaged marks to change its look; its letters say it all the same.
  const std::u32string letters = skeleton(without_marker(text));
  return letters.empty() || std::any_of(kNothing.begin(), kNothing.end(),
                                        [&](std::string_view w) { return letters == skeleton(w); });
}

// A short line that begins like a numbered heading of the document ("3. ข้อมูล...").
bool looks_like_part_heading(const Passage& passage) {
  return fold_points(passage.text().substr(0, 1200)).size() <= 220;
}

// Strips what stands between a code and its text, and at the ends of a title.
std::string_view trim_title(std::string_view text) {
  constexpr std::string_view kEdges = " \t:;-*.,(";
  while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && (kEdges.find(text.back()) != std::string_view::npos))
    text.remove_suffix(1);
  return text;
}

// A heading without "ส่วนที่ ๒", "4.1" and the like.
std::string_view without_part_number(std::string_view text) {
  std::string_view rest = trim(text);
  for (const std::string_view word : {"ส่วนที่", "ตอนที่", "บทที่"}) {
    if (rest.starts_with(word)) rest = trim(rest.substr(word.size()));
  }
  size_t length = 0;
  while (length < rest.size()) {
    const Digits digits = leading_digits(rest.substr(length), 2);
    if (digits.length == 0 && rest[length] != '.' && rest[length] != ')') break;
    length += std::max<size_t>(digits.length, 1);
  }
  return length == 0 ? text : trim(rest.substr(length));
}

}  // namespace

bool Reader::read_heading(const Passage& passage, bool repeated) {
  const std::string& text = passage.text();
  if (const std::optional<int> number = issue_heading(text)) {
    issue_ = *number;
    issue_from_column_ = false;
    issue_evidence_ = passage.evidence(0, text.size());
    open_label(std::nullopt, false);
    codes_.clear();
    limitations_ = false;
    instrument_.reset();
    indicator_ = 0;
    return true;
  }
  if (read_indicator_line(passage)) return true;
  if (const auto heading = indicator_heading(text); heading && !leading_code(text)) {
    indicator_ = heading->number;
    indicator_from_column_ = false;
    if (!columns_.holds_scores() || columns_.empty()) issue_ = 0;
    open_label(std::nullopt, false);
    codes_.clear();
    return true;
  }
  if (!looks_like_part_heading(passage) || leading_code(text)) return false;
  const std::optional<Section> section = match_section(text);
  if (!section) return false;
  if (section_ == section && repeated) return true;
  section_ = section;
  limitations_ = *section == Section::kLimitations;
  if (*section == Section::kImplementation) record_.has_implementation = true;
  if (*section != Section::kResults) {
    issue_ = 0;
    indicator_ = 0;
    open_label(std::nullopt, false);
    codes_.clear();
    measure_open_ = false;
  }
  // A title may state the result too ("ผลการประเมิน ... ได้คะแนน ...").
  read_prose_scores(passage);
  return true;
}

// "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้ ๙๒.๑๒ คะแนน".
bool Reader::read_indicator_line(const Passage& passage) {
  const std::string& text = passage.text();
  const auto phrase = find_score_phrase(text);
  if (!phrase || leading_code(text)) return false;
  const auto heading =
      indicator_heading(trim_title(std::string_view(text).substr(0, phrase->begin)));
  if (!heading) return false;
  IndicatorResult entry;
  entry.number.value = heading->number;
  entry.number.evidence = passage.evidence(0, phrase->begin);
  entry.result.score.value = phrase->score.value;
  entry.result.score.evidence = passage.evidence(phrase->score.begin, phrase->score.end);
  add_indicator(std::move(entry), heading->number_disagrees);
  return true;
}

bool Reader::read_limitation(const Passage& passage) {
  // The signature, or a page number, ends the list.
  const std::string folded = fold(passage.text());
  for (const std::string_view end :
       {"ลงชื่อ", "(ลงชื่อ", "ลงนาม", "(ลงนาม", "ตำแหน่ง", "หน้า", "(...", "ผู้จัดทำ", "ผู้รายงาน"}) {
    if (folded.starts_with(end) && !record_.limitations.empty()) {
      limitations_ = false;
      return true;
    }
  }
  // So does a heading of findings.
  const auto label = match_label(passage.text());
  if (label && label->length >= passage.text().size()) {
    limitations_ = false;
    return false;
  }
  for (const Entry& entry : split_entries({passage}, 0)) {
    if (entry.marker == MarkerKind::kNone && !record_.limitations.empty()) {
      record_.limitations.back() += ' ' + entry.text;
    } else if (!says_nothing(entry.text)) {
      record_.limitations.push_back(collapse_spaces(entry.text));
    }
  }
  return true;
}

std::optional<ResolvedItem> Reader::resolve_leading(std::string_view text, size_t* title_begin,
                                                    CodeToken* token) const {
  const std::optional<CodeToken> found = leading_code(text);
  if (!found) return std::nullopt;
  std::string_view title = text.substr(found->end);
  const size_t offset = found->end;
  const std::string_view trimmed = trim_title(title);
  *title_begin = offset + static_cast<size_t>(trimmed.data() - title.data());
  *token = *found;
  // The title ends where its score, or the text about it, begins.
  std::string_view name = trimmed;
  if (const auto phrase = find_score_phrase(name)) name = trim_title(name.substr(0, phrase->begin));
  constexpr std::string_view kAnalysisWord = "วิเคราะห์";
  if (const size_t at = name.find(kAnalysisWord); at != std::string_view::npos && at > 30)
    name = trim_title(name.substr(0, at));
  return resolver_.resolve(found, name, context());
}

bool Reader::read_coded_entry(const Passage& passage) {
  const std::string& text = passage.text();
  size_t title_begin = 0;
  CodeToken token;
  const std::optional<ResolvedItem> item = resolve_leading(text, &title_begin, &token);
  if (!item) return false;
  const std::string_view rest = std::string_view(text).substr(std::min(title_begin, text.size()));
  const bool question = text.find(kQuestionWord) < token.begin;
  const std::optional<ScorePhrase> phrase = find_score_phrase(rest);
  if (phrase || !label_ || question || label_inline_) {
    // An entry that names an item: what follows is about it.
    if (!codes_fresh_) codes_.clear();
    if (std::find(codes_.begin(), codes_.end(), item->code) == codes_.end())
      codes_.push_back(item->code);
    codes_fresh_ = true;
    if (phrase) {
      codes_ = {item->code};
      Result result;
      result.score.value = phrase->score.value;
      result.score.evidence =
          passage.evidence(title_begin + phrase->score.begin, title_begin + phrase->score.end);
      result.score.evidence.add_repairs(phrase->score.repairs);
      const std::string_view name = trim_title(rest.substr(0, phrase->begin));
      const std::string_view after = rest.substr(phrase->end);
      if (const auto level = find_level(after.substr(0, 200))) {
        const size_t base = title_begin + phrase->end;
        set_level(result, passage, base + level->begin, {level->word, level->end - level->begin});
      }
      add_item(*item, passage.evidence(token.begin, token.end), std::string(name),
               std::move(result));
      codes_fresh_ = false;
    }
    label_.reset();
    label_inline_ = false;
    // "i๑ : ... คะแนน: ๙๒.๑๒ วิเคราะห์: ..." on one line.
    const size_t from = phrase ? title_begin + phrase->end : title_begin;
    for (size_t at = text.find("วิเคราะห์", from); at != std::string::npos;
         at = text.find("วิเคราะห์", at + 1)) {
      const std::string_view tail = std::string_view(text).substr(at);
      const auto label = match_label(tail);
      if (!label || label->kind != FindingKind::kAnalysis) continue;
      add_finding(FindingKind::kAnalysis, codes_, tail.substr(label->length));
      open_label(FindingKind::kAnalysis, true);
      codes_fresh_ = false;
      return true;
    }
    if (phrase) {
      const std::string_view after = trim_title(rest.substr(phrase->end));
      constexpr size_t kShortRemark = 30;  // bytes: "คะแนน", a level
      if (after.size() > kShortRemark && issue_ != 0)
        add_finding(FindingKind::kAnalysis, codes_, after);
    }
    return true;
  }
  label_coded_ = true;
  size_t text_begin = token.end;
  const std::vector<ItemCode> codes = leading_codes(text, *item, &text_begin);
  add_finding(*label_, codes, codes.size() > 1 ? std::string_view(text).substr(text_begin) : rest);
  return true;
}

// "i๓ และ e๓ ได้คะแนนเต็ม": the items that a sentence begins with, of which the first is known.
std::vector<ItemCode> Reader::leading_codes(std::string_view text, const ResolvedItem& first,
                                            size_t* text_begin) const {
  std::vector<ItemCode> codes = {first.code};
  for (;;) {
    std::string_view rest = trim(text.substr(*text_begin));
    bool joined = false;
    for (const std::string_view word : {"และ", ",", "กับ", "/"}) {
      if (!rest.starts_with(word)) continue;
      rest.remove_prefix(word.size());
      joined = true;
      break;
    }
    const auto token = joined ? leading_code(rest) : std::nullopt;
    if (!token || !token->letter_read || !token->code ||
        resolver_.framework().find(*token->code) == nullptr)
      return codes;
    codes.push_back(*token->code);
    *text_begin = static_cast<size_t>(rest.data() - text.data()) + token->end;
  }
}

bool Reader::read_label(const Passage& passage) {
  const std::string& text = passage.text();
  std::optional<LabelMatch> label = match_label(text);
  // "ส่วนที่ ๒ จุดอ่อน": a label that is a numbered heading stands alone.
  if (!label) {
    const std::string_view title = without_part_number(text);
    label = title.size() < text.size() ? match_label(title) : std::nullopt;
    if (!label || label->length < title.size()) return false;
    label->length = text.size();
  }
  const std::string_view rest =
      trim_title(std::string_view(text).substr(std::min(label->length, text.size())));
  const bool text_follows = !rest.empty();
  if (text_follows && !label->colon && label->kind != FindingKind::kSummary &&
      label->kind != FindingKind::kAnalysis) {
    // "ข้อเสนอแนะ ..." at the start of a sentence is a label only if what follows is an entry.
    if (!leading_code(rest) && text.size() > 240) return false;
  }
  // "ผลการวิเคราะห์: <title of the issue>" is a heading.
  if (text_follows && match_issue_title(rest, 0.8).number != 0) {
    open_label(std::nullopt, false);
    return true;
  }
  const bool about_items =
      label->kind == FindingKind::kAnalysis || label->kind == FindingKind::kImprovement;
  open_label(label->kind, label->colon || text_follows);
  if (!about_items || !codes_fresh_) {
    if (!about_items) codes_.clear();
  }
  codes_fresh_ = false;
  if (!text_follows || !label->kind) return true;
  read_prose_scores(passage);
  if (leading_code(rest)) {
    label_inline_ = false;
    size_t title_begin = 0;
    CodeToken token;
    if (const auto item = resolve_leading(rest, &title_begin, &token)) {
      add_finding(*label->kind, {item->code}, rest.substr(std::min(title_begin, rest.size())));
      return true;
    }
  }
  add_finding(*label->kind, codes_, rest);
  return true;
}

void Reader::open_label(std::optional<FindingKind> kind, bool inline_label) {
  label_ = kind;
  label_inline_ = inline_label;
  label_coded_ = false;
  last_finding_.reset();
}

void Reader::add_finding(FindingKind kind, std::vector<ItemCode> codes, std::string_view text) {
  const std::string clean = collapse_spaces(trim_title(text));
  if (clean.empty() || says_nothing(clean)) return;
  const bool named = !codes.empty();  // the document says what items it is about
  if (codes.empty()) {
    for (const CodeToken& token : codes_in(clean)) {
      if (resolver_.framework().find(*token.code) == nullptr) continue;
      if (std::find(codes.begin(), codes.end(), *token.code) == codes.end())
        codes.push_back(*token.code);
    }
  }
  // Outside of the issues a finding belongs where its items do.
  // Plans of other kinds have strengths and weaknesses, and lines that look like codes.
  if (issue_ == 0 && !speaks_of_scores()) return;
  int number = issue_ != 0 ? issue_ : issue_of(codes);
  if (number == 0 && named && !codes.empty()) number = issue_of({codes.front()});
  if (number == 0) return;
  IssueResult& issue = issue_entry(number);
  issue.findings.push_back({kind, std::move(codes), clean});
  last_finding_ = {number, issue.findings.size() - 1};
}

// The one issue that all of these items stand in; 0 if there is none.
int Reader::issue_of(const std::vector<ItemCode>& codes) const {
  int number = 0;
  for (const ItemCode& code : codes) {
    const Item* item = resolver_.framework().find(code);
    if (item == nullptr || item->issues.size() != 1) return 0;
    if (number != 0 && item->issues.front() != number) return 0;
    number = item->issues.front();
  }
  return number;
}

void Reader::read_finding_text(const Passage& passage) {
  if (!label_) return;
  const std::vector<Entry> entries = split_entries({passage}, 0);
  for (const Entry& entry : entries) {
    const bool goes_on =
        last_finding_ && (label_inline_ || (label_coded_ && entry.marker == MarkerKind::kNone));
    if (!goes_on) {
      add_finding(*label_, {}, entry.text);
      continue;
    }
    Finding& finding = record_.find_issue(last_finding_->first)->findings[last_finding_->second];
    finding.text += ' ' + collapse_spaces(entry.text);
  }
}

}  // namespace prongsai
