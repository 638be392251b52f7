// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_sentences.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

std::string printed(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_number()) return "-";
  const double number = value.get<double>();
  // Years and counts are whole; scores have two decimals.
  return number > 1000 ? fmt::format("{:.0f}", number) : fmt::format("{:.2f}", number);
}

std::string count(const json& value) {
  return value.is_number() ? fmt::format("{:.0f}", value.get<double>()) : "-";
}

// 0 where it is no number of an issue or an indicator: a path can name anything in a record.
int whole(const json& value) {
  return value.is_number_integer() && value >= 0 && value <= 1000 ? value.get<int>() : 0;
}

const json& at(const json& record, const std::string& pointer) {
  static const json kNothing;
  try {
    const json::json_pointer place(pointer);
    return record.contains(place) ? record.at(place) : kNothing;
  } catch (const json::exception&) {  // no pointer at all
    return kNothing;
  }
}

// "/issues/0/items/1/score" to "/issues/0/items/1".
std::string parent(const std::string& pointer) {
  const size_t slash = pointer.rfind('/');
  return slash == std::string::npos ? std::string() : pointer.substr(0, slash);
}

// The value in words: "คะแนนข้อ e2 ในประเด็นที่ 2".
std::string name_of(const json& record, const std::string& path, Language language) {
  const bool thai = language == Language::kThai;
  const auto issue_of = [&] {
    return whole(at(record, path.substr(0, path.find('/', 8)) + "/number"));
  };
  if (path.find("/items/") != std::string::npos) {
    const json& code = at(record, parent(path) + "/code");
    return fmt::format(fmt::runtime(thai ? "ข้อ {} ในประเด็นที่ {}" : "item {} of issue {}"),
                       code.is_string() ? code.get<std::string>() : "?", issue_of());
  }
  if (path.ends_with("/average/score"))
    return fmt::format(fmt::runtime(thai ? "คะแนนเฉลี่ยของประเด็นที่ {}" : "the average of issue {}"),
                       issue_of());
  if (path.starts_with("/measures/") && path.ends_with("/period"))
    return thai ? "ระยะเวลาของมาตรการ" : "the period of a measure";
  if (path.starts_with("/issues/"))
    return fmt::format(fmt::runtime(thai ? "ประเด็นที่ {}" : "issue {}"), issue_of());
  if (path.starts_with("/indicators/")) {
    return fmt::format(fmt::runtime(thai ? "ตัวชี้วัดที่ {}" : "indicator {}"),
                       whole(at(record, parent(path) + "/number")));
  }
  struct Name {
    std::string_view path;
    const char* thai;
    const char* english;
  };
  constexpr Name kNames[] = {{"/overall/score", "คะแนนภาพรวม", "the overall score"},
                             {"/issues", "ทั้งประเด็น", "an issue"},
                             {"/overall/level", "ระดับผลการประเมิน", "the level"},
                             {"/agency/name", "ชื่อหน่วยงาน", "the agency's name"},
                             {"/agency/district", "ชื่ออำเภอ", "the district"},
                             {"/agency/province", "ชื่อจังหวัด", "the province"},
                             {"/plan_year", "ปีของแผน", "the year planned for"},
                             {"/assessed_year", "ปีงบประมาณที่ประเมิน", "the fiscal year assessed"}};
  for (const Name& name : kNames) {
    if (path == name.path) return thai ? name.thai : name.english;
  }
  return path;
}

// The scores that the value follows from: "i1 92.12, i2 93.33".
std::string parts_of(const json& record, const std::string& rule, const std::string& path) {
  std::string parts;
  const auto add = [&](const std::string& name, const json& score) {
    if (score.is_number())
      parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", name, printed(score));
  };
  if (rule == "issue_average") {
    const std::string issue = path.substr(0, path.find("/average"));
    if (!issue.starts_with("/issues/")) return parts;
    for (const json& item : at(record, issue + "/items")) {
      const json& code = at(item, "/code");
      if (code.is_string()) add(code.get<std::string>(), at(item, "/score"));
    }
  } else if (rule == "overall_from_indicators") {
    for (const json& indicator : record.at("indicators"))
      add(fmt::format("{}.", whole(indicator.at("number"))), indicator.at("score"));
  }
  return parts;
}

