// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/check_scope.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace prongsai::review {
namespace {

using json = nlohmann::ordered_json;
using Places = std::vector<std::pair<std::string, Role>>;

// From what the value that a check names follows.
enum class Parts {
  kNone,
  kItemsOfIssue,
  kItemsOfIndicator,
  kIndicators,
  kItemsOfSameCode,
  kScores,  // those of the indicators, and the overall one
  kCodesOfIssue,
};

struct PartsOfRule {
  std::string_view rule;
  Parts parts;
};
// Of other rules only the value that the check names.
constexpr PartsOfRule kRules[] = {{"issue_average", Parts::kItemsOfIssue},
                                  {"indicator_from_items", Parts::kItemsOfIndicator},
                                  {"overall_from_indicators", Parts::kIndicators},
                                  {"item_in_two_issues", Parts::kItemsOfSameCode},
                                  {"level_matches_score", Parts::kScores},
                                  {"item_complete", Parts::kCodesOfIssue},
                                  {"item_scored", Parts::kCodesOfIssue}};

Parts parts_of(std::string_view rule) {
  const auto* row = std::ranges::find(kRules, rule, &PartsOfRule::rule);
  return row == std::end(kRules) ? Parts::kNone : row->parts;
}

class Finder {
 public:
  Finder(const json& record, std::string path, const IndicatorOf& indicator_of)
      : record_(record), path_(std::move(path)), indicator_of_(indicator_of) {}

  Places find(Parts parts) {
    places_.emplace_back(path_, Role::kSubject);
    const std::string issue =
        path_.starts_with("/issues/") ? path_.substr(0, path_.find('/', 8)) : std::string();
    switch (parts) {
      case Parts::kNone:
        // What is said of a whole part is said of what it is known by.
        add(path_ + "/number", Role::kSubject);
        break;
      case Parts::kItemsOfIssue:
        each_item([&](const std::string& place, const json&) {
          if (!issue.empty() && place.starts_with(issue + '/')) add(place + "/score");
        });
        break;
      case Parts::kItemsOfIndicator:
        add_items_of_indicator();
        break;
      case Parts::kScores:
        add("/overall/score");
        [[fallthrough]];
      case Parts::kIndicators:
        for (size_t i = 0; i < record_.at("indicators").size(); ++i)
          add("/indicators/" + std::to_string(i) + "/score");
        break;
      case Parts::kItemsOfSameCode:
        add_same_code();
        break;
      case Parts::kCodesOfIssue:
        add(path_ + "/number", Role::kSubject);
        each_item([&](const std::string& place, const json&) {
          if (place.starts_with(path_ + '/')) add(place + "/code");
        });
        break;
    }
    return std::move(places_);
  }

 private:
  void add(const std::string& place, Role role = Role::kPart) {
    if (place != path_) places_.emplace_back(place, role);
  }

  template <typename Take>
  void each_item(const Take& take) const {
    size_t i = 0;
    for (const json& issue : record_.at("issues")) {
      size_t j = 0;
      for (const json& item : issue.at("items"))
        take("/issues/" + std::to_string(i) + "/items/" + std::to_string(j++), item);
      ++i;
    }
  }

  void add_items_of_indicator() {
    const json::json_pointer owner(path_.substr(0, path_.rfind('/')));
    if (!record_.contains(owner)) return;
    const json& indicator = record_.at(owner);
    const auto number = indicator.is_object() ? indicator.find("number") : indicator.end();
    if (number == indicator.end() || !number->is_number_integer()) return;
    each_item([&](const std::string& place, const json& item) {
      if (indicator_of_(item.at("code")) == *number) add(place + "/score");
    });
  }

  void add_same_code() {
    const json::json_pointer code(path_.substr(0, path_.rfind('/')) + "/code");
    if (!record_.contains(code)) return;
    const json& wanted = record_.at(code);
    each_item([&](const std::string& place, const json& item) {
      if (item.at("code") == wanted) add(place + "/score");
    });
  }

  const json& record_;
  std::string path_;
  const IndicatorOf& indicator_of_;
  Places places_;
};

}  // namespace

Places values_in_check(const json& record, const json& check, const IndicatorOf& indicator_of) {
  const std::string path = check.at("path");
  try {
    return Finder(record, path, indicator_of).find(parts_of(check.at("rule").get<std::string>()));
  } catch (const json::exception&) {  // a path that is no pointer: of no value
    return {};
  }
}

}  // namespace prongsai::review
