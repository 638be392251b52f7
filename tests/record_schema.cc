// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/record_schema.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace prongsai::tests {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

// valijson knows draft 7. What the contract uses of 2020-12 means the same there: $defs is but a
// place that a $ref points to.
// valijson refuses null where a format is asked for, which holds of texts only. Dates are checked
// below instead.
void drop_formats(json& schema) {
  if (schema.is_object() && schema.contains("format") && schema.at("format").is_string())
    schema.erase("format");
  if (!schema.is_structured()) return;
  for (json& part : schema) drop_formats(part);
}

bool is_date(const std::string& text) {
  std::istringstream in(text);
  std::tm day{};
  in >> std::get_time(&day, "%Y-%m-%d");
  if (in.fail() || text.size() != 10) return false;
  const auto date = std::chrono::year(day.tm_year + 1900) /
                    std::chrono::month(static_cast<unsigned>(day.tm_mon + 1)) /
                    std::chrono::day(static_cast<unsigned>(day.tm_mday));
  return date.ok();
}

class ParsedSchema {
 public:
  ParsedSchema() {
    json text = json::parse(std::ifstream(schema_file()));
    drop_formats(text);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(text), schema);
  }
  valijson::Schema schema;
};

const valijson::Schema& schema() {
  static const ParsedSchema parsed;
  return parsed.schema;
}

// What the schema says in words.
class Further {
 public:
  explicit Further(const json& record) : record_(record) {}

  std::vector<std::string> errors() {
    for (const auto& [pointer, unused] : record_.at("evidence").items()) leads(pointer, "evidence");
    for (const json& check : record_.at("checks")) leads(check.at("path"), "check");
    for (const char* name : {"/assessed_year", "/plan_year", "/report_year", "/framework"})
      needs(name);
    for (const auto& [name, unused] : record_.at("agency").items()) {
      if (name != "variants") needs("/agency/" + name);
    }
    for (const json& measure : record_.at("measures")) dates(measure.at("period"));
    result("/overall");
    for (size_t i = 0; i < record_.at("indicators").size(); ++i) {
      const std::string path = "/indicators/" + std::to_string(i);
      needs(path + "/number");
      result(path);
    }
    for (size_t i = 0; i < record_.at("issues").size(); ++i) {
      const std::string path = "/issues/" + std::to_string(i);
      for (size_t j = 0; j < record_.at("issues")[i].at("items").size(); ++j) {
        const std::string item = path + "/items/" + std::to_string(j);
        needs(item + "/code");
        result(item);
      }
      result(path + "/average");
    }
    return std::move(errors_);
  }

 private:
  void leads(const std::string& pointer, const char* what) {
    if (!record_.contains(json::json_pointer(pointer)))
      errors_.push_back(std::string(what) + " of no value: " + pointer);
  }

  void dates(const json& period) {
    if (period.is_null()) return;
    for (const char* name : {"start", "end"}) {
      const json& date = period.at(name);
      if (!date.is_null() && !is_date(date)) errors_.push_back("no date: " + date.dump());
    }
  }

  void needs(const std::string& pointer) {
    if (record_.at(json::json_pointer(pointer)).is_null()) return;
    if (!record_.at("evidence").contains(pointer)) errors_.push_back("no evidence of " + pointer);
  }

  void result(const std::string& path) {
    if (record_.at(json::json_pointer(path)).is_null()) return;
    needs(path + "/score");
    needs(path + "/level");
  }

  const json& record_;
  std::vector<std::string> errors_;
};

}  // namespace

std::filesystem::path schema_file() {
  return std::filesystem::path(PRONGSAI_SOURCE_DIR) / "cli" / "record.schema.json";
}

std::vector<std::string> schema_errors(const json& record) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  std::vector<std::string> errors;
  if (!validator.validate(schema(), NlohmannJsonAdapter(record), &results)) {
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      std::string line;
      for (const std::string& part : error.context) line += part;
      errors.push_back(line + ": " + error.description);
    }
    if (errors.empty()) errors.push_back("not valid");
    return errors;
  }
  return Further(record).errors();
}

}  // namespace prongsai::tests