// The sentence with "{what}" and the like in their places; what is put in is not looked at again.
std::string filled(std::string_view sentence,
                   const std::map<std::string_view, std::string>& values) {
  std::string text;
  for (size_t i = 0; i < sentence.size(); ++i) {
    const size_t end = sentence[i] == '{' ? sentence.find('}', i) : std::string_view::npos;
    const auto value = end == std::string_view::npos
                           ? values.end()
                           : values.find(sentence.substr(i + 1, end - i - 1));
    if (value == values.end()) {
      text += sentence[i];
    } else {
      text += value->second;
      i = end;
    }
  }
  return text;
}

// "printed again on page 3 as "97.56"", in the language.
std::string restated(const json& check, Language language) {
  const std::string message = check.at("message");
  std::string again = message.substr(0, message.find(": printed "));
  if (language == Language::kEnglish) return again;
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"printed again on page", "หน้า"},
      {" as \"", " ว่า \""},
      {"not printed:", "ไม่มี"},
      {"without a score:", "ไม่มีคะแนน"}};
  for (const auto& [english, thai] : kWords) {
    const size_t found = again.find(english);
    if (found != std::string::npos) again.replace(found, english.size(), thai);
  }
  return again;
}

}  // namespace

const std::vector<CheckSentence>& check_sentences() {
  static const std::vector<CheckSentence> rows = {
      {"issue_average",
       "{what} พิมพ์ว่า {reported} แต่เฉลี่ยจากคะแนนรายข้อได้ {computed} ({parts}) "
       "ควรตรวจคะแนนรายข้อและค่าเฉลี่ยกับผลในระบบ ITAS",
       "{what} is printed {reported}, but its items give {computed} ({parts}); compare both "
       "with ITAS"},
      {"indicator_from_items",
       "{what} พิมพ์ว่า {reported} แต่คำนวณจากคะแนนรายข้อได้ {computed} "
       "ควรตรวจคะแนนตัวชี้วัดและคะแนนรายข้อของตัวชี้วัดนี้",
       "{what} is printed {reported}, but its items give {computed}; look at the indicator and its "
       "items"},
      {"overall_from_indicators",
       "{what} พิมพ์ว่า {reported} แต่ถ่วงน้ำหนัก 30/30/40 จากตัวชี้วัดได้ {computed} ({parts}) "
       "ควรตรวจคะแนนตัวชี้วัดทั้งสิบ",
       "{what} is printed {reported}, but 30/30/40 of the indicators gives {computed} ({parts}); "
       "look at the ten indicators"},
      {"restated_score", "{what} พิมพ์ว่า {reported} แต่อีกแห่งหนึ่งพิมพ์ว่า {computed} ({again}) ควรให้ตรงกัน",
       "{what} is printed {reported} here and {computed} elsewhere ({again}); both should be "
       "the same"},
      {"item_in_two_issues",
       "{what} พิมพ์ว่า {reported} แต่ข้อเดียวกันในอีกประเด็นพิมพ์ว่า {computed} ข้อเดียวกันควรมีคะแนนเดียว",
       "{what} is printed {reported}, but the same item in another issue {computed}; "
       "one item has one score"},
      {"respondents",
       "{what} พิมพ์ว่า {reported} ซึ่งไม่อาจเป็นค่าเฉลี่ยของผู้ตอบจำนวนเดียวกับข้ออื่น ค่าที่ใกล้ที่สุดคือ {computed} "
       "ควรตรวจตัวเลขข้อนี้",
       "{what} is printed {reported}, which cannot be a mean over as many respondents as the other "
       "scores; the nearest is {computed}; look at this number"},
      {"oit_zero_or_hundred", "{what} พิมพ์ว่า {reported} แต่ข้อ OIT ได้ 0 หรือ 100 ควรตรวจตัวเลขข้อนี้",
       "{what} is printed {reported}, but items of the OIT score 0 or 100; look at this number"},
      {"score_in_range", "{what} พิมพ์ว่า {reported} แต่คะแนนอยู่ระหว่าง 0 ถึง 100",
       "{what} is printed {reported}, but scores are between 0 and 100"},
      {"item_in_framework", "{what}: ปีงบประมาณนี้ไม่มีข้อรหัส {reported} ควรตรวจรหัสข้อ",
       "{what}: this fiscal year has no item {reported}; look at the code"},
      {"item_in_issue", "{what}: ข้อ {reported} อยู่ใน {computed} ตามแบบประเมิน ควรตรวจรหัสข้อและประเด็น",
       "{what}: item {reported} belongs to {computed}; look at the code and the issue"},
      {"item_twice", "{what}: รหัสข้อ {reported} ซ้ำในประเด็นเดียวกัน",
       "{what}: the code {reported} stands twice in one issue"},
      {"item_order", "{what}: รหัสข้อ {reported} อยู่หลัง {computed} ควรตรวจลำดับและรหัสข้อ",
       "{what}: the code {reported} stands behind {computed}; look at the order and the code"},
      {"item_complete", "{what} มี {reported count} ข้อ จากที่ควรมี {computed count} ข้อ ({again})",
       "{what} has {reported count} of {computed count} items ({again})"},
      {"average_printed",
       "{what}: ไม่พบคะแนนเฉลี่ย แต่พบใน {reported count} จาก {computed count} ประเด็น ควรตรวจตาราง",
       "{what} has no average, as {reported count} of {computed count} issues have; look at its "
       "table"},
      {"score_column", "{what} อ่านได้ {reported} จากคอลัมน์อื่นซึ่งไม่ตรงกับแถวบนและแถวล่าง ควรตรวจตาราง",
       "{what} is read as {reported} from another column than its neighbours; look at the table"},
      {"score_is_row_number", "{what} อ่านได้ {reported} ซึ่งเรียงต่อกันเหมือนลำดับที่ ควรตรวจคอลัมน์คะแนน",
       "{what} is read as {reported}, in a row like numbers of rows; look at the column of scores"},
      {"item_scored", "{what} มีคะแนน {reported count} ข้อ จาก {computed count} ข้อ ({again})",
       "{what} has scores for {reported count} of its {computed count} items ({again})"},
      {"level_matches_score",
       "{what} พิมพ์ว่า {reported} แต่คะแนนภาพรวมและคะแนนแต่ละแบบวัดให้ระดับ {computed}",
       "{what} is printed {reported}, but the overall score and those of the "
       "instruments give {computed}"},
      {"agency_consistent", "{what} เขียนว่า {reported} และ {computed} ควรเขียนให้เหมือนกันทั้งเอกสาร",
       "{what} is written {reported} and {computed}; it should be the same throughout"},
      {"plan_year_follows", "{what} พิมพ์ว่า {reported} แต่มาตรการควรเป็นของปี {computed} ตามปีที่ประเมิน",
       "{what} is printed {reported}, but measures on these results would be for {computed}"},
      {"period_in_plan_year", "{what} พิมพ์ว่า {reported} ควรตรวจปีและลำดับของวันกับปีของแผน ({computed})",
       "{what} is printed {reported}; look at its years and at the year planned for ({computed})"},
      {"year_consistent", "{what} พิมพ์ว่า {reported} แต่รายการข้อเป็นของปี {computed}",
       "{what} is printed {reported}, but the items are those of {computed}"},
  };
  return rows;
}

