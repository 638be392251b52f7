// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/framework.h"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "model/record.h"
#include "model/record_values.h"
#include "model/score_net.h"

namespace prongsai::review {
namespace {

using json = nlohmann::ordered_json;

void put_score(const json& part, Sourced<double>& score) {
  if (!part.is_object()) return;
  const auto found = part.find("score");
  if (found != part.end() && found->is_number()) score.value = found->get<double>();
}

ItemResult item_of(const json& item) {
  ItemResult result;
  const auto code = canonical_value(SourcedKind::kItemCode, item.at("code").get<std::string>());
  if (code) set_value(*code, result.code.value.emplace());
  put_score(item, result.result.score);
  return result;
}

// As far as scores go: checks compare those, whatever their evidence.
Record scores_of(const json& record) {
  Record scores;
  put_score(record.at("overall"), scores.overall.score);
  for (const json& indicator : record.at("indicators"))
    put_score(indicator, scores.indicators.emplace_back().result.score);
  for (const json& issue : record.at("issues")) {
    IssueResult& result = scores.issues.emplace_back();
    for (const json& item : issue.at("items")) result.items.push_back(item_of(item));
    put_score(issue.at("average"), result.average.score);
  }
  return scores;
}

}  // namespace

const Framework& framework_of(const json& record) {
  const auto year = record.find("framework");
  const Framework* framework =
      year != record.end() && year->is_string()
          ? codebook().framework(std::atoi(year->get_ref<const std::string&>().c_str()))
          : nullptr;
  return framework != nullptr ? *framework : codebook().frameworks.back();
}

std::map<Instrument, double> shares_shown(const json& record) {
  Record scores = scores_of(record);
  const ScoreNet net = score_net(framework_of(record), scores);
  std::map<Instrument, double> shares;
  for (const auto& [instrument, respondents] : net.respondents)
    shares.emplace(instrument, share_shown(net, instrument));
  return shares;
}

}  // namespace prongsai::review
