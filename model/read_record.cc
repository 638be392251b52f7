// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/read_record.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "model/agency.h"
#include "model/checks.h"
#include "model/framework_choice.h"
#include "model/item_code.h"
#include "model/number.h"
#include "model/passage.h"
#include "model/patterns.h"
#include "model/prose.h"
#include "model/reader.h"
#include "model/text.h"
#include "model/titles.h"
#include "model/years.h"

namespace prongsai {
namespace {

// A block with its lines joined to paragraphs.
struct Unit {
  Passage passage;
  const Table* table = nullptr;
};

// Whether a line begins with an item's code. A zero for its letter counts where a word before it or
// a colon behind it says that it is one: "ข้อคำถาม : ๐๓๓ ...", "๐๑๒ : ...".
bool begins_with_code(std::string_view line) {
  const auto code = leading_code(line);
  if (!code) return false;
  if (code->letter_read) return true;
  if (!code->code) return false;
  if (trim(line).starts_with("ข้อ")) return true;
  const std::string_view behind = trim(line.substr(code->end));
  return behind.starts_with(":") && leading_digits(behind.substr(1), 1).length == 0;
}

// Whether a line begins something of its own whatever its place on the page says: a label with its
// text, an entry with a code, a heading.
bool begins_anew(const Line& line) {
  if (line.starts_paragraph) return true;
  const auto label = match_label(line.text);
  if (label && (label->colon || label->length >= line.text.size())) return true;
  if (begins_with_code(line.text)) return true;
  const auto average = find_average_phrase(line.text);
  if (average && average->begin == 0) return true;
  const auto heading = match_issue_heading(line.text);
  return heading && heading->named && issue_heading(line.text).has_value();
}

std::vector<Unit> units_of(const std::vector<Block>& blocks) {
  std::vector<Unit> units;
  bool open = false;  // the last unit is a paragraph
  for (const Block& block : blocks) {
    if (const auto* table = std::get_if<Table>(&block)) {
      units.push_back({{}, table});
      open = false;
      continue;
    }
    const Line& line = std::get<Line>(block);
    if (!open || begins_anew(line)) units.emplace_back();
    units.back().passage.add(line);
    open = true;
  }
  std::erase_if(units,
                [](const Unit& unit) { return unit.table == nullptr && unit.passage.empty(); });
  return units;
}

// The title: the first line of a kind that titles reports, with the line that goes on with it.
std::optional<std::string> title_of(const std::vector<Passage>& passages) {
  constexpr size_t kFirstLines = 25;
  for (size_t i = 0; i < std::min(passages.size(), kFirstLines); ++i) {
    const std::string folded = fold(passages[i].text());
    const bool about = folded.find("คุณธรรมและความโปร่งใส") != std::string::npos;
    constexpr size_t kLongestTitle = 900;  // bytes
    if (!about || folded.size() > kLongestTitle) continue;
    std::string title = collapse_spaces(passages[i].text());
    if (i + 1 < passages.size()) {
      const std::string next = collapse_spaces(passages[i + 1].text());
      const std::string next_folded = fold(next);
      const bool goes_on = next_folded.starts_with("ประจำปี") ||
                           next_folded.starts_with("ในการดำเนิน") ||
                           next_folded.starts_with("ภายใน") || next_folded.starts_with("ของ");
      if (goes_on && next_folded.size() < kLongestTitle) title += ' ' + next;
    }
    return title;
  }
  return std::nullopt;
}

// Whether a short line among the first speaks of results of "ITA" or of its analysis.
bool names_ita(const std::vector<Passage>& passages) {
  static const RE2 kNamed(
      R"((?i)(?:ผลการประเมิน|การประเมิน|วิเคราะห์ผล|ผลการวิเคราะห์|ผลคะแนน|ผล)\s*(?:การประเมิน)?\s*ITA\b)");
  constexpr size_t kFirstLines = 25;
  constexpr size_t kLongestLine = 600;  // bytes
  return std::any_of(
      passages.begin(),
      passages.begin() + static_cast<std::ptrdiff_t>(std::min(passages.size(), kFirstLines)),
      [](const Passage& passage) {
        return passage.text().size() <= kLongestLine && RE2::PartialMatch(passage.text(), kNamed);
      });
}

// How often each line stands in the document; running titles stand on several pages.
class Repetitions {
 public:
  explicit Repetitions(const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) ++counts_[fold(passage.text())];
  }
  bool repeated(const Passage& passage) const { return counts_.at(fold(passage.text())) >= 2; }

 private:
  std::unordered_map<std::string, int> counts_;
};

bool has_findings(const Record& record) {
  return std::any_of(record.issues.begin(), record.issues.end(), [](const IssueResult& issue) {
    return !issue.items.empty() || !issue.findings.empty() || !issue.average.empty();
  });
}

}  // namespace

Record read_record(const std::vector<Block>& blocks, const ReadOptions& options) {
  const std::vector<Unit> units = units_of(blocks);
  std::vector<Passage> passages;
  for (const Unit& unit : units) {
    if (unit.table == nullptr) passages.push_back(unit.passage);
  }
  const DocumentYears years = find_years(passages);
  const FrameworkChoice choice =
      choose_framework(blocks, years.assessed.value.value_or(0), options.year);
  const ItemResolver& resolver = item_resolver(*choice.framework);

  const std::optional<std::string> title = title_of(passages);
  const Repetitions repetitions(passages);
  Reader reader(resolver,
                years.assessed.value.value_or(choice.by_items ? choice.framework->fiscal_year : 0),
                years.plan.value.value_or(years.report.value.value_or(0)), title.has_value(),
                names_ita(passages));
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].table != nullptr) {
      reader.read_table(*units[i].table);
      continue;
    }
    // A title between two pieces of one table is a running title.
    const Table* next = i + 1 < units.size() ? units[i + 1].table : nullptr;
    if (i > 0 && units[i - 1].table != nullptr && next != nullptr && next->continues_previous &&
        match_section(units[i].passage.text())) {
      continue;
    }
    reader.read_passage(units[i].passage, repetitions.repeated(units[i].passage));
  }
  Record record = reader.finish();
  record.has_analysis =
      has_findings(record) || !record.indicators.empty() || !record.overall.empty();
  const bool about_ita = record.has_analysis || record.has_measures || record.has_implementation;
  record.title = title;
  if (about_ita) {
    record.assessed_year = years.assessed;
    record.plan_year = years.plan;
    if (record.has_implementation) record.report_year = years.report;
  }
  if (about_ita || record.title) record.agency = find_agency(blocks);
  settle_framework(choice, about_ita, record);
  const auto check = [&](Record& read) {
    const Framework* framework = codebook().framework(read.framework.value.value_or(0));
    run_checks(framework != nullptr ? *framework : *choice.framework, read);
  };
  if (!options.corrections.empty()) {
    Record shown = record;
    check(shown);
    record.stale_corrections = apply_corrections(options.corrections, shown, record);
  }
  check(record);
  keep_decided_trust(record);
  return record;
}

}  // namespace prongsai
