// SPDX-License-Identifier: GPL-3.0-or-later
// corrections.csv, as a browser has saved it and as anybody may have changed it since.
#include "cli/corrections.h"

#include <algorithm>

#include "cli/agreement.h"
#include "model/record.h"
#include "model/record_values.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

// The few values that the corpus is about.
Record small_record() {
  Record record;
  record.overall.score.value = 82.5;
  record.overall.level.value = "ผ่าน";
  record.agency.name.value = "เทศบาลตำบลหางดง";
  IssueResult issue;
  issue.number.value = 1;
  for (const int number : {1, 1, 2}) {
    ItemResult item;
    item.code.value = ItemCode{'i', number};
    item.result.score.value = 90 + number;
    issue.items.push_back(item);
  }
  record.issues.push_back(issue);
  return record;
}

void apply(const std::vector<Correction>& corrections) {
  Record record = small_record();
  const auto stale = apply_corrections(corrections, record);
  require(stale.size() <= corrections.size(), "a correction is stale or not");
  visit_values(record, [](const std::string& pointer, const ValueName&, const auto& sourced) {
    const auto kind = kind_of_pointer(pointer);
    require(kind.has_value(), "every place of a value has its kind");
    if (!is_decided(sourced.evidence)) return;
    require(sourced.value || may_be_missing(*kind), "what a record needs stays in it");
    if (sourced.value)
      require(canonical_value(*kind, value_text(*sourced.value)) == value_text(*sourced.value),
              "what is decided is a value of its kind");
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string text = tests::text_of(data, size);
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  const CorrectionTable table = read_correction_table(text);
  for (const TypedError& error : table.errors) {
    require(error.line >= 1 && error.line <= lines, "an error stands in a line of the file");
    require(error.column >= 0 && !error.message.empty(), "an error says what is wrong");
  }
  if (!table.has_header) return 0;
  const bool usable = std::ranges::all_of(table.rows, &CorrectionRow::usable);
  require(usable == table.errors.empty() || table.rows.empty(), "a row is used, or in error");
  const Corrections corrections(table.rows);
  const std::string csv = correction_csv(table.rows);
  const CorrectionTable again = read_correction_table(csv);
  if (usable && table.errors.empty()) {
    require(again.errors.empty(), "what is written can be read");
    require(correction_csv(again.rows) == csv, "written again it is the same");
    require(Corrections(again.rows).digest() == corrections.digest(), "and means the same");
  }
  for (const Agreement& one : agreements(corrections.by_document()))
    require(!one.kappa || (*one.kappa >= -1.0001 && *one.kappa <= 1.0001), "kappa is from -1 to 1");
  for (const auto& [sha256, decisions] : corrections.by_document()) apply(corrections.of(sha256));
  return 0;
}
