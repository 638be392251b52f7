// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_unused.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <string_view>

#include "cli/review_json.h"
#include "model/lines.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr size_t kMostLines = 300;       // of a page
constexpr size_t kMostWords = 20000;     // of a page; more is no page of a report
constexpr size_t kMostText = 4U << 20U;  // bytes of a record's texts that words are looked for in
// Shorter words stand in any text.
constexpr size_t kShortest = 4;
// A line is used if so much of it is.
constexpr double kUsedShare = 0.5;

class Texts {
 public:
  explicit Texts(const json& record) {
    add(record.at("document").at("title"));
    for (const json& variant : record.at("agency").at("variants")) add(variant.at("text"));
    for (const json& issue : record.at("issues")) {
      add(issue.at("title"));
      for (const json& item : issue.at("items")) add(item.at("question"));
      for (const json& finding : issue.at("findings")) add(finding.at("text"));
    }
    for (const json& indicator : record.at("indicators")) add(indicator.at("name"));
    for (const json& measure : record.at("measures")) {
      for (const json& part : measure) add(part);
    }
    add(record.at("limitations"));
  }

  bool hold(const std::string& word) const {
    const std::u32string folded = skeleton(word);
    return folded.size() >= kShortest && all_.find(folded) != std::u32string::npos;
  }

 private:
  // All texts in it; a line apart, so that no word is found across two.
  void add(const json& value) {
    if (value.is_structured()) {
      for (const json& part : value) add(part);
    } else if (value.is_string() && all_.size() < kMostText) {
      all_ += skeleton(value.get_ref<const std::string&>().substr(0, kMostText)) + U'\n';
    }
  }

  std::u32string all_;
};

std::map<int, std::vector<Box>> boxes_of(const json& record) {
  std::map<int, std::vector<Box>> boxes;
  for (const json& evidence : record.at("evidence")) {
    const json& box = evidence.at("box");
    if (box.is_array())
      boxes[evidence.at("page")].push_back({box.at(0), box.at(1), box.at(2), box.at(3)});
  }
  return boxes;
}

bool holds_number(const std::string& text) {
  static const std::regex kScore(
      "(^|[^0-9.])([0-9]{2,3}[.][0-9]{1,2}|[0-9][.][0-9]{2})([^0-9.]|$)");
  constexpr size_t kMost = 1000;
  return std::regex_search(to_arabic_digits(std::string_view(text).substr(0, kMost)), kScore);
}

bool holds_center(const std::vector<Box>& boxes, const Box& word) {
  return std::ranges::any_of(boxes, [&](const Box& box) {
    return box.x0 <= word.center_x() && word.center_x() <= box.x1 && box.y0 <= word.center_y() &&
           word.center_y() <= box.y1;
  });
}

class Page {
 public:
  Page(const PageText& page, const std::vector<Box>& boxes, const Texts& texts)
      : page_(page), boxes_(boxes), texts_(texts) {}

  std::vector<UnusedLine> lines() const {
    std::vector<PlacedWord> words;
    for (const Word& word : page_.words) words.push_back({word.box, &word, 0});
    std::vector<UnusedLine> unused;
    if (words.size() > kMostWords) return unused;
    for (const TextLine& line : group_lines(std::move(words))) {
      const std::string text = joined_text(line.words);
      if (trim(text).empty() || is_used(line) || unused.size() >= kMostLines) continue;
      unused.push_back({shown(line.box), holds_number(text)});
    }
    return unused;
  }

 private:
  Box shown(const Box& box) const {
    return page_.lean == 0 ? box : turned(box, page_.lean, page_.width / 2, page_.height / 2);
  }

  // A row of which a value was read is used, and so is a line of a text that the record has.
  bool is_used(const TextLine& line) const {
    size_t all = 0;
    size_t used = 0;
    for (const PlacedWord& word : line.words) {
      if (holds_center(boxes_, shown(word.box))) return true;
      all += word.word->text.size();
      if (texts_.hold(word.word->text)) used += word.word->text.size();
    }
    return static_cast<double>(used) >= kUsedShare * static_cast<double>(all);
  }

  const PageText& page_;
  const std::vector<Box>& boxes_;
  const Texts& texts_;
};

}  // namespace

UnusedLines unused_lines(const Extraction& extraction, const json& record) {
  const Texts texts(record);
  const auto boxes = boxes_of(record);
  static const std::vector<Box> kNone;
  UnusedLines lines;
  for (const PageText& page : extraction.pages) {
    const auto found = boxes.find(page.number);
    auto unused = Page(page, found == boxes.end() ? kNone : found->second, texts).lines();
    if (!unused.empty()) lines.emplace(page.number, std::move(unused));
  }
  return lines;
}

json unused_json(const UnusedLines& lines) {
  json out = json::object();
  for (const auto& [page, unused] : lines) {
    json& list = out[std::to_string(page)] = json::array();
    for (const UnusedLine& line : unused)
      list.push_back({tenths(line.box.x0), tenths(line.box.y0), tenths(line.box.x1),
                      tenths(line.box.y1), line.number ? 1 : 0});
  }
  return out;
}

std::optional<UnusedLines> unused_from(const json& value) {
  if (!value.is_object()) return std::nullopt;
  UnusedLines lines;
  for (const auto& [page, list] : value.items()) {
    const int number = std::atoi(page.c_str());
    if (number < 1 || !list.is_array() || list.size() > kMostLines) return std::nullopt;
    for (const json& line : list) {
      const bool whole =
          line.is_array() && line.size() == 5 && std::ranges::all_of(line, [](const json& part) {
            return part.is_number() && std::abs(part.get<double>()) < 1e5;
          });
      if (!whole) return std::nullopt;
      lines[number].push_back({{line.at(0), line.at(1), line.at(2), line.at(3)}, line.at(4) == 1});
    }
  }
  return lines;
}

}  // namespace prongsai
