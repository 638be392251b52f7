// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/gold.h"

#include <nlohmann/json.hpp>

namespace prongsai::testdata {
namespace {

using json = nlohmann::ordered_json;

json or_null(const std::string& text) { return text.empty() ? json() : json(text); }

json or_null(int number) { return number == 0 ? json() : json(number); }

json score_of(const GoldScore& result) { return result.score ? json(*result.score) : json(); }

json result_of(const GoldScore& result) {
  return {{"score", score_of(result)}, {"level", or_null(result.level)}};
}

json accept_value(const std::string& field, const std::string& value) {
  if (value == "null") return json();
  return field.ends_with("_year") ? json(std::stoi(value)) : json(value);
}

json issue_of(const GoldIssue& issue) {
  json items = json::array();
  for (const GoldItem& item : issue.items) {
    items.push_back({{"code", item.code},
                     {"instrument", item.instrument},
                     {"score", score_of(item.result)},
                     {"level", or_null(item.result.level)}});
  }
  json findings;
  if (issue.findings_scored) {
    findings = json::array();
    for (const GoldFinding& finding : issue.findings) {
      json entry = {{"kind", finding.kind}, {"codes", finding.codes}, {"text", finding.text}};
      if (!finding.accept_kinds.empty()) entry["accept_kinds"] = finding.accept_kinds;
      findings.push_back(std::move(entry));
    }
  }
  return {{"number", issue.number},
          {"items", std::move(items)},
          {"average", issue.average ? result_of(*issue.average) : json()},
          {"findings", std::move(findings)}};
}

json measure_of(const Measure& measure) {
  return {{"issue", or_null(measure.issue)},
          {"indicator", or_null(measure.indicator)},
          {"title", measure.title},
          {"steps", measure.steps},
          {"period",
           {{"text", measure.period.text},
            {"start", measure.period.start},
            {"end", measure.period.end}}},
          {"responsible", measure.responsible},
          {"results", measure.results},
          {"outcomes", measure.outcomes}};
}

json agency_of(const GoldAgency& agency) {
  return {{"name", agency.name},
          {"type", agency.type},
          {"subdistrict", or_null(agency.subdistrict)},
          {"district", or_null(agency.district)},
          {"province", or_null(agency.province)},
          {"province_code", or_null(agency.province_code)},
          {"variants", agency.variants}};
}

json planted_of(const Planted& plant) {
  if (plant.is_number) {
    return {{"path", plant.path},
            {"printed", std::stod(plant.printed)},
            {"consistent", std::stod(plant.consistent)}};
  }
  return {{"path", plant.path}, {"printed", plant.printed}, {"consistent", plant.consistent}};
}

}  // namespace

GoldIssue& Gold::issue(int number) {
  for (GoldIssue& one : issues) {
    if (one.number == number) return one;
  }
  issues.emplace_back();
  issues.back().number = number;
  return issues.back();
}

std::string to_json(const Gold& gold) {
  json out = {{"id", gold.id},
              {"layout", gold.layout},
              {"variant", gold.variant},
              {"variant_of", or_null(gold.variant_of)},
              {"file", gold.file},
              {"assessed_year", or_null(gold.assessed_year)},
              {"plan_year", or_null(gold.plan_year)},
              {"report_year", or_null(gold.report_year)},
              {"framework", or_null(gold.framework)},
              {"agency", agency_of(gold.agency)},
              {"overall", gold.overall ? result_of(*gold.overall) : json()}};
  out["indicators"] = json::array();
  for (const GoldIndicator& indicator : gold.indicators) {
    out["indicators"].push_back({{"number", indicator.number},
                                 {"instrument", indicator.instrument},
                                 {"score", score_of(indicator.result)},
                                 {"level", or_null(indicator.result.level)}});
  }
  out["issues"] = json::array();
  for (const GoldIssue& issue : gold.issues) out["issues"].push_back(issue_of(issue));
  out["measures"] = json::array();
  for (const Measure& measure : gold.measures) out["measures"].push_back(measure_of(measure));
  out["limitations"] = gold.limitations;
  out["planted"] = json::array();
  for (const Planted& plant : gold.planted) out["planted"].push_back(planted_of(plant));
  out["accept"] = json::object();
  for (const auto& [field, value] : gold.accept) {
    out["accept"][field].push_back(accept_value(field, value));
  }
  return out.dump(1) + "\n";
}

}  // namespace prongsai::testdata
