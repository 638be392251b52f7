// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_shape.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

enum class Shape {
  kString,
  kCount,
  kArray,
  kObject,
  kStringOrNull,
  kNumberOrNull,
  kCountOrNull,
  kObjectOrNull,
  kScalar
};

constexpr int kMostCount = 1'000'000'000;

// A part that has to be there. "*" stands for every element; what may be null has no parts then.
struct Part {
  std::string_view path;
  Shape shape;
};

constexpr Part kParts[] = {
    {"document", Shape::kObject},
    {"document/source", Shape::kString},
    {"agency", Shape::kObject},
    {"agency/name", Shape::kStringOrNull},
    {"agency/type", Shape::kStringOrNull},
    {"agency/subdistrict", Shape::kStringOrNull},
    {"agency/district", Shape::kStringOrNull},
    {"agency/province", Shape::kStringOrNull},
    {"agency/province_code", Shape::kStringOrNull},
    {"agency/variants", Shape::kArray},
    {"agency/variants/*/text", Shape::kString},
    {"assessed_year", Shape::kCountOrNull},
    {"overall", Shape::kObjectOrNull},
    {"overall/score", Shape::kNumberOrNull},
    {"indicators", Shape::kArray},
    {"indicators/*/number", Shape::kCount},
    {"indicators/*/score", Shape::kNumberOrNull},
    {"issues", Shape::kArray},
    {"issues/*/number", Shape::kCountOrNull},
    {"issues/*/items", Shape::kArray},
    {"issues/*/items/*/code", Shape::kString},
    {"issues/*/items/*/score", Shape::kNumberOrNull},
    {"checks", Shape::kArray},
    {"checks/*/rule", Shape::kString},
    {"checks/*/path", Shape::kString},
    {"checks/*/verdict", Shape::kString},
    {"checks/*/message", Shape::kString},
    {"checks/*/reported", Shape::kScalar},
    {"checks/*/computed", Shape::kScalar},
    {"evidence", Shape::kObject},
    {"evidence/*", Shape::kObject},
};

// What need not be there, but has this shape if it is.
constexpr Part kOptionalParts[] = {
    {"evidence/*/page", Shape::kCount},
    {"evidence/*/trust", Shape::kString},
};

// Years, pages, numbers of issues.
bool is_count(const json& value) {
  return value.is_number_integer() && value >= 0 && value <= kMostCount;
}

bool has_shape(const json& value, Shape shape) {
  switch (shape) {
    case Shape::kString:
      return value.is_string();
    case Shape::kCount:
      return is_count(value);
    case Shape::kArray:
      return value.is_array();
    case Shape::kObject:
      return value.is_object();
    case Shape::kStringOrNull:
      return value.is_string() || value.is_null();
    case Shape::kNumberOrNull:
      return value.is_number() || value.is_null();
    case Shape::kCountOrNull:
      return is_count(value) || value.is_null();
    case Shape::kObjectOrNull:
      return value.is_object() || value.is_null();
    case Shape::kScalar:
      return value.is_primitive();
  }
  return false;
}

bool fits(const json& value, std::string_view path, Shape shape, bool needed) {
  if (path.empty()) return has_shape(value, shape);
  if (value.is_null()) return true;
  const size_t slash = path.find('/');
  const std::string key(path.substr(0, slash));
  const std::string_view rest =
      slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  if (key == "*") {
    for (const json& element : value) {
      const bool there = rest.empty() || element.is_object();
      if (!there || !fits(element, rest, shape, needed)) return false;
    }
    return true;
  }
  if (!value.is_object()) return false;
  const auto it = value.find(key);
  return it == value.end() ? !needed : fits(*it, rest, shape, needed);
}

}  // namespace

bool is_record(const json& value) {
  return value.is_object() && value.contains("schema_version") && value.contains("document") &&
         value.contains("checks") && value.contains("evidence");
}

std::string misshapen_part(const json& record) {
  for (const Part& part : kParts) {
    if (!fits(record, part.path, part.shape, true)) return "/" + std::string(part.path);
  }
  for (const Part& part : kOptionalParts) {
    if (!fits(record, part.path, part.shape, false)) return "/" + std::string(part.path);
  }
  return {};
}

}  // namespace prongsai
