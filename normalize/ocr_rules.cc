// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/ocr_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "normalize/confusable.h"
#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

using Glyphs = std::vector<Glyph>;

// What is counted; after these a number is no list's.
constexpr std::u32string_view kCounted[] = {
    U"ปี",     U"เดือน",   U"วัน",    U"ครั้ง",    U"คน",      U"แห่ง",    U"ราย",    U"ไตรมาส",
    U"คะแนน", U"ชั่วโมง",  U"นาที",   U"บาท",    U"โครงการ", U"กิจกรรม", U"หมู่",     U"ฉบับ",
    U"เรื่อง",  U"ช่องทาง", U"ตัวชี้วัด", U"ประเด็น", U"มกราคม",  U"กุมภา",   U"มีนาคม",  U"เมษายน",
    U"พฤษภา", U"มิถุนา",   U"กรกฎา", U"สิงหาคม", U"กันยายน",  U"ตุลาคม",  U"พฤศจิกา", U"ธันวาคม"};

constexpr std::u32string_view kMonths[] = {U"ม.ค.", U"ก.พ.", U"มี.ค.", U"เม.ย.", U"พ.ค.", U"มิ.ย.",
                                           U"ก.ค.", U"ส.ค.", U"ก.ย.", U"ต.ค.",  U"พ.ย.", U"ธ.ค."};
// Digits that letters of months are taken for.
struct DigitLike {
  char32_t letter;
  std::u32string_view digits;
};
constexpr DigitLike kDigitsLike[] = {{U'ย', U"8๘"}, {U'ธ', U"58๕๘"}, {U'ต', U"๓๕"}, {U'ค', U"๓"}};

constexpr size_t kLongestMonth = 8;  // characters, misread
// In letters that are wrong.
constexpr double kMostWrong = 0.95;
constexpr double kMostWrongInDate = 1.45;  // behind a day or a dash
constexpr double kPlainlyFewer = 0.3;
constexpr double kPlainlyFewerInDate = 0.5;
constexpr double kWrongMark = 0.4;
constexpr double kWrongStop = 0.3;
constexpr double kAlikeLetter = 0.5;
constexpr double kDoubledLetter = 0.45;  // seen again as one that looks alike

bool starts_with(const Glyphs& glyphs, size_t at, std::u32string_view word) {
  if (at + word.size() > glyphs.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (glyphs[at + i].c != word[i]) return false;
  }
  return true;
}

bool is_stop(char32_t c) { return c == '.' || c == ','; }

bool are_alike(char32_t a, char32_t b) {
  for (const DigitLike& row : kDigitsLike) {
    if ((row.digits.find(a) != std::u32string_view::npos && b == row.letter) ||
        (row.digits.find(b) != std::u32string_view::npos && a == row.letter))
      return true;
  }
  return std::ranges::any_of(confusables(), [&](const Confusable& row) {
    return row.letters.find(a) != std::u32string_view::npos &&
           row.letters.find(b) != std::u32string_view::npos;
  });
}

double alone(char32_t c) { return is_mark(c) || c == ' ' || is_stop(c) ? kWrongMark : 1; }

double instead(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (is_stop(a) && is_stop(b)) return kWrongStop;
  return are_alike(a, b) ? kAlikeLetter : 1;
}

// How many letters are wrong, if the glyphs from `begin` up to `end` are the month.
double wrong_letters(const Glyphs& glyphs, size_t begin, size_t end, std::u32string_view month) {
  std::array<double, kLongestMonth + 1> row{};
  for (size_t m = 0; m < month.size(); ++m) row[m + 1] = row[m] + alone(month[m]);
  for (size_t i = begin; i < end; ++i) {
    double diagonal = row[0];
    row[0] += are_alike(glyphs[i].c, month[0]) ? kDoubledLetter : alone(glyphs[i].c);
    for (size_t m = 0; m < month.size(); ++m) {
      const double again = are_alike(glyphs[i].c, month[m]) ? kDoubledLetter : 1;
      const double best =
          std::min({diagonal + instead(glyphs[i].c, month[m]),
                    row[m + 1] + std::min(alone(glyphs[i].c), again), row[m] + alone(month[m])});
      diagonal = row[m + 1];
      row[m + 1] = best;
    }
  }
  return row[month.size()];
}

struct Guess {
  size_t end = 0;
  double wrong = 1e9;
  double other = 1e9;  // of the next best month
  std::u32string_view month;

  bool plain(bool in_date) const {
    if (wrong <= kMostWrong) return other >= wrong + kPlainlyFewer;
    return in_date && wrong <= kMostWrongInDate && other >= wrong + kPlainlyFewerInDate;
  }
};

size_t behind_spaces(const Glyphs& glyphs, size_t at) {
  while (at < glyphs.size() && glyphs[at].c == ' ') ++at;
  return at;
}

