// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/agencies.h"

#include <nlohmann/json.hpp>

#include "dataset/sha256.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr size_t kIdLength = 12;

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string text_of(const FieldValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : *text;
}

FieldValue value_of(const std::string& text) {
  return text.empty() ? FieldValue() : FieldValue(text);
}

}  // namespace

std::string agency_id(const json& record) {
  const json& agency = record.at("agency");
  const std::string name = text_of(agency.at("name"));
  if (name.empty()) return {};
  const std::string place = text_of(agency.at("district")) + '\n' + text_of(agency.at("province"));
  return sha256_hex(name + '\n' + place).substr(0, kIdLength);
}

void AgencyRegister::add(const json& record) {
  const std::string id = agency_id(record);
  if (id.empty()) return;
  const json& agency = record.at("agency");
  Entry& entry = entries_[id];
  entry.values.resize(6);
  const char* const keys[] = {"name",     "type",     "subdistrict",
                              "district", "province", "province_code"};
  for (size_t i = 0; i < entry.values.size(); ++i) {
    // Where documents differ in what they leave out, the first that says it counts.
    if (std::holds_alternative<std::monostate>(entry.values[i]) && agency.at(keys[i]).is_string())
      entry.values[i] = agency.at(keys[i]).get<std::string>();
  }
  ++entry.documents;
  for (const json& variant : agency.at("variants")) {
    const std::string text = text_of(variant.at("text"));
    if (text != text_of(agency.at("name"))) entry.aliases.insert(text);
  }
}

std::vector<TableRow> AgencyRegister::rows(const FindCodes& find) const {
  std::vector<TableRow> rows;
  for (const auto& [id, entry] : entries_) {
    TableRow row = {id};
    row.insert(row.end(), entry.values.begin(), entry.values.end());
    const AgencyCodes codes =
        find(text_of(entry.values[5]), text_of(entry.values[3]), text_of(entry.values[2]));
    row.push_back(value_of(codes.district));
    row.push_back(value_of(codes.subdistrict));
    row.emplace_back(entry.documents);
    std::string aliases;
    for (const std::string& alias : entry.aliases) aliases += (aliases.empty() ? "" : "\n") + alias;
    row.push_back(value_of(aliases));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace prongsai
