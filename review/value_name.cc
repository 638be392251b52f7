// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/value_name.h"

#include <nlohmann/json.hpp>

namespace prongsai::review {
namespace {

using json = nlohmann::ordered_json;

constexpr const char* kPlain[] = {"assessed_year", "plan_year", "report_year", "framework"};
constexpr const char* kOfAgency[] = {"name",     "type",     "subdistrict",
                                     "district", "province", "province_code"};
constexpr const char* kOfResult[] = {"score", "level"};

std::string number_of(const json& part) { return std::to_string(part.at("number").get<int>()); }

}  // namespace

ValueNames::ValueNames(const json& record) {
  for (const char* field : kPlain) places_["/" + std::string(field)] = {"", field};
  for (const char* field : kOfAgency) add("/agency", "agency", field);
  for (const char* field : kOfResult) add("/overall", "overall", field);
  size_t index = 0;
  for (const json& indicator : record.at("indicators")) {
    const std::string path = "/indicators/" + std::to_string(index++);
    const std::string name = "indicator " + number_of(indicator);
    add(path, name, "number");
    for (const char* field : kOfResult) add(path, name, field);
  }
  index = 0;
  for (const json& issue : record.at("issues"))
    add_issue(issue, "/issues/" + std::to_string(index++));
  number(record.at("evidence"));
}

std::string ValueNames::name_of(const std::string& pointer) const {
  const auto found = names_.find(pointer);
  return found == names_.end() ? std::string() : found->second;
}

void ValueNames::add(const std::string& pointer, const std::string& subject, const char* field) {
  places_[pointer + '/' + field] = {subject, field};
}

void ValueNames::add_issue(const json& issue, const std::string& path) {
  const std::string name = "issue " + number_of(issue);
  add(path, name, "number");
  size_t index = 0;
  for (const json& item : issue.at("items")) {
    const std::string place = path + "/items/" + std::to_string(index++);
    const std::string subject = name + ' ' + item.at("code").get<std::string>();
    add(place, subject, "code");
    for (const char* field : kOfResult) add(place, subject, field);
  }
  for (const char* field : kOfResult) add(path + "/average", name + " average", field);
}

void ValueNames::number(const json& evidence) {
  std::map<Place, int> seen;
  for (const auto& [pointer, read] : evidence.items()) {
    const auto place = places_.find(pointer);
    if (place == places_.end()) continue;
    const auto& [subject, field] = place->second;
    const int count = ++seen[place->second];
    const std::string again = count == 1 ? "" : " (" + std::to_string(count) + ")";
    names_[pointer] = subject.empty() ? field + again : subject + again + '/' + field;
  }
}

}  // namespace prongsai::review