bool is_year_at(const Glyphs& glyphs, size_t at) {
  at = behind_spaces(glyphs, at);
  return at + 1 < glyphs.size() && is_digit(glyphs[at].c) && is_digit(glyphs[at + 1].c);
}

// At a letter, or at a digit that is taken for one: "8.ค.".
bool may_begin_month(const Glyphs& glyphs, size_t at) {
  const char32_t c = glyphs[at].c;
  const bool letter = is_thai_letter(c) && !is_mark(c);
  const bool digit = is_digit(c) && at + 2 < glyphs.size() && is_stop(glyphs[at + 1].c) &&
                     is_consonant(glyphs[at + 2].c);
  if (!letter && !digit) return false;
  if (at == 0) return true;
  const char32_t before = glyphs[at - 1].c;
  if (digit && is_digit(before)) return false;
  return before == ' ' || before == '-' || before == 0x2013 || is_digit(before);
}

// Whether a day or the dash of a period stands before `at`.
bool is_in_date(const Glyphs& glyphs, size_t at) {
  while (at > 0 && glyphs[at - 1].c == ' ') --at;
  return at > 0 &&
         (is_digit(glyphs[at - 1].c) || glyphs[at - 1].c == '-' || glyphs[at - 1].c == 0x2013);
}

// The month that stands at `begin` with a year behind it, or in a date at the end of a line.
Guess month_at(const Glyphs& glyphs, size_t begin, bool in_date) {
  Guess guess;
  for (size_t end = begin + 2; end <= std::min(begin + kLongestMonth, glyphs.size()); ++end) {
    if (glyphs[end - 1].c == ' ') break;
    const bool at_end = in_date && behind_spaces(glyphs, end) == glyphs.size();
    if (!is_stop(glyphs[end - 1].c) || !(at_end || is_year_at(glyphs, end))) continue;
    for (const std::u32string_view month : kMonths) {
      const double wrong = wrong_letters(glyphs, begin, end, month);
      if (wrong < guess.wrong) {
        guess.other = guess.wrong;
        guess.wrong = wrong;
        guess.month = month;
        guess.end = end;
      } else {
        guess.other = std::min(guess.other, wrong);
      }
    }
    break;
  }
  return guess;
}

}  // namespace

void restore_list_numbers(const char* rule, const Modes& modes, TextBuffer& text) {
  if (!modes.by_ocr) return;
  auto& glyphs = text.glyphs();
  const size_t begin = behind_spaces(glyphs, 0);
  size_t end = begin;
  while (end < glyphs.size() && is_digit(glyphs[end].c)) ++end;
  if (end == begin || end - begin > 2 || end + 1 >= glyphs.size()) return;
  if (glyphs[begin].c == '0' || glyphs[begin].c == 0x0E50) return;  // a code
  const size_t next = behind_spaces(glyphs, end + 1);
  if (glyphs[end].c == ',' && next < glyphs.size() && is_thai_letter(glyphs[next].c)) {
    glyphs[end].c = '.';
    text.note(rule, glyphs[end]);
    return;
  }
  const bool word = is_thai_letter(glyphs[end].c) && !is_mark(glyphs[end].c) &&
                    !is_stop(glyphs[end + 1].c) &&
                    !(end + 2 < glyphs.size() && is_stop(glyphs[end + 2].c));
  const bool counted = std::ranges::any_of(
      kCounted, [&](std::u32string_view unit) { return starts_with(glyphs, end, unit); });
  if (!word || counted) return;
  Glyph stop;
  stop.c = '.';
  stop.begin = stop.end = glyphs[end].begin;
  Glyph space = stop;
  space.c = ' ';
  text.note(rule, glyphs[end - 1].begin, glyphs[end].end);
  glyphs.insert(glyphs.begin() + static_cast<std::ptrdiff_t>(end), {stop, space});
}

void restore_months(const char* rule, const Modes& modes, TextBuffer& text) {
  if (!modes.by_ocr) return;
  auto& glyphs = text.glyphs();
  for (size_t at = 0; at < glyphs.size(); ++at) {
    if (!may_begin_month(glyphs, at)) continue;
    const bool in_date = is_in_date(glyphs, at);
    const Guess guess = month_at(glyphs, at, in_date);
    if (guess.wrong == 0 || !guess.plain(in_date)) continue;
    const size_t first = glyphs[at].begin;
    const size_t last = glyphs[guess.end - 1].end;
    text.note(rule, first, last);
    Glyphs month;
    for (const char32_t c : guess.month) {
      Glyph glyph;
      glyph.c = c;
      glyph.begin = first;
      glyph.end = last;
      month.push_back(glyph);
    }
    const auto place = glyphs.erase(glyphs.begin() + static_cast<std::ptrdiff_t>(at),
                                    glyphs.begin() + static_cast<std::ptrdiff_t>(guess.end));
    glyphs.insert(place, month.begin(), month.end());
    at += month.size() - 1;
  }
}

}  // namespace prongsai::normalize
