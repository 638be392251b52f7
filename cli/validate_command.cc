// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/validate_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "cli/agency_match.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/records.h"
#include "cli/typed_table.h"
#include "dataset/csv_text.h"
#include "extract/read_document.h"
#include "model/text.h"
#include "normalize/decode.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr double kSame = 0.005 - 1e-9;

struct Published {
  double score = 0;
  std::string trust;
  std::string source;
  int page = 0;
};

// The scores of a record by code; several where an item stands in two issues.
std::map<std::string, std::vector<Published>> published_in(const json& record) {
  std::map<std::string, std::vector<Published>> out;
  const json& evidence = record.at("evidence");
  const auto add = [&](const std::string& code, const json& score, const std::string& pointer) {
    if (!score.is_number()) return;
    Published one;
    one.score = score.get<double>();
    one.source = record.at("document").at("source").get<std::string>();
    if (const auto it = evidence.find(pointer); it != evidence.end()) {
      one.trust = it->value("trust", "");
      one.page = it->value("page", 0);
    }
    out[code].push_back(std::move(one));
  };
  if (record.at("overall").is_object())
    add("overall", record.at("overall").at("score"), "/overall/score");
  const json& issues = record.at("issues");
  for (size_t i = 0; i < issues.size(); ++i) {
    const json& items = issues[i].at("items");
    for (size_t j = 0; j < items.size(); ++j)
      add(items[j].at("code").get<std::string>(), items[j].at("score"),
          fmt::format("/issues/{}/items/{}/score", i, j));
  }
  return out;
}

class Validator {
 public:
  Validator(const std::vector<json>& records, std::ostream& out) : records_(records), out_(out) {
    for (size_t i = 0; i < records.size(); ++i) {
      scores_.push_back(published_in(records[i]));
      for (const std::string& name : names_of_agency(records[i])) by_name_[name].push_back(i);
    }
  }

  void validate(const TypedTable& table) {
    out_ << "agency,year,code,typed,published,difference,verdict,trust,source,page\n";
    for (const TypedScore& typed : table.scores) judge(typed);
    for (const auto& [record, typed] : covered_) missing(record, typed.first, typed.second);
  }

  bool all_same() const { return all_same_; }

 private:
  struct Place {
    std::vector<size_t> records;  // of this agency and year
    bool unclear = false;
  };

  Place place_of(const TypedScore& typed) const {
    Place place;
    const AgencyName name = agency_name(typed.agency, typed.district, typed.province);
    std::set<std::string> places;
    const auto named = by_name_.find(name.name);
    if (named == by_name_.end()) return place;
    for (const size_t i : named->second) {
      const AgencyMatch match = match_place(name, records_[i]);
      if (match == AgencyMatch::kOther) continue;
      const json& year = records_[i].at("assessed_year");
      if (year.is_number() && year.get<int>() != typed.year) continue;
      place.unclear = place.unclear || match == AgencyMatch::kUnclear || !year.is_number();
      const json& agency = records_[i].at("agency");
      places.insert(agency.at("province").dump() + agency.at("district").dump());
      place.records.push_back(i);
    }
    place.unclear = place.unclear || places.size() > 1;
    return place;
  }

  void judge(const TypedScore& typed) {
    const Place place = place_of(typed);
    if (place.records.empty()) return print(typed, {}, "no_document");
    if (place.unclear) return print(typed, {}, "unclear");
    std::vector<Published> found;
    for (const size_t record : place.records) {
      auto& [first, codes] = covered_[record];
      if (codes.empty()) first = typed;
      codes.insert(typed.code);
      if (const auto it = scores_[record].find(typed.code); it != scores_[record].end())
        found.insert(found.end(), it->second.begin(), it->second.end());
    }
    if (found.empty()) return print(typed, {}, "not_published");
    const bool agree = std::ranges::all_of(found, [&](const Published& one) {
      return std::abs(one.score - found.front().score) < kSame;
    });
    const bool sure = std::ranges::all_of(found, [](const Published& one) {
      return one.trust != "doubtful" && one.trust != "conflicting";
    });
    const bool same = agree && std::abs(typed.score - found.front().score) < kSame;
    print(typed, found.front(), same ? "same" : agree && sure ? "different" : "unclear");
  }

  // What the document says and nobody typed.
  void missing(size_t record, const TypedScore& typed, const std::set<std::string>& codes) {
    for (const auto& [code, found] : scores_[record]) {
      if (codes.contains(code) || code == "overall") continue;
      TypedScore row = typed;
      row.code = code;
      print(row, found.front(), "not_typed");
    }
  }

  void print(const TypedScore& typed, const std::optional<Published>& published,
             const std::string& verdict) {
    all_same_ = all_same_ && verdict == "same";
    const bool has_typed = verdict != "not_typed";
    out_ << csv_field(clean_utf8(typed.agency)) << ',' << typed.year << ',' << typed.code << ','
         << (has_typed ? fmt::format("{:.2f}", typed.score) : "") << ',';
    if (published) {
      out_ << fmt::format("{:.2f},", published->score)
           << (has_typed ? fmt::format("{:.2f}", typed.score - published->score) : "");
    } else {
      out_ << ',';
    }
    out_ << ',' << verdict << ',' << (published ? published->trust : "") << ','
         << (published ? csv_field(clean_utf8(published->source)) : "") << ','
         << (published && published->page > 0 ? std::to_string(published->page) : "") << '\n';
  }

  const std::vector<json>& records_;
  std::ostream& out_;
  std::vector<std::map<std::string, std::vector<Published>>> scores_;
  std::map<std::string, std::vector<size_t>> by_name_;  // records, by the names of their agencies
  std::map<size_t, std::pair<TypedScore, std::set<std::string>>> covered_;
  bool all_same_ = true;
};

}  // namespace

bool print_verdicts(const std::vector<json>& records, const TypedTable& table, std::ostream& out) {
  Validator validator(records, out);
  validator.validate(table);
  return validator.all_same();
}

ExitCode run_validate(const ValidateCommand& command) {
  const auto standard_input = std::count(command.against.begin(), command.against.end(), "-");
  if (standard_input + (command.typed == "-" ? 1 : 0) > 1) {
    print_message("-", 0, "standard input can be read once only");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  TypedTable table;
  try {
    table = read_typed_table(normalize::decoded(read_input(
        Input{command.typed == "-" ? "standard input" : command.typed, command.typed == "-"})));
  } catch (const Error& error) {
    print_message(command.typed, 0, error.what());
    return ExitCode::kUsage;
  }
  for (const TypedError& error : table.errors) {
    const std::string column =
        error.column > 0 ? fmt::format("column {}: ", error.column) : std::string();
    print_message(command.typed, error.line, column + clean_utf8(error.message));
  }
  if (table.scores.empty() && !table.errors.empty()) return ExitCode::kUsage;
  const RecordsRead read =
      read_records(command.against, command.pipeline, command.timeout, command.memory_mib);
  const bool all_same = print_verdicts(read.records, table, std::cout);
  std::cout.flush();
  if (!read.complete) return ExitCode::kIncomplete;
  return all_same && table.errors.empty() ? ExitCode::kDone : ExitCode::kDisagrees;
}

}  // namespace prongsai
