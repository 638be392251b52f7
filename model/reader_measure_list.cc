// SPDX-License-Identifier: GPL-3.0-or-later
// Measures that are no rows of a table: a title, and its fields as paragraphs below it.
//   มาตรการที่ ๑ ปรับปรุงเว็บไซต์
//   ขั้นตอน: (๑) ... (๒) ...
//   ระยะเวลา: ต.ค. ๒๕๖๗ - มี.ค. ๒๕๖๘
//   ผู้รับผิดชอบ: สำนักปลัด
#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "model/entries.h"
#include "model/period.h"
#include "model/reader.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Field {
  ColumnRole role = ColumnRole::kNone;
  std::string_view text;
};

// The field that a paragraph begins with. Without a colon its name is a word like others, so that
// what follows must be such a value.
std::optional<Field> leading_field(std::string_view text, int fiscal_year) {
  constexpr size_t kLongestName = 150;  // bytes
  for (const char end : {':', ' '}) {
    const size_t at = std::min(text.find(end), text.size());
    if (at > kLongestName) continue;
    const ColumnRole role = match_header(text.substr(0, at)).role;
    const std::string_view value = trim(text.substr(std::min(text.size(), at + 1)));
    const bool sure = end == ':' || value.empty();
    if (role == ColumnRole::kSteps && sure) return Field{role, value};
    if (role == ColumnRole::kPeriod && (sure || parse_period(value, fiscal_year)))
      return Field{role, value};
    constexpr size_t kLongestUnit = 240;  // bytes
    if (role == ColumnRole::kResponsible && value.size() <= kLongestUnit) return Field{role, value};
    if (role == ColumnRole::kMeasure && end == ':' && !value.empty()) return Field{role, value};
  }
  return std::nullopt;
}

// "มาตรการที่ ๑ ปรับปรุงเว็บไซต์": its title.
std::optional<std::string> numbered_measure(std::string_view text) {
  static const RE2 kNumbered(
      R"((?:มาตรการ|โครงการ|กิจกรรม)(?:ข้อ)?ที่\s*[0-9๐-๙]{1,2}\s*[:.)]?\s*(.+))");
  std::string title;
  if (!RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kNumbered, &title))
    return std::nullopt;
  return title;
}

constexpr size_t kLongestTitle = 900;  // bytes

}  // namespace

bool Reader::read_measure_list(const Passage& passage) {
  const std::string text = without_marker(passage.text());
  const Passage before = std::exchange(passage_before_, passage);
  if (const auto title = numbered_measure(text); title && title->size() <= kLongestTitle) {
    open_list_measure(*title);
    return true;
  }
  const int fiscal_year = plan_year_ != 0 ? plan_year_ : assessed_year_;
  const auto field = leading_field(text, fiscal_year);
  if (!field) {
    // Only steps go on in paragraphs, one each.
    const bool step = list_measure_ && !list_measure_->fields.empty() &&
                      list_measure_->fields.back() == ColumnRole::kSteps &&
                      text.size() < trim(passage.text()).size();
    if (step) {
      list_measure_->steps.push_back(passage.text());
    } else if (list_measure_ && !list_measure_->fields.empty()) {
      list_measure_->fields.push_back(ColumnRole::kNone);
    }
    return step;
  }
  if (field->role == ColumnRole::kMeasure) {
    open_list_measure(field->text);
    return true;
  }
  const bool again =
      list_measure_ && std::find(list_measure_->fields.begin(), list_measure_->fields.end(),
                                 field->role) != list_measure_->fields.end();
  if (!list_measure_ || again) {
    const std::string title = without_marker(before.text());
    const bool heading = before.is_marked_heading() || title.size() < trim(before.text()).size();
    if (!speaks_of_scores() || !heading || title.empty() || title.size() > kLongestTitle)
      return false;
    open_list_measure(title);
  }
  ListMeasure& open = *list_measure_;
  open.fields.push_back(field->role);
  if (field->role == ColumnRole::kSteps) {
    if (!field->text.empty()) open.steps.emplace_back(field->text);
  } else if (field->role == ColumnRole::kPeriod) {
    open.measure.period = parse_period(field->text, fiscal_year);
    if (!open.measure.period) {
      open.measure.period = Period();
      open.measure.period->text = collapse_spaces(field->text);
    }
  } else {
    open.measure.responsible = responsible_units(split_texts({std::string(field->text)}));
  }
  return true;
}

void Reader::open_list_measure(std::string_view title) {
  close_list_measure();
  ListMeasure open;
  open.measure.title = collapse_spaces(title);
  if (issue_ != 0) open.measure.issue = issue_;
  if (indicator_ != 0) open.measure.indicator = indicator_;
  list_measure_ = std::move(open);
}

// A title with fewer than two fields below it is no measure.
void Reader::close_list_measure() {
  if (!list_measure_) return;
  const std::vector<ColumnRole>& fields = list_measure_->fields;
  const auto named = std::count_if(fields.begin(), fields.end(),
                                   [](ColumnRole role) { return role != ColumnRole::kNone; });
  if (named >= 2) {
    Measure& measure = list_measure_->measure;
    for (const Entry& entry : split_texts(list_measure_->steps))
      measure.steps.push_back(collapse_spaces(entry.text));
    record_.measures.push_back(std::move(measure));
    record_.has_measures = true;
  }
  list_measure_.reset();
  measure_open_ = false;
}

}  // namespace prongsai
