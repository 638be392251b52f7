// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "cli/check_sentences.h"
#include "extract/page_image.h"
#include "model/text.h"
#include "review/framework.h"
#include "review/queue.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;
using review::Value;
using review::ValueKind;

// Bytes.
constexpr size_t kMostOfValue = 1000;
constexpr size_t kMostOfText = 400;
constexpr size_t kMostOfPassage = 4000;
constexpr size_t kMostSentences = 4;
constexpr size_t kMostAlternatives = 8;

// Points. A sheet of A0 is 3370 long.
constexpr double kLongestSide = 5000;
// Of a crop: around the value, and at least and at most.
constexpr double kMargin = 12;
constexpr double kLeastWidth = 220;
constexpr double kLeastHeight = 40;
constexpr double kMostWidth = 420;
constexpr double kMostHeight = 120;

std::string cut(const std::string& text, size_t most) {
  std::string clean = clean_utf8(text);
  if (clean.size() <= most) return clean;
  size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) --end;
  return clean.substr(0, end) + "…";
}

json box_json(const std::optional<Box>& box) {
  if (!box) return nullptr;
  return {tenths(box->x0), tenths(box->y0), tenths(box->x1), tenths(box->y1)};
}

// The value that says what the row of `value` is about.
const Value* head_of_row(const Value& value, const std::vector<Value>& values) {
  const std::string owner = value.pointer.substr(0, value.pointer.rfind('/'));
  for (const char* field : {"/code", "/number"}) {
    const auto found = std::ranges::find(values, owner + field, &Value::pointer);
    if (found != values.end() && &*found != &value) return &*found;
  }
  return nullptr;
}

// From `low` to `high`, at least so long, within 0 .. `end`.
std::pair<double, double> fitted(double low, double high, double least, double end) {
  const double missing = std::max(least - (high - low), 0.0);
  low -= missing / 2;
  high += missing / 2;
  if (low < 0) std::tie(low, high) = std::pair(0.0, high - low);
  if (high > end) std::tie(low, high) = std::pair(low - (high - end), end);
  return {std::max(low, 0.0), high};
}

Box surroundings(const Box& box, const Value* head, int page, const PageSize& size) {
  Box part = box;
  if (head != nullptr && head->box && head->page == page) {
    const Box row = united(box, *head->box);
    if (row.width() + 2 * kMargin <= kMostWidth && row.height() <= kMostHeight / 2) part = row;
  }
  part = {part.x0 - kMargin, part.y0 - kMargin, part.x1 + kMargin, part.y1 + kMargin};
  part.x1 = std::min(part.x1, part.x0 + kMostWidth);
  part.y1 = std::min(part.y1, part.y0 + kMostHeight);
  std::tie(part.x0, part.x1) = fitted(part.x0, part.x1, kLeastWidth, size.width);
  std::tie(part.y0, part.y1) = fitted(part.y0, part.y1, kLeastHeight, size.height);
  return part;
}

bool is_inside(const Box& box, const PageSize& size) {
  return box.x0 >= -1 && box.y0 >= -1 && box.x0 < box.x1 && box.y0 < box.y1 &&
         box.x1 <= size.width + 1 && box.y1 <= size.height + 1;
}

// "i1", "average 2", "indicator 4", "overall" of a name like "issue 2 i1/score"; a second one of
// the same name is left to the document's own page.
std::string score_key(const std::string& name) {
  std::string part = name.substr(0, name.rfind('/'));
  if (!part.starts_with("issue ")) return part;
  const size_t space = part.find(' ', 6);
  if (space == std::string::npos) return {};
  const std::string number = part.substr(6, space - 6);
  std::string rest = part.substr(space + 1);
  if (rest.starts_with("average")) return "average " + number + rest.substr(7);
  return rest;
}

}  // namespace

double tenths(double points) { return std::round(points * 10) / 10; }

std::vector<PageSize> page_sizes(const json& record) {
  std::vector<PageSize> sizes;
  for (const json& page : record.at("document").at("pages")) {
    PageSize size{page.at("number"), 0, 0};
    if (page.at("width").is_number() && page.at("height").is_number()) {
      size.width = page.at("width");
      size.height = page.at("height");
    }
    const bool drawn = size.width >= 1 && size.height >= 1 && size.width <= kLongestSide &&
                       size.height <= kLongestSide;
    if (!drawn) size.width = size.height = 0;
    sizes.push_back(size);
  }
  return sizes;
}

