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

const std::string& found(const std::map<std::string, std::string>& table, const std::string& key) {
  static const std::string kNone;
  const auto it = table.find(key);
  return it == table.end() ? kNone : it->second;
}

std::string number_of(const json& part) { return std::to_string(part.at("number").get<int>()); }

}  // namespace

ValueNames::ValueNames(const json& record) {
  for (const char* field : kPlain) {
    names_.emplace(std::string("/") + field, field);
    pointers_.emplace(field, std::string("/") + field);
  }
  for (const char* field : kOfAgency) add("/agency", "agency", field);
  for (const char* field : kOfResult) add("/overall", "overall", field);
  size_t index = 0;
  for (const json& indicator : record.at("indicators")) {
    const std::string path = "/indicators/" + std::to_string(index++);
    const std::string name = part("indicator " + number_of(indicator));
    add(path, name, "number");
    for (const char* field : kOfResult) add(path, name, field);
  }
  index = 0;
  for (const json& issue : record.at("issues"))
    add_issue(issue, "/issues/" + std::to_string(index++));
}

std::string ValueNames::name_of(const std::string& pointer) const { return found(names_, pointer); }

std::string ValueNames::pointer_of(const std::string& name) const { return found(pointers_, name); }

std::string ValueNames::part(const std::string& name) {
  const int count = ++parts_[name];
  return count == 1 ? name : name + " (" + std::to_string(count) + ")";
}

void ValueNames::add(const std::string& pointer, const std::string& part, const char* field) {
  const std::string place = pointer + '/' + field;
  const std::string name = part + '/' + field;
  names_.emplace(place, name);
  pointers_.emplace(name, place);
}

void ValueNames::add_issue(const json& issue, const std::string& path) {
  const std::string name = "issue " + number_of(issue);
  add(path, part(name), "number");
  size_t index = 0;
  for (const json& item : issue.at("items")) {
    const std::string place = path + "/items/" + std::to_string(index++);
    const std::string item_name = part(name + ' ' + item.at("code").get<std::string>());
    add(place, item_name, "code");
    for (const char* field : kOfResult) add(place, item_name, field);
  }
  const std::string average = part(name + " average");
  for (const char* field : kOfResult) add(path + "/average", average, field);
}

}  // namespace prongsai::review
