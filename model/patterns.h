// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which a report is read, as tables: headings, table headers, finding labels, years,
// levels. Every row has an example; patterns_test.cc checks each row against it.
//
// Texts are matched in folded form (text.h: no spaces, ASCII digits, lower case) unless said.
// Order is priority.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

enum class FindingKind {
  kDeficiency,
  kToDevelop,
  kToMaintain,
  kStrength,
  kWeakness,
  kAnalysis,
  kImprovement,
  kRecommendation,
  kSummary,
};

const char* finding_kind_name(FindingKind kind);  // as in the record's schema

// The columns of the tables in reports.
enum class ColumnRole {
  kNone,
  kInstrument,
  kOrdinal,
  kCode,
  kItem,
  kIndicator,
  kIssue,
  kScore,
  kIndicatorScore,  // of the row's indicator, beside the scores of its items
  kFullScore,       // what could be had, not what was
  kOtherScore,      // of others: the mean of the country, a target, a rank
  kDifference,      // against another year
  kLevel,
  kAnalysis,
  kMeasure,
  kSteps,
  kPeriod,
  kResponsible,
  kResults,
  kOutcomes,
  kBudget,
  kNote,
  kGroup,  // stands over other headers
};

struct HeaderPattern {
  ColumnRole role;
  const char* regex;  // full match on folded text
  const char* example;
};
const std::vector<HeaderPattern>& header_patterns();

// The role that a header cell names, and the year printed in it (0: none).
struct HeaderMatch {
  ColumnRole role = ColumnRole::kNone;
  int year = 0;
};
HeaderMatch match_header(std::string_view cell);

// A label that opens findings of a kind; `kind` is absent for a heading over labels, which closes
// the kind before it.
struct LabelPattern {
  std::optional<FindingKind> kind;
  const char* regex;  // from the start of the folded text
  const char* example;
};
const std::vector<LabelPattern>& label_patterns();

struct LabelMatch {
  std::optional<FindingKind> kind;
  size_t length = 0;   // bytes of the (unfolded) text that the label takes, with its colon
  bool colon = false;  // text may follow on the same line
};
// The label at the start of `text`, after bullets.
std::optional<LabelMatch> match_label(std::string_view text);

// The parts of a document.
enum class Section { kResults, kMeasures, kImplementation, kLimitations };

struct SectionPattern {
  Section section;
  const char* regex;  // full match on folded text, list number removed
  const char* example;
};
const std::vector<SectionPattern>& section_patterns();
std::optional<Section> match_section(std::string_view line);

// A heading with a number and a title.
struct NumberedHeading {
  int number = 0;      // as printed; 0 if it is no number (ก)
  std::string title;   // unfolded rest
  bool named = false;  // the word itself is there ("ประเด็นที่", "ตัวชี้วัดที่")
};
struct HeadingPattern {
  const char* regex;  // on text with ASCII digits; groups: number, title
  bool named;
  const char* example;
};
const std::vector<HeadingPattern>& issue_heading_patterns();
const std::vector<HeadingPattern>& indicator_heading_patterns();
std::optional<NumberedHeading> match_issue_heading(std::string_view line);
std::optional<NumberedHeading> match_indicator_heading(std::string_view line);

// Rows of score tables that are about no single item.
enum class SummaryRow { kIssueAverage, kOverall, kInstrument, kSubIndicator };
struct SummaryPattern {
  SummaryRow row;
  const char* regex;  // full match on folded text
  const char* example;
};
const std::vector<SummaryPattern>& summary_patterns();
std::optional<SummaryRow> match_summary_row(std::string_view text);

// Result levels as agencies print them.
struct LevelWord {
  const char* word;
};
const std::vector<LevelWord>& level_words();

// The level at the start of `text`, which may have lost or gained spaces inside.
struct LevelMatch {
  std::string_view word;  // as the table spells it
  size_t length = 0;      // bytes of `text` that it takes
};
std::optional<LevelMatch> leading_level(std::string_view text);

}  // namespace prongsai
