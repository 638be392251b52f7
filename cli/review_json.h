// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a review are told, as docs/review.md describes it. Texts of documents are cut
// where they are longer than any page shows.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "review/value.h"

namespace prongsai {

// Points as the pages have them, to one decimal.
double tenths(double points);

// A picture of a value with its surroundings.
struct CropPlace {
  int page = 0;
  Box part;   // of the page, points
  Box value;  // of the value on the picture, pixels
  int width = 0;
  int height = 0;
  bool operator==(const CropPlace&) const = default;
};

constexpr double kPageDotsPerInch = 100;
constexpr double kCropDotsPerInch = 288;

// Nothing for a value that has no box, or whose page has no size.
std::optional<CropPlace> crop_of(const review::Value& value,
                                 const std::vector<review::Value>& values,
                                 const nlohmann::ordered_json& record);

struct PageSize {
  int number = 0;
  double width = 0;  // points; 0 of plain text
  double height = 0;
};
// Those of a size that can be drawn.
std::vector<PageSize> page_sizes(const nlohmann::ordered_json& record);

// The values of a record; the codebook of its year says to which indicators items belong.
std::vector<review::Value> values_of_record(const nlohmann::ordered_json& record);

// The place that the document is listed under: "34-2567".
std::string place_of(const nlohmann::ordered_json& record);

// What is the same of a value in the queue and in its document's file.
nlohmann::ordered_json value_json(const review::Value& value, const nlohmann::ordered_json& record);

// [score, first letter of the trust, pointer] by "i1", "average 2", "indicator 4", "overall".
nlohmann::ordered_json scores_json(const std::vector<review::Value>& values);

// "texts" and "checks" of a document's file.
nlohmann::ordered_json texts_json(const nlohmann::ordered_json& record);
nlohmann::ordered_json checks_json(const nlohmann::ordered_json& record);

}  // namespace prongsai
