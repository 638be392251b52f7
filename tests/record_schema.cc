// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/record_schema.h"

#include <fstream>
#include <nlohmann/json.hpp>
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
class ParsedSchema {
 public:
  ParsedSchema() {
    const json text = json::parse(std::ifstream(schema_file()));
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(text), schema);
  }
  valijson::Schema schema;
};

const valijson::Schema& schema() {
  static const ParsedSchema parsed;
  return parsed.schema;
}

class Pointers {
 public:
  explicit Pointers(const json& record) : record_(record) {}

  std::vector<std::string> errors() {
    for (const auto& [pointer, unused] : record_.at("evidence").items()) leads(pointer, "evidence");
    for (const json& check : record_.at("checks")) leads(check.at("path"), "check");
    for (const char* name : {"/assessed_year", "/plan_year", "/report_year", "/framework"})
      needs(name);
    for (const auto& [name, unused] : record_.at("agency").items()) {
      if (name != "variants") needs("/agency/" + name);
    }
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
  return Pointers(record).errors();
}

}  // namespace prongsai::tests
