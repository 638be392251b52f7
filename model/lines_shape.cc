// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_shape.h"

#include <algorithm>

namespace prongsai {
namespace {

constexpr std::u32string_view kBullets = U"•■□▪▫●○◦◆◇►▶➢➤✓✔☐☑☒★*·\u2023\uF0B7\uF0A7\uF0D8\uF0FC";
constexpr std::u32string_view kDashes = U"-\u2010\u2011\u2012\u2013\u2014\u2212";
// Letters that number lists, in dictionary order.
constexpr std::u32string_view kListLetters = U"กขคงจฉชซฌญabcdefgh";

// How a column's title may go on: not at all, or by a few more words ("คะแนนที่ได้ปี 2566").
enum class TitleEnd { kHere, kOpen };

struct ColumnTitle {
  std::string_view title;
  TitleEnd end;
};

constexpr int kMostChapters = 30;         // what is higher before a dot is no chapter: "85.5"
constexpr size_t kLongestTitleRest = 60;  // bytes: 20 Thai characters

constexpr ColumnTitle kColumnTitles[] = {
    {"คะแนน", TitleEnd::kOpen},
    {"ร้อยละ", TitleEnd::kOpen},
    {"ระดับ", TitleEnd::kOpen},
    {"ลำดับ", TitleEnd::kOpen},
    {"ที่", TitleEnd::kHere},
    {"ข้อ", TitleEnd::kHere},
    {"ข้อที่", TitleEnd::kHere},
    {"ข้อคำถาม", TitleEnd::kOpen},
    {"ข้อเสนอแนะ", TitleEnd::kOpen},
    {"ข้อบกพร่อง", TitleEnd::kOpen},
    {"รหัส", TitleEnd::kOpen},
    {"ตัวชี้วัด", TitleEnd::kOpen},
    {"ประเด็น", TitleEnd::kOpen},
    {"รายการ", TitleEnd::kOpen},
    {"เครื่องมือ", TitleEnd::kOpen},
    {"แบบวัด", TitleEnd::kOpen},
    {"ผล", TitleEnd::kHere},
    {"ผลการ", TitleEnd::kOpen},
    {"ผลคะแนน", TitleEnd::kOpen},
    {"ผลลัพธ์", TitleEnd::kOpen},
    {"ผลต่าง", TitleEnd::kOpen},
    {"หมายเหตุ", TitleEnd::kHere},
    {"มาตรการ", TitleEnd::kOpen},
    {"แนวทาง", TitleEnd::kOpen},
    {"วิธีการ", TitleEnd::kOpen},
    {"วิธีดำเนินการ", TitleEnd::kOpen},
    {"ขั้นตอน", TitleEnd::kOpen},
    {"ผู้รับผิดชอบ", TitleEnd::kOpen},
    {"หน่วยงาน", TitleEnd::kOpen},
    {"ระยะเวลา", TitleEnd::kOpen},
    {"งบประมาณ", TitleEnd::kOpen},
    {"จำนวน", TitleEnd::kOpen},
    {"โครงการ", TitleEnd::kOpen},
    {"กิจกรรม", TitleEnd::kOpen},
    {"ปี", TitleEnd::kHere},
    {"ปีงบประมาณ", TitleEnd::kOpen},
    {"สถานะ", TitleEnd::kOpen},
    {"เปรียบเทียบ", TitleEnd::kOpen},
    {"น้ำหนัก", TitleEnd::kOpen},
    {"การติดตามผล", TitleEnd::kOpen},
    {"การกำกับติดตาม", TitleEnd::kOpen},
    {"หน้า", TitleEnd::kHere},
};

char32_t decode(std::string_view text, size_t& i) {
  const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(i++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF8   ? 3
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xC2 && lead < 0xE0 ? 1
                                                 : -1;
  if (more < 0) return 0xFFFD;
  char32_t value = lead & (0x3F >> more);
  for (int k = 0; k < more; ++k) {
    if (i >= text.size() || (byte(i) & 0xC0) != 0x80) return 0xFFFD;
    value = value << 6 | (byte(i++) & 0x3F);
  }
  return value;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x200B; }
bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

void skip_spaces(std::u32string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

bool skip(std::u32string_view& text, std::u32string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

size_t skip_digits(std::u32string_view& text) {
  size_t n = 0;
  while (!text.empty() && is_digit(text.front())) {
    text.remove_prefix(1);
    ++n;
  }
  return n;
}

// Of the digits at the beginning, at most three of them.
int value_of(std::u32string_view text) {
  int value = 0;
  for (size_t i = 0; i < text.size() && i < 3 && is_digit(text[i]); ++i) {
    value = 10 * value + static_cast<int>(text[i] - U'0');
  }
  return value;
}

// "12.20 คะแนน": the rest of a sentence about a score. "2.1 คะแนนรวม" is a heading.
bool is_score_with_unit(std::u32string_view text) {
  if (skip_digits(text) == 0 || !skip(text, U".") || skip_digits(text) != 2) return false;
  skip_spaces(text);
  if (!skip(text, U"คะแนน")) return false;
  return text.empty() || text.front() < 0x80;
}

// Skips the mark of a list entry; false if there is none.
bool skip_list_mark(std::u32string_view& text) {
  if (text.empty()) return false;
  if (is_one_of(text.front(), kBullets)) {
    text.remove_prefix(1);
    return true;
  }
  if (is_one_of(text.front(), kDashes)) {
    text.remove_prefix(1);
    return true;
  }
  const bool bracket = skip(text, U"(");
  const std::u32string_view number = text;
  size_t digits = skip_digits(text);
  if (digits > 3) return false;
  if (digits == 0) {
    if (text.empty() || !is_one_of(text.front(), kListLetters)) return false;
    text.remove_prefix(1);
    return bracket ? skip(text, U")") : skip(text, U")") || skip(text, U". ");
  }
  if (bracket) return skip(text, U")");
  bool ended = false;  // by a dot or bracket after the last digit
  while (!text.empty() && (text.front() == U'.' || text.front() == U')')) {
    const bool dot = text.front() == U'.';
    text.remove_prefix(1);
    ended = true;
    digits = skip_digits(text);
    if (!dot || digits == 0) break;
    // "98.75" is a number; "1.2" followed by a space is a heading's.
    if (digits > 2 || value_of(number) > kMostChapters) return false;
    ended =
        !text.empty() && (is_space(text.front()) || text.front() == U'.' || text.front() == U')');
  }
  return ended;
}

}  // namespace

std::u32string shape_characters(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    char32_t c = decode(text, i);
    if (c >= 0x0E50 && c <= 0x0E59) c = U'0' + (c - 0x0E50);
    out.push_back(c);
  }
  return out;
}

std::u32string shape_letters(std::string_view text) {
  std::u32string out;
  for (const char32_t c : shape_characters(text)) {
    const bool mark = c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
    const bool invisible = (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD;
    const bool glyph = c >= 0xF700 && c <= 0xF71A;  // marks of Thai fonts
    if (mark || invisible || glyph) continue;
    if (c == U'เ' && !out.empty() && out.back() == U'เ') {
      out.back() = U'แ';
    } else {
      out.push_back(c == U'ำ' ? U'า' : c);
    }
  }
  return out;
}

bool starts_list_entry(std::string_view utf8) {
  const std::u32string characters = shape_characters(utf8.substr(0, 60));
  std::u32string_view text = characters;
  skip_spaces(text);
  if (skip(text, U"ข้อ")) {
    skip_spaces(text);
    skip(text, U"ที่");
    skip_spaces(text);
    return skip_digits(text) > 0;
  }
  if (is_score_with_unit(text)) return false;
  const bool dash = !text.empty() && is_one_of(text.front(), kDashes);
  if (!skip_list_mark(text)) return false;
  // "-5.2" is a number.
  if (dash && !text.empty() && is_digit(text.front())) return false;
  const bool spaced = !text.empty() && is_space(text.front());
  skip_spaces(text);
  if (text.empty()) return true;
  // "3.25 คะแนน" and "2) 98" go on with a sentence or a column of numbers; "1. 2566" may not.
  return spaced || !is_digit(text.front());
}

bool starts_with_code(std::string_view utf8) {
  const std::u32string characters = shape_characters(utf8.substr(0, 60));
  std::u32string_view text = characters;
  if (text.empty() || !is_one_of(text.front(), U"oOiIeE")) return false;
  text.remove_prefix(1);
  const size_t digits = skip_digits(text);
  if (digits == 0 || digits > 2 || text.empty()) return false;
  if (text.front() == U':' || text.front() == U'.') return true;
  if (!is_space(text.front())) return false;
  skip_spaces(text);
  return !text.empty() && !is_one_of(text.front(), U",-–และ");
}

bool starts_with_zero_code(std::string_view utf8) {
  if (!utf8.starts_with("0") && !utf8.starts_with("๐")) return false;
  const std::u32string characters = shape_characters(utf8.substr(0, 60));
  std::u32string_view text = characters;
  const size_t digits = skip_digits(text);
  if (digits < 2 || digits > 3 || text.empty() || !is_space(text.front())) return false;
  skip_spaces(text);
  return !text.empty() && !is_digit(text.front()) && text.front() > 0x40;
}

bool joined_to_next(std::string_view text) {
  constexpr std::string_view kEnds[] = {",",  "-",    "–",  "(",    "และ", "หรือ",     "ข้อ",
                                        "ถึง", "ได้แก่", "คือ", "อยู่ใน", "อยู่ที่", "ได้คะแนน", "ระดับ"};
  constexpr size_t kTail = 60;  // bytes
  std::u32string letters = shape_letters(text.substr(text.size() - std::min(text.size(), kTail)));
  while (!letters.empty() && is_space(letters.back())) letters.pop_back();
  return std::ranges::any_of(
      kEnds, [&letters](std::string_view end) { return letters.ends_with(shape_letters(end)); });
}

bool goes_on_with(std::string_view text) {
  constexpr std::string_view kBeginnings[] = {"และ", "หรือ", "ซึ่ง", "ของ", "อยู่ในระดับ"};
  const std::u32string letters = shape_letters(text.substr(0, 60));
  return std::ranges::any_of(kBeginnings, [&letters](std::string_view beginning) {
    return letters.starts_with(shape_letters(beginning));
  });
}

bool is_list_mark(std::string_view utf8) {
  const std::u32string characters = shape_characters(utf8.substr(0, 60));
  std::u32string_view text = characters;
  skip_spaces(text);
  std::u32string_view number = text;
  if (skip_digits(number) > 0 && number.empty() && text.size() <= 2) return true;
  if (!skip_list_mark(text)) return false;
  skip_spaces(text);
  return text.empty();
}

bool is_number(std::string_view utf8) {
  if (utf8.empty() || utf8.size() > 60) return false;
  const std::u32string text = shape_characters(utf8);
  size_t digits = 0;
  for (const char32_t c : text) {
    if (is_digit(c)) {
      ++digits;
    } else if (!is_space(c) && !is_one_of(c, U".,%()/+:") && !is_one_of(c, kDashes)) {
      return false;
    }
  }
  return digits > 0 || (text.size() <= 2 && is_one_of(text[0], kDashes));
}

bool is_page_number(std::string_view utf8) {
  if (utf8.empty() || utf8.size() > 80) return false;
  const std::u32string characters = shape_letters(utf8);
  std::u32string_view text = characters;
  const auto skip_frame = [&text] {
    while (!text.empty() && (is_space(text.front()) || is_one_of(text.front(), U"()[]|~") ||
                             is_one_of(text.front(), kDashes))) {
      text.remove_prefix(1);
    }
  };
  skip_frame();
  bool named = true;
  if (skip(text, U"หนา")) {  // the letters of "หน้า", and so on below
    skip_spaces(text);
    skip(text, U"ท");
  } else {
    named = skip(text, U"Page") || skip(text, U"page");
  }
  skip_spaces(text);
  const size_t digits = skip_digits(text);
  // Four digits alone are a year whose line has been broken before them.
  if (digits == 0 || digits > (named ? 4 : 3)) return false;
  skip_frame();
  if (skip(text, U"/") || skip(text, U"จาก") || skip(text, U"of")) {
    skip_spaces(text);
    skip(text, U"ทงหมด");
    skip_spaces(text);
    if (skip_digits(text) == 0) return false;
    skip_spaces(text);
    skip(text, U"หนา");
  }
  skip_frame();
  return text.empty();
}

bool is_catchword(std::string_view text) {
  const auto ends = [text](std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  };
  return text.size() > 1 && text.size() < 200 && text.front() == '/' &&
         (ends("..") || ends("…") || ends(". .") || ends("ฯ"));
}

bool is_column_title(std::string_view text) {
  std::string packed;
  const std::string_view start = text.substr(0, 200);
  for (size_t i = 0; i < start.size(); ++i) {
    constexpr std::string_view kZeroWidthSpace = "\u200b";
    if (start.substr(i).starts_with(kZeroWidthSpace)) {
      i += kZeroWidthSpace.size() - 1;
    } else if (start[i] != ' ') {
      packed += start[i];
    }
  }
  for (const ColumnTitle& row : kColumnTitles) {
    if (packed.compare(0, row.title.size(), row.title) != 0) continue;
    const size_t rest = packed.size() - row.title.size();
    if (rest == 0 || (row.end == TitleEnd::kOpen && rest <= kLongestTitleRest)) return true;
  }
  return false;
}

}  // namespace prongsai
