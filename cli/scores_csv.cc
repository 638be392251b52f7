// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scores_csv.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "cli/csv_field.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

std::string plain(const json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  return fmt::format("{:.2f}", value.get<double>());
}

class Rows {
 public:
  explicit Rows(const json& record) : record_(record) {
    const json& agency = record.at("agency");
    const json& year = record.at("assessed_year");
    for (const json& value : {record.at("document").at("id"), record.at("document").at("source"),
                              agency.at("name"), agency.at("type"), agency.at("province_code"),
                              agency.at("province"), agency.at("district"), year}) {
      document_ += csv_field(plain(value)) + ',';
    }
    document_ += (year.is_null() ? std::string() : std::to_string(year.get<int>() - 543)) + ',';
    document_ += csv_field(plain(record.at("framework"))) + ',';
  }

  std::string write() {
    if (!record_.at("overall").is_null())
      add("overall", "", "", "", "", record_.at("overall"), "/overall");
    const json& indicators = record_.at("indicators");
    for (size_t i = 0; i < indicators.size(); ++i) {
      add("indicator", "", plain(indicators[i].at("number")), plain(indicators[i].at("instrument")),
          "", indicators[i], fmt::format("/indicators/{}", i));
    }
    const json& issues = record_.at("issues");
    for (size_t i = 0; i < issues.size(); ++i) {
      const std::string number = plain(issues[i].at("number"));
      const json& items = issues[i].at("items");
      for (size_t j = 0; j < items.size(); ++j) {
        add("item", number, "", plain(items[j].at("instrument")), plain(items[j].at("code")),
            items[j], fmt::format("/issues/{}/items/{}", i, j));
      }
      if (!issues[i].at("average").is_null())
        add("issue_average", number, "", "", "", issues[i].at("average"),
            fmt::format("/issues/{}/average", i));
    }
    return out_;
  }

 private:
  void add(const char* kind, const std::string& issue, const std::string& indicator,
           const std::string& instrument, const std::string& code, const json& value,
           const std::string& path) {
    const json& score = value.at("score");
    const json& level = value.at("level");
    out_ += document_;
    for (const std::string& text :
         {std::string(kind), issue, indicator, instrument, code, plain(score), plain(level)})
      out_ += csv_field(text) + ',';
    const auto found = record_.at("evidence").find(path + (score.is_null() ? "/level" : "/score"));
    if (found == record_.at("evidence").end()) {
      out_ += ",,,,,,,,\n";
      return;
    }
    const json& box = found->at("box");
    out_ += plain(found->at("trust")) + ',' + plain(found->at("page")) + ',';
    for (size_t i = 0; i < 4; ++i)
      out_ += (box.is_null() ? std::string() : fmt::format("{:.1f}", box[i].get<double>())) + ',';
    out_ += csv_field(plain(found->at("text"))) + ',' + plain(found->at("method")) + ',' +
            fmt::format("{:.3f}", found->at("confidence").get<double>()) + '\n';
  }

  const json& record_;
  std::string document_;
  std::string out_;
};

}  // namespace

std::string scores_csv_header() {
  return "document_id,source,agency,agency_type,province_code,province,district,assessed_year,"
         "assessed_year_ce,framework,kind,"
         "issue,indicator,instrument,code,score,level,trust,page,x0,y0,x1,y1,text,method,"
         "confidence\n";
}

std::string scores_csv_rows(const json& record) { return Rows(record).write(); }

}  // namespace prongsai
