// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/small_report.h"

#include <fmt/format.h>

#include <array>

#include "model/text.h"

namespace prongsai::tests {
namespace {

constexpr const char* kIndicators[] = {"การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ",
                                       "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต"};

struct IssueItems {
  const char* heading;
  std::array<const char*, 3> items;
  int first;  // item
};
constexpr IssueItems kIssues[] = {
    {"ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
     {"เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลา", "ปฏิบัติงานหรือให้บริการอย่างเท่าเทียมกัน",
      "เจ้าหน้าที่มีการเรียกรับสินบน"},
     1},
    {"ประเด็นที่ 4 การกำกับดูแลการใช้ทรัพย์สินของราชการ",
     {"ขอยืมทรัพย์สินของราชการไปใช้อย่างถูกต้อง", "นำทรัพย์สินของราชการไปใช้เพื่อประโยชน์ส่วนตัว",
      "ตรวจสอบเพื่อป้องกันการนำทรัพย์สินไปใช้"},
     10},
    {"ประเด็นที่ 5 กระบวนการสร้างความโปร่งใสในการใช้งบประมาณ",
     {"ใช้จ่ายงบประมาณเป็นไปตามวัตถุประสงค์", "มีเจ้าหน้าที่ เบิกจ่ายเงินเป็นเท็จ เช่น ค่าทำงานล่วงเวลา ค่าวัสดุอุปกรณ์",
      "การใช้งบประมาณหรือการจัดซื้อจัดจ้าง"},
     4},
    {"ประเด็นที่ 6 กระบวนการควบคุม ตรวจสอบการใช้อำนาจ",
     {"สั่งให้เจ้าหน้าที่ทำธุระส่วนตัวของผู้บังคับบัญชา", "มีการสั่งให้เจ้าหน้าที่ทำในสิ่งที่เป็นการทุจริตหรือประพฤติมิชอบ",
      "การบริหารงานบุคคลมีการให้หรือรับสินบน"},
     7},
    {"ประเด็นที่ 7 กลไกและมาตรการในการแก้ไขและป้องกันการทุจริต",
     {"ให้ความสำคัญกับการแก้ไขปัญหาการทุจริต", "ท่านคิดว่าการดำเนินการเพื่อป้องกันการทุจริตและประพฤติมิชอบ",
      "เชื่อมั่นในกระบวนการจัดการเรื่องร้องเรียน"},
     13},
};

constexpr double kLeft = 60;
constexpr double kColumn = 110;  // of the words
constexpr double kScores = 440;
constexpr double kRight = 540;
constexpr double kRow = 15;

std::string rectangle(double x0, double y0, double x1, double y1) {
  return fmt::format("{} {} {} {} re S\n", x0, y0, x1 - x0, y1 - y0);
}

// A row of a ruled table whose lower edge is at `y`.
std::string row_of(double y, const std::string& first, const std::string& words) {
  return rectangle(kLeft, y, kColumn, y + kRow) + rectangle(kColumn, y, kScores, y + kRow) +
         rectangle(kScores, y, kRight, y + kRow) + show_thai(kLeft + 5, y + 4, first) +
         show_thai(kColumn + 5, y + 4, words);
}

}  // namespace

SmallReport::SmallReport()
    : scores({{"i1", "91.30"},  {"i2", "90.43"},  {"i3", "96.52"},  {"i4", "88.70"},
              {"i5", "95.65"},  {"i6", "93.04"},  {"i7", "97.39"},  {"i8", "98.26"},
              {"i9", "96.52"},  {"i10", "84.35"}, {"i11", "89.57"}, {"i12", "87.83"},
              {"i13", "92.17"}, {"i14", "92.17"}, {"i15", "90.43"}, {"1", "92.75"},
              {"2", "92.46"},   {"3", "97.39"},   {"4", "87.25"},   {"5", "91.59"}}),
      draw([](const ScorePlace& place) {
        return extract::show_text(place.x, place.y, place.text);
      }) {}

std::string SmallReport::content() const {
  double y = 760;
  std::string out = show_thai(60, y, "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA)", 13);
  out += show_thai(60, y -= 20, "ประจำปีงบประมาณ พ.ศ. " + year, 13);
  out += show_thai(60, y -= 20, agency, 13);
  const auto header = [&](const std::string& first, const std::string& words) {
    out += row_of(y -= kRow, first, words);
    out += show_thai(kScores + 20, y + 4, "คะแนน");
  };
  const auto row = [&](const std::string& key, const std::string& first, const std::string& words) {
    out += row_of(y -= kRow, first, words);
    out += draw({key, kScores + 20, y + 4, scores.at(key)});
  };
  y -= 20;
  header("ตัวชี้วัด", "ชื่อตัวชี้วัด");
  for (int i = 1; i <= 5; ++i) {
    const std::string key = std::to_string(i);
    row(key, key, kIndicators[i - 1]);
  }
  for (const IssueItems& issue : kIssues) {
    out += show_thai(kLeft, y -= 22, issue.heading);
    y -= 5;
    header("ข้อ", "ประเด็นการประเมิน");
    for (int i = 0; i < 3; ++i) {
      const std::string key = "i" + std::to_string(issue.first + i);
      row(key, key, issue.items.at(static_cast<size_t>(i)));
    }
  }
  return out;
}

std::string SmallReport::markdown() const {
  std::string out = "# รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. " +
                    year + "\n\n" + agency +
                    "\n\n| ตัวชี้วัด | ชื่อตัวชี้วัด | คะแนน |\n| --- | --- | --- |\n";
  for (int i = 1; i <= 5; ++i)
    out += fmt::format("| {} | {} | {} |\n", i, kIndicators[i - 1], scores.at(std::to_string(i)));
  for (const IssueItems& issue : kIssues) {
    out += fmt::format("\n## {}\n\n| ข้อ | ประเด็นการประเมิน | คะแนน |\n| --- | --- | --- |\n",
                       issue.heading);
    for (int i = 0; i < 3; ++i) {
      const std::string key = "i" + std::to_string(issue.first + i);
      out += fmt::format("| {} | {} | {} |\n", key, issue.items.at(static_cast<size_t>(i)),
                         scores.at(key));
    }
  }
  return out;
}

std::string show_thai(double x, double y, const std::string& text, double size) {
  std::string hex;
  for (const char32_t c : code_points(text)) {
    const bool is_thai = c >= 0x0E01 && c <= 0x0E5B;
    hex += fmt::format("{:02X}", static_cast<unsigned>(is_thai ? c - 0x0E01 + 0xA1 : c));
  }
  return extract::show(x, y, hex, size);
}

}  // namespace prongsai::tests
