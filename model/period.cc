// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Month {
  std::string_view full;
  std::string_view stem;   // in folded text, where OCR may have lost a letter of the full name
  std::string_view brief;  // folded: no spaces
};

constexpr std::array<Month, 12> kMonths = {{{"มกราคม", "มกรา", "ม.ค."},
                                            {"กุมภาพันธ์", "กุมภา", "ก.พ."},
                                            {"มีนาคม", "มีนา", "มี.ค."},
                                            {"เมษายน", "เมษา", "เม.ย."},
                                            {"พฤษภาคม", "พฤษภา", "พ.ค."},
                                            {"มิถุนายน", "มิถุนา", "มิ.ย."},
                                            {"กรกฎาคม", "กรกฎา", "ก.ค."},
                                            {"สิงหาคม", "สิงหา", "ส.ค."},
                                            {"กันยายน", "กันยา", "ก.ย."},
                                            {"ตุลาคม", "ตุลา", "ต.ค."},
                                            {"พฤศจิกายน", "พฤศจิกา", "พ.ย."},
                                            {"ธันวาคม", "ธันวา", "ธ.ค."}}};

struct QuarterWord {
  std::string_view text;  // after "ไตรมาส", folded
  int number;
};

// Folded text has ASCII digits and no spaces.
constexpr std::array<QuarterWord, 15> kQuarterWords = {{{"ที่หนึ่ง", 1},
                                                        {"ที่สอง", 2},
                                                        {"ที่สาม", 3},
                                                        {"ที่สี่", 4},
                                                        {"สุดท้าย", 4},
                                                        {"แรก", 1},
                                                        {"หนึ่ง", 1},
                                                        {"สอง", 2},
                                                        {"อง", 2},
                                                        {"สาม", 3},
                                                        {"สี่", 4},
                                                        {"iv", 4},
                                                        {"iii", 3},
                                                        {"ii", 2},
                                                        {"i", 1}}};

// Texts that name the whole fiscal year.
constexpr std::array<std::string_view, 7> kWholeYear = {
    "ตลอดปีงบประมาณ", "ตลอดทั้งปี", "ตลอดปี", "ทั้งปีงบประมาณ", "ปีงบประมาณ", "ประจำปีงบประมาณ", "ทั้งปี"};

struct Day {
  int year = 0;      // Buddhist; 0 if not printed
  int month = 0;     // 1..12
  int day = 0;       // 0 if not printed
  size_t begin = 0;  // in the folded text
  size_t end = 0;
};

int days_in(int year_ce, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year_ce % 4 == 0 && year_ce % 100 != 0) || year_ce % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

int full_year(int number) {
  if (number >= 2500 && number <= 2699) return number;
  if (number >= 40 && number <= 99) return 2500 + number;
  if (number >= 2000 && number <= 2100) return number + 543;
  return 0;
}

// A month name at `at` of the folded text: its number and bytes.
std::pair<int, size_t> month_at(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const Month& month = kMonths[i];
    for (const std::string_view name : {month.full, month.stem, month.brief}) {
      if (rest.starts_with(name)) return {static_cast<int>(i) + 1, name.size()};
    }
    const std::string_view bare = month.brief.substr(0, month.brief.size() - 1);  // "ต.ค" "67"
    if (rest.starts_with(bare)) return {static_cast<int>(i) + 1, bare.size()};
  }
  return {0, 0};
}

// Skips "พ.ศ.", "ปี" and points between a month and its year.
size_t skip_year_words(std::string_view text, size_t at) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view word :
         {std::string_view("ปีพ.ศ."), std::string_view("พ.ศ."), std::string_view("ปี"),
          std::string_view("'"), std::string_view(".")}) {
      if (text.substr(at).starts_with(word)) {
        at += word.size();
        changed = true;
      }
    }
  }
  return at;
}

