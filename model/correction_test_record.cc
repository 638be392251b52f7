// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/correction_test_record.h"

#include <utility>

#include "model/record_values.h"

namespace prongsai::tests {
namespace {

std::string text_of(const Record& record, std::string PlacedValue::*by, const std::string& wanted) {
  for (const PlacedValue& value : placed_values(record)) {
    if (value.*by == wanted) return value.text;
  }
  return {};
}

}  // namespace

Correction correction(std::string what, std::string was, std::string is, std::string who,
                      std::string when) {
  return {"", std::move(what), std::move(was), std::move(is), std::move(who), std::move(when)};
}

ItemResult item(const char* code, double score, double confidence) {
  ItemResult result;
  set_value(code, result.code.value.emplace());
  result.result.score.value = score;
  result.result.score.evidence.text = value_text(score);
  result.result.score.evidence.confidence = confidence;
  result.result.score.evidence.box = Box{};
  return result;
}

Record record_of_all() {
  Record record;
  record.agency.name.value = "เทศบาลตำบลหางดง";
  record.agency.type.value = AgencyType::kSubdistrictMunicipality;
  record.agency.subdistrict.value = "หางดง";
  record.agency.district.value = "หางดง";
  record.agency.province.value = "เชียงราย";
  record.agency.province_code.value = "57";
  record.assessed_year.value = 2567;
  record.plan_year.value = 2568;
  record.report_year.value = 2568;
  record.framework.value = 2567;
  record.overall.score.value = 82.5;
  record.overall.level.value = "ผ่าน";
  record.indicators.resize(1);
  record.indicators[0].number.value = 4;
  record.indicators[0].result.score.value = 90.1;
  record.indicators[0].result.level.value = "ดี";
  IssueResult issue;
  issue.number.value = 3;
  issue.items = {item("i12", 91), item("i12", 92)};
  issue.average.score.value = 91.5;
  issue.average.level.value = "A";
  record.issues.push_back(issue);
  return record;
}

std::string text_at(const Record& record, const std::string& pointer) {
  return text_of(record, &PlacedValue::pointer, pointer);
}

std::string text_named(const Record& record, const std::string& name) {
  return text_of(record, &PlacedValue::name, name);
}

}  // namespace prongsai::tests
