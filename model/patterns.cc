// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/patterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "model/nearest.h"
#include "model/number.h"
#include "model/similarity.h"
#include "model/text.h"

namespace prongsai {
namespace {

template <typename Row>
std::vector<std::unique_ptr<RE2>> compiled(const std::vector<Row>& rows) {
  std::vector<std::unique_ptr<RE2>> expressions;
  expressions.reserve(rows.size());
  for (const Row& row : rows) expressions.push_back(std::make_unique<RE2>(row.regex));
  return expressions;
}

// All rows as one automaton, that tells which of them match a whole text.
template <typename Row>
std::unique_ptr<RE2::Set> compiled_set(const std::vector<Row>& rows) {
  RE2::Options options;
  options.set_max_mem(64 << 20);  // bytes; most that its states may take
  auto set = std::make_unique<RE2::Set>(options, RE2::ANCHOR_BOTH);
  for (const Row& row : rows) set->Add(row.regex, nullptr);
  set->Compile();
  return set;
}

// The index of the first row that matches all of `text`; -1 if none does.
template <typename Row>
int first_full_match(const std::vector<Row>& rows, const std::string& text) {
  static const std::unique_ptr<RE2::Set> set = compiled_set(rows);
  std::vector<int> matching;
  RE2::Set::ErrorInfo error{};
  if (set->Match(text, &matching, &error)) return *std::ranges::min_element(matching);
  if (error.kind == RE2::Set::kNoError) return -1;
  // Its states need more memory than they may take.
  static const std::vector<std::unique_ptr<RE2>> expressions = compiled(rows);
  for (size_t i = 0; i < expressions.size(); ++i) {
    if (RE2::FullMatch(text, *expressions[i])) return static_cast<int>(i);
  }
  return -1;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// The role of a header whose marks are damaged: its letters are those of an example.
ColumnRole role_by_skeleton(std::string_view cell) {
  static const std::vector<std::u32string> examples = [] {
    std::vector<std::u32string> list;
    for (const HeaderPattern& row : header_patterns()) list.push_back(skeleton(row.example));
    return list;
  }();
  const std::u32string letters = skeleton(cell);
  constexpr size_t kShortest = 5;
  constexpr double kAlike = 0.85;
  if (letters.size() < kShortest) return ColumnRole::kNone;
  const Comparer comparer(letters);
  for (size_t i = 0; i < examples.size(); ++i) {
    if (comparer.similarity(examples[i], kAlike) >= kAlike) return header_patterns()[i].role;
  }
  return ColumnRole::kNone;
}

constexpr std::array<std::string_view, 9> kBullets = {"-", "–", "•", "■", "●", "▪", "*", "o ", "✓"};

std::string_view skip_bullets(std::string_view text) {
  text = trim(text);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view bullet : kBullets) {
      if (!text.starts_with(bullet)) continue;
      text = trim(text.substr(bullet.size()));
      changed = true;
    }
  }
  return text;
}

std::optional<NumberedHeading> match_numbered(const std::vector<HeadingPattern>& rows,
                                              const std::vector<std::unique_ptr<RE2>>& expressions,
                                              std::string_view line) {
  constexpr size_t kLongestHeading = 600;  // bytes
  if (line.size() > kLongestHeading) return std::nullopt;
  const std::string text = to_arabic_digits(skip_bullets(line));
  for (size_t i = 0; i < rows.size(); ++i) {
    std::string number;
    std::string title;
    if (!RE2::FullMatch(text, *expressions[i], &number, &title)) continue;
    NumberedHeading heading;
    const bool digits = !number.empty() && number.size() <= 2 &&
                        number.find_first_not_of("0123456789") == std::string::npos;
    heading.number = digits ? std::stoi(number) : 0;
    heading.title = std::string(trim(title));
    heading.named = rows[i].named;
    return heading;
  }
  return std::nullopt;
}

}  // namespace

const char* finding_kind_name(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDeficiency:
      return "deficiency";
    case FindingKind::kToDevelop:
      return "to_develop";
    case FindingKind::kToMaintain:
      return "to_maintain";
    case FindingKind::kStrength:
      return "strength";
    case FindingKind::kWeakness:
      return "weakness";
    case FindingKind::kAnalysis:
      return "analysis";
    case FindingKind::kImprovement:
      return "improvement";
    case FindingKind::kRecommendation:
      return "recommendation";
    case FindingKind::kSummary:
      return "summary";
  }
  return "";
}

HeaderMatch match_header(std::string_view cell) {
  constexpr size_t kLongestHeader = 300;  // bytes
  HeaderMatch match;
  if (cell.size() > kLongestHeader) return match;
  const std::string folded = fold(cell);
  if (folded.empty()) return match;
  const int row = first_full_match(header_patterns(), folded);
  if (row >= 0) match.role = header_patterns()[static_cast<size_t>(row)].role;
  if (match.role == ColumnRole::kNone) match.role = role_by_skeleton(cell);
  static const RE2 kYear("(25[5-9][0-9])");
  RE2::PartialMatch(folded, kYear, &match.year);
  return match;
}