// All month mentions, each with the day before and the year after it.
std::vector<Day> month_mentions(std::string_view text) {
  std::vector<Day> days;
  for (size_t at = 0; at < text.size();) {
    const auto [month, length] = month_at(text, at);
    // "ปีงบประมาณ พ.ค. ๒๕๖๘" is a misread "พ.ศ.".
    const bool era = month == 5 && (text.substr(0, at).ends_with("ปี") ||
                                    text.substr(0, at).ends_with("งบประมาณ"));
    if (month == 0 || era) {
      ++at;
      continue;
    }
    Day day;
    day.month = month;
    size_t before = at;
    while (before > 0 && text[before - 1] >= '0' && text[before - 1] <= '9' && at - before < 2)
      --before;
    if (before < at) day.day = std::atoi(std::string(text.substr(before, at - before)).c_str());
    at = skip_year_words(text, at + length);
    // A year of four digits, or of two where the next day follows it at once ("67 30 ก.ย.").
    for (const size_t count : {4U, 2U}) {
      const Digits digits = leading_digits(text.substr(at), count);
      if (digits.ascii.size() != count) continue;
      day.year = full_year(std::atoi(digits.ascii.c_str()));
      if (day.year == 0) continue;
      at += digits.length;
      break;
    }
    if (day.day < 1 || day.day > 31) day.day = 0;
    day.begin = before;
    day.end = at;
    days.push_back(day);
  }
  return days;
}

std::string iso(int year, int month, int day) {
  const int ce = year - 543;
  return fmt::format("{:04}-{:02}-{:02}", ce, month, std::clamp(day, 1, days_in(ce, month)));
}

// The year of a month in fiscal year Y.
int year_in_fiscal(int month, int fiscal_year) {
  return month >= 10 ? fiscal_year - 1 : fiscal_year;
}

// Whether the text says another month than the one that was understood: behind a "ถึง" or a dash, or
// by another year. Half a period is a wrong one.
bool has_another_end(std::string_view text, const Day& day) {
  const std::string_view after = text.substr(day.end);
  for (const std::string_view to : {"ถึง", "-", "–"}) {
    if (after.starts_with(to)) return true;
    // "1-31 ต.ค." is days of one month.
    const size_t at = text.substr(0, day.begin).rfind(to);
    if (at == std::string_view::npos) continue;
    const std::string_view first = text.substr(0, at);
    if (first.find_first_not_of("0123456789. ") != std::string_view::npos) return true;
  }
  if (day.year == 0) return false;
  for (const std::string_view part : {text.substr(0, day.begin), after}) {
    for (size_t at = 0; at < part.size(); ++at) {
      const Digits year = leading_digits(part.substr(at), 5);
      if (year.length == 0) continue;
      if (year.ascii.size() <= 4 && full_year(std::stoi(year.ascii)) != 0) return true;
      at += year.length - 1;
    }
  }
  return false;
}

std::optional<Period> from_months(std::string_view text, std::vector<Day> days, int fiscal_year) {
  if (days.size() == 1 && has_another_end(text, days.front())) return Period();
  Day first = days.front();
  Day last = days.back();
  Period period;
  if (last.year == 0 && first.year != 0) {  // "ต.ค. 67 - ก.ย.": the first September after it
    last.year = last.month < first.month ? first.year + 1 : first.year;
  }
  if (last.year == 0) {
    if (fiscal_year == 0) return period;
    period.derived = true;
    last.year = year_in_fiscal(last.month, fiscal_year);
    first.year = year_in_fiscal(first.month, fiscal_year);
  }
  if (first.year == 0) first.year = first.month > last.month ? last.year - 1 : last.year;
  period.start = iso(first.year, first.month, first.day);
  period.end =
      iso(last.year, last.month,
          last.day != 0 && days.size() > 1 ? last.day : days_in(last.year - 543, last.month));
  if (days.size() == 1 && first.day != 0) period.end = iso(last.year, last.month, last.day);
  if (period.end < period.start) return std::nullopt;
  return period;
}