std::string sentence_of(const json& record, const json& check, Language language) {
  const std::string rule = check.at("rule");
  const std::string path = check.at("path");
  for (const CheckSentence& row : check_sentences()) {
    if (rule != row.rule) continue;
    return filled(language == Language::kThai ? row.thai : row.english,
                  {{"what", name_of(record, path, language)},
                   {"reported", printed(check.at("reported"))},
                   {"computed", printed(check.at("computed"))},
                   {"reported count", count(check.at("reported"))},
                   {"computed count", count(check.at("computed"))},
                   {"parts", parts_of(record, rule, path)},
                   {"again", restated(check, language)}});
  }
  return fmt::format("{}: {}", name_of(record, path, language),
                     check.at("message").get<std::string>());
}

int page_of_check(const json& record, const json& check) {
  const std::string path = check.at("path");
  constexpr size_t kLongestPath = 200;  // far longer than those of a record
  if (path.size() > kLongestPath) return 0;
  const json& evidence = record.at("evidence");
  for (std::string place = path; !place.empty(); place = parent(place)) {
    for (const char* end : {"", "/score", "/code", "/number"}) {
      const auto it = evidence.find(place + end);
      if (it != evidence.end() && it->contains("page")) return it->at("page").get<int>();
    }
  }
  return 0;
}

}  // namespace prongsai