// A label alone on its line that OCR has misread: the one that it is most like, if it is like no
// other kind's as much.
std::optional<LabelMatch> guess_label(std::string_view text, std::u32string_view folded) {
  constexpr double kAlike = 0.72;
  constexpr double kPlainlyMore = 0.1;
  constexpr size_t kShortest = 9;  // code points
  constexpr size_t kLongest = 45;
  const bool colon = folded.ends_with(U':');
  if (colon) folded.remove_suffix(1);
  if (folded.size() < kShortest || folded.size() > kLongest) return std::nullopt;
  static const auto kLabels = [] {
    std::vector<Likeness<std::optional<FindingKind>>> out;
    for (const LabelPattern& row : label_patterns())
      out.push_back({row.kind, fold_points(row.example)});
    return out;
  }();
  const auto kind = nearest_kind(folded, kLabels, kAlike, kPlainlyMore);
  if (!kind) return std::nullopt;
  return LabelMatch{*kind, text.size(), colon};
}

std::optional<LabelMatch> match_label(std::string_view text) {
  static const std::vector<std::unique_ptr<RE2>> expressions = compiled(label_patterns());
  const std::string_view body = skip_bullets(text);
  constexpr size_t kLongestLabel = 420;  // bytes
  const std::string folded = fold(body.substr(0, kLongestLabel));
  for (size_t i = 0; i < expressions.size(); ++i) {
    re2::StringPiece rest = piece(folded);
    if (!RE2::Consume(&rest, *expressions[i])) continue;
    // "จุดแข็ง (Strengths)": a translation belongs to the label.
    static const RE2 kTranslation("[(][a-z &/]{2,40}[)]");
    RE2::Consume(&rest, kTranslation);
    const bool colon = !rest.empty() && rest[0] == ':';
    // Without a colon a label stands alone, or before a text that a space sets apart.
    size_t points =
        code_points(std::string_view(folded.data(), folded.size() - rest.size())).size();
    if (colon) ++points;
    const size_t length = unfolded_length(body, points);
    const bool alone = rest.empty() || (colon && rest.size() == 1);
    const bool spaced =
        length < body.size() && (body[length] == ' ' || body.substr(length).starts_with("*"));
    if (!alone && !colon && !spaced) continue;
    return LabelMatch{label_patterns()[i].kind,
                      static_cast<size_t>(body.data() - text.data()) + length, colon};
  }
  return guess_label(text, code_points(folded));
}

std::optional<Section> match_section(std::string_view line) {
  constexpr size_t kLongest = 700;  // bytes
  if (line.size() > kLongest) return std::nullopt;
  static const RE2 kNumber(R"(^(?:(?:ส่วนที่|ตอนที่|บทที่)?[0-9]{1,2}(?:\.[0-9])*[.)]?))");
  std::string folded = fold(skip_bullets(line));
  RE2::Replace(&folded, kNumber, "");
  const int row = first_full_match(section_patterns(), folded);
  if (row < 0) return std::nullopt;
  return section_patterns()[static_cast<size_t>(row)].section;
}

std::optional<NumberedHeading> match_issue_heading(std::string_view line) {
  static const std::vector<std::unique_ptr<RE2>> expressions = compiled(issue_heading_patterns());
  return match_numbered(issue_heading_patterns(), expressions, line);
}

std::optional<NumberedHeading> match_indicator_heading(std::string_view line) {
  static const std::vector<std::unique_ptr<RE2>> expressions =
      compiled(indicator_heading_patterns());
  return match_numbered(indicator_heading_patterns(), expressions, line);
}

std::optional<SummaryRow> match_summary_row(std::string_view text) {
  constexpr size_t kLongest = 300;  // bytes
  if (text.size() > kLongest) return std::nullopt;
  const int row = first_full_match(summary_patterns(), fold(text));
  if (row < 0) return std::nullopt;
  return summary_patterns()[static_cast<size_t>(row)].row;
}

std::optional<LevelMatch> leading_level(std::string_view text) {
  constexpr size_t kLongestLevel = 120;  // bytes
  const std::u32string folded = fold_points(text.substr(0, kLongestLevel));
  for (const LevelWord& level : level_words()) {
    const std::u32string word = fold_points(level.word);
    if (!folded.starts_with(word)) continue;
    const size_t length = unfolded_length(text, word.size());
    const std::u32string next = code_points(text.substr(length, 3));
    // A letter grade is a word of its own, in capitals; a Thai word may be followed by anything
    // but a mark, and where it stands apart itself, not by a letter.
    const bool latin = word.front() < 0x80;
    if (latin && text.substr(0, length) != level.word) continue;
    const bool apart = text.substr(0, length).find(' ') != std::string_view::npos;
    const bool goes_on =
        !next.empty() &&
        (latin ? (next[0] < 0x80 && std::isalnum(static_cast<int>(next[0])) != 0)
               : is_thai_mark(next[0]) || (apart && is_thai(next[0]) && !is_thai_digit(next[0])));
    if (!goes_on) return LevelMatch{level.word, length};
  }
  return std::nullopt;
}

}  // namespace prongsai