std::optional<CropPlace> crop_of(const Value& value, const std::vector<Value>& values,
                                 const json& record) {
  if (!value.box) return std::nullopt;
  const std::vector<PageSize> sizes = page_sizes(record);
  const auto size = std::ranges::find(sizes, value.page, &PageSize::number);
  if (size == sizes.end() || size->width == 0 || !is_inside(*value.box, *size)) return std::nullopt;
  CropPlace crop;
  crop.page = value.page;
  crop.part = surroundings(*value.box, head_of_row(value, values), value.page, *size);
  // Whole pixels, so that the picture is the part and nothing is stretched.
  const auto pixels = extract::pixel_size(crop.part.width(), crop.part.height(), kCropDotsPerInch);
  crop.width = pixels.width;
  crop.height = pixels.height;
  const double dots = kCropDotsPerInch / 72;
  crop.part = {tenths(crop.part.x0), tenths(crop.part.y0), tenths(crop.part.x0) + crop.width / dots,
               tenths(crop.part.y0) + crop.height / dots};
  const auto across = [&](double x) {
    return std::clamp(std::round((x - crop.part.x0) * dots), 0.0, double(crop.width));
  };
  const auto down = [&](double y) {
    return std::clamp(std::round((y - crop.part.y0) * dots), 0.0, double(crop.height));
  };
  crop.value = {across(value.box->x0), down(value.box->y0), across(value.box->x1),
                down(value.box->y1)};
  return crop;
}

std::vector<Value> values_of_record(const json& record) {
  std::map<std::string, int> indicators;
  for (const Item& item : review::framework_of(record).items)
    indicators.emplace(item.code.text(), item.indicator);
  return review::values_of(record, [&](const std::string& code) {
    const auto found = indicators.find(code);
    return found == indicators.end() ? 0 : found->second;
  });
}

std::string place_of(const json& record) {
  const json& code = record.at("agency").at("province_code");
  const json& year = record.at("assessed_year");
  std::string province = code.is_string() ? code.get<std::string>() : "";
  const bool known = province.size() == 2 &&
                     std::ranges::all_of(province, [](char c) { return c >= '0' && c <= '9'; });
  if (!known) province = "00";
  const int number = year.is_number_integer() && year >= 0 && year <= 9999 ? year.get<int>() : 0;
  return fmt::format("{}-{:04}", province, number);
}

json value_json(const Value& value, const json& record) {
  json out = {{"p", value.pointer},
              {"w", cut(value.name, kMostOfText)},
              {"v", cut(value.text, kMostOfValue)},
              {"k", review::kind_name(value.kind)},
              {"n", value.page},
              {"b", box_json(value.box)},
              {"t", cut(value.raw, kMostOfText)},
              {"r", json::array()},
              {"m", cut(value.method, kMostOfText)},
              {"c", std::round(value.confidence * 1000) / 1000},
              {"q", trust_name(value.trust)},
              {"a", json::array()},
              {"s", json::array()}};
  for (const std::string& repair : value.repairs) out["r"].push_back(cut(repair, kMostOfText));
  for (const Alternative& other : value.alternatives) {
    if (out["a"].size() < kMostAlternatives)
      out["a"].push_back({cut(other.text, kMostOfText), other.confidence});
  }
  const json& checks = record.at("checks");
  for (const review::Role role : {review::Role::kSubject, review::Role::kPart}) {
    for (const review::CheckOnValue& check : value.checks) {
      if (check.agrees || check.role != role || out["s"].size() >= kMostSentences) continue;
      const json& failing = checks.at(check.check);
      out["s"].push_back({cut(sentence_of(record, failing, Language::kThai), kMostOfText),
                          cut(sentence_of(record, failing, Language::kEnglish), kMostOfText)});
    }
  }
  return out;
}

json scores_json(const std::vector<Value>& values) {
  json scores = json::object();
  for (const Value& value : values) {
    if (value.kind != ValueKind::kScore || value.text.empty()) continue;
    const std::string key = score_key(value.name);
    if (key.empty() || scores.contains(key)) continue;
    scores[key] = {std::stod(value.text), std::string(1, trust_name(value.trust)[0]),
                   value.pointer};
  }
  return scores;
}

json texts_json(const json& record) {
  json texts = json::array();
  const auto add = [&](const char* kind, const json& text) {
    if (text.is_string() && !text.get<std::string>().empty())
      texts.push_back({kind, cut(text.get<std::string>(), kMostOfPassage)});
  };
  add("title", record.at("document").at("title"));
  for (const json& issue : record.at("issues")) {
    for (const json& finding : issue.at("findings")) add("finding", finding.at("text"));
  }
  for (const json& measure : record.at("measures")) {
    add("measure", measure.at("title"));
    for (const char* part : {"steps", "results", "outcomes"}) {
      for (const json& text : measure.at(part)) add("measure", text);
    }
  }
  return texts;
}

json checks_json(const json& record) {
  json checks = json::array();
  for (const json& check : record.at("checks")) {
    const bool agrees = check.at("verdict") == "agrees";
    const auto sentence = [&](Language language) {
      return agrees ? std::string() : cut(sentence_of(record, check, language), kMostOfText);
    };
    checks.push_back({{"rule", cut(check.at("rule"), kMostOfText)},
                      {"p", cut(check.at("path"), kMostOfText)},
                      {"verdict", agrees ? "agrees" : "disagrees"},
                      {"th", sentence(Language::kThai)},
                      {"en", sentence(Language::kEnglish)}});
  }
  return checks;
}

}  // namespace prongsai
