// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/places.h"

#include <fmt/format.h>

#include <cmath>

#include "tests/titles.h"

namespace prongsai::tests {

using nlohmann::json;

namespace {

constexpr double kSameScore = 0.005 + 1e-9;

Place place(const std::string& pointer, const char* kind, const std::string& key,
            const json& holder) {
  return {pointer, kind, key, member(holder, "score"), member(holder, "level")};
}

std::string item_key(const json& issue, const json& item) {
  return fmt::format("item {} {}", shown(member(issue, "number")), shown(member(item, "code")));
}

}  // namespace

json member(const json& object, const char* name) {
  return object.is_object() ? object.value(name, json()) : json();
}

std::string shown(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

bool same_text(const json& a, const json& b) {
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  return fold(shown(a)) == fold(shown(b));
}

bool same_score(const json& a, const json& b) {
  return a.is_number() && b.is_number() &&
         std::abs(a.get<double>() - b.get<double>()) <= kSameScore;
}

std::vector<Place> places(const json& record) {
  std::vector<Place> out;
  if (member(record, "overall").is_object())
    out.push_back(place("/overall", "overall", "overall", record.at("overall")));
  size_t i = 0;
  for (const json& indicator : member(record, "indicators")) {
    out.push_back(place(fmt::format("/indicators/{}", i++), "indicators",
                        "indicator " + shown(member(indicator, "number")), indicator));
  }
  i = 0;
  for (const json& issue : member(record, "issues")) {
    size_t j = 0;
    for (const json& item : member(issue, "items")) {
      out.push_back(
          place(fmt::format("/issues/{}/items/{}", i, j++), "items", item_key(issue, item), item));
    }
    if (member(issue, "average").is_object()) {
      out.push_back(place(fmt::format("/issues/{}/average", i), "averages",
                          "average " + shown(member(issue, "number")), issue.at("average")));
    }
    ++i;
  }
  return out;
}

}  // namespace prongsai::tests
