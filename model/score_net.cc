// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/score_net.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace prongsai {
namespace {

AnswerScale scale_of(int year) {
  return year <= 2566 ? AnswerScale::kFourSteps : AnswerScale::kSixSteps;
}

}  // namespace

bool ScoreNet::may_be(size_t cell, double value) const {
  if (value < -kNoise || value > 100 + kNoise) return false;
  const ScoreCell& c = cells[cell];
  if (c.code.number == 0) return true;
  const Instrument instrument = c.code.instrument();
  if (instrument == Instrument::kOit)
    return !zero_or_hundred || std::abs(std::remainder(value, 50)) < kNoise;
  const auto it = respondents.find(instrument);
  if (it == respondents.end()) return true;
  const double rounding = c.half_unit > 0 ? c.half_unit : half_unit;
  return may_be_mean(value, rounding, it->second);
}

ScoreNet score_net(const Framework& framework, Record& record) {
  ScoreNet net;
  net.cells = score_cells(record);
  net.relations = score_relations(framework, net.cells);
  size_t others = 0;
  size_t oit = 0;
  std::map<Instrument, std::vector<double>> scores;
  std::set<ItemCode> seen;  // an item that stands in two issues counts once
  for (const ScoreCell& cell : net.cells) {
    net.half_unit = std::max(net.half_unit, cell.half_unit);
    if (!cell.is_item() || !seen.insert(cell.code).second) continue;
    if (cell.code.instrument() == Instrument::kOit) {
      ++oit;
      others += std::abs(std::remainder(cell.value, 50)) < kNoise ? 0 : 1;
    } else {
      scores[cell.code.instrument()].push_back(cell.value);
    }
  }
  net.zero_or_hundred = framework.fiscal_year >= 2567 && oit >= 5 && others * 8 <= oit;
  for (const auto& [instrument, values] : scores) {
    // How people answered the EIT of FY2566 is not known.
    const bool known = framework.fiscal_year >= 2567 || instrument == Instrument::kIit;
    if (!known) continue;
    if (auto found = infer_respondents(values, net.half_unit, scale_of(framework.fiscal_year)))
      net.respondents.emplace(instrument, *found);
  }
  return net;
}

double share_shown(const ScoreNet& net, Instrument instrument) {
  const auto found = net.respondents.find(instrument);
  if (found == net.respondents.end()) return 0;
  std::vector<double> scores;
  for (const ScoreCell& cell : net.cells) {
    if (cell.is_item() && cell.code.instrument() == instrument) scores.push_back(cell.value);
  }
  return detection_power(scores, found->second);
}

}  // namespace prongsai
