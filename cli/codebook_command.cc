// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/codebook_command.h"

#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "dataset/csv_text.h"
#include "model/codebook.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

json to_json(const Framework& framework) {
  json out = {{"fiscal_year", framework.fiscal_year}, {"status", framework.status}};
  for (const Indicator& indicator : framework.indicators) {
    out["indicators"].push_back({{"number", indicator.number},
                                 {"name", indicator.name},
                                 {"instrument", instrument_name(indicator.instrument)}});
  }
  for (const SubIndicator& sub : framework.sub_indicators) {
    json items = json::array();
    for (const ItemCode& code : sub.items) items.push_back(code.text());
    out["sub_indicators"].push_back(
        {{"code", sub.code}, {"name", sub.name}, {"items", items}, {"status", sub.status}});
  }
  for (const Item& item : framework.items) {
    out["items"].push_back(
        {{"code", item.code.text()},
         {"instrument", instrument_name(item.code.instrument())},
         {"title", item.title.empty() ? json(nullptr) : json(item.title)},
         {"indicator", item.indicator == 0 ? json(nullptr) : json(item.indicator)},
         {"issues", item.issues},
         {"status", item.status}});
  }
  return out;
}

json levels_of(int year) {
  json list = json::array();
  for (const LevelSet& set : codebook().level_sets) {
    if (std::find(set.years.begin(), set.years.end(), year) == set.years.end()) continue;
    for (const Level& level : set.levels)
      list.push_back({{"name", level.name},
                      {"least", level.least ? json(*level.least) : json(nullptr)},
                      {"least_of_each_instrument",
                       level.least_of_each ? json(*level.least_of_each) : json(nullptr)},
                      {"rule", level.rule}});
  }
  return list;
}

void print_csv(const Framework& framework) {
  for (const Item& item : framework.items) {
    std::string issues;
    for (const int issue : item.issues)
      issues += (issues.empty() ? "" : ";") + std::to_string(issue);
    std::cout << fmt::format("{},{},{},{},{},{},{}\n", framework.fiscal_year, item.code.text(),
                             instrument_name(item.code.instrument()),
                             item.indicator == 0 ? "" : std::to_string(item.indicator), issues,
                             csv_field(item.title), csv_field(item.status));
  }
}

}  // namespace

ExitCode run_codebook(const CodebookCommand& command) {
  const Codebook& book = codebook();
  if (command.year != 0 && book.framework(command.year) == nullptr) {
    print_message(
        "", 0,
        fmt::format("no codebook for {}: known are {} to {}", command.year,
                    book.frameworks.front().fiscal_year, book.frameworks.back().fiscal_year));
    return ExitCode::kUsage;
  }
  json out;
  for (const InstrumentInfo& info : book.instruments) {
    out["instruments"].push_back({{"name", instrument_name(info.instrument)},
                                  {"title", info.title},
                                  {"title_en", info.title_en},
                                  {"indicators", info.indicators},
                                  {"weight", info.weight}});
  }
  for (const Issue& issue : book.issues)
    out["issues"].push_back({{"number", issue.number}, {"title", issue.title}});
  if (command.format == CodebookFormat::kCsv)
    std::cout << "fiscal_year,code,instrument,indicator,issues,title,status\n";
  for (const Framework& framework : book.frameworks) {
    if (command.year != 0 && framework.fiscal_year != command.year) continue;
    if (command.format == CodebookFormat::kCsv) {
      print_csv(framework);
    } else {
      json year = to_json(framework);
      year["levels"] = levels_of(framework.fiscal_year);
      out["years"].push_back(std::move(year));
    }
  }
  if (command.format == CodebookFormat::kJson) std::cout << out.dump(1) << '\n';
  return ExitCode::kDone;
}

}  // namespace prongsai
