// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "model/diagnostic.h"
#include "model/embedded.h"

namespace prongsai {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(std::string_view file, const std::string& why) {
  throw Error(ErrorCode::kInternal, std::string(file), 0, "codebook: " + why);
}

std::string text_or_empty(const json& object, const char* key) {
  const auto it = object.find(key);
  return it == object.end() || it->is_null() ? std::string() : it->get<std::string>();
}

ItemCode parse_code(const std::string& text, std::string_view file) {
  const bool shaped =
      text.size() >= 2 && text.size() <= 3 && instrument_of_prefix(text[0]) && text[1] != '0' &&
      std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!shaped) refuse(file, "'" + text + "' is no item code");
  return {text[0], std::stoi(text.substr(1))};
}

Instrument parse_instrument(const std::string& name, std::string_view file) {
  if (name == "IIT") return Instrument::kIit;
  if (name == "EIT") return Instrument::kEit;
  if (name == "OIT") return Instrument::kOit;
  refuse(file, "'" + name + "' is no instrument");
}

Item parse_item(const json& row, std::string_view file) {
  Item item;
  item.code = parse_code(row.at("code").get<std::string>(), file);
  item.title = text_or_empty(row, "title");
  item.variants = row.at("variants").get<std::vector<std::string>>();
  item.indicator = row.at("indicator").is_null() ? 0 : row.at("indicator").get<int>();
  item.sub_indicator = text_or_empty(row, "sub_indicator");
  item.issues = row.at("issues").get<std::vector<int>>();
  item.answer = text_or_empty(row, "answer");
  item.status = text_or_empty(row, "status");
  return item;
}

void check(const Framework& framework, std::string_view file) {
  std::set<ItemCode> codes;
  for (const Item& item : framework.items) {
    if (!codes.insert(item.code).second) refuse(file, item.code.text() + " stands twice");
    for (const int issue : item.issues) {
      if (issue < 1 || issue > 7) refuse(file, item.code.text() + ": there is no such issue");
    }
    if (item.indicator == 0) continue;
    const Indicator* indicator = framework.find_indicator(item.indicator);
    if (indicator == nullptr || indicator->instrument != item.code.instrument()) {
      refuse(file, item.code.text() + ": the indicator is of another instrument");
    }
  }
  for (const SubIndicator& sub : framework.sub_indicators) {
    for (const ItemCode& code : sub.items) {
      if (!codes.contains(code)) refuse(file, sub.code + " names the unknown item " + code.text());
    }
  }
}

void parse_common(Codebook& book, std::string_view file) {
  const json common = json::parse(embedded_file(file));
  for (const json& row : common.at("instruments")) {
    book.instruments.push_back({parse_instrument(row.at("name"), file), row.at("title"),
                                row.at("title_en"), row.at("indicators").get<std::vector<int>>(),
                                row.at("weight")});
  }
  for (const json& row : common.at("issues")) {
    book.issues.push_back(
        {row.at("number"), row.at("title"), row.at("variants").get<std::vector<std::string>>()});
  }
  for (const json& row : common.at("levels")) {
    LevelSet set{row.at("id"), row.at("years").get<std::vector<int>>(), row.at("status"), {}};
    for (const json& level : row.at("levels")) {
      Level entry{level.at("name"), {}, {}, text_or_empty(level, "rule")};
      if (!level.at("min").is_null()) entry.least = level.at("min").get<double>();
      if (!level.at("min_of_each_instrument").is_null())
        entry.least_of_each = level.at("min_of_each_instrument").get<double>();
      set.levels.push_back(std::move(entry));
    }
    book.level_sets.push_back(std::move(set));
  }
}

Codebook load() {
  Codebook book;
  parse_common(book, "common.json");
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name.size() == 9 && file.name.starts_with("25") && file.name.ends_with(".json")) {
      book.frameworks.push_back(parse_framework(file.content, file.name));
    }
  }
  std::sort(book.frameworks.begin(), book.frameworks.end(),
            [](const Framework& a, const Framework& b) { return a.fiscal_year < b.fiscal_year; });
  return book;
}

}  // namespace

const char* instrument_name(Instrument instrument) {
  switch (instrument) {
    case Instrument::kIit:
      return "IIT";
    case Instrument::kEit:
      return "EIT";
    case Instrument::kOit:
      return "OIT";
  }
  return "";
}

char instrument_prefix(Instrument instrument) {
  return instrument == Instrument::kIit ? 'i' : instrument == Instrument::kEit ? 'e' : 'o';
}

std::optional<Instrument> instrument_of_prefix(char prefix) {
  if (prefix == 'i') return Instrument::kIit;
  if (prefix == 'e') return Instrument::kEit;
  if (prefix == 'o') return Instrument::kOit;
  return std::nullopt;
}

const Item* Framework::find(ItemCode code) const {
  const auto it =
      std::find_if(items.begin(), items.end(), [&](const Item& i) { return i.code == code; });
  return it == items.end() ? nullptr : &*it;
}

const Indicator* Framework::find_indicator(int number) const {
  const auto it = std::find_if(indicators.begin(), indicators.end(),
                               [&](const Indicator& i) { return i.number == number; });
  return it == indicators.end() ? nullptr : &*it;
}

const Framework* Codebook::framework(int fiscal_year) const {
  const auto it = std::find_if(frameworks.begin(), frameworks.end(),
                               [&](const Framework& f) { return f.fiscal_year == fiscal_year; });
  return it == frameworks.end() ? nullptr : &*it;
}

const Issue* Codebook::issue(int number) const {
  const auto it = std::find_if(issues.begin(), issues.end(),
                               [&](const Issue& i) { return i.number == number; });
  return it == issues.end() ? nullptr : &*it;
}

const Codebook& codebook() {
  static const Codebook book = load();
  return book;
}

Framework parse_framework(std::string_view text, std::string_view name) {
  Framework framework;
  try {
    const json file = json::parse(text);
    framework.fiscal_year = file.at("fiscal_year");
    framework.status = file.at("status");
    for (const json& row : file.at("indicators")) {
      framework.indicators.push_back({row.at("number"), row.at("name"),
                                      row.at("variants").get<std::vector<std::string>>(),
                                      parse_instrument(row.at("instrument"), name)});
    }
    for (const json& row : file.at("items")) framework.items.push_back(parse_item(row, name));
    for (const json& row : file.at("sub_indicators")) {
      SubIndicator sub{
          row.at("code"), text_or_empty(row, "name"), row.at("indicator"), {}, row.at("status")};
      for (const json& code : row.at("items")) sub.items.push_back(parse_code(code, name));
      framework.sub_indicators.push_back(std::move(sub));
    }
  } catch (const json::exception& error) {
    refuse(name, error.what());
  }
  check(framework, name);
  return framework;
}

}  // namespace prongsai
