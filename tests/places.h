// SPDX-License-Identifier: GPL-3.0-or-later
// Records and gold alike, as lists of the places that can hold a score.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace prongsai::tests {

// A place that can hold a score and a level; null where it holds none.
struct Place {
  std::string pointer;
  std::string kind;  // overall, indicators, items, averages
  std::string key;   // "overall", "indicator 3", "item 1 i3", "average 2"
  nlohmann::json score;
  nlohmann::json level;
};

std::vector<Place> places(const nlohmann::json& record);

// null if `object` is none or has no such member.
nlohmann::json member(const nlohmann::json& object, const char* name);

// A text as it is, anything else as JSON.
std::string shown(const nlohmann::json& value);

// The same after folding; null is the same as null only.
bool same_text(const nlohmann::json& a, const nlohmann::json& b);

// Within half a hundredth; null is no score.
bool same_score(const nlohmann::json& a, const nlohmann::json& b);

}  // namespace prongsai::tests