// A year of four digits anywhere; 0 if there is none.
int printed_year(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') continue;
    const Digits digits = leading_digits(text.substr(at), 5);
    if (digits.ascii.size() == 4) {
      const int year = full_year(std::atoi(digits.ascii.c_str()));
      if (year != 0) return year;
    }
  }
  return 0;
}

Period quarters(int first, int last, int fiscal_year, bool derived) {
  Period period;
  if (fiscal_year == 0) return period;
  const int start_month = (9 + (first - 1) * 3) % 12 + 1;
  const int end_month = (9 + (last - 1) * 3 + 2) % 12 + 1;
  period.derived = derived;
  period.start = iso(year_in_fiscal(start_month, fiscal_year), start_month, 1);
  const int end_year = year_in_fiscal(end_month, fiscal_year);
  period.end = iso(end_year, end_month, days_in(end_year - 543, end_month));
  return period;
}

std::optional<Period> from_quarter(std::string_view text, int fiscal_year) {
  constexpr std::string_view kQuarter = "ไตรมาส";
  const size_t at = text.find(kQuarter);
  if (at == std::string_view::npos) return std::nullopt;
  // "รายไตรมาส" and "ทุกไตรมาส" say how often, not when.
  if (text.substr(0, at).ends_with("ราย") || text.substr(0, at).ends_with("ทุก"))
    return std::nullopt;
  std::string_view rest = text.substr(at + kQuarter.size());
  const int printed = printed_year(rest);
  const int year = printed != 0 ? printed : fiscal_year;
  std::vector<int> numbers;
  while (!rest.empty() && numbers.size() < 4) {
    bool found = false;
    for (const QuarterWord& word : kQuarterWords) {
      if (!rest.starts_with(word.text)) continue;
      numbers.push_back(word.number);
      rest.remove_prefix(word.text.size());
      found = true;
      break;
    }
    if (found) continue;
    const Digits digits = leading_digits(rest, 4);
    if (digits.ascii.size() == 1 && digits.ascii[0] >= '1' && digits.ascii[0] <= '4') {
      numbers.push_back(digits.ascii[0] - '0');
      rest.remove_prefix(digits.length);
      continue;
    }
    bool skipped = false;
    for (const std::string_view skip :
         {std::string_view("ที่"), std::string_view("-"), std::string_view("ถึง"),
          std::string_view(","), std::string_view("และ"), kQuarter, std::string_view("."),
          std::string_view("/")}) {
      if (!rest.starts_with(skip)) continue;
      rest.remove_prefix(skip.size());
      skipped = true;
      break;
    }
    if (!skipped) break;
  }
  if (numbers.empty()) return std::nullopt;
  const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
  return quarters(*least, *most, year, printed == 0);
}

std::optional<Period> from_year(std::string_view text, int fiscal_year) {
  const int printed = printed_year(text);
  for (const std::string_view word : kWholeYear) {
    if (text.find(word) == std::string_view::npos) continue;
    return quarters(1, 4, printed != 0 ? printed : fiscal_year, printed == 0);
  }
  const bool year_alone = printed != 0 && text.size() <= 24;  // "พ.ศ. 2568", "2568", "ปี 2568"
  if (year_alone) return quarters(1, 4, printed, false);
  return std::nullopt;
}

}  // namespace

std::optional<Period> parse_period(std::string_view text, int fiscal_year) {
  constexpr size_t kLongestPeriod = 400;  // bytes; longer is prose
  if (text.size() > kLongestPeriod) return std::nullopt;
  const std::string folded = fold(text);
  std::optional<Period> period;
  if (const std::vector<Day> days = month_mentions(folded); !days.empty()) {
    period = from_months(folded, days, fiscal_year);
  }
  if (!period) period = from_quarter(folded, fiscal_year);
  if (!period) period = from_year(folded, fiscal_year);
  if (period) period->text = collapse_spaces(text);
  return period;
}

}  // namespace prongsai
